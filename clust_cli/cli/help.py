"""The help of a command, drawn in the reader's language: usage, sentence, arguments, options, examples."""

from __future__ import annotations

import shutil
import textwrap
from typing import Any

from clust_cli.cli.words import N_, _

_HELP = N_("show this help and stop")
_COMMON = (
    (N_("-C FOLDER"), N_("work in this folder")),
    ("--lang fr|en", N_("language of the messages")),
    ("--help", _HELP),
)


def render_help(command: Any, context: Any) -> str:
    """Draw the help of a command or of the whole application."""
    width = min(shutil.get_terminal_size().columns, 100)
    parts = [f"{_('Usage:')} {_usage(command, context)}", _fill(_said(command.help), width)]
    arguments = [parameter for parameter in command.params if parameter.param_type_name == "argument"]
    options = [parameter for parameter in command.params if parameter.param_type_name == "option"]
    commands = getattr(command, "commands", {})
    if commands:
        rows = [(name, _said(one.help)) for name, one in commands.items() if not one.hidden]
        parts.append(_table(_("Commands:"), rows, width))
    if arguments:
        rows = [(_metavar(one), _said(one.help)) for one in arguments]
        parts.append(_table(_("Arguments:"), rows, width))
    rows = [(_names(one), _said(one.help)) for one in options if not one.hidden]
    if context.parent is None:
        rows.append(("--help", _(_HELP)))
    else:
        rows += [(_(name), _(help)) for name, help in _COMMON]
    parts.append(_table(_("Options:"), rows, width))
    if command.epilog:
        lines = "\n".join(f"  {line}" for line in _(command.epilog).splitlines())
        parts.append(f"{_('Examples:')}\n{lines}")
    return "\n\n".join(part for part in parts if part) + "\n"


def _said(sentence: str | None) -> str:
    """A sentence in the reader's language; gettext would answer an empty one with its own header."""
    return _(sentence) if sentence else ""


def _usage(command: Any, context: Any) -> str:
    words = [context.command_path]
    for parameter in command.params:
        if parameter.param_type_name == "argument":
            name = _metavar(parameter)
            words.append(name if parameter.required else f"[{name}]")
    words.append(_("[OPTIONS]"))
    if getattr(command, "commands", {}):
        words.append(_("COMMAND …"))
    return " ".join(words)


def _metavar(parameter: Any) -> str:
    name = _(parameter.metavar or parameter.name.upper())
    return f"{name}…" if parameter.nargs == -1 else name


def _names(option: Any) -> str:
    names = ", ".join([*option.opts, *option.secondary_opts])
    return names if option.is_flag else f"{names} {_(option.metavar or 'VALUE')}"


def _table(title: str, rows: list[tuple[str, str]], width: int) -> str:
    column = min(max(len(name) for name, _help in rows), 34) + 4
    lines = [title]
    for name, help in rows:
        first, *others = textwrap.wrap(help, max(30, width - column)) or [""]
        lines.append(f"  {name:<{column - 2}}{first}" if len(name) < column - 2 else f"  {name}")
        if len(name) >= column - 2:
            others = [first, *others]
        lines += [" " * column + line for line in others]
    return "\n".join(lines)


def _fill(text: str, width: int) -> str:
    return "\n\n".join(textwrap.fill(paragraph, width) for paragraph in text.split("\n\n"))
