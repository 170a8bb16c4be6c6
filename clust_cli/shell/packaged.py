"""The files that clust ships: schemas and templates, in the wheel or in a checkout."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

_PACKAGE = Path(__file__).parent.parent
ROOT = _PACKAGE if (_PACKAGE / "schemas").is_dir() else _PACKAGE.parent
"""Where `schemas/` and `templates/` stand: inside the package once installed, beside it in a checkout."""


class PackagedSchemas(dict[str, bytes]):
    """The packaged files of schemas/ by their path; the lists of geography are read when someone asks for them."""

    def __missing__(self, path: str) -> bytes:
        self[path] = (ROOT / path).read_bytes()
        return self[path]


@lru_cache
def read_packaged_schemas() -> PackagedSchemas:
    """The packaged schema files, by their path: schemas/monography.yaml."""
    folder = ROOT / "schemas"
    files = [*sorted(folder.rglob("*.yaml")), *folder.glob("compiled.json")]
    return PackagedSchemas((path.relative_to(ROOT).as_posix(), path.read_bytes()) for path in files)


def find_template(name: str, workspace: Path) -> Path:
    """A template: the workspace's own when it has one of that name, else the packaged one."""
    own = workspace / "templates" / name
    parts = (own, *list(own.parents)[: len(Path(name).parts)])
    return own if own.is_file() and not any(part.is_symlink() for part in parts) else ROOT / "templates" / name
