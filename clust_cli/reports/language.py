"""Sentences in the reader's language: English in the code, French in `locale/fr`, by gettext.

In: a language. Out: a function from an English sentence to the reader's.
"""

from __future__ import annotations

import gettext
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

LANGUAGES = ("fr", "en")
Say = Callable[[str], str]

_FOLDER = Path(__file__).parent.parent / "locale"


@lru_cache
def speaker(lang: str) -> Say:
    """The function that says an English sentence in a language; English stands for itself."""
    if lang == "en":
        return str
    return gettext.translation("clust", _FOLDER, [lang], fallback=True).gettext


def N_(sentence: str) -> str:
    """Mark a sentence for translation where it is written; it is said where it is shown."""
    return sentence
