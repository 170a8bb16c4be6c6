"""An index of registered names: what in a text could be one of them, written in another way.

In: a register, and texts. Out: suspects, some letters and the forms they may stand for. Judges nothing, and so may
suspect the innocent, but seldom: what it costs is paid by every check.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple, TypeVar

from clust_cli.core.names import Name, Register
from clust_cli.core.spelling import slips
from clust_cli.core.words import fold

PIECE = re.compile(r"[^\W_]+")
JOINTS = (" ", "-", "'")
"""What may stand between the pieces of a name, and is mistaken for another of them."""
_CAPITALS = re.compile(r"([A-ZÀ-ÖØ-Þ][\w'-]{2,})(?= +([\w'-]+))?")
"""A capitalised word, and the word that follows it."""
_ODD = re.compile(r"[^\W_]{3}'[^\W_]{3}")
_PARTS = re.compile(r"['-]")
_FLAT = {"\n": " ", "\u00a0": " ", "\u202f": " ", "’": "'", "‑": "-"}
_SHORTEST = 3
"""Units: letters. Shorter pieces give no name away; and two words a slip apart begin or end alike for that long."""


_NEVER_ALIKE = 6
"""Units: letters. A word of so few is no slip away from one with another initial."""
Key = TypeVar("Key")


class Form(NamedTuple):
    """A form of a name, cut in its pieces and the joints between them."""

    text: str
    name: Name
    rejected: bool
    pieces: tuple[str, ...]
    joints: tuple[str, ...]


class Suspect(NamedTuple):
    """Letters that may be a form in another spelling, wherever the text holds them."""

    letters: str
    forms: tuple[Form, ...]


@dataclass(frozen=True)
class NameIndex:
    """The forms of a register, by what gives their variants away."""

    accepted: tuple[Form, ...]
    rejected: tuple[Form, ...]
    _seen: dict[str, tuple[Form, ...]] = field(default_factory=dict)
    """What was found of a word, so that each is looked up once in a collection."""

    def suspects(self, text: str) -> Iterator[Suspect]:
        """Yield what a flat text may hold of variants."""
        pairs = set(_CAPITALS.findall(text))
        words = {word for word, _next in pairs}
        for word in words - self._spelt:
            if "-" in word or "'" in word:
                yield from self._compound(word)
            elif forms := self.near(word):
                yield Suspect(word, forms)
        for pair in self._half_small.keys() & pairs:
            yield Suspect(" ".join(pair), self._half_small[pair])
        for word in self._literals.keys() & words:
            yield from (Suspect(letters, (form,)) for letters, form in self._literals[word] if letters in text)
        yield from (Suspect(letters, (form,)) for letters, form in self._small if letters in text)

    def near(self, word: str) -> tuple[Form, ...]:
        """The forms with a piece that is this word but for its accents, its case or a slip."""
        if word not in self._seen:
            small, length, initial = word.lower(), len(word), fold(word[0])
            ends = self._ends
            beside = {*ends.get((small[:_SHORTEST], True), ()), *ends.get((small[-_SHORTEST:], False), ())}
            alike = [one for one in beside if -_SHORTEST < len(one) - length < _SHORTEST]
            alike = [one for one in alike if one[0] == initial or length > _NEVER_ALIKE]
            plain = fold(word) if alike else ""
            near = [piece for piece in alike if piece == plain or slips(plain, piece) >= 0]
            self._seen[word] = tuple({form: None for piece in near for form in self._bearers[piece]})
        return self._seen[word]

    def _compound(self, word: str) -> Iterator[Suspect]:
        """What a word of several parts may stand for: by a part that no form has, or by two that one form has."""
        parts = [part for part in _PARTS.split(word) if part[:1].isupper()]
        held = [self.near(part) for part in parts]
        for part, forms in zip(parts, held, strict=True):
            shared = tuple(form for form in forms if sum(form in others for others in held) > 1)
            suspected = shared if part in self._spelt else forms
            if suspected:
                yield Suspect(part, suspected)

    @cached_property
    def by_first(self) -> Mapping[str, tuple[Form, ...]]:
        """The accepted forms by their first piece, in lower case."""
        return _grouped((form.pieces[0].lower(), form) for form in self.accepted)

    @cached_property
    def longest(self) -> int:
        """Units: characters. What the longest form takes."""
        return max((len(form.text) for form in (*self.accepted, *self.rejected)), default=0)

    @cached_property
    def _spelt(self) -> frozenset[str]:
        """The capitalised words of the accepted forms as they are, also where their sentence begins with them."""
        starts = (form.text[:1].upper() + form.text[1:] for form in self.accepted)
        return frozenset(word for start in starts for word, _next in _CAPITALS.findall(start))

    @cached_property
    def _half_small(self) -> Mapping[tuple[str, str], tuple[Form, ...]]:
        """The forms by two capitalised words that follow each other, the second in small letters: Glass vallée."""
        pairs = ((pair, form) for form in self.accepted for pair in _CAPITALS.findall(form.text) if pair[1])
        return _grouped(((one, two.lower()), form) for (one, two), form in pairs if two[0].isupper())

    @cached_property
    def _literals(self) -> Mapping[str, tuple[tuple[str, Form], ...]]:
        """By a capitalised word: rejected forms, and those that are written on in small letters: Caisse des dépôts."""
        literals: dict[str, list[tuple[str, Form]]] = {}
        for form in self.rejected:
            first = _CAPITALS.search(form.text)
            if first:
                literals.setdefault(first[1], []).append((form.text[first.start() :], form))
        for form in self.accepted:
            for one, two in pairwise(_CAPITALS.finditer(form.text)):
                if one[2] and one[2][0].islower():
                    letters = form.text[one.start() : two.start()] + two[1].lower()
                    literals.setdefault(one[1], []).append((letters, form))
        return {word: tuple(found) for word, found in literals.items()}

    @cached_property
    def _small(self) -> tuple[tuple[str, Form], ...]:
        """Forms in small letters: those no ordinary words could be, clus'ter jura, and rejected ones."""
        odd = [form for form in self.accepted if _ODD.search(form.text)]
        rejected = [form for form in self.rejected if not _CAPITALS.search(form.text)]
        # The first letter may be a capital where the sentence begins.
        return (
            *((form.text.lower(), form) for form in odd),
            *((form.text[len(form.pieces[0]) :].lstrip() or form.text, form) for form in rejected),
        )

    @cached_property
    def _bearers(self) -> Mapping[str, tuple[Form, ...]]:
        """The forms by each capitalised piece of theirs, folded."""
        pairs = ((piece, form) for form in self.accepted for piece in form.pieces)
        return _grouped((fold(piece), form) for piece, form in pairs if len(piece) >= _SHORTEST and piece[0].isupper())

    @cached_property
    def _ends(self) -> Mapping[tuple[str, bool], tuple[str, ...]]:
        """The pieces, folded, by their first letters and by their last."""
        ends: dict[tuple[str, bool], list[str]] = {}
        for piece in self._bearers:
            ends.setdefault((piece[:_SHORTEST], True), []).append(piece)
            ends.setdefault((piece[-_SHORTEST:], False), []).append(piece)
        return {key: tuple(found) for key, found in ends.items()}


def index_names(register: Register) -> NameIndex:
    """Make the index of a register."""
    accepted = [_form(text, name) for name in register.names for text in name.forms]
    rejected = [_form(text, name, rejected=True) for name in register.names for text in name.rejected]
    return NameIndex(tuple(one for one in accepted if one.pieces), tuple(one for one in rejected if one.pieces))


def flat(text: str) -> str:
    """The text with one shape of space, hyphen and apostrophe, every character where it was."""
    for sign, plain in _FLAT.items():
        text = text.replace(sign, plain)
    return text


def joint(between: str) -> str:
    """What stands between two pieces of a flat text: spaces are one."""
    return between if between.strip() else " "


def _form(text: str, name: Name, *, rejected: bool = False) -> Form:
    text = flat(text)
    found = list(PIECE.finditer(text))
    joints = tuple(joint(text[one.end() : two.start()]) for one, two in pairwise(found))
    return Form(text, name, rejected, tuple(one[0] for one in found), joints)


def _grouped(pairs: Iterable[tuple[Key, Form]]) -> dict[Key, tuple[Form, ...]]:
    groups: dict[Key, list[Form]] = {}
    for key, form in pairs:
        groups.setdefault(key, []).append(form)
    return {key: tuple(dict.fromkeys(forms)) for key, forms in groups.items()}
