"""Build a publication: read its bodies, assemble, write every format, prove each, only then replace the old files."""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from clust_cli.core.printing.assemble import assemble
from clust_cli.core.printing.ast import Nodes
from clust_cli.core.printing.brand import brand
from clust_cli.core.printing.cover import Version, cover
from clust_cli.core.printing.dress.pictures import pictures
from clust_cli.core.printing.lengths import Length, lengths
from clust_cli.core.printing.proof import Owed, count_marks, missing
from clust_cli.core.printing.sanitise import sanitise
from clust_cli.core.printing.typography import typeset
from clust_cli.core.workspace import DEFAULT_LANG
from clust_cli.errors import ClustError
from clust_cli.reports.language import N_
from clust_cli.shell.files import write_whole
from clust_cli.shell.git import find_version
from clust_cli.shell.orders import Built, File, Order
from clust_cli.shell.outputs.docx import DOCX
from clust_cli.shell.outputs.html import HTML
from clust_cli.shell.outputs.odt import ODT
from clust_cli.shell.outputs.output import Folder, Made, Output, Printing
from clust_cli.shell.outputs.pdf import PDF
from clust_cli.shell.outputs.press import COVER, INTERIOR
from clust_cli.shell.pandoc import Reading, Writing
from clust_cli.shell.tables import read_outlines, read_table
from clust_cli.shell.typst import epoch

OUTPUTS: Mapping[str, Output] = {
    "pdf": PDF,
    "docx": DOCX,
    "odt": ODT,
    "html": HTML,
    "interior": INTERIOR,
    "cover": COVER,
}
"""Every format, by the name that an order gives it."""

Progress = Callable[[str], None]


def build(order: Order, reading: Reading, progress: Progress) -> Built:
    """Build a publication whose bodies are being read; every file is proved before the first is replaced.

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
    progress("proof")
    for format, one in made.items():
        # The cover of the print shop is a sheet by itself: it owes no more than its title.
        lacking = missing(one.text, work.owed if format != "cover" else Owed(work.owed.texts[:1], 0))
        if lacking:
            raise ClustError(
                N_("the {format} lacks what it owes: {lacking}"),
                N_("nothing was replaced; this is a fault of clust: please report it"),
                format=format.upper(),
                lacking=" · ".join(lacking),
            )
    return Built(tuple(_written(order, made, begun)), work.lengths(made), work.pictures, work.version)


def _written(order: Order, made: Mapping[str, Made], begun: float) -> Iterator[File]:
    for format, one in made.items():
        path = order.output / f"{order.publication.name}{OUTPUTS[format].ending}"
        write_whole(path, one.data)
        yield File(path, time.perf_counter() - begun, hashlib.sha256(one.data).hexdigest(), one.pages)


class _Work:
    """One build under way, in a folder of its own."""

    def __init__(self, order: Order, folder: Path, pool: ThreadPoolExecutor, progress: Progress) -> None:
        self.order = order
        self.folder = Folder(folder, order.root)
        self.pool = pool
        self.progress = progress

    def make(self, reading: Reading) -> dict[str, Made]:
        """Make every format, in memory."""
        own = self.order.publication.memento.document
        version = self.pool.submit(find_version, self.order.root, own.value("date") if own else None, os.environ)
        self.progress("read")
        printing = self.printing(reading.bodies(), version)
        outputs = {name: OUTPUTS[name] for name in self.order.formats}
        for output in {output.writer or name: output for name, output in outputs.items()}.values():
            tree = output.prepare(printing, self.folder)
            if tree is not None:
                self.folder.write_json(f"{output.writer}.json", tree)
        self.progress("write")
        jobs: dict[str, Future[Made]] = {}
        for name in self.written(outputs, printing):
            jobs[name] = self.pool.submit(self.finish, name, outputs[name], printing)
        return {name: jobs[name].result() for name in outputs}

    def written(self, outputs: Mapping[str, Output], printing: Printing) -> Iterator[str]:
        """Each format as soon as pandoc has written it; those that clust writes itself while pandoc is at work."""
        by_writer: dict[str, list[str]] = {}
        for name, output in outputs.items():
            by_writer.setdefault(output.writer, []).append(name)
        own = by_writer.pop("", [])
        writing = Writing(self.folder.path, list(by_writer), epoch(printing.day)) if by_writer else None
        if writing:
            self.pool.submit(_import_programs)
        yield from own
        if writing:
            yield from (name for writer in writing.written() for name in by_writer[writer])

    def printing(self, read: Mapping[str, Nodes], version: Future[Version]) -> Printing:
        """Everything the formats print from; what the outputs owe and what they were made from is kept."""
        publication, root = self.order.publication, self.order.root
        phrases, styles = (read_table(name, root) for name in ("phrases.json", "styles.json"))
        words: Mapping[str, str] = phrases.get(publication.workspace.lang) or phrases[DEFAULT_LANG]
        assembly = assemble(publication, self.clean(read), words, read_outlines())
        self.version = version.result()
        around = cover(publication, words, self.version, draft=self.order.draft, credits=assembly.credits)
        titles = [one.title for one in assembly.documents]
        self.owed = Owed((*around.owed, *titles), count_marks(assembly.blocks))
        self.labels = {label: path for path, label in assembly.anchors.items()}
        self.blocks = typeset(assembly.blocks, around.lang)
        drawn = assembly.drawings
        self.pictures = tuple(dict.fromkeys(one.path for one in pictures(self.blocks) if one.path not in drawn))
        themed = brand(publication.workspace)
        return Printing(self.blocks, around, words, styles, drawn, themed, self.version.day, root)

    def lengths(self, made: Mapping[str, Made]) -> tuple[Length, ...]:
        """The pages of each document, where a PDF was made."""
        pdf, workspace = made.get("pdf"), self.order.publication.workspace
        if pdf is None:
            return ()
        own = self.order.publication.own
        documents = {
            label: workspace.by_path[path] for label, path in self.labels.items() if not own or path != own.path
        }
        return lengths(self.blocks, documents, pdf.labels, pdf.pages)

    def clean(self, read: Mapping[str, Nodes]) -> dict[str, Nodes]:
        """The bodies that pandoc read, sanitised.

        Errors: ClustError where one holds what no build may print, save in a draft, which leaves it out.
        """
        workspace = self.order.publication.workspace
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
        return bodies

    def finish(self, name: str, output: Output, printing: Printing) -> Made:
        """End a format; the pages take longest, and are what a reader of the terminal waits for."""
        if name == "pdf":
            self.progress("pdf")
        return output.finish(printing, self.folder)


def _import_programs() -> None:
    """Import what the end of a build needs while pandoc writes."""
    import pypdfium2  # noqa: F401
    import typst  # noqa: F401
