"""Compile the message catalogues and the schemas when the wheel is built: neither is kept in the repository."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        from babel.messages.mofile import write_mo
        from babel.messages.pofile import read_po

        for source in Path(self.root, "clust_cli", "locale").rglob("*.po"):
            with source.open("rb") as file:
                catalogue = read_po(file)
            with source.with_suffix(".mo").open("wb") as file:
                write_mo(file, catalogue)

        sys.path.insert(0, self.root)
        from clust_cli.core.kinds.compiled import COMPILED, compile_schemas

        root = Path(self.root)
        files = {path.relative_to(root).as_posix(): path.read_bytes() for path in (root / "schemas").rglob("*.yaml")}
        (root / COMPILED).write_bytes(compile_schemas(files))
