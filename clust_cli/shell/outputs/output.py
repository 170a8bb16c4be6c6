"""What every format is: a tree for pandoc to write, what pandoc needs beside it, and an end of its own."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from clust_cli.core.plain import Plain
from clust_cli.core.printing.ast import Node, Nodes
from clust_cli.core.printing.brand import Brand
from clust_cli.core.printing.cover import Cover
from clust_cli.core.printing.dress.pictures import Picture, pictures
from clust_cli.core.reading.images import parse_image_header
from clust_cli.errors import ClustError
from clust_cli.reports.language import N_
from clust_cli.shell.templates import read_template


@dataclass(frozen=True, slots=True)
class Printing:
    """All that a format prints from: the neutral tree in its typography, what stands around it, and the words of print.

    `drawings` are the pictures that clust draws itself, SVG by name.
    """

    blocks: Nodes
    cover: Cover
    phrases: Mapping[str, str]
    styles: Mapping[str, str]
    drawings: Mapping[str, str]
    brand: Brand
    day: date
    root: Path

    @property
    def draft(self) -> bool:
        """Whether every page is marked as a draft."""
        return self.cover.draft


@dataclass(frozen=True, slots=True)
class Made:
    """A finished file in memory and the text it holds, for the proof.

    Where we lay out the pages ourselves: how many there are, and the page of each label, from 0.
    """

    data: bytes
    text: str
    pages: int = 0
    labels: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Output:
    """A format.

    `writer` is the name by which write.lua knows it; `prepare` puts into the folder all that its programs read and
    gives the tree to be written; `finish` makes the file from what pandoc wrote, and puts nothing there that another
    may read, for formats are finished side by side. A format that clust writes itself has no writer, and no tree;
    formats of one writer share what was prepared. `ending` ends the file's name.
    """

    writer: str
    prepare: Callable[[Printing, Folder], Node | None]
    finish: Callable[[Printing, Folder], Made]
    ending: str


@dataclass(frozen=True, slots=True)
class Folder:
    """The build's own folder: nothing is in it that we did not put there.

    Shape: what a copy finds there already is left alone: it is the same, and another format may be reading it.
    """

    path: Path
    root: Path

    def read(self, name: str) -> bytes:
        """What a program wrote."""
        return (self.path / name).read_bytes()

    def holds(self, name: str) -> bool:
        """Whether a file stands in it."""
        return (self.path / name).exists()

    def write(self, name: str, data: bytes) -> None:
        """A file for the programs."""
        (self.path / name).write_bytes(data)

    def write_json(self, name: str, value: Plain) -> None:
        """The same, as JSON."""
        self.write(name, json.dumps(value, ensure_ascii=False).encode())

    def copy_template(self, name: str) -> None:
        """A template: the workspace's own where it has one."""
        if not self.holds(name):
            (self.path / name).parent.mkdir(exist_ok=True)
            self.write(name, read_template(name, self.root))

    def copy_pictures(self, printing: Printing) -> tuple[Picture, ...]:
        """Every image under its name of ours: the tree's, given in order, its drawings, and the funder's logos."""
        for logo in printing.cover.logos:
            if not self.holds(logo.name):
                self._copy_checked(logo.path, logo.name)
        found = pictures(printing.blocks)
        for picture in _once(found):
            drawing = printing.drawings.get(picture.path)
            if self.holds(picture.name):
                continue
            if drawing is not None:
                self.write(picture.name, drawing.encode())
            else:
                self._copy_checked(picture.path, picture.name)
        return found

    def pixels(self, name: str) -> int:
        """How wide an image of this folder is, in pixels; 0 for a drawing, which has none."""
        data = self.read(name)
        return parse_image_header(data, len(data)).width

    def copy_logo(self, printing: Printing) -> Plain:
        """The brand's logo under a name of ours, with what it says; nothing where there is none."""
        logo = printing.brand.logo
        if logo is None:
            return None
        name = f"logo.{logo.path.rsplit('.', 1)[-1].lower()}"
        if not self.holds(name):
            self._copy_checked(logo.path, name)
        return {"name": name, "alt": logo.alt}

    def copy_fonts(self, printing: Printing) -> Path:
        """The collection's own fonts under names of ours, in a folder that holds nothing else."""
        fonts = self.path / "fonts"
        fonts.mkdir(exist_ok=True)
        for number, path in enumerate(printing.brand.fonts.files):
            self._copy_checked(path, f"fonts/{number}.{path.rsplit('.', 1)[-1].lower()}")
        return fonts

    def _copy_checked(self, path: str, name: str) -> None:
        """Copy a file that was checked when the workspace was read, if it is still that one."""
        source = self.root / path
        if source.is_symlink() or not source.resolve().is_relative_to(self.root.resolve()):
            raise ClustError(N_("“{path}” is no longer the file that was checked"), path=path)
        shutil.copyfile(source, self.path / name)


def _once(found: Iterable[Picture]) -> Iterable[Picture]:
    return {one.name: one for one in found}.values()
