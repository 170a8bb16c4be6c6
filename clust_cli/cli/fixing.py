"""`clust check --fix`: write the numbers that claims should say, and tell each change in one line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import typer

from clust_cli.cli.words import _
from clust_cli.core.writing.claim_fixes import Fixed
from clust_cli.reports.language import N_
from clust_cli.shell.files import write_whole

_CHANGED = N_("{path}:{line}: “{before}” becomes “{after}”")
_WOULD_CHANGE = N_("{path}:{line}: “{before}” would become “{after}”")
_NOTHING = N_("No claim to correct.")


def write_fixes(fixed: Sequence[Fixed], root: Path, *, dry_run: bool, quiet: bool) -> bool:
    """Write each file whole; whether any was written. `quiet` keeps the standard output for a report."""
    for one in fixed:
        if not dry_run:
            write_whole(root / one.document.path, one.data)
        for change in one.changes:
            line = _(_WOULD_CHANGE if dry_run else _CHANGED).format(
                path=one.document.path, line=change.place.start.line, before=change.before, after=change.after
            )
            typer.echo(line, err=quiet)
    if not fixed:
        typer.echo(_(_NOTHING), err=quiet)
    return bool(fixed) and not dry_run
