"""Staleness: what a new edition must ask again, document by document.

In: a workspace and a day. Out: the values, states, offices, plans and moments that may have changed since.
Source: docs/formats.md, “What must be asked again”; which fields age, a kind says by the keyword `ages`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from clust_cli.core.counting.selections import contents
from clust_cli.core.documents import Document
from clust_cli.core.kinds.kind import Kind
from clust_cli.core.kinds.marked import along
from clust_cli.core.kinds.vocabularies import Vocabulary
from clust_cli.core.moments import Moment, last_day, months_between
from clust_cli.core.places import Place
from clust_cli.core.plain import Plain, Route
from clust_cli.core.printing.printed import printed
from clust_cli.core.rotting import Sentences, find_rotten, on_one_line, published, said_by_author
from clust_cli.core.time_words import find_moments
from clust_cli.core.workspace import Memento, Workspace

FIELD, MOVING, PLAN, MOMENT = "field", "moving", "plan", "moment"
YEARS = 2
"""Units: years, after which what was true is asked again unless someone says otherwise."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Stale:
    """Something to ask again.

    Shape: of a field, its label and printed value, and with what of it may have changed (`part`, `state`) where the
    value alone does not tell; of a text, the words of time and their sentence as `value`.
    Units: `months` since the moment when it was true, None where nobody says when that was.
    """

    sort: str
    label: str
    value: str
    place: Place
    since: Moment
    months: int | None
    part: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class StaleDocument:
    """A document, when what it tells was true as far as anyone says, and what is to be asked, in its order."""

    document: Document
    as_of: Moment
    entries: tuple[Stale, ...]


@dataclass(frozen=True, slots=True)
class StaleMemento:
    """A memento, and those of its documents that have something to be asked, in printing order."""

    memento: Memento
    documents: tuple[StaleDocument, ...]


def staleness(
    workspace: Workspace, mementos: Sequence[Memento], day: date, years: int = YEARS
) -> tuple[StaleMemento, ...]:
    """What is to be asked again of each memento on a day.

    Units: `years`: what was true fewer years before is left out. What moves with its reader and plans that are past are
    always in.
    """
    return tuple(
        StaleMemento(memento, tuple(one for one in _documents(memento, workspace, day, years) if one.entries))
        for memento in mementos
    )


def _documents(memento: Memento, workspace: Workspace, day: date, years: int) -> Iterator[StaleDocument]:
    out = published(memento)
    for document in contents(memento):
        if document.kind and not document.unreadable:
            as_of = Moment(document.value("as_of") or document.value("date") or out)
            found = (
                *_fields(document, document.kind, as_of, workspace.vocabularies, day),
                *_rotten(document, workspace.lang, as_of, day),
                *_moments(document, workspace.lang, as_of, out, day),
            )
            entries = (one for one in found if _is_old(one, years))
            yield StaleDocument(document, as_of, tuple(sorted(entries, key=lambda one: one.place.span)))


def _is_old(one: Stale, years: int) -> bool:
    return one.sort in (MOVING, PLAN) or one.months is None or one.months >= 12 * years


def _age(moment: str, day: date) -> int | None:
    """Whole months since a moment, which may have lasted until its last day."""
    last = last_day(moment)
    return months_between(last, day) if last else None


def _fields(
    document: Document, kind: Kind, as_of: Moment, vocabularies: Mapping[str, Vocabulary], day: date
) -> Iterator[Stale]:
    """The values of the fields that age."""
    for steps, ages in kind.ageing:
        for route, value, since in _ageing(document.values, steps, ages, as_of):
            schemas = _schemas(kind.fields, route)
            vocabulary = vocabularies.get(schemas[-1].get("vocabulary", ""))
            term = vocabulary.by_id.get(str(value)) if vocabulary else None
            if not (term and term.lasting):
                label, text, part = _shown(document, route, schemas, vocabularies)
                part = part if ages == "document" else ""
                state = printed(value, schemas[-1], vocabularies) if part else ""
                yield Stale(FIELD, label, text, document.fields.place(route), since, _age(since, day), part, state)


def _ageing(values: Plain, steps: Route, ages: str, as_of: Moment) -> Iterator[tuple[Route, Plain, Moment]]:
    """The values of one field that may have changed, each with the moment when it was true.

    Shape: of entries that give a `year` each, those of the last; an `end` that was past already is history.
    """
    found = [(route, value, _last_year(value)) for route, value in along(values, steps)]
    latest: dict[Route, str] = {}
    for route, _value, year in found:
        latest[_list_of(route)] = max(year, latest.get(_list_of(route), ""))
    for route, value, year in found:
        if ages == "document":
            yield route, value, as_of
        elif (ages == "end" and year and year >= as_of[:4]) or (ages == "year" and year == latest[_list_of(route)]):
            yield route, value, Moment(year)


def _list_of(route: Route) -> Route:
    """The list in one of whose entries a value stands; where it stands in none, what holds it."""
    return route[:-2] if len(route) > 1 and isinstance(route[-2], int) else route[:-1]


def _last_year(value: Plain) -> str:
    years: list[str] = _YEAR.findall(str(value))
    return years[-1] if years else ""


def _schemas(schema: Mapping[str, Plain], route: Route) -> tuple[Mapping[str, Plain], ...]:
    """The schemas along a route, from the document's own to that of the value."""
    found = [schema]
    for step in route:
        inner = found[-1].get("items", {}) if isinstance(step, int) else found[-1].get("properties", {}).get(step, {})
        found.append(inner)
    return tuple(found)


def _shown(
    document: Document, route: Route, schemas: Sequence[Mapping[str, Plain]], vocabularies: Mapping[str, Vocabulary]
) -> tuple[str, str, str]:
    """A label, what is printed, and the field's own label where the object that holds it does not print it.

    Shape: an object that has a `print` stands for its fields; a list lends its entries its label.
    """
    own = str(schemas[-1].get("title", route[-1]))
    template = str(schemas[-2].get("print", ""))
    if not template:
        return own, printed(_at(document.values, route), schemas[-1], vocabularies), ""
    label = next((str(one["title"]) for one in reversed(schemas[:-1]) if "title" in one), own)
    text = printed(_at(document.values, route[:-1]), schemas[-2], vocabularies)
    return label, text, "" if f"{{{route[-1]}}}" in template else own


def _at(value: Plain, route: Route) -> Plain:
    for step in route:
        value = value[step]
    return value


def _rotten(document: Document, lang: str, as_of: Moment, day: date) -> Iterator[Stale]:
    """The times that move with their reader, and the plans that are past on a day."""
    for one in find_rotten(document, lang, day):
        since = Moment(one.until) if one.until else as_of
        yield Stale(PLAN if one.until else MOVING, one.word, one.sentence, one.place, since, _age(since, day))


def _moments(document: Document, lang: str, as_of: Moment, out: str, day: date) -> Iterator[Stale]:
    """The sentences that tell of a state, « fin 2016 », from the year before that of the document's information on.

    Shape: what is told plainly of a year, « en 2017 », is a state only from the year on in which the memento came out;
    before, it is history. One entry a sentence.
    """
    if lang != "fr":
        return
    text = document.prose.text
    sentences = Sentences(text)
    first = int(as_of[:4] or 0) - 1
    current = max(out[:4], as_of[:4]) or "9999"
    told: dict[str, Stale] = {}
    for word in said_by_author(document, tuple(find_moments(text))):
        if int(word.until) >= first and not (word.is_loose and word.until < current):
            said, since = sentences.around(word), Moment(word.until)
            place = document.place(document.prose.span(word.start, word.end))
            words = on_one_line(text[word.start : word.end])
            told.setdefault(said, Stale(MOMENT, words, said, place, since, _age(since, day)))
    yield from told.values()
