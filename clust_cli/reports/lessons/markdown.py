"""Lessons as the first draft of a chapter of memento.md: every line leads to what it rests on, nothing is invented.

Shares are claims and what passages say is quoted, so that check counts and compares them again as long as they stand.
"""

from __future__ import annotations

from collections.abc import Iterator

from clust_cli.core.counting.evidence import Told
from clust_cli.core.counting.lessons import Lessons, Theme, Themes
from clust_cli.core.reading.attributes import allowed
from clust_cli.reports.language import N_, Say
from clust_cli.reports.lessons.text import named, share, types
from clust_cli.reports.pipes import escaped


def render_markdown(found: Lessons, folder: str, say: Say) -> str:
    """Render a draft whose links start from a memento's folder; headings stand below a `##`."""
    return "\n".join(_lines(found, folder, say)).lstrip("\n") + "\n"


def _lines(found: Lessons, folder: str, say: Say) -> Iterator[str]:
    for themes in found.themes:
        yield from ("", f"### {escaped(themes.axis.title)}")
        for theme in themes.themes:
            yield from ("", f"#### {escaped(theme.row.label)}", "", _share(theme, themes, found, say), "")
            yield from _quotations(theme, folder, say)
        if themes.silent:
            names = ", ".join(_link(one.column.label, told, folder) for one in themes.silent for told in one.told[:1])
            yield from ("", say(N_("Without a theme: {names}")).format(names=names))
    if found.lone:
        yield from (
            "",
            f"### {say(N_('{axis} found in one place only')).format(axis=escaped(found.lone_axis.title))}",
            "",
        )
        for theme in found.lone:
            [spoken] = theme.spoken
            yield f"- {named(escaped(theme.row.label), _link(spoken.column.label, spoken.told[0], folder), say)}"


def _share(theme: Theme, themes: Themes, found: Lessons, say: Say) -> str:
    query = f'{{.share of={found.columns_axis.name} where="{themes.axis.name}={theme.row.id}"}}'
    return _span(share(theme, found, say), query) + escaped(types(theme, say))


def _quotations(theme: Theme, folder: str, say: Say) -> Iterator[str]:
    for spoken in theme.spoken:
        for told in spoken.told:
            link = _link(spoken.column.label, told, folder)
            words = say(N_("“{text}”")).format(text=escaped(told.text))
            quotation = _span(words, f'{{.quote of="{told.document.id}"}}')
            yield f"- {named(link, quotation, say) if told.passage else link}"


def _span(words: str, attributes: str) -> str:
    """Words with the attributes by which check compares them; the words alone where a text may not carry these."""
    return words if allowed(attributes, "Claim").refused else f"[{words}]{attributes}"


def _link(words: str, told: Told, folder: str) -> str:
    target = told.document.path.removeprefix(f"{folder}/") if folder else told.document.path
    id = f"#{told.heading_id}" if told.heading_id else ""
    return f"[{escaped(words)}]({target}{id})"
