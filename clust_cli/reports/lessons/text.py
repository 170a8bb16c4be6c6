"""Lessons for the terminal: themes by frequency with their quotations, what is found only once, who says nothing."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten

from clust_cli.core.counting.lessons import Lessons, Theme
from clust_cli.reports.language import N_, Say
from clust_cli.reports.sentences import printable

_LONGEST = 240
"""Units: characters of a quotation."""


def render_text(found: Lessons, say: Say) -> str:
    """Render lessons; a place is a word of its own, so that terminals make a link of it."""
    return "\n".join(_lines(found, say)) + "\n"


def share(theme: Theme, found: Lessons, say: Say) -> str:
    """How many have it: `6 of 9`."""
    return say(N_("{count} of {total}")).format(count=len(theme.spoken), total=found.columns)


def types(theme: Theme, say: Say) -> str:
    """Of which types they are, and how many, in brackets: ` (Rural structuré: 3, …)`."""
    counted = ", ".join(named(type.label, str(count), say) for type, count in theme.by_type)
    return f" ({counted})" if counted else ""


def named(name: str, text: str, say: Say) -> str:
    """A name and what is said of it, with the colon of the language."""
    return say(N_("{name}: {text}")).format(name=printable(name), text=printable(text))


def _lines(found: Lessons, say: Say) -> Iterator[str]:
    for number, themes in enumerate(found.themes):
        yield from [""] if number else []
        yield printable(themes.axis.title)
        for theme in themes.themes:
            yield ""
            yield f"  {named(theme.row.label, share(theme, found, say) + types(theme, say), say)}"
            yield from _quotations(theme)
        if themes.silent:
            names = ", ".join(printable(one.column.label) for one in themes.silent)
            yield from ("", f"  {say(N_('Without a theme: {names}')).format(names=names)}")
    if found.lone:
        yield from ("", say(N_("{axis} found in one place only")).format(axis=printable(found.lone_axis.title)))
        for theme in found.lone:
            yield from ("", f"  {printable(theme.row.label)}")
            yield from _quotations(theme)


def _quotations(theme: Theme) -> Iterator[str]:
    for spoken in theme.spoken:
        for told in spoken.told:
            yield f"    {printable(spoken.column.label)}  {told.where}"
            if told.passage:
                yield f"      {shorten(printable(told.text), _LONGEST, placeholder=' …')}"
