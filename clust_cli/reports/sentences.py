"""A diagnostic as a sentence and a hint, in the reader's language.

In: a diagnostic and a language. Out: two lines of text, free of control and direction characters.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from clust_cli.core.diagnostics import Argument, Diagnostic
from clust_cli.core.moments import Moment
from clust_cli.reports.language import Say
from clust_cli.reports.moments import moment_words
from clust_cli.reports.rules import ENTRIES

_LONGEST = 120


class Told(NamedTuple):
    """What is told: the sentence, and the one order that mends it."""

    message: str
    hint: str


def tell(diagnostic: Diagnostic, say: Say) -> Told:
    """Make the sentence and the hint of a diagnostic."""
    words = ENTRIES[diagnostic.rule.id].words(diagnostic.variant)
    arguments = {name: _shown(value, say) for name, value in diagnostic.arguments.items()}
    return Told(say(words.sentence).format_map(arguments), say(words.hint).format_map(arguments) if words.hint else "")


def printable(text: str) -> str:
    """The text on one line, without control, direction and private characters: safe in a terminal and a log."""
    spaced = re.sub(r"\s", " ", text)
    return "".join(letter for letter in spaced if unicodedata.category(letter) not in ("Cc", "Cf", "Co", "Cs", "Cn"))


def _shown(value: Argument, say: Say) -> str:
    if isinstance(value, tuple):
        return printable(", ".join(value))
    text = printable(moment_words(value, say) if isinstance(value, Moment) else str(value))
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
