"""Where prose names a term of a vocabulary: « TEPCV », « pépinières d'entreprises ».

In: terms, a passage and its document. Out: the place of the words. Whole words, a plural s apart; case, accents and
shapes of apostrophes folded; in prose alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from clust_cli.core.documents import Document
from clust_cli.core.places import Span
from clust_cli.core.reading.body import Passage

_SHORT = 3


def flattened(text: str) -> str:
    """The text in lower case without accents, for a first look: what is not there is nowhere."""
    plain = text.lower()
    if plain.isascii():
        return plain
    return unicodedata.normalize("NFKD", plain.replace("’", "'")).encode("ascii", "ignore").decode()


def may_name(flat: str, term: str) -> bool:
    """Whether a flat text holds every word of a term, wherever they stand: a quick look before the true one."""
    return all(word in flat for word in _stems(term))


def find_mention(document: Document, passage: Passage, terms: Iterable[str]) -> Span | None:
    """Where a passage first names one of these terms, in the author's file; None where it does not."""
    names = "|".join(_pattern(term) for term in sorted(terms, key=len, reverse=True))
    words = document.prose.within(passage.span)
    # Letter by letter, so that a place in the flat text is one in the author's.
    letters = [flattened(letter) or letter for letter in words.text]
    found = re.search(rf"(?<![\w-])(?:{names})(?![\w-])", "".join(letters)) if names else None
    if found is None:
        return None
    begin, end = (_index(letters, offset) for offset in found.span())
    return words.span(begin, end)


def _pattern(term: str) -> str:
    return r"\s+".join(re.escape(word) + "s?" for word in _stems(term))


@lru_cache(maxsize=512)
def _stems(term: str) -> tuple[str, ...]:
    """The words of a term without the s of a plural; a short word keeps its own."""
    return tuple(word.removesuffix("s") if len(word) > _SHORT else word for word in flattened(term).split())


def _index(letters: list[str], offset: int) -> int:
    """The letter that stands at an offset of the flat text."""
    length = 0
    for index, letter in enumerate(letters):
        if length >= offset:
            return index
        length += len(letter)
    return len(letters)
