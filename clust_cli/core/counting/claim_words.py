"""The words of a claim against what was counted: numbers, shares, names, quantifiers.

In: a claim and what was counted for it. Out: a Finding, or a fault where the words cannot be read.
Source: docs/formats.md, “Claims”.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import dropwhile
from typing import NamedTuple

from clust_cli.core.counting.axis_values import AxisValue
from clust_cli.core.counting.numbers import read_number, read_share, write_number, write_share
from clust_cli.core.reading.body import Claim
from clust_cli.core.words import fold

_QUANTIFIERS = {
    "all": "tous toutes tout toute chacun chacune chaque partout ensemble unanimement all every each everywhere",
    "most": "plupart majorite majoritairement most majority",
    "several": "plusieurs quelques certains certaines divers diverses several some",
    "none": "aucun aucune nul nulle pas none no",
}
"""The words of which each quantifier must hold one, folded."""
_LINKING = (
    "a ainsi and au aux comme d de des du en enfin et l la le les of ou pays puis que territoire territoires the un une"
)
"""Small words that may stand between the names of a list."""
_WORD = re.compile(r"[^\W_]+")
_SEVERAL = 2
_LOOSE = """
environ plus moins pres presque quasi quelque quelques peu pour au dizaine douzaine quinzaine vingtaine trentaine
quarantaine cinquantaine soixantaine centaine mille millier milliers million millions
about almost nearly over under hundred thousand
"""
"""Words beside which a number is none of ours, so that none is offered."""
_MOST_OFFERED = 12
_ELIDED = 2


class ClaimFault(NamedTuple):
    """What keeps a claim from being counted.

    `variant`: two (kinds at once), key (one that this kind has not), needs (one it has not been given), of, field
    (unknown ones), query, value (one that the query names and nothing has), hole (a document without the field),
    unreadable. `key` is the attribute to look at.
    """

    variant: str
    key: str = ""
    word: str = ""
    near: str = ""
    known: tuple[str, ...] = ()


class Finding(NamedTuple):
    """A claim counted: whether it holds, what is, and whose values are behind it, by their short labels.

    `actual` is the number that the claim should say; `written` the same in the author's manner, where it has one.
    Units: `part` and `whole` count values of the axis.
    """

    kind: str
    holds: bool
    part: int
    whole: int
    behind: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    actual: str = ""
    written: str = ""


class Counted(NamedTuple):
    """What was counted: ids of values of the axis, in order, and the sum where one was asked for."""

    part: tuple[str, ...]
    whole: tuple[str, ...]
    values: Callable[[], tuple[AxisValue, ...]]
    total: int = 0

    def named(self, ids: Sequence[str]) -> tuple[str, ...]:
        """The short labels of some values."""
        shorts = {value.id: value.short for value in self.values()}
        return tuple(shorts.get(id, id) for id in ids)


def _judge_number(claim: Claim, counted: Counted) -> Finding | ClaimFault:
    stated = read_number(claim.text)
    if stated is None:
        return ClaimFault("unreadable", near=_readable(claim.text, read_number))
    actual = counted.total if claim.value("field") else len(counted.part)
    return _finding(claim, counted, stated == actual, str(actual), write_number(actual, claim.text))


def _judge_share(claim: Claim, counted: Counted) -> Finding | ClaimFault:
    stated = read_share(claim.text)
    if stated is None:
        return ClaimFault("unreadable", near=_readable(claim.text, read_share))
    part, whole = len(counted.part), len(counted.whole)
    written = write_share(part, whole, claim.text) if whole else ""
    return _finding(claim, counted, stated.says(part, whole), f"{part}/{whole}", written)


def _judge_names(claim: Claim, counted: Counted) -> Finding | ClaimFault:
    """A list names all that are met and no other; an example, some of them."""
    kind = claim.kinds[0]
    named = _named(claim.text, counted.values())
    if named is None or (kind == "example" and not named):
        return ClaimFault("unreadable", "list")
    missing = tuple(id for id in counted.part if id not in named and kind == "list")
    surplus = tuple(id for id in named if id not in counted.part)
    return Finding(
        kind,
        not missing and not surplus,
        len(counted.part),
        len(counted.whole),
        counted.named(surplus),
        counted.named(missing),
    )


def _judge_quantifier(claim: Claim, counted: Counted) -> Finding | ClaimFault:
    kind = claim.kinds[0]
    if not {*_WORD.findall(fold(claim.text))} & {*_QUANTIFIERS[kind].split()}:
        return ClaimFault("unreadable", "quantifier", known=tuple(_QUANTIFIERS[kind].split()[:4]))
    part, whole = len(counted.part), len(counted.whole)
    holds = {
        "all": 0 < part == whole,
        "most": part * 2 > whole,
        "several": part >= _SEVERAL,
        "none": not part,
    }[kind]
    return _finding(claim, counted, holds)


def _finding(claim: Claim, counted: Counted, holds: bool, actual: str = "", written: str = "") -> Finding:
    if holds:
        return Finding(claim.kinds[0], True, len(counted.part), len(counted.whole))
    without = tuple(id for id in counted.whole if id not in counted.part)
    behind = counted.named(counted.part)
    part, whole = len(counted.part), len(counted.whole)
    return Finding(claim.kinds[0], holds, part, whole, behind, counted.named(without), written or actual, written)


def _readable(text: str, read: Callable[[str], object | None]) -> str:
    """The one stretch of a few words that can be read, longest first; an empty text where there is none, or several.

    Shape: « une » is taken for an article, unless nothing but an elided word stands beside it (« d'une », « L'un »).
    """
    words = [*re.finditer(r"[^\s'’]+", text)]
    if len(words) > _MOST_OFFERED or any(fold(word[0]) in _LOOSE.split() for word in words):
        return ""
    for length in range(len(words) - 1, 0, -1):
        ends = zip(words, words[length - 1 :], strict=False)
        found = [part for first, last in ends if read(part := text[first.start() : last.end()]) is not None]
        if found:
            others = (word[0] for word in words if word[0] != found[0])
            is_article = fold(found[0]) in ("un", "une") and any(len(word) > _ELIDED for word in others)
            return "" if len(found) > 1 or is_article else found[0]
    return ""


def _named(text: str, values: Sequence[AxisValue]) -> tuple[str, ...] | None:
    """The values that a list names; None where it holds words that are neither names nor small words between them."""
    words = tuple(_WORD.findall(fold(text.replace("-", " "))))
    names: dict[tuple[str, ...], str] = {}
    bare: dict[tuple[str, ...], str] = {}
    for value in values:
        for name in (value.id, value.label, value.short):
            full = tuple(_WORD.findall(fold(name.replace("-", " "))))
            names.setdefault(full, value.id)
            # « en Centre Ouest Bretagne » names the Pays Centre Ouest Bretagne.
            bare.setdefault(tuple(dropwhile(_LINKING.split().__contains__, full)), value.id)
    names = bare | names
    longest = max((len(name) for name in names), default=0)
    found: dict[str, None] = {}
    position = 0
    while position < len(words):
        lengths = range(min(longest, len(words) - position), 0, -1)
        length = next((n for n in lengths if words[position : position + n] in names), 0)
        if length:
            found[names[words[position : position + length]]] = None
        elif words[position] not in _LINKING.split():
            return None
        position += length or 1
    return tuple(found)


JUDGES: Mapping[str, Callable[[Claim, Counted], Finding | ClaimFault]] = {
    "count": _judge_number,
    "sum": _judge_number,
    "share": _judge_share,
    "list": _judge_names,
    "example": _judge_names,
    **dict.fromkeys(_QUANTIFIERS, _judge_quantifier),
}
"""How the words of each kind of claim are judged."""
