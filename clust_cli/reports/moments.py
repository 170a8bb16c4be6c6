"""Moments in the reader's language: « novembre 2016 »."""

from __future__ import annotations

from clust_cli.core.moments import spoken
from clust_cli.reports.language import N_, Say

_MONTHS = N_("January February March April May June July August September October November December")


def moment_words(moment: str, say: Say) -> str:
    """A year, a month or a day in words."""
    months = say(_MONTHS)
    return spoken(moment, months, "1er" if months.startswith("janvier") else "1")
