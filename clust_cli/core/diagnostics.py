"""Trouble, told: a rule, a place, and the named words its sentence will quote.

A diagnostic is no sentence: the reports make it one, in the reader's language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from types import MappingProxyType
from typing import NamedTuple

from clust_cli.core.places import Place

Argument = str | int | float | tuple[str, ...]


class Severity(IntEnum):
    """How much it matters. Higher is worse."""

    NOTE = 0
    WARNING = 1
    ERROR = 2

    @property
    def word(self) -> str:
        """The word of the JSON contract."""
        return self.name.lower()


class Rule(NamedTuple):
    """A rule's promise: its id and how much breaking it matters.

    `tightens`: a warning while the document is being written, an error once its status is ready.
    `doubt`: it may be accepted even then: what the print has and its text does not tell stays so.
    """

    id: str
    severity: Severity
    tightens: bool = False
    doubt: bool = False

    def at(self, place: Place, variant: str = "", /, **arguments: Argument) -> Diagnostic:
        """Tell this trouble at a place; `variant` picks another sentence of the same rule."""
        return Diagnostic(self, place, MappingProxyType(arguments), self.severity, variant)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One trouble at one place. `word` among the arguments is the author's own word, used to accept a doubt."""

    rule: Rule
    place: Place
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    severity: Severity = Severity.ERROR
    variant: str = ""

    @property
    def word(self) -> str:
        """The author's word in question."""
        return str(self.arguments.get("word", ""))

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sorted by path, place and rule."""
        return (self.place.path, self.place.span.start, self.place.span.end, self.rule.id, self.word)
