"""The sections: what is missing, unfilled, too short, too long, twice there, or still the prompt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from clust_cli.core import catalogue
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.documents import Document
from clust_cli.core.kinds.kind import Kind, SectionRule, WordLimits
from clust_cli.core.places import Place
from clust_cli.core.reading.body import Section
from clust_cli.core.words import fold, nearest
from clust_cli.core.workspace import Workspace


class _Part(NamedTuple):
    """A section as its rule sees it: what it is called, what it asks, where it stands."""

    id: str
    name: str
    prompt: str
    words: WordLimits
    required: bool
    section: Section
    place: Place


def check_missing_sections(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report the sections a document owes to its kind and does not have."""
    for document in _readable(workspace):
        for rule in document.kind.sections if document.kind else ():
            if rule.required and document.section_of(rule) is None:
                yield _missing(document, rule)
        free = document.kind.free_sections if document.kind else None
        own = [section for section, rule in document.named_sections() if rule is None]
        if free and len(own) < free.min:
            yield catalogue.MISSING_SECTION.at(
                document.end_place, "free", word=free.heading, prompt=free.prompt, section="free"
            )


def check_filling(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report sections that say nothing, too little or too much, or still say their prompt."""
    for document in _readable(workspace):
        if document.kind:
            for part in _parts(document, document.kind):
                yield from _filling(part)


def check_duplicate_sections(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report a section that stands twice: readers would see two, the check only one."""
    for document in _readable(workspace):
        seen: set[str] = set()
        for section, rule in document.named_sections():
            name = rule.id if rule else fold(section.heading)
            if name and name in seen:
                yield catalogue.DUPLICATE_SECTION.at(document.place(section.span), word=section.heading)
            seen.add(name)


def _readable(workspace: Workspace) -> Iterator[Document]:
    """The documents whose text can be judged: an unclosed comment may hide any section."""
    return (document for document in workspace.documents if document.kind and not document.body.cut_short)


def _missing(document: Document, rule: SectionRule) -> Diagnostic:
    own = [section.heading for section, known in document.named_sections() if known is None]
    near = nearest(rule.heading, own)
    variant = "near" if near else ""
    place = document.end_place
    if near:
        place = document.place(next(section.span for section in document.body.sections if section.heading == near))
    return catalogue.MISSING_SECTION.at(
        place, variant, word=rule.heading, near=near, prompt=rule.prompt, section=rule.id
    )


def _parts(document: Document, kind: Kind) -> Iterator[_Part]:
    opening = document.body.sections[0]
    if kind.opening:
        rule = kind.opening
        place = document.heading_place if not opening.filled else document.place(opening.span)
        yield _Part("opening", rule.title, rule.prompt, rule.words, rule.required, opening, place)
    for section, named in document.named_sections():
        place = document.place(section.span)
        if named:
            owed = named.required and not named.sheet
            yield _Part(named.id, named.heading, named.prompt, named.words, owed, section, place)
        elif kind.free_sections is not None:
            prompt = kind.free_sections.prompt
            yield _Part("free", section.heading, prompt, WordLimits(), True, section, place)


def _filling(part: _Part) -> Iterator[Diagnostic]:
    section = part.section
    if not section.filled:
        if part.required:
            yield catalogue.UNFILLED_SECTION.at(part.place, word=part.name, prompt=part.prompt, section=part.id)
        return
    # A prompt left behind stands there letter for letter: no need to fold ten thousand texts to find it.
    if part.prompt and part.prompt[:40] in section.text:
        yield catalogue.LEFTOVER_PROMPT.at(part.place, word=part.name)
    elif part.words.min is not None and section.words < part.words.min and part.required:
        yield catalogue.SHORT_SECTION.at(part.place, word=part.name, words=section.words, limit=part.words.min)
    elif part.words.max is not None and section.words > part.words.max:
        yield catalogue.LONG_SECTION.at(part.place, word=part.name, words=section.words, limit=part.words.max)
