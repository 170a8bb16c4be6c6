"""The pages that each document takes, and a warning for each that takes more than its memento allows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from clust_cli.core.diagnostics import Severity
from clust_cli.core.plain import Plain
from clust_cli.core.printing.lengths import Length, longest_sections, most_pages
from clust_cli.reports.check_text import SEVERITY_WORDS, Paint
from clust_cli.reports.language import N_, Say


def render_lengths(found: Sequence[Length], memento: Mapping[str, Plain], say: Say, paint: Paint) -> Iterator[str]:
    """One line for all lengths, then one for each document that is too long, with its longest sections."""
    if len(found) > 1:
        each = " · ".join(f"{one.document.title} {one.pages}" for one in found)
        yield say(N_("pages of each document: {each}")).format(each=each)
    most = most_pages(memento)
    for one in found:
        if most and one.pages > most:
            parts = (
                say(N_("{heading} ({words} words)")).format(heading=name, words=n)
                for name, n in longest_sections(one.document)
            )
            line = say(N_("“{title}” takes {pages} pages, {most} at most; longest sections: {parts}"))
            told = line.format(title=one.document.title, pages=one.pages, most=most, parts=", ".join(parts))
            yield f"{paint(say(SEVERITY_WORDS[Severity.WARNING]), Severity.WARNING)}: {told}"
