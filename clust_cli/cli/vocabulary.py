"""`clust vocabulary`: the codebook: its terms listed and counted, added, renamed, merged in a whole collection."""

from __future__ import annotations

import typer

from clust_cli.cli.app import command, group
from clust_cli.cli.output import chosen
from clust_cli.cli.words import N_, say

FORMATS = ("text", "json")
_NAME = N_("VOCABULARY")
_WHICH = N_("the vocabulary: action-types…")
_DRY = N_("show what would change, write nothing")


def list_command(
    context: typer.Context,
    name: str = typer.Argument("", metavar=_NAME, help=N_("only this one, with its terms")),
    format: str = typer.Option("text", "--format", metavar="|".join(FORMATS), help=N_("how to show it")),
) -> None:
    """Read, count, print."""
    from clust_cli.cli.vocabulary_edits import find_vocabulary, is_own
    from clust_cli.core.counting.codebook import term_uses, uses_of
    from clust_cli.reports.codebook import json, text
    from clust_cli.shell.files import read_disk

    chosen(format, FORMATS, "--format")
    disk = read_disk(context.obj.folder)
    workspace = disk.parse()
    render = json if format == "json" else text
    if name:
        vocabulary = find_vocabulary(workspace, name)
        uses = term_uses(workspace, vocabulary, workspace.documents)
        typer.echo(render.render_terms(vocabulary, uses, say()), nl=False)
        return
    listed = [(one, is_own(one.name, disk), tuple(uses_of(workspace, one))) for one in workspace.vocabularies.values()]
    typer.echo(render.render_vocabularies(listed, say()), nl=False)


def add_command(
    context: typer.Context,
    name: str = typer.Argument(..., metavar=_NAME, help=_WHICH),
    id: str = typer.Argument(..., metavar="ID", help=N_("the term's id: lower-case letters, digits, hyphens")),
    label: str = typer.Option("", "--label", metavar=N_("TEXT"), help=N_("how it is printed")),
    short: str = typer.Option("", "--short", metavar=N_("TEXT"), help=N_("how it is printed in narrow heads")),
    definition: str = typer.Option("", "--definition", metavar=N_("TEXT"), help=N_("what it means, in one sentence")),
    group: str = typer.Option("", "--group", metavar=N_("GROUP"), help=N_("one of the vocabulary's groups")),
    terms: str = typer.Option("", "--terms", metavar='"A; B"', help=N_("how prose names it, semicolons between")),
    dry_run: bool = typer.Option(False, "--dry-run", help=_DRY),
) -> None:
    """Load, add, prove, write, tell."""
    from clust_cli.cli.vocabulary_edits import Codebook

    said = {"label": label, "short": short, "definition": definition, "group": group}
    prose = [one.strip() for one in terms.split(";") if one.strip()]
    Codebook(context.obj.folder, name).add(id, said, prose).finish(dry_run=dry_run)


def rename_command(
    context: typer.Context,
    name: str = typer.Argument(..., metavar=_NAME, help=_WHICH),
    old: str = typer.Argument(..., metavar=N_("OLD"), help=N_("the id of the term")),
    new: str = typer.Argument(..., metavar=N_("NEW"), help=N_("its new id")),
    label: str = typer.Option("", "--label", metavar=N_("TEXT"), help=N_("its new label")),
    dry_run: bool = typer.Option(False, "--dry-run", help=_DRY),
) -> None:
    """Load, rename everywhere, prove, write, tell."""
    from clust_cli.cli.vocabulary_edits import Codebook

    Codebook(context.obj.folder, name).rename(old, new, label.strip()).finish(dry_run=dry_run)


def merge_command(
    context: typer.Context,
    name: str = typer.Argument(..., metavar=_NAME, help=_WHICH),
    old: str = typer.Argument(..., metavar=N_("FROM"), help=N_("the id of the term that is given up")),
    new: str = typer.Argument(..., metavar=N_("INTO"), help=N_("the id of the term that takes its place")),
    drop: bool = typer.Option(False, "--drop", help=N_("take the term out; without it, it stays as replaced")),
    dry_run: bool = typer.Option(False, "--dry-run", help=_DRY),
) -> None:
    """Load, merge everywhere, prove, write, tell."""
    from clust_cli.cli.vocabulary_edits import Codebook

    Codebook(context.obj.folder, name).merge(old, new, drop=drop).finish(dry_run=dry_run)


def add(app: typer.Typer) -> None:
    """Add the command and those below it."""
    inner = group(
        "vocabulary",
        help=N_("List and count the terms of the vocabularies; add, rename and merge them in the whole collection."),
        examples=(
            "clust vocabulary list\nclust vocabulary list action-types\n"
            "clust vocabulary rename action-types gtec gpec --dry-run\nclust vocabulary merge action-types tepcv label"
        ),
        to=app,
    )
    command(
        list_command,
        name="list",
        help=N_("List the vocabularies; or the terms of one, with how many documents and passages have each."),
        examples="clust vocabulary list\nclust vocabulary list action-types --format json",
        to=inner,
    )
    command(
        add_command,
        name="add",
        help=N_("Add a term to a vocabulary; a packaged one becomes a file of the collection's own."),
        examples=('clust vocabulary add action-types fablab --label "Fablab" --terms "fablab; atelier partagé"'),
        to=inner,
    )
    command(
        rename_command,
        name="rename",
        help=N_("Give a term another id, and perhaps another label, in its vocabulary and wherever it is named."),
        examples=(
            "clust vocabulary rename action-types gtec gpec --dry-run\n"
            'clust vocabulary rename action-types gtec gpec --label "GPEC"'
        ),
        to=inner,
    )
    command(
        merge_command,
        name="merge",
        help=N_("Give a term up for another everywhere; it stays in the vocabulary as replaced, or goes with --drop."),
        examples="clust vocabulary merge action-types tepcv label --dry-run",
        to=inner,
    )
