"""Completeness: what each document owes to its kind, and how much of it is there.

In: a workspace and a day. Out: a Progress per memento. What check calls missing or unfilled is what lacks here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from clust_cli.core.documents import Document
from clust_cli.core.kinds.kind import Kind, OpeningRule, SectionRule
from clust_cli.core.plain import Plain, Route, dotted
from clust_cli.core.reading.body import Section
from clust_cli.core.words import fold
from clust_cli.core.workspace import Memento, Workspace

OPENING, FREE = "opening", "free"


class State(Enum):
    """How a part of a document stands."""

    FILLED = "filled"
    SHORT = "short"
    EMPTY = "empty"
    GAP = "gap"
    NOT_OWED = "not-owed"


@dataclass(frozen=True, slots=True)
class Part:
    """A section of a document, the opening or the author's own headings. Units: `words`."""

    id: str
    heading: str
    state: State
    words: int = 0
    owed: int = 0
    done: int = 0


@dataclass(frozen=True, slots=True)
class Completeness:
    """How far one document is.

    Units: `fields_owed`, `fields_done` count required fields, a declared gap counting as done; `words` of the text.
    """

    document: Document
    parts: tuple[Part, ...] = ()
    fields_owed: int = 0
    fields_done: int = 0
    words: int = 0
    late: bool = False

    @property
    def readable(self) -> bool:
        """Whether the file could be read and names a kind; else nothing is known of it."""
        return self.document.kind is not None and not self.document.unreadable

    @property
    def owed(self) -> int:
        """Fields and sections owed."""
        return self.fields_owed + sum(part.owed for part in self.parts)

    @property
    def done(self) -> int:
        """Those that are filled or declared as gaps."""
        return self.fields_done + sum(part.done for part in self.parts)

    @property
    def percent(self) -> int:
        """Whole per cent, rounded down: 100 says that nothing lacks. An unreadable document has 0."""
        if not self.readable:
            return 0
        return 100 * self.done // self.owed if self.owed else 100


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a memento is: its own document first, then those it prints."""

    memento: Memento
    documents: tuple[Completeness, ...]

    @property
    def percent(self) -> int:
        """The mean of its documents, each of the same weight, rounded down."""
        return sum(one.percent for one in self.documents) // len(self.documents) if self.documents else 0


def progress(workspace: Workspace, mementos: Sequence[Memento], today: date) -> tuple[Progress, ...]:
    """How far each memento is, on a day."""
    return tuple(
        Progress(one, tuple(completeness(document, today) for document in _documents(one))) for one in mementos
    )


def completeness(document: Document, today: date) -> Completeness:
    """How far a document is, on a day: it is late when it was due before and is not ready."""
    due = str(document.value("due") or "")
    late = "" < due < today.isoformat() and not document.is_finished
    if document.kind is None or document.unreadable:
        return Completeness(document, late=late)
    fields = list(_owed_fields(document.kind.fields, document.values, ()))
    done = sum(filled or _is_gap(document, dotted(route), str(route[-1])) for route, filled in fields)
    parts = tuple(_parts(document, document.kind, fields_lack=done < len(fields)))
    words = sum(section.words for section in document.body.sections)
    return Completeness(document, parts, len(fields), done, words, late)


def _documents(memento: Memento) -> Iterator[Document]:
    if memento.document:
        yield memento.document
    yield from memento.documents


def _owed_fields(schema: Mapping[str, Plain], values: Plain, route: Route) -> Iterator[tuple[Route, bool]]:
    """Every required field with whether it is filled; an object that says nothing and is not required owes nothing."""
    present = values if isinstance(values, Mapping) else {}
    for name, inner in schema.get("properties", {}).items():
        here, required = (*route, name), name in schema.get("required", ())
        if here == ("kind",):
            continue
        if "properties" in inner and (required or name in present):
            yield from _owed_fields(inner, present.get(name), here)
            continue
        if required:
            yield here, name in present
        entries = present.get(name)
        for index, entry in enumerate(entries if isinstance(entries, list) else ()):
            if isinstance(entry, Mapping):
                yield from _owed_fields(inner.get("items", {}), entry, (*here, index))
        if "contains" in inner and name in present:
            [(key, wanted)] = list(inner["contains"]["properties"].items())[:1]
            met = (entry.get(key) for entry in present[name] if isinstance(entry, Mapping))
            yield (*here, wanted.get("const", "")), wanted.get("const") in met


def _parts(document: Document, kind: Kind, *, fields_lack: bool) -> Iterator[Part]:
    if kind.opening:
        opening = document.body.sections[0] if document.body.sections else None
        yield _part(document, OPENING, kind.opening.title, kind.opening, opening)
    for rule in kind.sections:
        if rule.sheet:
            yield Part(rule.id, rule.heading, State.SHORT if fields_lack else State.FILLED)
        else:
            yield _part(document, rule.id, rule.heading, rule, document.section_of(rule))
    if kind.free_sections is not None:
        yield _free(document, kind.free_sections.min, kind.free_sections.prompt, kind.free_sections.heading)


def _part(document: Document, id: str, heading: str, rule: SectionRule | OpeningRule, section: Section | None) -> Part:
    owed = int(rule.required)
    words = section.words if section else 0
    if section and _says_something(section, rule.prompt):
        short = rule.required and rule.words.min is not None and words < rule.words.min
        return Part(id, heading, State.SHORT if short else State.FILLED, words, owed, owed)
    if _is_gap(document, id, heading):
        return Part(id, heading, State.GAP, words, owed, owed)
    return Part(id, heading, State.EMPTY if rule.required else State.NOT_OWED, words, owed)


def _free(document: Document, least: int, prompt: str, heading: str) -> Part:
    """The headings of the author's own, taken together."""
    own = [section for section, rule in document.named_sections() if rule is None]
    filled = sum(_says_something(section, prompt) for section in own)
    words = sum(section.words for section in own)
    done = least if _is_gap(document, FREE, heading) else min(filled, least)
    lacks = done < least or filled < len(own)
    state = State.EMPTY if lacks else State.FILLED if filled else State.GAP if least else State.NOT_OWED
    return Part(FREE, heading, state, words, least, done)


def _says_something(section: Section, prompt: str) -> bool:
    """Whether a section holds more than the scaffold's prompt."""
    return section.filled and not (prompt and fold(prompt)[:40] in fold(section.text))


def _is_gap(document: Document, *names: str) -> bool:
    """Whether the author declares one of these names unobtainable, with a reason."""
    return any(str(document.gaps.get(name, "")).strip() for name in names)
