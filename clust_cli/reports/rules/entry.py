"""The entry of a rule in the catalogue of sentences, in English; the French is in `locale/fr`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Words(NamedTuple):
    """A sentence and the one order that mends it; {named} places take a diagnostic's arguments."""

    sentence: str
    hint: str


class Entry(NamedTuple):
    """What is told of a rule: its sentences by variant, why it exists, what fails, the same mended."""

    says: Mapping[str, Words]
    why: str
    bad: str
    good: str

    def words(self, variant: str) -> Words:
        """The sentence of a variant, else the rule's plain one, else its first."""
        return self.says.get(variant) or self.says.get("") or next(iter(self.says.values()))
