"""`clust status`: how far each memento is, document by document."""

from __future__ import annotations

import typer

from clust_cli.cli.app import command
from clust_cli.cli.output import chosen, find_memento, is_coloured
from clust_cli.cli.words import N_, say

FORMATS = ("text", "json")
_PIPED = 120


def status_command(
    context: typer.Context,
    memento: str = typer.Argument("", metavar="N", help=N_("the memento's number; without it, all of them")),
    format: str = typer.Option("text", "--format", metavar="text|json", help=N_("how to show it")),
) -> None:
    """Read, measure, print."""
    import shutil
    import sys
    from datetime import date

    from clust_cli.core.completeness import progress
    from clust_cli.shell.files import read_disk

    chosen(format, FORMATS, "--format")
    workspace = read_disk(context.obj.folder).parse()
    mementos = (find_memento(workspace, memento),) if memento else workspace.mementos
    progresses = progress(workspace, mementos, date.today())
    if format == "json":
        from clust_cli.reports.status.json import render_json

        typer.echo(render_json(progresses), nl=False)
        return
    from clust_cli.reports.status.text import render_text

    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else _PIPED
    statuses = workspace.vocabularies.get("statuses")
    typer.echo(render_text(progresses, statuses, say(), width, colours=is_coloured()), nl=False)


def add(app: typer.Typer) -> None:
    """Add the command."""
    command(
        status_command,
        name="status",
        help=N_("Show how far the documents are: sections, words, status, who is assigned and what is late."),
        examples="clust status\nclust status 2\nclust status --format json",
        to=app,
    )
