"""Changes of files, told in one line each: where, what was written, what is written now."""

from __future__ import annotations

from collections.abc import Iterable

import typer

from clust_cli.cli.words import _
from clust_cli.core.writing.splicing import Change
from clust_cli.reports.language import N_
from clust_cli.reports.sentences import printable

_CHANGED = N_("{path}:{line}: “{before}” becomes “{after}”")
_WOULD_CHANGE = N_("{path}:{line}: “{before}” would become “{after}”")
_ADDED = N_("{path}:{line}: “{after}” is added")
_WOULD_ADD = N_("{path}:{line}: “{after}” would be added")
_REMOVED = N_("{path}:{line}: “{before}” is taken out")
_WOULD_REMOVE = N_("{path}:{line}: “{before}” would be taken out")


def tell_changes(changes: Iterable[Change], *, dry_run: bool, quiet: bool = False) -> None:
    """Tell each change; `quiet` keeps the standard output for a report."""
    for change in changes:
        done, planned = _sentences(change)
        line = _(planned if dry_run else done).format(
            path=change.place.path,
            line=change.place.start.line,
            before=printable(change.before.strip()),
            after=printable(change.after.strip(" ,\r\n")),
        )
        typer.echo(line, err=quiet)


def _sentences(change: Change) -> tuple[str, str]:
    if not change.before:
        return _ADDED, _WOULD_ADD
    return (_CHANGED, _WOULD_CHANGE) if change.after else (_REMOVED, _WOULD_REMOVE)
