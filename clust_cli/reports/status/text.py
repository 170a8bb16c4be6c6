"""Progress for the terminal: a bar a memento, and a table of documents × sections for each kind."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from clust_cli.core.completeness import FREE, Completeness, Progress, State
from clust_cli.core.kinds.vocabularies import Vocabulary
from clust_cli.reports.language import N_, Say
from clust_cli.reports.sentences import printable

SIGNS = {State.FILLED: "✓", State.SHORT: "!", State.EMPTY: "–", State.GAP: "·", State.NOT_OWED: ""}
_STYLES = {State.FILLED: "green", State.SHORT: "yellow", State.EMPTY: "red", State.GAP: "cyan", State.NOT_OWED: ""}
_WORDS = {
    State.FILLED: N_("filled"),
    State.SHORT: N_("to be completed"),
    State.EMPTY: N_("empty"),
    State.GAP: N_("declared gap"),
}
_BAR = 20
_TITLE = 40


def render_text(
    progresses: Sequence[Progress], statuses: Vocabulary | None, say: Say, width: int, *, colours: bool = False
) -> str:
    """Render the progress of mementos. Units: `width` in characters, never passed."""
    file = io.StringIO()
    console = Console(
        file=file,
        width=width,
        force_terminal=colours,
        color_system="standard" if colours else None,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )
    for one in progresses:
        console.print(_bar(one, say))
        # A memento's own pages and its documents of other kinds owe other sections: a table each.
        for kind, documents in groupby(one.documents, key=lambda one: one.document.kind if one.readable else None):
            console.print()
            console.print(_table(tuple(documents), statuses, say))
            if kind:
                console.print(_legend(one, kind.name, say))
        console.print()
    console.print("  ".join(f"{SIGNS[state]} {say(word)}" for state, word in _WORDS.items()))
    return "\n".join(line.rstrip() for line in file.getvalue().splitlines()) + "\n"


def _bar(one: Progress, say: Say) -> Text:
    full = one.percent * _BAR // 100
    title = say(N_("Memento {number}: {title}")).format(number=one.memento.number, title=printable(one.memento.title))
    return Text.assemble((title, "bold"), "\n", ("█" * full, "green"), "░" * (_BAR - full), f" {one.percent} %")


def _table(documents: Sequence[Completeness], statuses: Vocabulary | None, say: Say) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0))
    first = documents[0]
    title = printable(first.document.kind.title) if first.readable and first.document.kind else say(N_("Unreadable"))
    # The one column that may wrap: what is narrow elsewhere is a figure or a sign, and must not be lost.
    table.add_column(Text(title), max_width=_TITLE, min_width=12)
    for head in ("%", say(N_("Fields"))) if first.readable else ():
        table.add_column(Text(head), justify="right", no_wrap=True)
    for number, _part in enumerate(first.parts, 1):
        table.add_column(Text(str(number)), justify="center", no_wrap=True)
    for head in (say(N_("Words")), say(N_("Status"))) if first.readable else ():
        table.add_column(Text(head), justify="right" if head == say("Words") else "left", no_wrap=True)
    followed = any(one.document.value("assigned") or one.document.value("due") for one in documents)
    for head in (say(N_("Assigned to")), say(N_("Due"))) if followed else ():
        table.add_column(Text(head), no_wrap=True)
    for one in documents:
        table.add_row(*_cells(one, statuses, say, followed=followed))
    return table


def _cells(one: Completeness, statuses: Vocabulary | None, say: Say, *, followed: bool) -> Iterator[Text]:
    document = one.document
    yield Text(printable(document.title if one.readable else document.path))
    if one.readable:
        yield Text(str(one.percent), "green" if one.percent == 100 else "yellow")
        yield Text(f"{one.fields_done}/{one.fields_owed}")
        yield from (Text(SIGNS[part.state], _STYLES[part.state]) for part in one.parts)
        yield Text(str(one.words))
        yield Text(statuses.label(document.status) if statuses else document.status)
    if followed:
        yield Text(printable(str(document.value("assigned") or "")))
        due = printable(str(document.value("due") or ""))
        yield Text(f"{due} {say(N_('late'))}" if one.late else due, "red" if one.late else "")


def _legend(one: Progress, kind: str, say: Say) -> Text:
    """What the numbers at the heads of columns stand for."""
    first = next(row for row in one.documents if row.document.kind and row.document.kind.name == kind)
    heads = (say(N_("own headings")) if part.id == FREE else printable(part.heading) for part in first.parts)
    return Text("  ".join(f"{number} {head}" for number, head in enumerate(heads, 1)), "dim")
