"""The glossary: glossary.yaml as values, each acronym with its expansion, each term with its definitions.

In: the bytes of the file. Out: a Glossary, whatever the file holds.
Source: docs/formats.md, “Glossary”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from clust_cli.core import catalogue
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.places import Source
from clust_cli.core.plain import Plain
from clust_cli.core.reading.fields import Fields, entries
from clust_cli.core.reading.fields_file import parse_fields_file
from clust_cli.core.reading.yaml_text import YamlText
from clust_cli.core.words import slug

GLOSSARY = "glossary.yaml"
FORMAT = 1
NEVER = "never"
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
"""The form of a language's code: en, pt-BR. Source: RFC 5646, without its rarer parts."""
_TEXT: Plain = {"type": "string"}
_TEXTS = ("id", "acronym", "term", "expansion", "plural", "lang", "expand", "source")
_DEFINITION: Plain = {"type": "object", "properties": {"text": _TEXT, "source": _TEXT}}
_TERM: Plain = {
    "type": "object",
    "properties": {
        **dict.fromkeys(_TEXTS, _TEXT),
        "variants": {"type": "array", "items": _TEXT},
        "definitions": {"type": "array", "items": _DEFINITION},
    },
}
SCHEMA: Plain = {
    "type": "object",
    "properties": {"format": {"type": "integer"}, "terms": {"type": "array", "items": _TERM}},
}
"""The fields of glossary.yaml, read like those of a document."""


class Definition(NamedTuple):
    """What a term means, and who says so."""

    text: str
    source: str = ""


class GlossaryTerm(NamedTuple):
    """An acronym or a term, as it is printed. `rank` is its rank in the file.

    `expansion` is what the letters stand for, in `lang`; `expands` is whether a text gives it at first use.
    """

    id: str
    word: str
    is_acronym: bool
    rank: int = 0
    expansion: str = ""
    plural: str = ""
    lang: str = ""
    expands: bool = True
    variants: tuple[str, ...] = ()
    definitions: tuple[Definition, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """Every way it is written."""
        return (self.word, *self.variants)


@dataclass(frozen=True)
class Glossary:
    """The terms of a workspace. `readable` where there is a file and it could be read."""

    fields: Fields
    terms: tuple[GlossaryTerm, ...] = ()
    faults: tuple[Diagnostic, ...] = ()
    readable: bool = True

    @cached_property
    def by_form(self) -> Mapping[str, GlossaryTerm]:
        """The terms by each way they are written, the first where two share one."""
        return {form: term for term in reversed(self.terms) for form in term.forms}

    @cached_property
    def by_id(self) -> Mapping[str, GlossaryTerm]:
        """The terms by their id."""
        return {term.id: term for term in reversed(self.terms)}


NO_GLOSSARY = Glossary(Fields(YamlText(Source(GLOSSARY, b""), "", 0)), readable=False)
"""That of a workspace without glossary.yaml, which is told nothing of acronyms."""


def parse_glossary(data: bytes) -> Glossary:
    """Read glossary.yaml; what cannot be read is left out and told."""
    source = Source(GLOSSARY, data)
    read = parse_fields_file(source, SCHEMA)
    if isinstance(read, Diagnostic):
        return Glossary(NO_GLOSSARY.fields, (), (read,), readable=False)
    terms = tuple(_term(rank, entry) for rank, entry in entries(read.values, "terms") if _word(entry))
    return Glossary(read, terms, (*read.faults, *_faults(read)))


def _word(entry: Mapping[str, Plain]) -> str:
    return str(entry.get("acronym") or entry.get("term") or "")


def _term(rank: int, entry: Mapping[str, Plain]) -> GlossaryTerm:
    word = _word(entry)
    return GlossaryTerm(
        id=slug(str(entry.get("id") or word)) or f"term-{rank + 1}",
        word=word,
        is_acronym="acronym" in entry,
        rank=rank,
        expansion=str(entry.get("expansion", "")),
        plural=str(entry.get("plural", "")),
        lang=lang if _LANGUAGE.fullmatch(lang := str(entry.get("lang", ""))) else "",
        expands=entry.get("expand") != NEVER,
        variants=tuple(str(one) for one in entry.get("variants") or () if one),
        definitions=tuple(
            Definition(str(one["text"]), str(one.get("source", "")))
            for one in entry.get("definitions") or ()
            if isinstance(one, Mapping) and one.get("text")
        ),
    )


def _faults(read: Fields) -> Iterator[Diagnostic]:
    """What the types of the fields do not tell: terms that say nothing, or say it in a way that is not read."""
    version = read.values.get("format", FORMAT)
    if version != FORMAT:
        place = read.place(("format",))
        yield catalogue.BROKEN_GLOSSARY.at(place, "format", word=str(version), known=str(FORMAT))
    for rank, entry in entries(read.values, "terms"):
        if any(route[:2] == ("terms", rank) for route in read.wrong):
            continue
        yield from _term_faults(read, rank, entry)


def _term_faults(read: Fields, rank: int, entry: Mapping[str, Plain]) -> Iterator[Diagnostic]:
    route = ("terms", rank)
    word = _word(entry)
    if not word:
        yield catalogue.BROKEN_GLOSSARY.at(read.place(route), "nameless")
    elif "acronym" in entry and "term" in entry:
        yield catalogue.BROKEN_GLOSSARY.at(read.key_place((*route, "term")), "both", word=str(entry["term"]))
    elif not entry.get("expansion") and not entry.get("definitions"):
        yield catalogue.BROKEN_GLOSSARY.at(read.place(route), word=word)
    id, lang, expand = (str(entry.get(name, "")) for name in ("id", "lang", "expand"))
    if id and id != slug(id):
        yield catalogue.BROKEN_GLOSSARY.at(read.place((*route, "id")), "id", word=id, near=slug(id))
    if lang and not _LANGUAGE.fullmatch(lang):
        yield catalogue.BROKEN_GLOSSARY.at(read.place((*route, "lang")), "lang", word=lang)
    if expand and expand != NEVER:
        yield catalogue.BROKEN_GLOSSARY.at(read.place((*route, "expand")), "expand", word=expand, known=NEVER)
    for number, one in enumerate(entry.get("definitions") or ()):
        if isinstance(one, Mapping) and not one.get("text"):
            yield catalogue.BROKEN_GLOSSARY.at(read.place((*route, "definitions", number)), "textless", word=word)
