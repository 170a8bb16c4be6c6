"""A dictionary: every form of the words of a language, and those that a misspelt one may have been meant for.

In: the bytes of a packaged list, whose words share their endings. Out: yes or no, and near words.
Source: scripts/make_dictionary.py, which says where the list comes from and how it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clust_cli.core.spelling import distance

DICTIONARY = "schemas/dictionaries/{lang}.txt"
_SHORTEST = 5
"""Units: letters. Shorter words have too many neighbours."""
_LONG = 7
"""Units: letters. A word of that length may hold two slips."""
_FAR = 9
_DOUBLED = r"(.)\1"
_PLAIN = str.maketrans("àâäáãçéèêëîïíñôöóùûüúÿÀÂÄÇÉÈÊËÎÏÔÖÙÛÜ", "aaaaaceeeeiiinooouuuuyaaaceeeeiioouuu", "’'-")


def letters(word: str) -> str:
    """The letters of a word, without their accents."""
    return word.translate(_PLAIN)


class Dictionary:
    """The forms of a language's words. Units: reading the list takes some 60 ms, a question 2 µs, near words 60 ms."""

    def __init__(self, data: bytes) -> None:
        text = data.decode("utf-8")
        while text.startswith("#"):
            text = text[text.index("\n") + 1 :]
        endings, stems, silent = text.split("\n\n")
        self._endings = [frozenset(line[:-1].split(",")) for line in endings.split("\n")]
        self._stems: dict[str, str] = dict(line.split("\t") for line in stems.split("\n"))
        self._silent = frozenset(silent.split())
        self._by_initial: dict[str, Sequence[tuple[str, str]]] = {}

    def holds(self, word: str, *, to_suggest: bool = False) -> bool:
        """Whether a word is one of them, as it is written; one `to_suggest` is no sign of a unit and no numeral."""
        if to_suggest and word in self._silent:
            return False
        for end in range(1, len(word) + 1):
            sets = self._stems.get(word[:end])
            if sets and any(word[end:] in self._endings[int(number)] for number in sets.split()):
                return True
        return False

    def near(self, word: str) -> Iterator[str]:
        """The words at most two slips away, of the same initial, the nearest first; accents weigh least."""
        plain = letters(word)
        if len(plain) < _SHORTEST:
            return
        most = 1 if len(plain) < _LONG else 2
        found = []
        for form, other in self._beginning(plain[0].lower()):
            is_alike = other[1:2] == plain[1:2] or other[-2:] == plain[-2:]
            if is_alike and abs(len(other) - len(plain)) <= most:
                slips = distance(plain, other, most)
                if slips <= most:
                    is_unlike = re.sub(_DOUBLED, r"\1", other) != re.sub(_DOUBLED, r"\1", plain)
                    found.append((is_unlike, slips, distance(word, form, _FAR), form))
        yield from (one[-1] for one in sorted(found))

    def _beginning(self, initial: str) -> Sequence[tuple[str, str]]:
        """The forms that begin with a letter, whatever its accent, each with its letters alone."""
        if initial not in self._by_initial:
            stems = ((stem, sets) for stem, sets in self._stems.items() if letters(stem[0]).lower() == initial)
            forms = (
                stem + end for stem, sets in stems for number in sets.split() for end in self._endings[int(number)]
            )
            self._by_initial[initial] = [(one, letters(one)) for one in forms if one not in self._silent]
        return self._by_initial[initial]
