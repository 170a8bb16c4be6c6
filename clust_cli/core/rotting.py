"""Times that move with the reader of a document, and plans that are past when it comes out.

In: a document, the language of its collection, and when it is read. Out: Rotten stretches, with their places.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from clust_cli.core.documents import Document
from clust_cli.core.moments import last_day
from clust_cli.core.places import Place, Span
from clust_cli.core.printed_values import printed_value
from clust_cli.core.time_words import TimeWord, find_times
from clust_cli.core.workspace import Memento

_YEAR = re.compile(r"(?<![\d-])(?:19|20)\d\d(?![\d-])")
_UNREAD = (
    r"(?s)<!--.*?-->|`[^`\n]*`|«(?:(?!»|\n\s*\n).)*»|“(?:(?!”|\n\s*\n).)*”|\{[^}\n]*\}|\]\([^)\n]*\)"
    r"|\"(?:(?!\"|\n\s*\n).)*\""
)
"""Comments, code, quotations, attributes and targets of links."""
_SPOKEN = r"«[^»]*»|“[^”]*”"
_BREAK = re.compile(r"(?<!\b[A-ZÉ])[.!?…]\s|\n\s*\n|\n\s*(?:[-*+]|\d+[.)])\s|\n\s*\|")
"""Where a sentence ends; after an initial none does: M. Dupont."""
_MARKS = re.compile(
    r"(?s)<!--.*?-->|[*_`|]+|!?\[\^[^\]]*\]:?|!?\[|\]\([^)]*\)|\](?:\{[^}]*\})?"
    r"|(?<![\w/])#[a-z][\w-]*|(?m:^[ \t]*(?:>|#+ |[-+] ))"
)
"""Comments, emphasis, code, tables, notes, links and attributes; codes, quotations, headings and lists."""


class Rotten(NamedTuple):
    """A stretch that ages: the author's words, where they stand and their sentence; the day that they plan for."""

    word: str
    place: Place
    sentence: str
    until: str = ""


def find_rotten(document: Document, lang: str, out: date | None) -> Iterator[Rotten]:
    """Find what rots in the text of a document and in its fields, in the order it stands.

    Shape: a time that moves, where its sentence names no year; a plan for a day before the one on which the document
    comes `out`, where its sentence names no other year. Quotations are their speakers' own.
    """
    text = document.source.text
    times = find_times(text, lang, plans=out is not None and lang == "fr")
    met = sorted(one for one in times if not one.until or (out and (day := last_day(one.until)) and day < out))
    if met:
        front = len(document.source.data[: document.body_start].decode("utf-8"))
        yield from _in_fields(document, text[:front], [one for one in met if one.start < front])
        inside = [TimeWord(one.start - front, one.end - front, one.until) for one in met if one.start >= front]
        yield from _in_text(document, text[front:], inside)


def published(memento: Memento) -> str:
    """The month a memento comes out, as YYYY-MM; nothing while its document does not say."""
    return str(memento.document.value("published.month") or "") if memento.document else ""


def is_prose(document: Document, text: str, found: Iterable[TimeWord]) -> Iterator[tuple[TimeWord, Span]]:
    """The words of time of a body that its author says: in prose or tables, outside comments, code and quotations.

    Shape: each with its span in the file, sorted. A block quotation is somebody else's.
    """
    words = sorted(found)
    unread = [one.span() for one in re.finditer(_UNREAD, text)] if words else []
    passages = document.body.passages
    starts = [passage.span.start for passage in passages]
    for word in words:
        if any(begin < word.end and word.start < until for begin, until in unread):
            continue
        begin = document.body_start + len(text[: word.start].encode())
        span = Span(begin, begin + len(text[word.start : word.end].encode()))
        index = bisect_right(starts, begin) - 1
        if index >= 0 and span.end <= passages[index].span.end:
            if not _is_quoted(document, passages[index].span.start):
                yield word, span
        elif any(table.span.start <= span.start and span.end <= table.span.end for table in document.body.tables):
            yield word, span


def body_text(document: Document) -> str:
    """The body of a document as its author wrote it."""
    return document.source.data[document.body_start :].decode("utf-8")


def sentence(text: str, word: TimeWord) -> str:
    """The sentence around words of time, as it is written."""
    ends = [one.end() for one in _BREAK.finditer(text, 0, word.start)]
    after = _BREAK.search(text, word.end)
    return text[ends[-1] if ends else 0 : after.start() + 1 if after else len(text)]


def plain_words(text: str) -> str:
    """Words without marks, codes, attributes and targets of links, on one line."""
    return " ".join(_MARKS.sub("", text).split())


def _in_text(document: Document, text: str, met: Sequence[TimeWord]) -> Iterator[Rotten]:
    for word, span in is_prose(document, text, met):
        if not _is_dated(text, word):
            said = plain_words(sentence(text, word))
            yield Rotten(plain_words(text[word.start : word.end]), document.place(span), said, word.until)


def _in_fields(document: Document, text: str, met: Sequence[TimeWord]) -> Iterator[Rotten]:
    """What rots in the values that are printed; the sentence is one of the value's own."""
    for word in met:
        begin = len(text[: word.start].encode())
        span = Span(begin, begin + len(text[word.start : word.end].encode()))
        route = printed_value(document, span)
        value = document.fields.place(route) if route else None
        if value is None:
            continue
        before = len(value.source.data[value.span.start : begin].decode("utf-8"))
        own = TimeWord(before, before + word.end - word.start)
        spoken = any(one.start() < own.start < one.end() for one in re.finditer(_SPOKEN, value.quoted))
        if not spoken and not _is_dated(value.quoted, own):
            said = plain_words(value.quoted.strip("\"'"))
            yield Rotten(plain_words(text[word.start : word.end]), document.place(span), said, word.until)


def _is_dated(text: str, word: TimeWord) -> bool:
    """Whether the sentence around words of time names a year besides theirs."""
    said = sentence(text, word)
    own = len(_YEAR.findall(text[word.start : word.end]))
    return len(_YEAR.findall(said)) > own


def _is_quoted(document: Document, start: int) -> bool:
    """Whether the passage that begins at a byte stands in a block quotation."""
    data = document.source.data
    return b">" in data[data.rfind(b"\n", 0, start) + 1 : start]
