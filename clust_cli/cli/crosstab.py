"""`clust crosstab`: documents laid out by two axes, in six formats that agree."""

from __future__ import annotations

import typer

from clust_cli.cli.app import command
from clust_cli.cli.output import chosen, find_memento
from clust_cli.cli.words import N_

FORMATS = ("text", "markdown", "csv", "xlsx", "json", "html")
SHOWN = ("table", "evidence", "passages")


def crosstab_command(
    context: typer.Context,
    memento: str = typer.Argument("", metavar="N", help=N_("the memento's number; without it, all of them")),
    rows: str = typer.Option("", "--rows", metavar=N_("AXIS"), help=N_("the axis of the rows; without it, action")),
    columns: str = typer.Option("", "--columns", metavar=N_("AXIS"), help=N_("that of the columns; else territory")),
    where: str = typer.Option("", "--where", metavar=N_("QUERY"), help=N_("count only what satisfies a query")),
    only: list[str] = typer.Option([], "--only", metavar="ID", help=N_("only these rows, in this order (repeatable)")),
    hide_empty: bool = typer.Option(False, "--hide-empty", help=N_("leave empty rows and columns out")),
    everything: bool = typer.Option(False, "--all", help=N_("every row, not only those the memento prints")),
    transpose: bool = typer.Option(False, "--transpose", help=N_("rows as columns, columns as rows")),
    showing: str = typer.Option(
        "", "--show", metavar="|".join(SHOWN), help=N_("the table; the passages of its marks; or those --where finds")
    ),
    format: str = typer.Option(
        "", "--format", metavar="|".join(FORMATS), help=N_("by default that of FILE, else text")
    ),
    output: str = typer.Option("", "-o", "--output", metavar=N_("FILE"), help=N_("write the table to this file")),
) -> None:
    """Read, count, and print or write."""
    import shutil
    import sys

    from clust_cli.cli.tables import block_table, format_of, settings, show, table_renders
    from clust_cli.core.blocks import CrosstabBlock
    from clust_cli.core.counting.crosstab import counted_documents
    from clust_cli.core.counting.crosstab import transpose as transposed
    from clust_cli.shell.files import read_disk

    what = chosen(showing or SHOWN[0], SHOWN, "--show")
    chosen_format = format_of(format, output, FORMATS)
    file = context.obj.folder / output if output else None
    workspace = read_disk(context.obj.folder).parse()
    one = find_memento(workspace, memento) if memento else None
    documents = counted_documents(workspace, one)
    if what == "passages":
        from clust_cli.cli.passages import search_renders

        show(search_renders(workspace, documents, where)[chosen_format], workspace, chosen_format, file)
        return
    names = tuple(name.strip() for word in only for name in word.split(",") if name.strip())
    block = settings(CrosstabBlock(rows, columns, names, where), None if everything else one, workspace)
    table = block_table(block, workspace, one, hide_empty=hide_empty)
    table = transposed(table) if transpose else table
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() and not output else 0
    renders = table_renders(table, documents, workspace.lang, width)
    if what == "evidence":
        from clust_cli.cli.passages import evidence_renders

        renders = {**renders, **evidence_renders(table, documents, workspace.lang)}
    show(renders[chosen_format], workspace, chosen_format, file)


def add(app: typer.Typer) -> None:
    """Add the command."""
    command(
        crosstab_command,
        name="crosstab",
        help=N_("Lay documents out by two axes: types of action × territories, or any other two."),
        examples=(
            "clust crosstab 2\n"
            "clust crosstab 2 --all --rows region --columns carrier\n"
            'clust crosstab --where "programme.group=eu and not region=Bretagne"\n'
            "clust crosstab 2 --show evidence\n"
            "clust crosstab --show passages --where code=gtec\n"
            "clust crosstab 2 -o table.xlsx"
        ),
        to=app,
    )
