"""Prose that ages or tires: dates that only today's reader understands, and sentences too long to be read."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from clust_cli.core import catalogue
from clust_cli.core.counting.selections import contents
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.documents import Document
from clust_cli.core.places import Span
from clust_cli.core.words import count_words
from clust_cli.core.workspace import Memento, Workspace

MOST_WORDS = 45
"""Units: words of a sentence."""
_A_WHILE = r"(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quelques|\d+) (?:ans?|années?|mois|semaines?)"
_YEAR_PASSED = r"(?:derni(?:er|ère)|prochaine?|passée?)"
_RELATIVE = {
    "fr": {
        "aujourd": r"aujourd['’]hui",
        "demain": "demain",
        "hier": "hier",
        "actuellement": "actuellement",
        "récemment": "récemment",
        "prochainement": "prochainement",
        "bientôt": "bientôt",
        "à ce jour": "à ce jour",
        "à l": r"à l['’]heure actuelle",
        "en ce moment": "en ce moment",
        "cette année": "cette année",
        "ces derni": "ces derni(?:ers mois|ers temps|ères années)",
        "l'an": rf"l'(?:an|année) {_YEAR_PASSED}",
        "l’an": rf"l’(?:an|année) {_YEAR_PASSED}",
        "depuis ": rf"depuis (?:peu|(?:près de |environ |plus de )?{_A_WHILE})",
        "il y a ": rf"il y a (?:près de |environ |plus de )?{_A_WHILE}",
    },
    "en": {
        **{word: word for word in ("today", "tomorrow", "yesterday", "currently", "recently", "at present")},
        **{word: word for word in ("this year", "last year", "next year")},
    },
}
"""By language, how a text says a time that moves with its reader.

Shape: letters that must stand in the text → the form; a form is compiled only where its letters are met.
"""
_MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août"),
    *("septembre", "octobre", "novembre", "décembre"),
)
_PLANNED = rf"prévue?s? [^.;\n]{{0,40}}?(?:({'|'.join(_MONTHS)}) )?((?:19|20)\d\d)\b"
_YEAR = r"(?<![\d-])(?:19|20)\d\d(?![\d-])"
_UNREAD = r"(?s)<!--.*?-->|`[^`\n]*`|«[^»]*»|“[^”]*”|\{[^}\n]*\}|\]\([^)\n]*\)"
"""Comments, code, quotations, attributes and targets of links."""
_END = r"[.!?…]+[\s»”)]+"


def check_dates(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report times that move with the reader, and plans for a date before the memento came out."""
    relative = _RELATIVE.get(workspace.lang, {})
    for memento in workspace.mementos:
        for document in contents(memento):
            if not document.unreadable:
                yield from _dates(document, _published(memento), relative)


def check_sentences(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report sentences that are too long."""
    for document in workspace.documents:
        for passage in document.body.passages:
            for sentence in re.split(_END, passage.text) if passage.text.count(" ") >= MOST_WORDS - 1 else ():
                if sentence.count(" ") >= MOST_WORDS // 2 and count_words(sentence) > MOST_WORDS:
                    place = document.place(_first_words(document, passage.span, sentence))
                    word = " ".join(sentence.split()[:6])
                    yield catalogue.LONG_SENTENCE.at(place, word=word, words=count_words(sentence), limit=MOST_WORDS)


def _dates(document: Document, published: str, relative: Mapping[str, str]) -> Iterator[Diagnostic]:
    text = document.source.data[document.body_start :].decode("utf-8")
    lowered = text.lower()
    if len(lowered) != len(text):
        return
    met = (form for letters, form in relative.items() if letters in lowered)
    found = [(one.span(), "") for form in met for one in re.finditer(rf"{form}\b", lowered)]
    if published and "prévu" in lowered:
        found += [(one.span(), "past") for one in re.finditer(_PLANNED, lowered) if _month(one) < published]
    if not found:
        return
    unread = [one.span() for one in re.finditer(_UNREAD, text)]
    starts = [passage.span.start for passage in document.body.passages]
    for (start, end), variant in sorted(found):
        if text[start - 1 : start].isalnum() or any(begin < end and start < until for begin, until in unread):
            continue
        begin = document.body_start + len(text[:start].encode())
        span = Span(begin, begin + len(text[start:end].encode()))
        index = bisect_right(starts, begin) - 1
        is_prose = index >= 0 and span.end <= document.body.passages[index].span.end
        if is_prose and (variant or not re.search(_YEAR, _sentence(text, start, end))):
            word = " ".join(text[start:end].split())
            yield catalogue.ROTTING_DATE.at(document.place(span), variant, word=word, published=published)


def _published(memento: Memento) -> str:
    return str(memento.document.value("published.month") or "") if memento.document else ""


def _month(planned: re.Match[str]) -> str:
    """The month of a plan, as YYYY-MM; the last one of its year where none is told."""
    month = _MONTHS.index(planned[1]) + 1 if planned[1] else len(_MONTHS)
    return f"{planned[2]}-{month:02}"


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence around a stretch."""
    begin = max(text.rfind(sign, 0, start) for sign in (". ", "! ", "? ", "\n\n", "\n- "))
    until = [at for at in (text.find(sign, end) for sign in (". ", ".\n", "! ", "? ", "\n\n")) if at >= 0]
    return text[begin + 1 : min(until, default=len(text))]


def _first_words(document: Document, span: Span, sentence: str) -> Span:
    """Where a sentence begins; the whole passage where marks stand among its first words."""
    words = sentence.strip()[:20].encode("utf-8")
    begin = document.source.data.find(words, span.start, span.end)
    return Span(begin, begin + len(words)) if begin >= 0 else span
