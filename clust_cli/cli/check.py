"""`clust check`: everything there is to tell of the collection."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from clust_cli.cli.app import command
from clust_cli.cli.output import chosen, chosen_rule, find_memento, paint
from clust_cli.cli.words import N_, say
from clust_cli.errors import ClustError

if TYPE_CHECKING:
    from clust_cli.core.check import Check, Findings
    from clust_cli.shell.files import Disk

FORMATS = ("text", "json", "github")


def check_command(
    context: typer.Context,
    paths: list[str] = typer.Argument(None, metavar=N_("PATH"), help=N_("files or folders; without any, everything")),
    memento: str = typer.Option("", "--memento", metavar="N", help=N_("only this memento")),
    format: str = typer.Option("text", "--format", metavar="text|json|github", help=N_("how to show what is found")),
    strict: bool = typer.Option(False, "--strict", help=N_("count warnings as errors")),
    rule: list[str] = typer.Option([], "--rule", metavar=N_("RULE"), help=N_("only this rule (repeatable)")),
    ignore: list[str] = typer.Option([], "--ignore", metavar=N_("RULE"), help=N_("not this rule (repeatable)")),
    spelling: bool = typer.Option(False, "--spelling", help=N_("the spelling of words as well")),
    fix: bool = typer.Option(False, "--fix", help=N_("write the numbers that claims should say, and nothing else")),
    dry_run: bool = typer.Option(False, "--dry-run", help=N_("with --fix: show what would change, write nothing")),
) -> None:
    """Check, put right what is asked for, print, and exit with 1 when there is an error."""
    from clust_cli.core.check import SPELLING, check
    from clust_cli.shell.files import read_disk

    chosen(format, FORMATS, "--format")
    if dry_run and not fix:
        raise ClustError(N_("--dry-run shows what --fix would change"), N_("add --fix"))
    asked = _spelling_rule() if spelling or any(id in SPELLING for id in rule) else None
    disk = read_disk(context.obj.folder)
    workspace = disk.parse()
    wanted = [_in_workspace(path, disk, context.obj.folder) for path in paths or ()]
    if memento:
        wanted.append(find_memento(workspace, memento).folder)
    everything = check(workspace, asked)
    findings = _selected(everything, wanted, rule, ignore, strict=strict)
    if fix:
        from clust_cli.cli.fixing import write_fixes
        from clust_cli.core.writing.claim_fixes import fix_claims

        fixed = fix_claims(workspace, findings.diagnostics, everything.diagnostics)
        if write_fixes(fixed, disk.root, dry_run=dry_run, quiet=format != "text"):
            findings = _selected(
                check(read_disk(context.obj.folder).parse(), asked), wanted, rule, ignore, strict=strict
            )
    typer.echo(_rendered(findings, format), nl=False)
    raise typer.Exit(int(findings.has_errors))


def _spelling_rule() -> Check:
    """The rule that looks at spelling. Errors: ClustError where spylls, an extra, is not installed."""
    from functools import partial

    from clust_cli.core.rules.spelling import check_spelling

    try:
        from clust_cli.shell.speller import SpyllsSpeller
    except ModuleNotFoundError as error:
        raise ClustError(
            N_("--spelling needs spylls, which is not installed"),
            N_("run “pipx inject clust spylls”; without pipx: “python -m pip install spylls”"),
        ) from error
    return partial(check_spelling, speller=SpyllsSpeller())


def _rendered(findings: Findings, format: str) -> str:
    if format == "json":
        from clust_cli.reports.check_json import render_json

        return render_json(findings, say())
    if format == "github":
        from clust_cli.reports.check_github import render_github

        return render_github(findings, say())
    from clust_cli.reports.check_text import render_text

    return render_text(findings, say(), paint)


def _in_workspace(path: str, disk: Disk, folder: Path) -> str:
    """A path of the user's as one of the workspace's."""
    full = (folder / path).resolve()
    if not full.exists():
        raise ClustError(N_("“{path}” does not exist"), N_("check its name, or give a folder"), path=path)
    if not full.is_relative_to(disk.root.resolve()):
        raise ClustError(N_("“{path}” is outside the collection"), N_("give a path inside it"), path=path)
    name = full.relative_to(disk.root.resolve()).as_posix()
    if full.is_file() and name not in disk.sources and name not in disk.misnamed:
        raise ClustError(
            N_("“{path}” is no document"), N_("a document is a file .md in a folder such as mementos/02-…"), path=path
        )
    return name


def _selected(findings: Findings, wanted: list[str], only: list[str], ignored: list[str], *, strict: bool) -> Findings:
    """Keep the files and rules asked for; --strict turns warnings into errors and never touches notes."""
    from clust_cli.core.diagnostics import Severity

    for id in (*only, *ignored):
        chosen_rule(id, "--rule" if id in only else "--ignore")
    findings = findings.within(wanted) if wanted else findings
    kept = [one for one in findings.diagnostics if (not only or one.rule.id in only) and one.rule.id not in ignored]
    if strict:
        kept = [replace(one, severity=Severity.ERROR) if one.severity is Severity.WARNING else one for one in kept]
    return replace(findings, diagnostics=tuple(kept))


def add(app: typer.Typer) -> None:
    """Add the command."""
    command(
        check_command,
        name="check",
        help=N_("Check the documents: what is missing, wrong or doubtful, at its line."),
        examples=(
            "clust check\nclust check --memento 2 --strict\nclust check --spelling\n"
            "clust check --fix --dry-run\nclust check --format github"
        ),
        to=app,
    )
