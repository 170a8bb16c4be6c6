"""Build a publication: read its bodies, assemble, write every format, prove each, only then replace the old files."""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

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
from clust_cli.shell.pandoc import Reading, write
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
_JOBS = 4
"""Units: threads. Enough for two formats to be finished while two wait for pandoc: it and typst work beside Python."""


class Plan(NamedTuple):
    """What the formats print from, what each of them owes, and what the publication was made from.

    `labels` are those of the documents' first pages, each with the document's path.
    """

    printing: Printing
    owed: Owed
    labels: Mapping[str, str]
    pictures: tuple[str, ...]
    version: Version


def build(order: Order, reading: Reading, progress: Progress) -> Built:
    """Build a publication whose bodies are being read; every file is proved before the first is replaced.

    Errors: ClustError when a program fails, or when an output lacks what it owes: the old files then stay.
    """
    begun = time.perf_counter()
    try:
        with tempfile.TemporaryDirectory(prefix="clust-") as name, ThreadPoolExecutor(_JOBS) as pool:
            own = order.publication.memento.document
            version = pool.submit(find_version, order.root, own.value("date") if own else None, os.environ)
            progress("read")
            plan = _planned(order, _clean(order, reading.bodies()), version)
            progress("write")
            made = _made(order, plan.printing, Folder(Path(name), order.root), pool, progress)
    except BaseException:
        reading.stop()  # pandoc is not left at work for nobody
        raise
    progress("proof")
    for format, one in made.items():
        # The cover of the print shop is a sheet by itself: it owes no more than its title.
        lacking = missing(one.text, plan.owed if format != "cover" else Owed(plan.owed.texts[:1], 0))
        if lacking:
            raise ClustError(
                N_("the {format} lacks what it owes: {lacking}"),
                N_("nothing was replaced; this is a fault of clust: please report it"),
                format=format.upper(),
                lacking=" · ".join(lacking),
            )
    return Built(tuple(_written(order, made, begun)), _lengths(order, plan, made), plan.pictures, plan.version)


def _clean(order: Order, read: Mapping[str, Nodes]) -> dict[str, Nodes]:
    """The bodies that pandoc read, sanitised.

    Errors: ClustError where one holds what no build may print, save in a draft, which leaves it out.
    """
    workspace = order.publication.workspace
    bodies: dict[str, Nodes] = {}
    for path, blocks in read.items():
        clean = sanitise(blocks, workspace.by_path[path], workspace)
        if clean.refusals and not order.draft:
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


def _planned(order: Order, bodies: Mapping[str, Nodes], version: Future[Version]) -> Plan:
    """Everything the formats print from; git may still be looking for the version."""
    publication, root = order.publication, order.root
    phrases, styles = (read_table(name, root) for name in ("phrases.json", "styles.json"))
    words: Mapping[str, str] = phrases.get(publication.workspace.lang) or phrases[DEFAULT_LANG]
    assembly = assemble(publication, bodies, words, read_outlines())
    known = version.result()
    around = cover(publication, words, known, draft=order.draft, credits=assembly.credits)
    blocks, drawn = typeset(assembly.blocks, around.lang), assembly.drawings
    titles = [one.title for one in assembly.documents]
    return Plan(
        Printing(blocks, around, words, styles, drawn, brand(publication.workspace), known.day, root),
        Owed((*around.owed, *titles), count_marks(assembly.blocks)),
        {label: path for path, label in assembly.anchors.items()},
        tuple(dict.fromkeys(one.path for one in pictures(blocks) if one.path not in drawn)),
        known,
    )


def _made(
    order: Order, printing: Printing, folder: Folder, pool: ThreadPoolExecutor, progress: Progress
) -> dict[str, Made]:
    """Make every format, in memory: one is at pandoc's and typst's while the next is prepared, the pages first."""
    written: dict[str, Future[None]] = {}
    jobs: dict[str, Future[Made]] = {}
    for name in sorted(order.formats, key=list(OUTPUTS).index):
        output = OUTPUTS[name]
        if output.writer not in written:
            tree = output.prepare(printing, folder)
            if tree is not None:
                folder.write_json(f"{output.writer}.json", tree)
                written[output.writer] = pool.submit(write, folder.path, output.writer, epoch(printing.day))
                pool.submit(_import_programs)
        jobs[name] = pool.submit(_finished, output, printing, folder, written.get(output.writer))
    if "pdf" in jobs:
        progress("pdf")  # the pages take longest, and are what a reader of the terminal waits for
    return {name: jobs[name].result() for name in order.formats}


def _finished(output: Output, printing: Printing, folder: Folder, written: Future[None] | None) -> Made:
    """A format, once pandoc has written what it is made of."""
    if written:
        written.result()
    return output.finish(printing, folder)


def _written(order: Order, made: Mapping[str, Made], begun: float) -> Iterator[File]:
    for format, one in made.items():
        path = order.output / f"{order.publication.name}{OUTPUTS[format].ending}"
        write_whole(path, one.data)
        yield File(path, time.perf_counter() - begun, hashlib.sha256(one.data).hexdigest(), one.pages)


def _lengths(order: Order, plan: Plan, made: Mapping[str, Made]) -> tuple[Length, ...]:
    """The pages of each document, where a PDF was made."""
    pdf, own = made.get("pdf"), order.publication.own
    if pdf is None:
        return ()
    by_path = order.publication.workspace.by_path
    documents = {label: by_path[path] for label, path in plan.labels.items() if not own or path != own.path}
    return lengths(plan.printing.blocks, documents, pdf.labels, pdf.pages)


def _import_programs() -> None:
    """Import what the end of a build needs while pandoc writes."""
    import pypdfium2  # noqa: F401
    import typst  # noqa: F401
