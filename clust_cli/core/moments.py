"""Moments as fields and texts tell them: a year, a month or a day.

In: 2016, 2016-11 or 2016-11-30. Out: the days it may mean, and its words; it knows no language but the months given.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_MOMENT = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


class Moment(str):
    """A moment as it is written in a field: messages tell it in the reader's words."""

    __slots__ = ()


def first_day(moment: str) -> date | None:
    """The first day that a moment may mean; None for what is none: 2016-02-31."""
    return _day(moment, last=False)


def last_day(moment: str) -> date | None:
    """The last day that a moment may mean."""
    return _day(moment, last=True)


def spoken(moment: str, months: str, first: str = "1") -> str:
    """A moment in words, by the names of the months, one word each; what is none, or has no names, stands for itself.

    Shape: 2016, novembre 2016, 30 novembre 2016; `first` is how the first of a month is written.
    """
    found = _MOMENT.fullmatch(moment)
    if found is None or first_day(moment) is None or not months:
        return moment
    year, month, day = found.groups()
    number = first if day == "01" else str(int(day or 0))
    return " ".join([*([number] if day else []), *([months.split()[int(month) - 1]] if month else []), year])


def months_between(earlier: date, later: date) -> int:
    """Whole months from one day to another; none where the other comes first."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month - (later.day < earlier.day)
    return max(0, months)


def _day(moment: str, *, last: bool) -> date | None:
    found = _MOMENT.fullmatch(moment)
    if found is None:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if year < 1 or (found[2] and not 1 <= month <= 12):
        return None
    month = month or (12 if last else 1)
    length = monthrange(year, month)[1]
    if found[3] and not 1 <= day <= length:
        return None
    return date(year, month, day or (length if last else 1))
