"""`clust export`: the collection as open data."""

from __future__ import annotations

import typer

from clust_cli.cli.app import command
from clust_cli.cli.output import chosen, find_memento
from clust_cli.cli.words import N_
from clust_cli.errors import ClustError

FORMATS = ("json", "csv", "xlsx")


def export_command(
    context: typer.Context,
    memento: str = typer.Argument("", metavar="N", help=N_("the memento's number; without it, all of them")),
    format: str = typer.Option("json", "--format", metavar="json|csv|xlsx", help=N_("the format of the data")),
    output: str = typer.Option("", "-o", "--output", metavar=N_("PATH"), help=N_("the file; for csv, the folder")),
) -> None:
    """Read, flatten, print or write."""
    from clust_cli.cli.saved import save
    from clust_cli.core.export import export_tables
    from clust_cli.reports.export.csv import render_csv
    from clust_cli.reports.export.json import render_json
    from clust_cli.reports.export.xlsx import render_xlsx
    from clust_cli.shell.files import read_disk

    _check_output(chosen(format, FORMATS, "--format"), output)
    workspace = read_disk(context.obj.folder).parse()
    mementos = (find_memento(workspace, memento),) if memento else workspace.mementos
    path = context.obj.folder / output
    if format == "csv":
        for name, text in render_csv(export_tables(workspace, mementos)).items():
            save(path / name, text, bom=True)
    elif format == "xlsx":
        save(path, render_xlsx(export_tables(workspace, mementos), workspace.title))
    elif output:
        save(path, render_json(mementos))
    else:
        typer.echo(render_json(mementos), nl=False)


def _check_output(format: str, output: str) -> None:
    if format == "csv" and not output:
        raise ClustError(N_("CSV data are several files"), N_("name the folder to write them in: -o data"))
    if format == "xlsx" and not output:
        raise ClustError(N_("an XLSX file cannot be shown on the terminal"), N_("say where to write it: -o data.xlsx"))


def add(app: typer.Typer) -> None:
    """Add the command."""
    command(
        export_command,
        name="export",
        help=N_("Write the fields and the measures of every document as open data."),
        examples="clust export\nclust export 2 --format csv -o data\nclust export --format xlsx -o data.xlsx",
        to=app,
    )
