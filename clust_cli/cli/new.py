"""`clust new` and `clust new-monography`: write a fresh document from its kind."""

from __future__ import annotations

import typer

from clust_cli.cli.app import command
from clust_cli.cli.words import N_, _

_NAME = typer.Argument(..., metavar=N_("NAME"), help=N_('the title: "Pays d\'Essai"'))
_MEMENTO = typer.Option("", "--memento", metavar="N", help=N_("the memento it belongs to; by default the one in draft"))
_SET = typer.Option([], "--set", metavar=N_("FIELD=VALUE"), help=N_("fill in a field (repeatable)"))
_ANSWERS = typer.Option("", "--answers", metavar=N_("FILE"), help=N_("take fields and sections from a YAML file"))
_INTERVIEW = typer.Option(
    False, "--interview", help=N_("ask field by field; on a document already written, ask only what is missing")
)


def new_command(
    context: typer.Context,
    kind: str = typer.Argument(..., metavar=N_("KIND"), help=N_("monography, expert-view, memento…")),
    name: str = _NAME,
    memento: str = _MEMENTO,
    settings: list[str] = _SET,
    answers: str = _ANSWERS,
    interview: bool = _INTERVIEW,
) -> None:
    """Write the scaffold of a document, or go on with one by interview."""
    from clust_cli.cli import interview as interviews
    from clust_cli.cli.answers import read_answers, utf8
    from clust_cli.cli.scaffolding import chosen_kind, find_target, fresh, refuse_to_overwrite
    from clust_cli.shell.files import read_disk, write_whole

    if interview:
        interviews.want_terminal()
    disk = read_disk(context.obj.folder)
    workspace = disk.parse()
    target = find_target(workspace, chosen_kind(workspace, kind), utf8(name), memento)
    given = read_answers(target.kind, settings, answers)
    if interview and target.existing and not settings and not answers:
        interviews.complete(disk.root, workspace, target.existing)
        return
    data = fresh(workspace, target, given)
    refuse_to_overwrite(disk.root, target)
    write_whole(disk.root / target.path, data)
    typer.echo(target.path)
    if interview:
        interviews.begin(disk.root, workspace, target.path)
    else:
        typer.echo(_("Complete it, then run: {command}").format(command=f"clust check {target.path}"))


def new_monography_command(
    context: typer.Context,
    name: str = _NAME,
    memento: str = _MEMENTO,
    settings: list[str] = _SET,
    answers: str = _ANSWERS,
    interview: bool = _INTERVIEW,
) -> None:
    """The same for a monography."""
    new_command(context, "monography", name, memento, settings, answers, interview)


def add(app: typer.Typer) -> None:
    """Add the commands."""
    command(
        new_monography_command,
        name="new-monography",
        help=N_("Begin a monography: a file with every field and section, each with its prompt."),
        examples='clust new-monography "Pays d\'Essai" --memento 2\n'
        'clust new-monography "Pays d\'Essai" --memento 2 --set territory.main_town=Essai\n'
        'clust new-monography "Pays d\'Essai" --memento 2 --interview',
        to=app,
    )
    command(
        new_command,
        name="new",
        help=N_("Begin a document of any kind: expert-view, memento, or a kind of your own."),
        examples='clust new memento "Alimentation et territoires" --memento 3\n'
        'clust new expert-view "Un regard extérieur" --memento 2',
        to=app,
    )
