"""Words that are in no dictionary, told when someone asks for it: each once a document, with what it was meant for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple, Protocol

from clust_cli.core import catalogue
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.dictionary import letters
from clust_cli.core.documents import Document
from clust_cli.core.places import Span
from clust_cli.core.plain import Plain, Route
from clust_cli.core.rules.glossary import NAMES
from clust_cli.core.spelling import distance, is_inflection
from clust_cli.core.spelt import Word, misspelt, words
from clust_cli.core.words_file import parse_words
from clust_cli.core.workspace import Workspace

MOST_SUGGESTED = 100
"""Units: words of a collection. Nobody reads the suggestions for more, and each takes a while."""
_SUGGESTIONS = 3
_NOT_PROSE = ("kind", "order", "sources", "assigned")
_CLOSED = frozenset({"vocabulary", "pattern", "format", "geography", "enum", "const"})
"""Keywords of a field whose words are not the author's own."""
_NAMING = (*NAMES, "organisation")
_CODES = ("id", "file", "rule", "what")
_ROOTS = 3
"""Units: letters. The longest French ending that makes a word of a name: Lédonien, lédonienne."""


class Speller(Protocol):
    """What knows languages: whether a word is one of theirs, and what it may have been meant for."""

    def speaks(self, lang: str) -> bool:
        """Whether there is a dictionary of a language."""

    def holds(self, lang: str, word: str) -> bool:
        """Whether a word is in it."""

    def suggest(self, lang: str, word: str) -> Iterable[str]:
        """The words that it may have been meant for, the likeliest first."""


class _Doubt(NamedTuple):
    """A word that is in no dictionary, where it stands. `is_name`: it has a capital within its sentence."""

    text: str
    lang: str
    span: Span
    opens: bool
    is_name: bool


def check_spelling(workspace: Workspace, speller: Speller) -> Iterator[Diagnostic]:
    """Report words that neither a dictionary nor the collection knows, each at its first place in a document.

    Shape: a capital within a sentence makes a name, whose spelling names.yaml is for; so does one at its beginning
    where the same word is a name elsewhere, or nothing is like it.
    """
    own = parse_words(workspace.words_file)
    yield from own.faults
    known = _Known(workspace, speller, own.words)
    doubts = [
        (document, tuple(_doubts(document, known))) for document in workspace.documents if not document.unreadable
    ]
    names = {doubt.text for _document, found in doubts for doubt in found if doubt.is_name}
    for document, found in doubts:
        groups: dict[tuple[str, str], list[_Doubt]] = {}
        for doubt in found:
            if not doubt.is_name and doubt.text not in names:
                groups.setdefault((doubt.lang, doubt.text.lower()), []).append(doubt)
        for (lang, _text), same in groups.items():
            first = min(same, key=lambda doubt: doubt.span)
            near = known.near(lang, first.text)
            if near or not all(doubt.opens and doubt.text[0].isupper() for doubt in same):
                yield _told(document, first, near, len(same))


def _told(document: Document, doubt: _Doubt, near: tuple[str, ...], times: int) -> Diagnostic:
    variant = ("often" if times > 1 else "") if near else "often-unlike" if times > 1 else "unlike"
    return catalogue.MISSPELT_WORD.at(document.place(doubt.span), variant, word=doubt.text, near=near, times=times)


class _Known:
    """What a collection and the dictionaries know of words, each asked once."""

    def __init__(self, workspace: Workspace, speller: Speller, own: Iterable[str]) -> None:
        self.workspace = workspace
        self.speller = speller
        self.lang = workspace.lang
        self.names = frozenset(word.text for text in (*own, *_registered(workspace)) for word in words(text))
        self.roots = frozenset(name.lower() for name in self.names)
        self._held: dict[tuple[str, str], bool] = {}
        self._near: dict[tuple[str, str], tuple[str, ...]] = {}

    def holds(self, lang: str, word: str) -> bool:
        """Whether a word is in the dictionary of a language, or one of the collection's own."""
        key = (lang, word)
        if key not in self._held:
            self._held[key] = self._is_ours(word) or self.speller.holds(lang, word)
        return self._held[key]

    def near(self, lang: str, word: str) -> tuple[str, ...]:
        """What a word may have been meant for, with its capital."""
        if (lang, word) not in self._near:
            if len(self._near) >= MOST_SUGGESTED or (word[0].isupper() and self.workspace.geography.is_town(word)):
                return ()
            found = tuple(islice(self.speller.suggest(lang, word), _SUGGESTIONS))
            if word[0].isupper():
                # Two slips away from a name stands any word: Jacquemin, jacquerie.
                small = letters(word).lower()
                near = (one for one in found if distance(letters(one).lower(), small, 1) <= 1)
                found = tuple(one[:1].upper() + one[1:] for one in near)
            self._near[lang, word] = found
        return self._near[lang, word]

    def _is_ours(self, word: str) -> bool:
        small = word.lower()
        if word in self.names or small in self.roots:
            return True
        return any(
            small[:end] in self.roots and is_inflection(small, small[:end])
            for end in range(len(small) - _ROOTS, len(small))
        )


def _registered(workspace: Workspace) -> Iterator[str]:
    """What the collection names or explains: its words are never misspelt."""
    yield from (form for name in workspace.names.names for form in name.forms)
    for term in workspace.glossary.terms:
        yield from (*term.forms, term.expansion, term.plural)
    for vocabulary in workspace.vocabularies.values():
        yield from (text for term in vocabulary.terms for text in (term.label, term.short, *term.terms) if text)
    for document in workspace.documents:
        schema = document.fields.schema
        yield from (text for route, text in _texts(document.values, schema) if _is_name(route, text))


def _doubts(document: Document, known: _Known) -> Iterator[_Doubt]:
    """The words of a document that are in no dictionary, in its fields and its text."""
    for route, text in _texts(document.values, document.fields.schema):
        if not _is_name(route, text):
            for doubt in _in_text(text, known, {}):
                yield doubt._replace(span=_place(document, route, doubt.text))
    body = document.prose
    for doubt in _in_text(body.text, known, body.languages):
        yield doubt._replace(span=body.span(*doubt.span))


def _in_text(text: str, known: _Known, languages: Mapping[tuple[int, int], str]) -> Iterator[_Doubt]:
    """The doubts of a text; their spans count its characters."""
    for word in words(text):
        lang = next((lang for (start, end), lang in languages.items() if start <= word.start < end), known.lang)
        if known.speller.speaks(lang):
            part = misspelt(word.text, lambda one, lang=lang: known.holds(lang, one))  # type: ignore[misc]
            if part:
                yield _doubt(word, part.text, part.offset, lang)


def _doubt(word: Word, text: str, offset: int, lang: str) -> _Doubt:
    start = word.start + offset
    opens = word.opens and offset == 0
    return _Doubt(text, lang, Span(start, start + len(text)), opens, text[0].isupper() and not opens)


def _texts(value: Plain, schema: Mapping[str, Plain], route: Route = ()) -> Iterator[tuple[Route, str]]:
    """The texts of the fields whose words are free."""
    if isinstance(value, Mapping):
        properties = schema.get("properties", {})
        for key, inner in value.items():
            if key not in (_CODES if route else _NOT_PROSE):
                yield from _texts(inner, properties.get(key, schema.get("additionalProperties", {})), (*route, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, schema.get("items", {}), (*route, index))
    elif isinstance(value, str) and not _CLOSED & schema.keys():
        yield route, value


def _is_name(route: Route, text: str) -> bool:
    """Whether a text names someone or something: by its field, or because all its words have a capital."""
    return route[-1] in _NAMING or all(word[0].isupper() for word in re.findall(r"[^\W\d_]{2,}", text))


def _place(document: Document, route: Route, word: str) -> Span:
    """Where a word stands in a field; the whole field where it is written in another way there."""
    span = document.fields.place(route).span
    text = document.source.data[span.start : span.end].decode("utf-8", errors="replace")
    pattern = re.escape(word).replace("'", "['’ʼ‘]").replace(r"\-", "[-‑]")
    found = re.search(rf"(?<![^\W_]){pattern}(?![^\W_])", text)
    if not found:
        return span
    begin = span.start + len(text[: found.start()].encode())
    return Span(begin, begin + len(found[0].encode()))
