"""Build a memento: read its bodies, assemble, write every format, prove each, and only then replace the old files."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from clust_cli.core.plain import Plain
from clust_cli.core.printing.assemble import Assembly, assemble
from clust_cli.core.printing.ast import Nodes
from clust_cli.core.printing.ast import document as ast_document
from clust_cli.core.printing.cover import Cover, cover
from clust_cli.core.printing.dress.docx import dress_docx
from clust_cli.core.printing.dress.pictures import Picture, pictures
from clust_cli.core.printing.dress.surround import EMBLEM
from clust_cli.core.printing.dress.typst import dress_typst
from clust_cli.core.printing.proof import Owed, count_marks, missing
from clust_cli.core.printing.sanitise import sanitise
from clust_cli.core.printing.typography import typeset
from clust_cli.core.workspace import DEFAULT_LANG
from clust_cli.errors import ClustError
from clust_cli.reports.language import N_
from clust_cli.shell.docx import docx_text, finish_docx
from clust_cli.shell.files import write_whole
from clust_cli.shell.git import find_version
from clust_cli.shell.orders import Built, Order
from clust_cli.shell.packaged import ROOT, find_template
from clust_cli.shell.pandoc import Reading, Writing
from clust_cli.shell.pdf import read_pdf
from clust_cli.shell.typst import epoch, typeset_pdf

_PLACE = re.compile(r"\{\w+\}")
_WRITERS = {"pdf": "typst", "docx": "docx"}

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class _Made:
    data: bytes
    text: str
    pages: int = 0


def build(order: Order, reading: Reading, progress: Progress) -> Iterator[Built]:
    """Build a memento whose bodies are being read; every file is proved before the first is replaced.

    Errors: ClustError when a program fails, or when an output lacks what it owes: the old files then stay.
    """
    begun = time.perf_counter()
    try:
        with ThreadPoolExecutor(2) as pool, tempfile.TemporaryDirectory(prefix="clust-") as name:
            work = _Work(order, Path(name), pool, progress)
            made = work.make(reading)
    except BaseException:
        reading.stop()  # pandoc is not left at work for nobody
        raise
    for format, one in made.items():
        lacking = missing(one.text, work.owed)
        if lacking:
            raise ClustError(
                N_("the {format} lacks what it owes: {lacking}"),
                N_("nothing was replaced; this is a fault of clust: please report it"),
                format=format.upper(),
                lacking=" · ".join(lacking),
            )
    for format, one in made.items():
        path = order.output / f"memento-{order.memento.number}.{format}"
        write_whole(path, one.data)
        yield Built(path, time.perf_counter() - begun, one.pages)


class _Work:
    """One build under way, in a folder of its own."""

    def __init__(self, order: Order, folder: Path, pool: ThreadPoolExecutor, progress: Progress) -> None:
        self.order = order
        self.folder = folder
        self.pool = pool
        self.progress = progress
        phrases, styles = (_read_json(name, order.root) for name in ("phrases.json", "styles.json"))
        self.phrases: Mapping[str, str] = phrases.get(order.workspace.lang) or phrases[DEFAULT_LANG]
        self.styles: Mapping[str, str] = styles
        self.owed = Owed((), 0)

    def make(self, reading: Reading) -> dict[str, _Made]:
        """Make every format, in memory."""
        own = self.order.memento.document
        version = self.pool.submit(find_version, self.order.root, own.value("date") if own else None, os.environ)
        self.progress("read")
        assembly = self.assemble(reading.bodies())
        day = version.result()
        around = cover(self.order.workspace, self.order.memento, self.phrases, day, draft=self.order.draft)
        titles = [one.title for one in assembly.documents]
        self.owed = Owed((around.title, *titles, around.mention), count_marks(assembly.blocks))
        blocks = typeset(assembly.blocks, around.lang)
        self.prepare(blocks, around)
        self.progress("write")
        writing = Writing(self.folder, [_WRITERS[format] for format in self.order.formats], epoch(day.day))
        self.pool.submit(_import_programs)
        jobs: dict[str, Future[_Made]] = {}
        for format in writing.written():
            if format == "typst":
                jobs["pdf"] = self.pool.submit(self.pdf, day.day)
            else:
                jobs["docx"] = self.pool.submit(self.docx, around)
        return {format: jobs[format].result() for format in self.order.formats}

    def assemble(self, read: Mapping[str, Nodes]) -> Assembly:
        """Sanitise what pandoc read, and put the memento together."""
        workspace = self.order.workspace
        bodies: dict[str, Nodes] = {}
        for path, blocks in read.items():
            clean = sanitise(blocks, workspace.by_path[path], workspace)
            if clean.refusals and not self.order.draft:
                refusal = clean.refusals[0]
                raise ClustError(
                    N_("“{path}” holds “{word}”, which no build may print ({rule})"),
                    N_("run “clust check” and mend it"),
                    path=path,
                    word=refusal.word,
                    rule=refusal.rule,
                )
            bodies[path] = clean.blocks
        return assemble(workspace, self.order.memento, bodies, self.phrases)

    def prepare(self, blocks: Nodes, around: Cover) -> None:
        """Put into the folder all that the programs read: trees, templates and copies of the images."""
        found = pictures(blocks)
        for picture in {one.name: one for one in found}.values():
            self.copy_picture(picture)
        if "pdf" in self.order.formats:
            self.write_json("typst.json", ast_document(dress_typst(blocks)))
            plain = {**around.as_plain(), "phrases": self.phrases, "pictures": [one.as_plain() for one in found]}
            self.write_json("meta.json", plain)
            self.copy_template("memento.typ")
        if "docx" in self.order.formats:
            self.write_json("docx.json", ast_document(dress_docx(blocks, around, self.phrases, self.styles)))
            self.copy_template("reference.docx")
            self.copy_template(EMBLEM)

    def pdf(self, day: date) -> _Made:
        self.progress("pdf")
        data = typeset_pdf(self.folder, day, draft=self.order.draft)
        self.progress("proof")
        read = read_pdf(data)
        return _Made(data, read.text, read.pages)

    def docx(self, around: Cover) -> _Made:
        data = (self.folder / "body.docx").read_bytes()
        finished = finish_docx(data, around, self.phrases, self.styles)
        return _Made(finished, docx_text(finished))

    def copy_picture(self, picture: Picture) -> None:
        """Copy an image that was validated when the workspace was read, if it is still that one."""
        source = self.order.root / picture.path
        if source.is_symlink() or not source.resolve().is_relative_to(self.order.root.resolve()):
            raise ClustError(N_("“{path}” is no longer the image that was checked"), path=picture.path)
        shutil.copyfile(source, self.folder / picture.name)

    def copy_template(self, name: str) -> None:
        shutil.copyfile(find_template(name, self.order.root), self.folder / name)

    def write_json(self, name: str, value: object) -> None:
        (self.folder / name).write_bytes(json.dumps(value, ensure_ascii=False).encode())


def _read_json(name: str, root: Path) -> dict[str, Plain]:
    """A table of the templates: the packaged one, with what the workspace's own has in its place."""
    tables = []
    for path in dict.fromkeys((ROOT / "templates" / name, find_template(name, root))):
        try:
            tables.append(json.loads(path.read_bytes()))
        except (ValueError, RecursionError) as error:
            raise ClustError(N_("“{path}” is not JSON: {reason}"), path=path, reason=error) from error
        if not _fits(tables[-1], tables[0]):
            raise ClustError(
                N_("“{path}” is not of the form of the packaged file of that name"),
                N_("begin with a copy of the packaged one, and change its words only"),
                path=path,
            )
    packaged, *own = tables
    return {key: _over(value, own[0].get(key)) if own else value for key, value in packaged.items()}


def _fits(own: Plain, packaged: Plain) -> bool:
    """Whether a table has the packaged one's shape: words for words, with no {place} that is not filled."""
    if isinstance(own, dict) and isinstance(packaged, dict):
        return all(_fits(value, packaged[key]) for key, value in own.items() if key in packaged)
    both = isinstance(own, str) and isinstance(packaged, str)
    return (
        both and set(_PLACE.findall(own)) <= set(_PLACE.findall(packaged)) and not set("{}") & set(_PLACE.sub("", own))
    )


def _over(packaged: Plain, own: Plain) -> Plain:
    return {**packaged, **(own or {})} if isinstance(packaged, dict) else own or packaged


def _import_programs() -> None:
    """Import what the end of a build needs while pandoc writes."""
    import pypdfium2  # noqa: F401
    import typst  # noqa: F401
