"""`clust schema`: a kind, a vocabulary or a funder, for people or as plain JSON Schema."""

from __future__ import annotations

import typer

from clust_cli.cli.app import command
from clust_cli.cli.output import chosen
from clust_cli.cli.words import N_, _, reader_language, say


def schema_command(
    context: typer.Context,
    name: str = typer.Argument(
        ..., metavar=N_("KIND"), help=N_("a kind, a vocabulary or a funder: monography, action-types…")
    ),
    json: bool = typer.Option(False, "--json", help=N_("as JSON Schema 2020-12, for other tools (kinds only)")),
) -> None:
    """Show a kind, a vocabulary or a funder; labels in the reader's language."""
    from json import dumps

    from clust_cli.core.kinds.json_schema import json_schema
    from clust_cli.reports.schema_text import render_funder, render_kind, render_vocabulary
    from clust_cli.shell.files import read_schemas

    workspace = read_schemas(context.obj.folder, reader_language())
    kinds = {kind.name: kind for kind in workspace.kinds.values() if not kind.abstract}
    chosen(name, kinds if json else [*kinds, *workspace.vocabularies, *workspace.schemas.funders], _("KIND"))
    if json:
        text = dumps(json_schema(kinds[name], workspace.vocabularies), ensure_ascii=False, indent=2) + "\n"
    elif name in kinds:
        text = render_kind(kinds[name], workspace.vocabularies, say())
    elif name in workspace.schemas.funders:
        text = render_funder(workspace.schemas.funders[name], kinds.get("memento"), say())
    else:
        text = render_vocabulary(workspace.vocabularies[name], say())
    typer.echo(text, nl=False)


def add(app: typer.Typer) -> None:
    """Add the command."""
    command(
        schema_command,
        name="schema",
        help=N_(
            "Show a kind: its fields, choices, sections and axes; or the terms of a vocabulary, or what a funder wants."
        ),
        examples="clust schema monography\nclust schema feader-2014-2020\nclust schema monography --json",
        to=app,
    )
