"""What must be asked again, for the terminal: a block a document, a line each with its place and age."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clust_cli.core.staleness import StaleDocument, StaleMemento
from clust_cli.reports.language import N_, Say
from clust_cli.reports.sentences import printable
from clust_cli.reports.status.ages import age, as_of, told


def render_stale_text(mementos: Sequence[StaleMemento], say: Say) -> str:
    """Render what must be asked again, in printing order."""
    return "\n".join(_lines(mementos, say)).lstrip("\n") + "\n"


def _lines(mementos: Sequence[StaleMemento], say: Say) -> Iterator[str]:
    for one in mementos:
        title = printable(one.memento.title)
        yield from ("", say(N_("Memento {number}: {title}")).format(number=one.memento.number, title=title))
        for document in one.documents:
            yield from ("", f"{printable(document.document.title)} ({as_of(document.as_of, say)})")
            yield from _entries(document, say)
    count = sum(len(document.entries) for one in mementos for document in one.documents)
    documents = sum(len(one.documents) for one in mementos)
    pattern = N_("to ask again: {count}, in {documents} documents") if count else N_("nothing to ask again")
    yield from ("", say(pattern).format(count=count, documents=documents))


def _entries(document: StaleDocument, say: Say) -> Iterator[str]:
    ages = [age(one, say) for one in document.entries]
    wide = max(map(len, ages))
    for one, years in zip(document.entries, ages, strict=True):
        yield f"  {one.place.path}:{one.place.start.line}  {years:>{wide}}  {printable(told(one, say))}"
