"""Copyfitting: how tightly each stretch of the print is set, so that none ends with a page that is nearly empty.

In: where the stretches end. Out: the steps to try next. A step up sets a stretch more tightly, a step down more
loosely; a stretch that no step helps is left as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

LEAST = 0.2
"""Units: share of the page's height. A last page that is less full is short."""
_GAIN = 0.03
"""Units: share of a stretch's length that one step up saves, or nearly."""
TIGHTEST = 4
_LOOSER = -2


@dataclass(frozen=True, slots=True)
class End:
    """Where a stretch ends: how many pages it has, and how full the last one is."""

    number: int
    pages: int
    share: float

    @property
    def is_short(self) -> bool:
        """Whether its last page is nearly empty, and there is one before it that could take the rest."""
        return self.pages > 1 and self.share < LEAST


Steps = Mapping[int, int]


def fitted(lay_out: Callable[[Steps], Sequence[End]]) -> Steps:
    """The steps by which every stretch ends best; `lay_out` lays the pages out by given steps.

    Each time costs: a stretch is tried as tight as its last page seems to need, as tight as can be, and looser.
    """
    short = [end for end in lay_out({}) if end.is_short]
    best = {end.number: (end.share, 0) for end in short}
    guesses = {end.number: _needed(end) for end in short}
    for tries in (guesses, dict.fromkeys(best, TIGHTEST), dict.fromkeys(best, _LOOSER)):
        tried = {number: tries[number] for number, (share, _kept) in best.items() if share < LEAST}
        if not tried:
            break
        kept = {number: step for number, (_share, step) in best.items() if step}
        for end in lay_out(kept | tried):
            share = end.share if end.is_short else 1.0
            if end.number in tried and share > best[end.number][0]:
                best[end.number] = (share, tried[end.number])
    return {number: step for number, (_share, step) in best.items() if step}


def _needed(end: End) -> int:
    """How many steps seem to bring the last page back."""
    return min(TIGHTEST, ceil(end.share / (end.pages - 1 + end.share) / _GAIN))
