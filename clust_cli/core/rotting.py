"""Times that move with the reader of a document, and plans that are past when it comes out.

In: a document, the language of its collection, and when it is read. Out: Rotten stretches, with their places.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

from clust_cli.core.documents import Document
from clust_cli.core.moments import last_day
from clust_cli.core.places import Place, Span
from clust_cli.core.printed_values import printed_value
from clust_cli.core.time_words import TimeWord, find_times
from clust_cli.core.workspace import Memento

_YEAR = re.compile(r"(?<![\d-])(?:19|20)\d\d(?![\d-])")
_QUOTED = re.compile(r"«[^»\n]*»|“[^”\n]*”|\"[^\"\n]*\"")
"""What somebody else says: in a text every paragraph is a line."""
_SPOKEN = re.compile(r"«[^»]*»|“[^”]*”")
_BREAK = re.compile(r"(?<!\b[A-ZÉ])[.!?…]\s|\n")
"""Where a sentence ends; after an initial none does: M. Dupont."""


MOST = 200
"""Units: words of time told of one text; a stranger's may hold thirty thousand."""


class Rotten(NamedTuple):
    """A stretch that ages: the author's words, where they stand and their sentence; the day that they plan for."""

    word: str
    place: Place
    sentence: str
    until: str = ""


def find_rotten(document: Document, lang: str, out: date | None) -> Iterator[Rotten]:
    """Find what rots in the fields of a document and in its text, in the order it stands.

    Shape: a time that moves, where its sentence names no year; a plan for a day before the one on which the document
    comes `out`, where its sentence names no other year. Quotations are their speakers' own.
    """
    # A quick look at the whole file, comments, code and all: most documents have nothing more to be asked.
    met = _met(document.source.text, lang, out)
    if met:
        front = len(document.source.data[: document.body_start].decode("utf-8"))
        yield from _in_fields(document, [one for one in met if one.start < front])
        if met[-1].start >= front:
            text = document.prose.text
            sentences = Sentences(text)
            said_undated = (w for w in said_by_author(document, _met(text, lang, out)) if not sentences.are_dated(w))
            for word in islice(said_undated, MOST):
                place = document.place(document.prose.span(word.start, word.end))
                said = sentences.around(word)
                yield Rotten(on_one_line(text[word.start : word.end]), place, said, word.until)


def published(memento: Memento) -> str:
    """The month a memento comes out, as YYYY-MM; nothing while its document does not say."""
    return str(memento.document.value("published.month") or "") if memento.document else ""


def said_by_author(document: Document, words: Sequence[TimeWord]) -> Iterator[TimeWord]:
    """The words of time of a document's prose that stand in no quotation, in guillemets or as a block."""
    text = document.prose.text
    quoted = [one.span() for one in _QUOTED.finditer(text)] if words else []
    blocks: dict[int, bool] = {}
    for word in words:
        # Quotations part one another: only the last that begins before the words ends may hold them.
        last = bisect_left(quoted, (word.end, 0)) - 1
        is_spoken = last >= 0 and quoted[last][1] > word.start
        if "\n" in text[word.start : word.end] or is_spoken:
            continue
        begin = text.rfind("\n", 0, word.start) + 1
        if begin not in blocks:
            blocks[begin] = _is_block_quoted(document, text, begin)
        if not blocks[begin]:
            yield word


class Sentences:
    """The sentences of a text, their ends found once: a stranger's text may hold thousands of words of time."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends = [one.start() + 1 for one in _BREAK.finditer(text)]

    def around(self, word: TimeWord) -> str:
        """The sentence around words of time, on one line."""
        return on_one_line(self._text[slice(*self._span(word))])

    def are_dated(self, word: TimeWord) -> bool:
        """Whether the sentence around words of time names a year besides theirs."""
        start, end = self._span(word)
        return any(not word.start <= one.start() < word.end for one in _YEAR.finditer(self._text, start, end))

    def _span(self, word: TimeWord) -> tuple[int, int]:
        before, after = bisect_right(self._ends, word.start) - 1, bisect_left(self._ends, word.end)
        end = self._ends[after] if after < len(self._ends) else len(self._text)
        return self._ends[before] if before >= 0 else 0, end


def on_one_line(text: str) -> str:
    """A text without the breaks and wide spaces in it."""
    return " ".join(text.split())


def _met(text: str, lang: str, out: date | None) -> Sequence[TimeWord]:
    """The times of a text that move, and the plans that are past when the document comes out."""
    times = find_times(text, lang, plans=out is not None and lang == "fr")
    return sorted(one for one in times if not one.until or (out and (day := last_day(one.until)) and day < out))


def _in_fields(document: Document, met: Sequence[TimeWord]) -> Iterator[Rotten]:
    """What rots in the values that are printed; the sentence is one of the value's own."""
    text = document.source.text
    for word in met[:MOST]:
        begin = len(text[: word.start].encode())
        span = Span(begin, begin + len(text[word.start : word.end].encode()))
        route = printed_value(document, span)
        value = document.fields.place(route) if route else None
        if value is None:
            continue
        before = len(value.source.data[value.span.start : begin].decode("utf-8"))
        own = TimeWord(before, before + word.end - word.start)
        is_spoken = any(one.start() < own.start < one.end() for one in _SPOKEN.finditer(value.quoted))
        if not is_spoken and not Sentences(value.quoted).are_dated(own):
            said = on_one_line(value.quoted.strip("\"'"))
            yield Rotten(on_one_line(text[word.start : word.end]), document.place(span), said, word.until)


def _is_block_quoted(document: Document, text: str, begin: int) -> bool:
    """Whether the paragraph, item or cell that begins at a character of the prose stands in a block quotation."""
    first = re.compile(r"[ ]*").match(text, begin)
    begin = first.end() if first else begin
    data, start = document.source.data, document.prose.span(begin, begin + 1).start
    return b">" in data[data.rfind(b"\n", 0, start) + 1 : start]
