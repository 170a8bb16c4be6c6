"""The commands, in the order the help lists them; each file adds its own."""

from __future__ import annotations

from importlib import import_module

import typer

COMMANDS = {
    "new-monography": "new",
    "new": "new",
    "check": "check",
    "explain": "explain",
    "crosstab": "crosstab",
    "lessons": "lessons",
    "build": "build",
    "status": "status",
    "export": "export",
    "schema": "schema",
    "vocabulary": "vocabulary",
    "completion": "completion",
}
"""Each command and the file of this folder that holds it."""


def register(app: typer.Typer, word: str = "") -> None:
    """Add the command of a name to the application, or every command where it names none."""
    names = (COMMANDS[word],) if word in COMMANDS else dict.fromkeys(COMMANDS.values())
    app.registered_commands.clear()
    app.registered_groups.clear()
    for name in names:
        import_module(f"clust_cli.cli.{name}").add(app)
