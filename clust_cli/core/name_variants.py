"""Variants of registered names in a text: what is nearly a name, and is no other name and no ordinary word.

In: a text and an index of names. Out: variants with their places. Knows no document.
Units: places are characters of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from clust_cli.core.name_index import JOINTS, PIECE, Form, NameIndex, flat
from clust_cli.core.name_windows import Window, is_exact, word_start
from clust_cli.core.spelling import is_inflection, slips
from clust_cli.core.words import fold

Test = Callable[[str], bool]
_SLACK = 20
"""Units: characters. How much longer than a form what stands for it may be."""
_PER_SLIP = 8
"""Units: letters. A longer name may hold more slips, one for so many."""
_SHORTEST_ALONE = 7
_SHORTEST_CASED = 4
# What comes before a capital that no beginning of a sentence explains.
_WITHIN = re.compile(r"(?:[\w,;(]\s?|')\Z")


class Variant(NamedTuple):
    """A name in another spelling than the registered one, and where it stands."""

    start: int
    end: int
    form: Form
    cost: int


class Judges(NamedTuple):
    """What only the collection knows of a word: whether prose has it in small letters, and whether it names a thing."""

    is_ordinary: Test
    is_known: Test


def find_variants(text: str, index: NameIndex, judges: Judges) -> list[Variant]:
    """Find the variants in a text; of two that overlap, the longer one."""
    text = flat(text)
    found: dict[tuple[int, int], Variant] = {}
    for suspect in index.suspects(text):
        for at in _places(text, suspect.letters):
            for variant in _around(text, at, suspect.forms, judges):
                held = found.get((variant.start, variant.end))
                if (held is None or variant.cost < held.cost) and not _is_covered(text, variant, index):
                    found[variant.start, variant.end] = variant
    kept: list[Variant] = []
    for variant in sorted(found.values(), key=lambda one: (one.start - one.end, one.cost)):
        if all(variant.end <= one.start or one.end <= variant.start for one in kept):
            kept.append(variant)
    return sorted(kept)


def _places(text: str, letters: str) -> Iterator[int]:
    """Where some letters stand, not inside a longer word."""
    at = text.find(letters)
    while at >= 0:
        end = at + len(letters)
        if not text[max(0, at - 1) : at].isalnum() and not text[end : end + 1].isalnum():
            yield at
        at = text.find(letters, end)


def _around(text: str, at: int, forms: tuple[Form, ...], judges: Judges) -> Iterator[Variant]:
    """The variants that hold the piece at an offset."""
    reach = max(len(form.text) for form in forms) + _SLACK
    pieces = list(PIECE.finditer(text, word_start(text, at - reach), at + reach))
    here = next(number for number, piece in enumerate(pieces) if piece.end() > at)
    for form in forms:
        for first in range(max(0, here - len(form.pieces) + 1), here + 1):
            window = Window(text, tuple(pieces[first : first + len(form.pieces)]))
            if len(window.found) == len(form.pieces) and _is_anchored(window, form) and window.is_whole:
                cost = _cost(window, form, judges)
                if cost is not None:
                    yield Variant(window.start, window.end, form, cost)


def _is_anchored(window: Window, form: Form) -> bool:
    """Whether some piece is the right one, but for case and accents; of one piece alone nothing more is asked."""
    pairs = zip(window.found, form.pieces, strict=True)
    return len(form.pieces) == 1 or any(fold(piece[0]) == fold(right) for piece, right in pairs)


def _is_covered(text: str, variant: Variant, index: NameIndex) -> bool:
    """Whether the stretch is, or lies in, a form that is accepted."""
    reach = index.longest + _SLACK
    pieces = list(PIECE.finditer(text, word_start(text, variant.end - reach), variant.start + reach))
    for first, piece in enumerate(pieces):
        if piece.start() > variant.start:
            return False
        for form in index.by_first.get(piece[0].lower(), ()):
            window = Window(text, tuple(pieces[first : first + len(form.pieces)]))
            if window.end >= variant.end and is_exact(window, form):
                return True
    return False


def _cost(window: Window, form: Form, judges: Judges) -> int | None:
    """How far a window is from a form; None when it is the form itself, another thing, or too far away."""
    if form.rejected or is_exact(window, form):
        return 0 if form.rejected and is_exact(window, form) else None
    wrong = [has for has, wants in zip(window.joints, form.joints, strict=True) if has != wants]
    if not set(wrong) <= set(JOINTS):
        return None
    cost = len(wrong)
    is_told = bool(wrong)
    for number, (piece, right) in enumerate(zip(window.found, form.pieces, strict=True)):
        written = piece[0]
        if written == right or (number == 0 and written == right[:1].upper() + right[1:]):
            continue
        if fold(written) == fold(right):
            is_accent = written.casefold() != right.casefold()
            is_told = is_told or is_accent or not judges.is_ordinary(written.lower())
            continue
        found = _slips(window, number, right, judges)
        if found is None:
            return None
        cost += found
        is_told = True
    if len(form.pieces) == 1:
        return cost if is_told and _stands_alone(window, form, cost, judges) else None
    return cost if is_told and cost <= 1 + len(form.text) // _PER_SLIP else None


def _slips(window: Window, number: int, right: str, judges: Judges) -> int | None:
    """How many slips lead from a piece to the right one; None when it is another word, or known for itself."""
    written, compound = window.found[number][0], window.compound(number)
    if written[:1].isupper() != right[:1].isupper():
        return None
    plain, wanted = fold(written), fold(right)
    found = slips(plain, wanted)
    is_inflected = compound == written and is_inflection(plain, wanted)
    return None if found < 0 or is_inflected or judges.is_known(compound) else found


def _stands_alone(window: Window, form: Form, cost: int, judges: Judges) -> bool:
    """Whether a name of one piece is told: long enough, no ordinary word, and no capital for its sentence alone."""
    written = window.found[0][0]
    if judges.is_ordinary(written.lower()) or not written[:1].isupper():
        return False
    if cost == 0:
        return len(written) >= _SHORTEST_CASED
    plain, right = fold(written), fold(form.text)
    if len(right) < _SHORTEST_ALONE or plain[:1] != right[:1] or is_inflection(right, plain):
        return False
    is_within = bool(_WITHIN.search(window.text, max(0, window.start - 3), window.start))
    return is_within or len(right) > _SHORTEST_ALONE
