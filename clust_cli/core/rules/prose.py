"""Prose that ages or tires: dates that only today's reader understands, and sentences too long to be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clust_cli.core import catalogue
from clust_cli.core.counting.selections import contents
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.documents import Document
from clust_cli.core.moments import Moment, first_day
from clust_cli.core.places import Span
from clust_cli.core.rotting import find_rotten, published
from clust_cli.core.words import count_words
from clust_cli.core.workspace import Workspace

MOST_WORDS = 45
"""Units: words of a sentence."""
_END = r"[.!?…]+[\s»”)]+"


def check_dates(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report times that move with the reader, and plans for a date before the memento came out."""
    for memento in workspace.mementos:
        month = published(memento)
        for document in contents(memento):
            if not document.unreadable:
                as_of = str(document.value("as_of") or "")
                for one in find_rotten(document, workspace.lang, first_day(month)):
                    variant = "past" if one.until else "as-of" if as_of else ""
                    yield catalogue.ROTTING_DATE.at(
                        one.place, variant, word=one.word, published=Moment(month), as_of=Moment(as_of)
                    )


def check_sentences(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report sentences that are too long."""
    for document in workspace.documents:
        for passage in document.body.passages:
            for sentence in re.split(_END, passage.text) if passage.text.count(" ") >= MOST_WORDS - 1 else ():
                if sentence.count(" ") >= MOST_WORDS // 2 and count_words(sentence) > MOST_WORDS:
                    place = document.place(_first_words(document, passage.span, sentence))
                    word = " ".join(sentence.split()[:6])
                    yield catalogue.LONG_SENTENCE.at(place, word=word, words=count_words(sentence), limit=MOST_WORDS)


def _first_words(document: Document, span: Span, sentence: str) -> Span:
    """Where a sentence begins; the whole passage where marks stand among its first words."""
    words = sentence.strip()[:20].encode("utf-8")
    begin = document.source.data.find(words, span.start, span.end)
    return Span(begin, begin + len(words)) if begin >= 0 else span
