"""The commands, in the order the help lists them; each file adds its own."""

from __future__ import annotations

import typer

_registered = False


def register(app: typer.Typer) -> None:
    """Add every command to the application, once."""
    from clust_cli.cli import check, explain, schema

    global _registered  # noqa: PLW0603
    if _registered:
        return
    _registered = True
    check.add(app)
    explain.add(app)
    schema.add(app)
