"""The words of a text, and which part of one is in no dictionary: elisions, compounds and inclusive forms taken apart.

In: plain text, and a question that says whether a word is known. Out: words and parts. Knows no document.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

Holds = Callable[[str], bool]

_ONE_SHAPE = str.maketrans("’ʼ‘‑‧•⋅∙", "'''-····")
_WORD = r"[^\W_]+(?:['\-·][^\W_]+)*(?:\([^\W\d_]{1,6}\)[^\W\d_]*)?"
_ADDRESS = r"://|@|^\W*www\.|[^\W_]\.[^\W_A-ZÀ-Þ]|^[.~]*/"
"""What no word has: addresses, names of files, paths; « élu.e.s » is left alone with them."""
_UNREAD = "_"
_ROMAN = r"[IVX]+(?:ers?|res?|es?|n?des?|nds?)?"
_OPENING = " \u00a0\u202f\t«“„\"'(["
_BACK = 12
_ABBREVIATED = r"(?:^|[\s(«])(?:[A-ZÀ-Þ]\w{0,2}|\w|cf|art)$"
"""What a full stop behind it does not end a sentence: M., Mgr., J., p., cf."""
_ELISIONS = frozenset(
    ("c", "ç", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu", "quelqu")
)
_PREFIXES = re.compile(
    "(?:agro|auto|bio|éco|géo|hydro|infra|inter|intra|macro|méga|méta|micro|mini|mono|multi|néo|péri|pluri|poly|post|pré|"
    "pseudo|rétro|semi|socio|supra|techno|télé|thermo|ultra)-?|co-"
)
_LEAST = 4
"""Units: letters. What follows a prefix without a hyphen is a word of so many: éco + gîte, no bio + sol."""


class Word(NamedTuple):
    """A word of a text, in one shape of apostrophe and hyphen, and the character it begins at."""

    text: str
    start: int
    opens: bool
    """Whether its sentence begins with it."""


class Part(NamedTuple):
    """What of a word is in no dictionary, and how many characters of the word stand before it."""

    text: str
    offset: int


def words(text: str) -> Iterator[Word]:
    """The words of a text, those of addresses, codes and names of files left out."""
    text = text.translate(_ONE_SHAPE)
    text = re.sub(r"\S+", lambda found: _UNREAD * len(found[0]) if re.search(_ADDRESS, found[0]) else found[0], text)
    for found in re.finditer(_WORD, text):
        yield Word(found[0], found.start(), _opens(text, found.start()))


def misspelt(word: str, holds: Holds) -> Part | None:
    """The part of a word that is not known, the smallest one; None where all is well."""
    if _is_known(word, holds) or (re.search(r"[·(]", word) and _is_inclusive(word, holds)):
        return None
    tail = unelided(word)
    if tail != word:
        part = misspelt(tail, holds)
        return part and Part(part.text, part.offset + len(word) - len(tail))
    pieces = [Part(one[0], one.start()) for one in re.finditer(r"[^\W_]+", word)]
    wrong = [piece for piece in pieces if not _is_known(piece.text, holds)]
    # Of « mise-en-resau » one part is wrong; « aujourd'ui » is one word.
    return wrong[0] if len(wrong) == 1 and "'" not in word else Part(word, 0) if wrong else None


def unelided(word: str) -> str:
    """A word without the l', d' or qu' before it; the word itself where there is none."""
    head, _, tail = word.partition("'")
    return tail if tail and head.lower() in _ELISIONS else word


def _is_known(word: str, holds: Holds) -> bool:
    """Whether a word is in the dictionary, or is none that a dictionary has: a letter, a numeral, an acronym."""
    if len(word) < 2 or any(map(str.isdigit, word)) or sum(map(str.isupper, word)) > 1:
        return True
    if holds(word) or re.fullmatch(_ROMAN, word):
        return True
    small = word[:1].lower() + word[1:]
    if small != word and holds(small):
        return True
    prefix = _PREFIXES.match(small)
    if not prefix:
        return False
    rest = small[prefix.end() :]
    return (len(rest) >= _LEAST or prefix[0].endswith("-")) and holds(rest)


def _is_inclusive(word: str, holds: Holds) -> bool:
    """Whether a word names men and women at once: agriculteur·rice·s, élu(e)s, tou·te·s."""
    base, *ends = (one for one in re.split(r"[·()]", word) if one)
    stems = [base[:cut] for cut in range(len(base), len(base) // 2, -1)]
    return any(_is_known(one, holds) for one in (base, base + ends[-1])) and all(
        any(_is_known(stem + end, holds) for stem in stems) or (len(end) > 2 and _is_known(end, holds)) for end in ends
    )


def _opens(text: str, start: int) -> bool:
    """Whether what stands before a word ends a sentence, a line or an introduction."""
    before = text[max(0, start - _BACK) : start].rstrip(_OPENING)
    if not before or before[-1] in "\n!?…:;–—-":
        return True
    return before[-1] == "." and not re.search(_ABBREVIATED, before[:-1])
