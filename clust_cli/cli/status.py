"""`clust status`: how far each memento is, document by document; or what a new edition must ask again."""

from __future__ import annotations

from collections.abc import Sequence

import typer

from clust_cli.cli.app import command
from clust_cli.cli.output import chosen, find_memento, is_coloured
from clust_cli.cli.words import N_, say
from clust_cli.core.workspace import Memento, Workspace
from clust_cli.errors import ClustError

FORMATS = ("text", "json")
STALE_FORMATS = ("text", "json", "markdown")
_PIPED = 120


def status_command(
    context: typer.Context,
    memento: str = typer.Argument("", metavar="N", help=N_("the memento's number; without it, all of them")),
    stale: bool = typer.Option(False, "--stale", help=N_("what must be asked again for a new edition")),
    at: str = typer.Option("", "--at", metavar=N_("DATE"), help=N_("with --stale: the day of the new edition; today")),
    older_than: str = typer.Option(
        "", "--older-than", metavar=N_("YEARS"), help=N_("with --stale: leave out what is younger; 2 years")
    ),
    format: str = typer.Option("text", "--format", metavar="text|json|markdown", help=N_("how to show it")),
) -> None:
    """Read, measure, print."""
    from datetime import date

    from clust_cli.core.completeness import progress
    from clust_cli.shell.files import read_disk

    chosen(format, STALE_FORMATS if stale else FORMATS, "--format")
    workspace = read_disk(context.obj.folder).parse()
    mementos = (find_memento(workspace, memento),) if memento else workspace.mementos
    if stale:
        _show_stale(workspace, mementos, at, older_than, format)
        return
    for option, word in (("--at", at), ("--older-than", older_than)):
        if word:
            raise ClustError(N_("{option} goes with --stale"), N_("add --stale, or leave it out"), option=option)
    progresses = progress(workspace, mementos, date.today())
    if format == "json":
        from clust_cli.reports.status.json import render_json

        typer.echo(render_json(progresses), nl=False)
        return
    import shutil
    import sys

    from clust_cli.reports.status.text import render_text

    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else _PIPED
    statuses = workspace.vocabularies.get("statuses")
    typer.echo(render_text(progresses, statuses, say(), width, colours=is_coloured()), nl=False)


def _show_stale(workspace: Workspace, mementos: Sequence[Memento], at: str, older_than: str, format: str) -> None:
    from datetime import date

    from clust_cli.core.moments import first_day
    from clust_cli.core.staleness import YEARS, staleness

    day = first_day(at) if at else date.today()
    if day is None:
        message, hint = N_("--at: “{word}” is no year, month or day"), N_("write 2027, 2027-01 or 2027-01-15")
        raise ClustError(message, hint, word=at)
    if older_than and not (older_than.isascii() and older_than.isdigit() and len(older_than) < 4):
        message, hint = N_("--older-than: “{word}” is no number of years"), N_("write a whole number, such as 2")
        raise ClustError(message, hint, word=older_than)
    years = int(older_than) if older_than else YEARS
    found = staleness(workspace, mementos, day, years)
    if format == "json":
        from clust_cli.reports.status.stale_json import render_stale_json

        text = render_stale_json(found, day, years)
    elif format == "markdown":
        from clust_cli.reports.status.stale_markdown import render_stale_markdown

        text = render_stale_markdown(found, day, say())
    else:
        from clust_cli.reports.status.stale_text import render_stale_text

        text = render_stale_text(found, say())
    typer.echo(text, nl=False)


def add(app: typer.Typer) -> None:
    """Add the command."""
    command(
        status_command,
        name="status",
        help=N_("Show how far the documents are: sections, words, status, who is assigned and what is late."),
        examples="clust status\nclust status 2\nclust status 2 --stale --at 2027-01 --format markdown",
        to=app,
    )
