"""`clust lessons`: what the documents of a memento share, each line with its evidence."""

from __future__ import annotations

import typer

from clust_cli.cli.app import command
from clust_cli.cli.output import chosen, find_memento
from clust_cli.cli.words import N_, say

FORMATS = ("text", "markdown", "json")


def lessons_command(
    context: typer.Context,
    memento: str = typer.Argument(..., metavar="N", help=N_("the memento's number")),
    format: str = typer.Option("", "--format", metavar="|".join(FORMATS), help=N_("text, a first draft, or data")),
) -> None:
    """Read, gather and print."""
    from clust_cli.cli.tables import axis_of
    from clust_cli.core.counting.crosstab import counted_documents
    from clust_cli.core.counting.lessons import lessons, theme_axes
    from clust_cli.reports.language import speaker
    from clust_cli.reports.lessons.json import render_json
    from clust_cli.reports.lessons.markdown import render_markdown
    from clust_cli.reports.lessons.text import render_text
    from clust_cli.shell.files import read_disk

    chosen_format = chosen(format or FORMATS[0], FORMATS, "--format")
    workspace = read_disk(context.obj.folder).parse()
    one = find_memento(workspace, memento)
    rows, columns, types = (axis_of(workspace, name, name) for name in ("action", "territory", "territory-type"))
    found = lessons(workspace, counted_documents(workspace, one), theme_axes(workspace), rows, columns, types)
    if chosen_format == "json":
        print(render_json(found), end="")
    elif chosen_format == "markdown":
        print(render_markdown(found, one.folder, speaker(workspace.lang)), end="")
    else:
        print(render_text(found, say()), end="")


def add(app: typer.Typer) -> None:
    """Add the command."""
    command(
        lessons_command,
        name="lessons",
        help=N_("Gather what the monographies of a memento share: themes by frequency, with quotations."),
        examples="clust lessons 2\nclust lessons 2 --format markdown",
        to=app,
    )
