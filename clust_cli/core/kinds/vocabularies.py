"""Vocabularies: lists of coded terms, with their labels, groups and the words prose uses for them.

In: the plain value of a vocabulary file that its meta-schema accepts. Out: a Vocabulary.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from clust_cli.core.plain import Plain
from clust_cli.core.words import fold, nearest


class Term(NamedTuple):
    """One coded term. `lasting`: what it says will not change any more.

    `extra` holds what only some vocabularies have: feminine, masculine, code.
    """

    id: str
    label: str
    short: str = ""
    definition: str = ""
    group: str = ""
    terms: tuple[str, ...] = ()
    replaced_by: str = ""
    lasting: bool = False
    extra: Mapping[str, str] = MappingProxyType({})

    @property
    def narrow(self) -> str:
        """The label for narrow places."""
        return self.short or self.label


class Group(NamedTuple):
    """A group of terms; an axis of its own."""

    id: str
    label: str


@dataclass(frozen=True)
class Vocabulary:
    """A list of terms, in the order they are printed."""

    name: str
    title: str
    terms: tuple[Term, ...]
    groups: tuple[Group, ...] = ()
    codable: bool = False

    @cached_property
    def by_id(self) -> Mapping[str, Term]:
        """The terms by their id."""
        return {term.id: term for term in self.terms}

    @property
    def current(self) -> tuple[str, ...]:
        """The ids that authors write today: those of terms that no other replaces."""
        return tuple(term.id for term in self.terms if not term.replaced_by)

    @cached_property
    def group_labels(self) -> Mapping[str, str]:
        """The labels of the groups by their id."""
        return {group.id: group.label for group in self.groups}

    def label(self, id: str) -> str:
        """The label of a term; an unknown id stands for itself."""
        return self.by_id[id].label if id in self.by_id else id

    def suggest(self, word: str) -> str:
        """The id of the term that this word most likely means, or an empty text."""
        near = self._meant(word)
        return (self.by_id[near].replaced_by or near) if near else ""

    def _meant(self, word: str) -> str:
        if word.zfill(2) in self.by_id:
            return word.zfill(2)  # 1 means 01, the department
        folded = fold(word)
        for term in self.terms:
            if folded in {fold(name) for name in (term.id, term.label, term.short, *term.terms)}:
                return term.id
        near = nearest(word, self.by_id)
        return near or self._by_label(nearest(word, (term.label for term in self.terms)))

    def _by_label(self, label: str) -> str:
        return next((term.id for term in self.terms if label and term.label == label), "")


def parse_vocabulary(value: Mapping[str, Plain], lang: str) -> Vocabulary:
    """Make a vocabulary of a plain value that the meta-schema accepts, its labels in one language."""
    known = {"id", "label", "short", "definition", "group", "terms", "replaced_by", "lasting"}
    terms = tuple(
        Term(
            id=entry["id"],
            label=label(entry["label"], lang),
            short=label(entry.get("short", ""), lang),
            definition=label(entry.get("definition", ""), lang),
            group=entry.get("group", ""),
            terms=tuple(entry.get("terms", ())),
            replaced_by=entry.get("replaced_by", ""),
            lasting=bool(entry.get("lasting")),
            extra={key: label(entry[key], lang) for key in entry if key not in known},
        )
        for entry in value["terms"]
    )
    groups = tuple(Group(entry["id"], label(entry["label"], lang)) for entry in value.get("groups", ()))
    return Vocabulary(value["vocabulary"], label(value["title"], lang), terms, groups, bool(value.get("codable")))


def label(text: Plain, lang: str) -> str:
    """The label in a language: a text stands for every language, a mapping is looked up."""
    if isinstance(text, Mapping):
        return str(text.get(lang) or next(iter(text.values()), ""))
    return str(text)
