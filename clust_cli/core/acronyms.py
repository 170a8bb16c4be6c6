"""Acronyms in a text: which words are some, and which of them the author expands by hand.

In: a plain text. Out: words and where they stand. Knows no glossary and no document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clust_cli.core.words import count_words, fold

LONGEST = 8
"""Units: letters. A longer word in capitals is a word in capitals: INTERREG is one, ATTENTION is none."""
_ACRONYM = r"(?<![\w&@#])[A-ZÉ](?:[A-ZÉ]|&(?=[A-Z]))+[a-z]?[A-Z]*(?![\w&@])"
_ROMAN = r"[IVX]+(?:er?|re|es?)?"
# An expansion fits in so many characters; without a bound, a nest of brackets would cost the square of its length.
_FEW = 160
_SIGNS = " *_«»\"'’“”[]\n\u00a0\u202f"


def acronyms(text: str) -> Iterator[tuple[str, int]]:
    """The acronyms of a text, each time they stand there, with the character they begin at.

    Shape: at least two capitals in a row, perhaps a small letter among them: EPCI, SCoT, R&D, NOTRe, PLUi.
    No roman numerals, addresses, letters with figures, nor lines written in capitals.
    """
    for found in re.finditer(_ACRONYM, text):
        word, start = found[0], found.start()
        if len(word) <= LONGEST and not re.fullmatch(_ROMAN, word) and not _is_elsewhere(text, start):
            yield word, start


def expanded_by_hand(text: str) -> frozenset[str]:
    """The acronyms of which a text itself says what they stand for: « … (EPCI) » or « EPCI (…) ».

    Shape: what stands beside an acronym spells it by its letters.
    """
    explained: set[str] = set()
    start = text.find("(")
    while start >= 0:
        inside = text[start + 1 : start + _FEW].split(")", 1)[0].strip(_SIGNS)
        before = text[max(0, start - _FEW) : start].rstrip(_SIGNS)
        # No regular expression: this looks at every bracket of every document that has an unknown acronym.
        outside = before.replace("'", " ").replace("’", " ").rsplit(maxsplit=1)[-1:]
        if _is_written_so(inside) and _tells(before, inside, from_start=False):
            explained.add(inside)
        for word in outside:
            if _is_written_so(word) and _tells(inside, word, from_start=True):
                explained.add(word)
        start = text.find("(", start + 1)
    return frozenset(explained)


def _is_written_so(word: str) -> bool:
    """Whether a word has the form of an acronym."""
    return 1 < len(word) <= LONGEST and word.replace("&", "").isalpha() and sum(map(str.isupper, word)) > 1


def _tells(text: str, word: str, *, from_start: bool) -> bool:
    """Whether a text, or what it ends with, spells an acronym."""
    folded = fold(text)
    letters = [letter for letter in fold(word) if letter.isalpha()]
    starts = [0] if from_start else list(_begins(folded, letters[0]))
    return any(folded[start : start + 1] == letters[0] and _spelt(folded, letters, start) for start in starts)


def _spelt(text: str, letters: Sequence[str], start: int) -> bool:
    """Whether the words from a character on spell letters: the first two begin words, others may stand in them."""
    second = next((begin for begin in _begins(text, letters[1]) if begin > start), -1)
    if second < 0:
        return False
    position = second + 1
    for letter in letters[2:]:
        position = text.find(letter, position) + 1
        if not position:
            return False
    return True


def _begins(text: str, letter: str) -> Iterator[int]:
    """Where a text has words that begin with a letter."""
    found = text.find(letter)
    while found >= 0:
        if found == 0 or not text[found - 1].isalnum():
            yield found
        found = text.find(letter, found + 1)


def _is_elsewhere(text: str, start: int) -> bool:
    """Whether a word stands in an address, or in a line written in capitals."""
    begin = max(text.rfind(sign, 0, start) for sign in (" ", "\n")) + 1
    token = text[begin : begin + _FEW].split(maxsplit=1)[0]
    if "://" in token or "@" in token or token.startswith("www."):
        return True
    line = text[text.rfind("\n", 0, start) + 1 :].split("\n", 1)[0]
    return line.isupper() and count_words(line) > 3
