"""The interview: a document filled in field by field, then section by section, saved after every answer."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import typer

from clust_cli.cli.interview_fields import FieldInterview
from clust_cli.cli.interview_sections import SectionInterview
from clust_cli.cli.session import Session
from clust_cli.cli.words import N_, _
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.documents import Document
from clust_cli.core.plain import Plain
from clust_cli.core.workspace import Workspace
from clust_cli.core.writing.answers import field_names, first_entry, parse_route
from clust_cli.errors import ClustError

_NOT_ASKED = ("gaps", "accepted", "images")
"""What an author declares about absences, doubts and images: there are none yet."""


def want_terminal() -> None:
    """Stop where there is nobody to answer.

    Errors: ClustError without a terminal.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise ClustError(
            N_("--interview needs a terminal to ask its questions on"),
            N_("run it in a terminal, or give the answers with --set or --answers"),
        )


def begin(root: Path, workspace: Workspace, path: str) -> None:
    """Ask everything of a document just written: each field that is empty, each section."""
    session = Session(root, workspace, path, (root / path).read_bytes())
    _hold(session, _everything)


def complete(root: Path, workspace: Workspace, document: Document) -> None:
    """Ask only what check finds missing in a document.

    Errors: ClustError when the file cannot be read as a document.
    """
    if document.unreadable or document.kind is None:
        raise ClustError(
            N_("“{path}” cannot be read as a document"),
            N_("run “clust check {path}” and mend what it tells first"),
            path=document.path,
        )
    session = Session(root, workspace, document.path, document.source.data)
    if not session.trial.missing:
        typer.echo(_("nothing is missing in {path}").format(path=document.path))
        return
    _hold(session, _missing)


def _hold(session: Session, questions: Callable[[Session], None]) -> None:
    """Go through the questions; however it ends, say where the file is and what it still owes."""
    typer.echo(_("Enter skips a question; Ctrl-C stops. Every answer is saved at once."))
    try:
        questions(session)
    except (KeyboardInterrupt, EOFError):
        typer.echo("\n\n" + _("Stopped. What you answered is saved; the same command asks what is still missing."))
    owed = len(session.trial.missing)
    typer.echo("\n" + session.path)
    typer.echo(_("still missing: {count}; see “{command}”").format(count=owed, command=f"clust check {session.path}"))


def _everything(session: Session) -> None:
    fields = FieldInterview(session)
    properties: dict[str, Plain] = session.kind.fields.get("properties", {})
    for name, schema in properties.items():
        value = session.trial.document.values.get(name)
        filled = value is not None and not isinstance(value, dict | list)
        if name not in _NOT_ASKED and not filled:
            fields.ask((name,), schema)
    SectionInterview(session).everything()


def _missing(session: Session) -> None:
    """Fields first, then sections; what an answer settles on the way is not asked again."""
    fields, sections = FieldInterview(session), SectionInterview(session)
    for owed in sorted(session.trial.missing, key=_in_order(session)):
        if _still_owed(session, owed):
            route = parse_route(str(owed.arguments.get("field", "")))
            if owed.rule.id == "missing-entry":
                fields.ask_demanded(owed.place)
            elif route:
                fields.ask_route(route)
    for owed in session.trial.missing:
        if owed.rule.id in ("missing-section", "unfilled-section"):
            sections.ask_owed(owed)


def _in_order(session: Session) -> Callable[[Diagnostic], int]:
    """Fields in the order of the kind, wherever the author has put them; the others behind."""
    ranks = {name: rank for rank, name in enumerate(field_names(session.kind))}
    return lambda owed: ranks.get(first_entry(str(owed.arguments.get("field", ""))), len(ranks))


def _still_owed(session: Session, owed: Diagnostic) -> bool:
    field = owed.arguments.get("field")
    return owed.rule.id == "missing-entry" or any(one.arguments.get("field") == field for one in session.trial.missing)
