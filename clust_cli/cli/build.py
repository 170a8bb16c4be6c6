"""`clust build`: the printed memento, or one of its documents, proved before it replaces the old one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from clust_cli.cli.app import command
from clust_cli.cli.output import chosen, find_document, find_memento, paint
from clust_cli.cli.words import N_, _, reader_language, say
from clust_cli.errors import ClustError

if TYPE_CHECKING:
    from clust_cli.core.check import Findings
    from clust_cli.core.printing.publication import Publication
    from clust_cli.core.workspace import Workspace
    from clust_cli.shell.files import Disk
    from clust_cli.shell.orders import Built, File, Order
    from clust_cli.shell.pandoc import Reading

_STEPS = {
    "read": N_("reading the documents"),
    "write": N_("writing the outputs"),
    "pdf": N_("laying out the pages"),
    "proof": N_("reading the outputs again"),
}


def build_command(
    context: typer.Context,
    what: str = typer.Argument(..., metavar="memento|monography|all", help=N_("a memento, one document, or all")),
    which: str = typer.Argument("", metavar=N_("N|NAME"), help=N_("the memento's number, or the document's file name")),
    to: str = typer.Option("pdf,docx", "--to", metavar="pdf,docx,odt,html", help=N_("the formats, parted by commas")),
    output: str = typer.Option("", "--output", metavar=N_("FOLDER"), help=N_("where to write; without it, build/")),
    draft: bool = typer.Option(False, "--draft", help=N_("build in spite of errors, every page marked as a draft")),
    press: bool = typer.Option(
        False, "--print", help=N_("write the print shop's files too: the pages with crop marks, and the cover apart")
    ),
    manifest: bool = typer.Option(
        False, "--manifest", help=N_("write beside the files what they were made from, with fingerprints")
    ),
) -> None:
    """Check, build, and say what was written; exit with 1 when what is to be built has errors."""
    from clust_cli.core.check import check
    from clust_cli.shell.files import read_disk
    from clust_cli.shell.orders import FORMATS, PRESS, Order
    from clust_cli.shell.pandoc import begin_reading

    formats = tuple(dict.fromkeys(chosen(word, FORMATS, "--to") for word in to.split(",")))
    disk = read_disk(context.obj.folder)
    folder = context.obj.folder / output if output else disk.root / "build"
    refused = False
    if press and what not in ("memento", "all"):
        raise ClustError(N_("only a whole memento goes to the print shop"), N_("leave --print out"))
    for publication in _wanted(disk.parse(), what, which):
        # Pandoc reads while we check.
        reading = begin_reading(publication)
        findings = check(publication.workspace).within([publication.scope])
        if findings.has_errors and not draft:
            refused = True
            _tell_errors(publication, findings)
            reading.stop()
            continue
        order = Order(publication, disk.root, folder, (*formats, *PRESS) if press else formats, draft)
        built = _build(order, reading)
        _tell_counts(publication, findings)
        if manifest:
            _write_manifest(order, built, disk)
    raise typer.Exit(int(refused))


def _wanted(workspace: Workspace, what: str, which: str) -> tuple[Publication, ...]:
    from clust_cli.core.printing.publication import Publication

    usage = N_("write “clust build memento 2”, “clust build monography NAME” or “clust build all”")
    if what == "all" and not which:
        return tuple(Publication(workspace, memento) for memento in workspace.mementos)
    if what != "memento" and what not in workspace.kinds:
        raise ClustError(N_("“{word}” cannot be built"), usage, word=which if what == "all" else what)
    if not which:
        lacking = (
            N_("the number of the memento is missing") if what == "memento" else N_("the document's name is missing")
        )
        raise ClustError(lacking, usage)
    if what == "memento":
        return (Publication(workspace, find_memento(workspace, which)),)
    document = find_document(workspace, what, which)
    memento = next(one for one in workspace.mementos if document in one.documents)
    return (Publication(workspace, memento, document),)


def _tell_errors(publication: Publication, findings: Findings) -> None:
    """Print the errors for which it is not built."""
    from clust_cli.core.diagnostics import Severity
    from clust_cli.reports.check_text import render_diagnostics

    errors = tuple(one for one in findings.diagnostics if one.severity is Severity.ERROR)
    typer.echo(render_diagnostics(errors, say(), paint))
    line = _("“{title}” was not built: {errors} errors; --draft builds in spite of them")
    typer.echo("\n" + line.format(title=publication.title, errors=len(errors)))


def _tell_counts(publication: Publication, findings: Findings) -> None:
    """Print how many errors and warnings stand in what was built, and the command that shows them."""
    from clust_cli.core.diagnostics import Severity

    errors, warnings = (findings.count(one) for one in (Severity.ERROR, Severity.WARNING))
    if not errors and not warnings:
        return
    what = publication.alone.path if publication.alone else f"--memento {publication.memento.number}"
    line = _("errors: {errors} · warnings: {warnings}; see “clust check {what}”")
    typer.echo(line.format(errors=errors, warnings=warnings, what=what))


def _build(order: Order, reading: Reading) -> Built:
    from clust_cli.reports.lengths import render_lengths
    from clust_cli.shell.build import build

    with _progress() as progress:
        built = build(order, reading, progress)
    for one in built.files:
        typer.echo(_line(one))
    memento = order.publication.memento.document
    for line in render_lengths(built.lengths, memento.values if memento else {}, say(), paint):
        typer.echo(line)
    return built


def _write_manifest(order: Order, built: Built, disk: Disk) -> None:
    from clust_cli.cli.saved import save
    from clust_cli.reports.manifest import render_manifest
    from clust_cli.shell.manifest import gather_manifest

    manifest = gather_manifest(order.publication, built, disk)
    save(order.output / f"{order.publication.name}.manifest.json", render_manifest(manifest))


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """Show each step on a terminal; elsewhere say nothing."""
    if not sys.stderr.isatty():
        yield lambda step: None
        return
    from rich.console import Console

    with Console(stderr=True).status(_(_STEPS["read"])) as status:
        yield lambda step: status.update(_(_STEPS[step]))


def _line(built: File) -> str:
    """One line for a file: its path, its pages where they are known, the seconds it took."""
    path = built.path.resolve()
    shown = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
    seconds = f"{built.seconds:.1f}".replace(".", "," if reader_language() == "fr" else ".")
    sentence = _("{path} · {pages} pages · {seconds} s") if built.pages else _("{path} · {seconds} s")
    return sentence.format(path=shown, pages=built.pages, seconds=seconds)


def add(app: typer.Typer) -> None:
    """Add the command."""
    command(
        build_command,
        name="build",
        help=N_("Build a memento, or one of its documents, as an accessible PDF and more, once it checks clean."),
        examples="clust build memento 2\nclust build monography pays-de-langres\nclust build all --to pdf --manifest",
        to=app,
    )
