"""Words compared as people compare them: without case, accents, apostrophe shapes; and the nearest one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache
from itertools import islice

WORD = re.compile(r"[^\W_]+(?:['’\-‑][^\W_]+)*")
_MOST_COMPARED = 400
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " ", "‑": "-"})


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The text without accents, case, apostrophe shapes, doubled spaces and closing punctuation."""
    plain = text.lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES)).casefold()
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(plain.split()).strip(" .:;!?…")


def slug(text: str) -> str:
    """The text as a file name and an identifier: lower case, no accents, hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text.replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae"))).strip("-")


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that looks most like this one, or an empty text."""
    # A stranger's file may name ten thousand things: the first few hundred are all a person could have meant.
    folded = {fold(one): one for one in islice(known, _MOST_COMPARED)}
    found = get_close_matches(fold(word), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else ""


def count_words(text: str) -> int:
    """How many words a text has; « l'appel » is one, « sous-titre » is one."""
    return len(WORD.findall(text))
