"""What a build was made from, fingerprinted."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterator
from importlib.metadata import version

from clust_cli import __version__
from clust_cli.core.printing.manifest import Entry, Manifest
from clust_cli.core.printing.publication import Publication
from clust_cli.shell.files import Disk
from clust_cli.shell.orders import Built
from clust_cli.shell.packaged import ROOT
from clust_cli.shell.pandoc import find_pandoc

_PACKAGES = ("typst", "pypandoc_binary", "pyromark", "PyYAML", "font-source-sans-pro")


def gather_manifest(publication: Publication, built: Built, disk: Disk) -> Manifest:
    """Fingerprint what a build read and what it wrote."""
    outputs = (Entry(one.path.name, one.path.stat().st_size, one.sha256, one.pages) for one in built.files)
    return Manifest(
        name=publication.name,
        title=publication.title,
        date=built.version.day.isoformat(),
        commit=built.version.commit,
        working=built.version.working,
        tools={"clust": __version__, "pandoc": _pandoc_version(), **{name: version(name) for name in _PACKAGES}},
        packaged=_packaged(),
        inputs=tuple(sorted(_inputs(publication, built, disk), key=lambda one: one.path)),
        outputs=tuple(outputs),
    )


def _inputs(publication: Publication, built: Built, disk: Disk) -> Iterator[Entry]:
    """The texts of the collection that the build could read, the images it placed, and the workspace's templates."""
    printed = {one.path for one in publication.sources}
    memento = publication.memento.document
    owner = {memento.path} if memento else set()
    for path, data in disk.sources.items():
        if path in printed | owner or not path.startswith("mementos/"):
            yield Entry(path, len(data), hashlib.sha256(data).hexdigest())
    templates = (path for path in (disk.root / "templates").rglob("*") if path.is_file() and disk.root != ROOT)
    for file in (*(disk.root / name for name in built.pictures), *templates):
        data = file.read_bytes()
        yield Entry(file.relative_to(disk.root).as_posix(), len(data), hashlib.sha256(data).hexdigest())


def _packaged() -> str:
    """One fingerprint of every schema and template that clust ships, each with its name."""
    whole = hashlib.sha256()
    for folder in ("schemas", "templates"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file():
                whole.update(path.relative_to(ROOT).as_posix().encode() + b"\0")
                whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def _pandoc_version() -> str:
    told = subprocess.run([find_pandoc(), "--version"], capture_output=True, check=False, timeout=60).stdout
    return told.split(None, 2)[1].decode() if told.startswith(b"pandoc") else ""
