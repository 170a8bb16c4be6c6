"""`clust completion`: the script that completes commands and options in a shell."""

from __future__ import annotations

import typer

from clust_cli.cli.app import command
from clust_cli.cli.output import chosen
from clust_cli.cli.words import N_, _

SHELLS = ("bash", "zsh", "fish", "powershell")


def completion_command(
    context: typer.Context,
    shell: str = typer.Argument(..., metavar="bash|zsh|fish|powershell", help=N_("the shell to complete in")),
) -> None:
    """Print the completion script of a shell."""
    from typer._completion_shared import get_completion_script  # typer has no public name for it

    chosen(shell, SHELLS, _("SHELL"))
    typer.echo(get_completion_script(prog_name="clust", complete_var="_CLUST_COMPLETE", shell=shell))


def add(app: typer.Typer) -> None:
    """Add the command."""
    command(
        completion_command,
        name="completion",
        help=N_("Print the script that completes commands and options with the Tab key."),
        examples="clust completion bash >> ~/.bashrc\nclust completion powershell >> $PROFILE",
        to=app,
    )
