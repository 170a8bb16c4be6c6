"""France as INSEE lists it: which department a town lies in, which EPCI there are.

In: the packaged lists, read when the first question is asked. Out: names, departments, figures.
Source: scripts/make_geography.py, which says where the lists come from and what they hold.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from clust_cli.core.sorted_lines import SortedLines
from clust_cli.core.words import fold

TOWNS = "schemas/geography/communes.txt"
EPCI = "schemas/geography/epci.txt"

# Patterns that few runs need are texts: re compiles them when they are first used.
_BRACKETS = r"\([^)]*\)?"
_FORM = r"^(?:communautes? (?:de communes?|d agglomerations?|urbaine)|cc|ca|cu|comcom|metropole|eurometropole)\b ?"
_LINK = r"^(?:de la|de l|de|des|du|d|la|le|les|l) (?=.)"
_VINTAGE = rb"1 January (\d{4})"
_BREAKS = str.maketrans(dict.fromkeys("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~«»“”„–—·•…\u00ad\t", " "))
_ARTICLES = ("le", "la", "les", "l")
_SAINT = {"st": "saint", "sts": "saint", "saints": "saint", "ste": "sainte", "stes": "sainte", "saintes": "sainte"}
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"})


class Epci(NamedTuple):
    """A group of communes with its own tax. Units: communes, inhabitants (municipal population)."""

    name: str
    code: str
    communes: int
    population: int


class Geography:
    """INSEE's lists. `files` holds their bytes by path, and is asked only when a document has such a field."""

    def __init__(self, files: Mapping[str, bytes] = MappingProxyType({})) -> None:
        self.files = files

    @cached_property
    def _towns(self) -> SortedLines:
        return SortedLines(self.files[TOWNS])

    @cached_property
    def _epci(self) -> SortedLines:
        return SortedLines(self.files[EPCI])

    @cached_property
    def vintage(self) -> int:
        """The year of the lists: their first of January."""
        found = re.search(_VINTAGE, self.files[EPCI])
        return int(found[1]) if found else 0

    def is_town(self, name: str) -> bool:
        """Whether a commune bears this name, or bore it, or one whose first words it is: Carhaix."""
        return bool(self.departments_of(name))

    def departments_of(self, town: str) -> tuple[str, ...]:
        """The codes of the departments where a commune bears this name, or one that begins with it.

        Shape: sorted; several for homonyms; a short name means every commune that it begins: nobody says Plouguer.
        """
        return tuple(sorted({code for codes in self._named(town) for code in codes.split()}))

    def nearest_town(self, word: str, departments: Collection[str] = ()) -> str:
        """The commune that a misspelt word most likely means, one of these departments first; else an empty text."""
        key, wanted = town_key(word), set(departments)
        there = {known: name for known, name, codes in self._towns if wanted & set(codes.split())}
        found = get_close_matches(key, there, n=1, cutoff=0.75)
        if found:
            return there[found[0]]
        # Names of another length are no slip of the hand; leaving them out makes the rest quick to compare.
        alike = {known: name for known, name, _ in self._towns.starting(key[:2]) if abs(len(known) - len(key)) <= 2}
        found = get_close_matches(key, alike, n=1, cutoff=0.85)
        return alike[found[0]] if found else ""

    def find_epci(self, name: str) -> Epci | None:
        """The EPCI of a name, however its form is written (« CC », « communauté de communes »), or None."""
        key = epci_key(name)
        named = [Epci(line[1], line[2], int(line[3]), int(line[4])) for line in self._epci.starting(f"{key}\t") if key]
        # “CC du Sud” and “CA du Sud” differ by their form alone: the very name comes before its like.
        return min(named, key=lambda epci: fold(epci.name) != fold(name), default=None)

    def nearest_epci(self, word: str) -> str:
        """The EPCI that a misspelt word most likely means, or an empty text."""
        names = {line[0]: line[1] for line in self._epci}
        found = get_close_matches(epci_key(word), names, n=1, cutoff=0.7)
        return names[found[0]] if found else ""

    def _named(self, town: str) -> Iterator[str]:
        """The departments of each commune that bears this name, or one that begins with its words."""
        key = town_key(town)
        for line in self._towns.starting(key) if key else ():
            # A tab, then a space, sort before all letters: what follows only begins with the same letters.
            if not f"{line[0]} ".startswith(f"{key} "):
                return
            yield line[2]


def town_key(name: str) -> str:
    """A town's name as it is looked up: no accents, hyphens, brackets or leading article, Saint written out."""
    plain = _plain(name)
    first, _, rest = plain.partition(" ")
    return rest if rest and first in _ARTICLES else plain


def epci_key(name: str) -> str:
    """An EPCI's name as it is looked up: like a town's, without its legal form."""
    return re.sub(_LINK, "", re.sub(_FORM, "", _plain(name)))


def _plain(name: str) -> str:
    name = name.translate(_LIGATURES)
    words = fold(re.sub(_BRACKETS, "", name) if "(" in name else name).translate(_BREAKS).split()
    return " ".join(_SAINT.get(word, word) for word in words)
