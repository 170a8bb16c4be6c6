"""The way in: settle the language, run, and tell what went wrong in one sentence and one hint."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from clust_cli import __version__
from clust_cli.cli.arguments import Common, parse_common
from clust_cli.cli.words import N_, _, find_language, settle
from clust_cli.errors import ClustError


def main() -> None:
    """Run clust on the command line's arguments and exit with its status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8" if not stream.isatty() else None, errors="replace")
    # A command lives a second or two and leaves no cycles: looking for them took a sixth of a large check.
    gc.disable()
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run clust. The status: 0 no error, 1 errors found, 2 could not run."""
    common = parse_common(arguments)
    settle(find_language(common.lang, common.folder, os.environ))
    if common.rest == ("--version",):
        print(f"clust {__version__}")
        return 0
    try:
        return _run(common)
    except ClustError as error:
        return _complain(error)
    except KeyboardInterrupt:
        print(_("stopped"), file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader of a pipe has gone, as `| head` does: nothing is wrong, nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(common: Common) -> int:
    if common.lacking:
        raise ClustError(N_("the option “{word}” wants a value"), N_("see “{help}”"), **_words(common.lacking))
    if common.lang and common.lang not in ("fr", "en"):
        raise ClustError(N_("“{word}” is no language of clust"), N_("write --lang fr or --lang en"), word=common.lang)
    from typer.exceptions import Abort, Exit, TyperException

    from clust_cli.cli.app import run_app

    try:
        return run_app(common.rest, common)
    except Exit as stop:
        return stop.exit_code
    except Abort as stop:
        raise KeyboardInterrupt from stop
    except TyperException as error:
        raise _usage_error(error) from error


def _usage_error(error: Exception) -> ClustError:
    """Tell again in our words what typer refuses; its classes are told by name, for they are not public."""
    name = type(error).__name__
    context = getattr(error, "ctx", None)
    path = f"{context.command_path} --help" if context else "clust --help"
    option = getattr(error, "option_name", "")
    if name == "NoSuchOption":
        near = next(iter(getattr(error, "possibilities", None) or ()), "")
        message = N_("no option “{word}”; did you mean “{near}”?") if near else N_("no option “{word}”")
        return ClustError(message, N_("see “{help}”"), near=near, **_words(option, path))
    if name == "MissingParameter":
        parameter = getattr(error, "param", None)
        word = _(parameter.metavar or parameter.name.upper()) if parameter else ""
        return ClustError(N_("“{word}” is missing"), N_("see “{help}”"), **_words(word, path))
    if name == "BadOptionUsage":
        message = N_("the option “{word}” lacks its value, or has one that it does not take")
        return ClustError(message, N_("see “{help}”"), **_words(option, path))
    return ClustError(N_("this command cannot be understood"), N_("see “{help}”"), **_words("", path))


def _words(word: str, help: str = "clust --help") -> dict[str, object]:
    return {"word": word, "help": help}


def _complain(error: ClustError) -> int:
    from clust_cli.reports.sentences import printable

    # Words may come from a stranger's file: on one line and without control characters they order nobody.
    words = {name: printable(str(value)) for name, value in error.words.items()}
    print(f"clust: {_(error.message).format(**words)}", file=sys.stderr)
    if error.hint:
        print(f"       {_(error.hint).format(**words)}", file=sys.stderr)
    return 2
