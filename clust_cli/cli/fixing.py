"""`clust check --fix`: write the numbers that claims should say, and tell each change in one line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import typer

from clust_cli.cli.changes import tell_changes
from clust_cli.cli.words import _
from clust_cli.core.writing.claim_fixes import Fixed
from clust_cli.reports.language import N_
from clust_cli.shell.files import write_whole

_NOTHING = N_("No claim to correct.")


def write_fixes(fixed: Sequence[Fixed], root: Path, *, dry_run: bool, quiet: bool) -> bool:
    """Write each file whole; whether any was written. `quiet` keeps the standard output for a report."""
    for one in fixed:
        if not dry_run:
            write_whole(root / one.document.path, one.data)
        tell_changes(one.changes, dry_run=dry_run, quiet=quiet)
    if not fixed:
        typer.echo(_(_NOTHING), err=quiet)
    return bool(fixed) and not dry_run
