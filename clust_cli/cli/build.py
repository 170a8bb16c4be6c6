"""`clust build`: the printed memento, PDF and DOCX, proved before it replaces the old one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from clust_cli.cli.app import command
from clust_cli.cli.output import chosen, find_memento, paint
from clust_cli.cli.words import N_, _, reader_language, say
from clust_cli.errors import ClustError

if TYPE_CHECKING:
    from clust_cli.core.workspace import Memento, Workspace
    from clust_cli.shell.orders import Built, Order
    from clust_cli.shell.pandoc import Reading

_STEPS = {
    "read": N_("reading the documents"),
    "write": N_("writing the outputs"),
    "pdf": N_("laying out the pages"),
    "proof": N_("reading the outputs again"),
}


def build_command(
    context: typer.Context,
    what: str = typer.Argument(..., metavar="memento|all", help=N_("one memento, or every one")),
    number: str = typer.Argument("", metavar="N", help=N_("the number of the memento")),
    to: str = typer.Option("pdf,docx", "--to", metavar="pdf,docx,html", help=N_("the formats, parted by commas")),
    output: str = typer.Option("", "--output", metavar=N_("FOLDER"), help=N_("where to write; without it, build/")),
    draft: bool = typer.Option(False, "--draft", help=N_("build in spite of errors, every page marked as a draft")),
) -> None:
    """Check, build, and say what was written; exit with 1 when a memento has errors."""
    from clust_cli.shell.files import read_disk
    from clust_cli.shell.orders import FORMATS, Order
    from clust_cli.shell.pandoc import begin_reading

    formats = tuple(dict.fromkeys(chosen(word, FORMATS, "--to") for word in to.split(",")))
    disk = read_disk(context.obj.folder)
    workspace = disk.parse()
    folder = context.obj.folder / output if output else disk.root / "build"
    refused = False
    for memento in _wanted(workspace, what, number):
        # Pandoc reads while we check.
        reading = begin_reading(memento)
        if not draft and _has_errors(workspace, memento):
            refused = True
            reading.stop()
        else:
            _build(Order(workspace, memento, disk.root, folder, formats, draft), reading)
    raise typer.Exit(int(refused))


def _wanted(workspace: Workspace, what: str, number: str) -> tuple[Memento, ...]:
    usage = N_("write “clust build memento 2” or “clust build all”")
    if what == "all" and not number:
        return workspace.mementos
    if what != "memento":
        raise ClustError(N_("“{word}” cannot be built"), usage, word=number if what == "all" else what)
    if not number:
        raise ClustError(N_("the number of the memento is missing"), usage)
    return (find_memento(workspace, number),)


def _has_errors(workspace: Workspace, memento: Memento) -> bool:
    """Whether the memento has errors, which are then printed."""
    from clust_cli.core.check import check
    from clust_cli.core.diagnostics import Severity
    from clust_cli.reports.check_text import render_diagnostics

    findings = check(workspace).within([memento.folder])
    if not findings.has_errors:
        return False
    errors = tuple(one for one in findings.diagnostics if one.severity is Severity.ERROR)
    typer.echo(render_diagnostics(errors, say(), paint))
    line = _("memento {number} was not built: {errors} errors; --draft builds in spite of them")
    typer.echo("\n" + line.format(number=memento.number, errors=len(errors)))
    return True


def _build(order: Order, reading: Reading) -> None:
    from clust_cli.shell.build import build

    with _progress() as progress:
        built = tuple(build(order, reading, progress))
    for one in built:
        typer.echo(_line(one))


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """Show each step on a terminal; elsewhere say nothing."""
    if not sys.stderr.isatty():
        yield lambda step: None
        return
    from rich.console import Console

    with Console(stderr=True).status(_(_STEPS["read"])) as status:
        yield lambda step: status.update(_(_STEPS[step]))


def _line(built: Built) -> str:
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
        help=N_("Build a memento as an accessible PDF, a DOCX or a web page, from documents that check clean."),
        examples="clust build memento 2\nclust build all --to pdf\nclust build memento 2 --draft",
        to=app,
    )
