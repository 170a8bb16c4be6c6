"""The sections: what is missing, unfilled, too short, too long, twice there, or still the prompt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from clust_cli.core import catalogue
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.documents import Document
from clust_cli.core.kinds.kind import Kind, SectionRule, WordLimits
from clust_cli.core.places import Place, Span
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
    unmoved: str = ""
    """The heading that a scaffold suggests, for the author to replace."""


def check_missing_sections(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report the sections a document owes to its kind and does not have."""
    for document in _readable(workspace):
        for rule in _absent(document):
            yield from _missing(document, rule)
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


def _absent(document: Document) -> Iterator[SectionRule]:
    """The rules that no section answers, of those whose absence may have to be told."""
    answered = {rule.id for _section, rule in document.named_sections() if rule}
    rules = document.kind.sections if document.kind else ()
    return (rule for rule in rules if (rule.required or rule.sheet) and rule.id not in answered)


def _missing(document: Document, rule: SectionRule) -> Iterator[Diagnostic]:
    """Tell of an absent section where it was perhaps meant; the sheet's own is missed only where it is misspelt."""
    # Where its author declares it unobtainable, nobody needs to look for what was meant.
    near, span = ("", None) if rule.id in document.gaps else _perhaps_meant(document, rule)
    if near or rule.required:
        yield catalogue.MISSING_SECTION.at(
            document.place(span) if span else document.end_place,
            "near" if near else "",
            word=rule.heading,
            near=near,
            prompt=rule.prompt,
            section=rule.id,
        )


def _perhaps_meant(document: Document, rule: SectionRule) -> tuple[str, Span | None]:
    """A heading of another level, a paragraph or a heading of the author's own that reads like the section's."""
    wanted = fold(rule.heading)
    for passage in document.body.passages:
        if fold(passage.text).strip("#* ") == wanted:
            return passage.text, passage.span
    own = {section.heading: section.span for section, known in document.named_sections() if known is None}
    near = nearest(rule.heading, own)
    return near, own.get(near)


def _parts(document: Document, kind: Kind) -> Iterator[_Part]:
    opening = document.body.sections[0]
    if kind.opening:
        rule = kind.opening
        place = document.heading_place if not opening.filled else document.place(opening.span)
        yield _Part("opening", rule.title, rule.prompt, rule.words, rule.required, opening, place)
    misspelt = {_perhaps_meant(document, rule)[0] for rule in _absent(document)}
    for section, named in document.named_sections():
        place = document.place(section.span)
        if section.heading in misspelt and named is None:
            continue  # told where its right heading is missed
        if named:
            owed = named.required and not named.sheet
            yield _Part(named.id, named.heading, named.prompt, named.words, owed, section, place)
        elif kind.free_sections is not None:
            prompt = kind.free_sections.prompt
            suggested = kind.free_sections.heading
            yield _Part("free", section.heading, prompt, WordLimits(), True, section, place, suggested)


def _filling(part: _Part) -> Iterator[Diagnostic]:
    section = part.section
    if not section.filled:
        if part.required:
            yield catalogue.UNFILLED_SECTION.at(part.place, word=part.name, prompt=part.prompt, section=part.id)
        return
    # A prompt left behind stands there letter for letter: no need to fold ten thousand texts to find it.
    unmoved = part.unmoved and fold(section.heading) == fold(part.unmoved)
    if unmoved or (part.prompt and part.prompt[:40] in section.text.replace("’", "'")):
        yield catalogue.LEFTOVER_PROMPT.at(part.place, word=part.name)
    elif part.words.min is not None and section.words < part.words.min and part.required:
        yield catalogue.SHORT_SECTION.at(part.place, word=part.name, words=section.words, limit=part.words.min)
    elif part.words.max is not None and section.words > part.words.max:
        yield catalogue.LONG_SECTION.at(part.place, word=part.name, words=section.words, limit=part.words.max)
