"""Funders: whose money it is, the sentence they demand and where it stands, and what else they want told.

In: the plain value of a funder file that its meta-schema accepts. Out: a Funder.
Source: docs/kinds.md, “A funder, format 1”.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from clust_cli.core.kinds.vocabularies import Term, Vocabulary, label
from clust_cli.core.plain import Plain

FUNDERS = "funders"
_TITLE = {"fr": "Financeurs", "en": "Funders"}


class Condition(NamedTuple):
    """A duty that holds only where a field of the memento has a value."""

    field: str
    value: str


class Duty(NamedTuple):
    """A field of the memento that must be filled, since the build prints it; by its dotted path."""

    field: str
    source: str
    confirmed: bool
    when: Condition | None = None


class Funder(NamedTuple):
    """One funder of one programming period. `confirmed`: somebody has compared the sentence with its source."""

    id: str
    title: str
    sentence: str
    emblem: str
    places: tuple[str, ...]
    source: str
    confirmed: bool
    duties: tuple[Duty, ...] = ()


def parse_funder(value: Mapping[str, Plain], lang: str) -> Funder:
    """Make a funder of a plain value that the meta-schema accepts, its texts in one language."""
    return Funder(
        id=value["funder"],
        title=label(value["title"], lang),
        sentence=label(value["sentence"], lang),
        emblem=value.get("emblem", ""),
        places=tuple(value["places"]),
        source=label(value["source"], lang),
        confirmed=value["confirmed"],
        duties=tuple(_duty(entry, lang) for entry in value.get("duties", ())),
    )


def funder_vocabulary(funders: Iterable[Funder], lang: str) -> Vocabulary:
    """The funders as a vocabulary: what fields, axes and queries know of them."""
    terms = tuple(Term(one.id, one.title, definition=one.sentence) for one in funders)
    return Vocabulary(FUNDERS, label(_TITLE, lang), terms)


def _duty(entry: Mapping[str, Plain], lang: str) -> Duty:
    when = entry.get("when")
    condition = Condition(when["field"], when["is"]) if when else None
    return Duty(entry["field"], label(entry["source"], lang), entry["confirmed"], condition)
