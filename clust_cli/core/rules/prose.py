"""Prose that ages or tires: dates that only today's reader understands, and sentences too long to be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

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
_QUOTED = r"«[^»]*»|“[^”]*”"
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
    """The dates of one document; the first looks are at its passages, which know no places, and hold code too."""
    lowered = "\n".join(passage.text for passage in document.body.passages).lower()
    forms = [(rf"{form}\b", "") for letters, form in relative.items() if letters in lowered]
    forms = [(form, variant) for form, variant in forms if re.search(form, lowered)]
    if published and "prévu" in lowered:
        forms.append((_PLANNED, "past"))
    for passage in document.body.passages if forms else ():
        if any(_rotting(passage.text, forms, published)):
            words = document.prose.within(passage.span)
            for start, end, variant in _rotting(words.text, forms, published):
                word = " ".join(words.text[start:end].split())
                place = document.place(words.span(start, end))
                yield catalogue.ROTTING_DATE.at(place, variant, word=word, published=published)


def _rotting(text: str, forms: Sequence[tuple[str, str]], published: str) -> Iterator[tuple[int, int, str]]:
    """Where the dates of a passage stand; what it quotes it does not say itself, and a year in the sentence tells all.

    Units: characters of the text.
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        return
    quoted = [one.span() for one in re.finditer(_QUOTED, text)]
    found = [(one, variant) for form, variant in forms for one in re.finditer(form, lowered)]
    for one, variant in found:
        start, end = one.span()
        if text[start - 1 : start].isalnum() or any(begin < end and start < until for begin, until in quoted):
            continue
        if _month(one) < published if variant else not re.search(_YEAR, _sentence(text, start, end)):
            yield start, end, variant


def _published(memento: Memento) -> str:
    return str(memento.document.value("published.month") or "") if memento.document else ""


def _month(planned: re.Match[str]) -> str:
    """The month of a plan, as YYYY-MM; the last one of its year where none is told."""
    month = _MONTHS.index(planned[1]) + 1 if planned[1] else len(_MONTHS)
    return f"{planned[2]}-{month:02}"


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence around a stretch."""
    begin = max(text.rfind(sign, 0, start) for sign in (". ", "! ", "? "))
    until = [at for at in (text.find(sign, end) for sign in (". ", "! ", "? ")) if at >= 0]
    return text[begin + 1 : min(until, default=len(text))]


def _first_words(document: Document, span: Span, sentence: str) -> Span:
    """Where a sentence begins; the whole passage where marks stand among its first words."""
    words = sentence.strip()[:20].encode("utf-8")
    begin = document.source.data.find(words, span.start, span.end)
    return Span(begin, begin + len(words)) if begin >= 0 else span
