"""Lessons for the terminal: themes by frequency with their quotations, what only one has, who says nothing."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten

from clust_cli.core.counting.lessons import Lessons, Theme
from clust_cli.reports.language import N_, Say
from clust_cli.reports.sentences import printable

_LONGEST = 160
"""Units: characters of a quotation."""


def render_text(found: Lessons, say: Say) -> str:
    """Render lessons."""
    return "\n".join(_lines(found, say)) + "\n"


def share(theme: Theme, found: Lessons, say: Say) -> str:
    """How many have it, and of which types they are: `6 of 9 (Rural structuré 3, …)`."""
    types = ", ".join(f"{printable(type.label)} {count}" for type, count in theme.by_type)
    shared = say(N_("{count} of {total}")).format(count=len(theme.spoken), total=found.columns)
    return f"{shared} ({types})" if types else shared


def _lines(found: Lessons, say: Say) -> Iterator[str]:
    for number, themes in enumerate(found.themes):
        yield from [""] if number else []
        yield printable(themes.axis.title)
        for theme in themes.themes:
            yield ""
            yield f"  {_named(theme.row.label, share(theme, found, say), say)}"
            yield from _quotations(theme, say)
        if themes.silent:
            names = ", ".join(printable(one.column.label) for one in themes.silent)
            yield from ("", f"  {_named(say(N_('none')), names, say)}")
    if found.lone:
        yield from ("", say(N_("{axis} that only one has")).format(axis=printable(found.lone_axis.title)))
        for theme in found.lone:
            yield f"  {_named(theme.row.label, theme.spoken[0].column.label, say)}"


def _quotations(theme: Theme, say: Say) -> Iterator[str]:
    for spoken in theme.spoken:
        for told in spoken.told:
            text = shorten(printable(told.text), _LONGEST, placeholder=" …")
            yield f"    {_named(spoken.column.label, text, say)}  {told.document.path}:{told.line}"


def _named(name: str, text: str, say: Say) -> str:
    return say(N_("{name}: {text}")).format(name=printable(name), text=printable(text))
