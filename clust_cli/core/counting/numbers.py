"""Numbers as French prose writes them: 6, « six », « 46 462 », « 67 % », « deux tiers », « six des neuf ».

In: a few words of an author's. Out: the number they say; and another number, written in the same manner.
Source: docs/formats.md, “Claims”. Words go up to 999, in both hyphenations.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

MOST_IN_WORDS = 999
_MOST_HUNDREDS = 9
_SMALL = (
    *("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize"),
    *("quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"),
)
_TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"}
_ELEVEN, _SEVENTY, _EIGHTY = 11, 70, 80
_SPACES = " \u00a0\u202f"
_DIGITS = re.compile(rf"\d{{1,3}}(?:[{_SPACES}]\d{{3}})+|\d{{1,15}}")
_PERCENT = re.compile(rf"(\d{{1,3}})(?:([.,])(\d{{1,3}}))?([{_SPACES}]*)%")
_RATIO = re.compile(r"(.+?)(\s+(?:des|sur(?:\s+les)?|out\s+of|of(?:\s+the)?)\s+|\s*/\s*)(.+)")
_FRACTIONS = {
    (1, 2): ("une moitié", "la moitié"),
    (1, 3): ("un tiers", "le tiers"),
    (2, 3): ("deux tiers", "les deux tiers"),
    (1, 4): ("un quart", "le quart"),
    (3, 4): ("trois quarts", "les trois quarts"),
}
_HALF = (1, 2)
_GROUPED_FROM = 10_000


class Share(NamedTuple):
    """A share as it is written: `part` out of `per`. Units: `step` is how many steps of precision make 1; 0 is exact.

    `is_ratio`: « six des neuf », where the whole is told as well.
    """

    part: int
    per: int
    step: int = 0
    is_ratio: bool = False

    def says(self, part: int, whole: int) -> bool:
        """Whether this is the share of a part in a whole."""
        if self.is_ratio:
            return (self.part, self.per) == (part, whole)
        away = abs(part * self.per - self.part * whole)
        return bool(whole) and (2 * self.step * away <= whole * self.per if self.step else not away)


def spell(number: int, *, joined: bool = False, feminine: bool = False) -> str:
    """A number from 0 to 999 in words; `joined` as of 1990, all by hyphens (vingt-et-un), else vingt et un."""
    words = _words(number)
    text = words.replace("+", "-") if joined else words.replace("+", " ")
    return text + "e" if feminine and number % 100 != _ELEVEN and text.endswith("un") else text


def read_number(text: str) -> int | None:
    """The whole number that a text says, in digits or in words; None where it says none that we read."""
    text = text.strip()
    if _DIGITS.fullmatch(text):
        return int(re.sub(rf"[{_SPACES}]", "", text))
    return _from_words(_key(text))


def write_number(number: int, like: str) -> str:
    """A number in the manner of another; an empty text where that is not for us to write.

    Shape: zero, one and what ends in one (vingt et un) agree with what they count, which only the author's words tell.
    """
    like = like.strip()
    if like[:1].isdigit():
        return _in_digits(number, like)
    if number > MOST_IN_WORDS or (number <= 1) != ((read_number(like) or 0) <= 1):
        return ""
    joined = "-et-" in like or "cent-" in like or "-cent" in like
    text = spell(number, joined=joined, feminine=like.casefold().endswith("une"))
    agrees = text.endswith("un") and not like.casefold().endswith("un")
    return "" if agrees else _capital(text, like)


def read_share(text: str) -> Share | None:
    """The share that a text says: per cent, a fraction in words, or a part of a whole."""
    text = text.strip()
    percent = _PERCENT.fullmatch(text)
    if percent:
        decimals = percent[3] or ""
        step = 100 * 10 ** len(decimals)
        return Share(int(percent[1] + decimals), step, step)
    fraction = _fractions().get(_key(text))
    if fraction is not None:
        return Share(*fraction)
    ratio = _RATIO.fullmatch(text)
    part, whole = (read_number(ratio[1]), read_number(ratio[3])) if ratio else (None, None)
    return Share(part, whole, is_ratio=True) if part is not None and whole else None


def write_share(part: int, whole: int, like: str) -> str:
    """A share in the manner of another; an empty text where it has no such form."""
    like = like.strip()
    percent, ratio = _PERCENT.fullmatch(like), _RATIO.fullmatch(like)
    if percent:
        decimals = len(percent[3] or "")
        # Half a step goes up, as people round; Python's own rounding would go to the even one.
        rounded = (2 * part * 100 * 10**decimals + whole) // (2 * whole)
        digits = str(rounded).zfill(decimals + 1)
        number = f"{digits[:-decimals]}{percent[2]}{digits[-decimals:]}" if decimals else digits
        return f"{number}{percent[4]}%"
    if ratio and read_number(ratio[1]) is not None:
        first, second = write_number(part, ratio[1]), write_number(whole, ratio[3])
        return f"{first}{ratio[2]}{second}" if first and second else ""
    fraction = next((one for one in _FRACTIONS if one[0] * whole == one[1] * part), None)
    if fraction is None:
        return ""
    definite = like.casefold().startswith(("la ", "le ", "les "))
    return _capital(_FRACTIONS[fraction][definite or fraction == _HALF], like)


def _words(number: int) -> str:
    """The words; `+` stands where the two hyphenations differ."""
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest)
    head = "cent" if hundreds == 1 else f"{_SMALL[hundreds]}+cent"
    if not rest:
        return head + ("s" if hundreds > 1 else "")
    return f"{head}+{_below_hundred(rest)}"


def _below_hundred(number: int) -> str:
    if number < len(_SMALL):
        return _SMALL[number]
    if number >= _EIGHTY:
        return f"quatre-vingt-{_SMALL[number - _EIGHTY]}" if number > _EIGHTY else "quatre-vingts"
    tens, unit = divmod(number, 10)
    if number >= _SEVENTY:
        tens, unit = 6, number - 60
    if not unit:
        return _TENS[tens]
    return f"{_TENS[tens]}+et+{_SMALL[unit]}" if unit in (1, _ELEVEN) else f"{_TENS[tens]}-{_SMALL[unit]}"


@lru_cache(maxsize=1)
def _spelled() -> dict[str, int]:
    """The numbers below a hundred by their key."""
    known = {_plain(_below_hundred(number)): number for number in range(100)}
    return known | {f"{words}e": number for words, number in known.items() if words.endswith("un")}


@lru_cache(maxsize=1)
def _fractions() -> dict[str, tuple[int, int]]:
    bare = {"moitié": _HALF, "deux quarts": _HALF}
    return {word: value for value, words in _FRACTIONS.items() for word in words} | bare


def _from_words(key: str) -> int | None:
    """The number of a key; « cent » parts the hundreds from the rest."""
    head, cent, rest = (part.strip() for part in f" {key} ".partition(" cent "))
    if not cent:
        return _spelled().get(key)
    hundreds, below = _spelled().get(head or "un"), _spelled().get(rest or "zéro")
    if hundreds is None or below is None or head in ("zéro", "un") or rest == "zéro" or hundreds > _MOST_HUNDREDS:
        return None
    return hundreds * 100 + below


def _plain(words: str) -> str:
    return words.replace("+", " ").replace("-", " ").replace("vingts", "vingt")


def _key(text: str) -> str:
    """The words without hyphens, case and the plural of cent and vingt."""
    words = re.sub(r"[-\u2010\u2011\s]+", " ", text).strip().casefold()
    return re.sub(r"\b(cent|vingt)s\b", r"\1", words)


def _in_digits(number: int, like: str) -> str:
    space = next((letter for letter in like if letter in _SPACES), "")
    was_plain = not space and len(like) >= len(str(_GROUPED_FROM))
    if number < 1000 or was_plain or not (space or number >= _GROUPED_FROM):
        return str(number)
    return f"{number:,}".replace(",", space or " ")


def _capital(text: str, like: str) -> str:
    return text[:1].upper() + text[1:] if like[:1].isupper() else text
