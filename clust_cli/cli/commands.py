"""The commands, in the order the help lists them; each file adds its own."""

from __future__ import annotations

import typer

from clust_cli.cli import build, check, completion, crosstab, explain, export, new, schema, status

COMMANDS = (
    new,
    check,
    explain,
    crosstab,
    build,
    status,
    export,
    schema,
    completion,
)


def register(app: typer.Typer) -> None:
    """Add every command to the application, once."""
    if not app.registered_commands:
        for module in COMMANDS:
            module.add(app)
