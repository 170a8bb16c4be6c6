"""Lessons as the first draft of a chapter of memento.md: every line leads to what it rests on, nothing is invented."""

from __future__ import annotations

from collections.abc import Iterator

from clust_cli.core.counting.evidence import Told
from clust_cli.core.counting.lessons import Lessons, Theme
from clust_cli.reports.language import N_, Say
from clust_cli.reports.lessons.text import share
from clust_cli.reports.pipes import escaped


def render_markdown(found: Lessons, folder: str, say: Say) -> str:
    """Render a draft whose links start from a memento's folder; headings stand below a `##`."""
    return "\n".join(_lines(found, folder, say)).lstrip("\n") + "\n"


def _lines(found: Lessons, folder: str, say: Say) -> Iterator[str]:
    for themes in found.themes:
        yield from ("", f"### {escaped(themes.axis.title)}")
        for theme in themes.themes:
            yield from ("", f"#### {escaped(theme.row.label)}", "", share(theme, found, say), "")
            yield from _quotations(theme, folder, say)
        if themes.silent:
            named = ", ".join(_link(one.column.label, told, folder) for one in themes.silent for told in one.told[:1])
            yield from ("", say(N_("Without one: {names}.")).format(names=named))
    if found.lone:
        yield from ("", f"### {say(N_('{axis} that only one has')).format(axis=escaped(found.lone_axis.title))}", "")
        for theme in found.lone:
            [spoken] = theme.spoken
            link = _link(spoken.column.label, spoken.told[0], folder)
            yield f"- {say(N_('{name}: {text}')).format(name=escaped(theme.row.label), text=link)}"


def _quotations(theme: Theme, folder: str, say: Say) -> Iterator[str]:
    for spoken in theme.spoken:
        for told in spoken.told:
            link = _link(spoken.column.label, told, folder)
            said = say(N_("{name}: “{text}”")).format(name=link, text=escaped(told.text)) if told.passage else link
            yield f"- {said}"


def _link(words: str, told: Told, folder: str) -> str:
    target = told.document.path.removeprefix(f"{folder}/") if folder else told.document.path
    id = f"#{told.heading_id}" if told.heading_id else ""
    return f"[{escaped(words)}]({target}{id})"
