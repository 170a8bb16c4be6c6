"""The application: every command, its help and its usage errors in the reader's language.

Typer parses; the words are ours, for its own are English: help is drawn here, and what typer refuses
is told again as a ClustError.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from clust_cli.cli.help import render_help
from clust_cli.core.words import nearest
from clust_cli.errors import ClustError
from clust_cli.reports.language import N_


class _AsWritten:
    """Takes a value as it was typed.

    Every option of ours is a text, a list of texts or a flag, which our own code judges in the reader's language.
    Typer would import pydantic to say the same: two thirds of what a quick command costs.
    """

    def coerce(self, value: Any, **_context: Any) -> Any:
        """The value, as typed."""
        return value


def _as_written(parameters: Sequence[Any]) -> Sequence[Any]:
    for parameter in parameters:
        parameter._runtime_param = _AsWritten()
    return parameters


class Command(TyperCommand):
    """A command whose help and errors are ours."""

    def get_params(self, ctx: Any) -> Any:
        """The options and arguments, each taken as written."""
        return _as_written(super().get_params(ctx))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse; what is left over is told in our words."""
        ctx.allow_extra_args = True
        left = super().parse_args(ctx, args)
        if ctx.args:
            raise ClustError(N_("“{word}” is one argument too many"), N_("see “{help}”"), **_help(ctx, ctx.args[0]))
        return left

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Draw the help."""
        formatter.write(render_help(self, ctx))


class Group(TyperGroup):
    """The application itself."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command; an unknown one is told with the nearest we have."""
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            near = nearest(args[0], self.commands)
            message = N_("there is no command “{word}”; did you mean “{near}”?") if near else N_("no command “{word}”")
            raise ClustError(message, N_("see “{help}”"), near=near, **_help(ctx, args[0]))
        return super().resolve_command(ctx, args)

    def get_params(self, ctx: Any) -> Any:
        """The options and arguments, each taken as written."""
        return _as_written(super().get_params(ctx))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse; without any argument, show the help and succeed."""
        return super().parse_args(ctx, args or ["--help"])

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Draw the help."""
        formatter.write(render_help(self, ctx))


app = typer.Typer(
    name="clust",
    cls=Group,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help=N_("Write, check, cross-tabulate and build mementos of good practice."),
    epilog=N_('clust check\nclust new-monography "Pays d\'Essai" --memento 2\nclust crosstab 2\nclust build memento 2'),
)


def command(function: Any, *, name: str, help: str, examples: str, to: typer.Typer = app) -> None:
    """Add a command: its sentence, and examples that can be typed as they are."""
    to.command(name, cls=Command, help=help, epilog=examples)(function)


def group(name: str, *, help: str, examples: str, to: typer.Typer = app) -> typer.Typer:
    """Add a command that has commands of its own, and give what those are added to."""
    inner = typer.Typer(cls=Group, rich_markup_mode=None)
    to.add_typer(inner, name=name, cls=Group, help=help, epilog=examples)
    return inner


@app.callback()
def common(
    folder: str = typer.Option(".", "-C", metavar=N_("FOLDER"), help=N_("work in this folder")),
    lang: str = typer.Option("", "--lang", metavar="fr|en", help=N_("language of the messages")),
    version: bool = typer.Option(False, "--version", help=N_("show the version")),
) -> None:
    """Declared for the help and completion; `arguments.parse_common` takes them out, wherever they stand."""


def _help(ctx: Any, word: str) -> dict[str, str]:
    return {"word": word, "help": f"{ctx.command_path} --help"}


def run_app(arguments: Sequence[str], common: Any) -> int:
    """Parse the arguments, run the command, return its exit status."""
    from clust_cli.cli import commands

    completing = "_CLUST_COMPLETE" in os.environ
    commands.register(app, arguments[0] if arguments and not completing else "")
    if completing:
        # A shell asks what the Tab key may complete: typer's own classes answer it.
        from typer._completion_classes import completion_init

        completion_init()
    status = typer.main.get_command(app).main(
        args=list(arguments), prog_name="clust", standalone_mode=False, obj=common
    )
    return status if isinstance(status, int) else 0
