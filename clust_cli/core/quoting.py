"""Quotations compared with the text they are taken from, by their words alone.

In: a quotation and the passages of a text. Out: whether it stands there, and the sentence that is most like it.
Case, spaces, quotation marks and other signs are no words; […] stands for whatever was left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from clust_cli.core.reading.body import Passage

_WORD = re.compile(r"[^\W_]+")
_LEFT_OUT = re.compile(r"[\[(]\s*(?:…|\.{3})\s*[\])]")
_SENTENCE_END = re.compile(r"(?<=[.!?…;])[\s»”\"]+")
_LEAST_SHARED = 0.4
"""The part of a quotation's letters below which a sentence is another one."""


@dataclass(frozen=True)
class Quoted:
    """A text that others quote."""

    passages: Sequence[Passage]

    def holds(self, quotation: str) -> bool:
        """Whether the words of a quotation stand in the text, in their order and together."""
        position = 0
        for part in _LEFT_OUT.split(quotation):
            words = " ".join(_words(part))
            found = self._text.find(f" {words} ", position) if words else position
            if found < 0:
                return False
            position = found + len(words)
        return True

    def nearest(self, quotation: str) -> str:
        """The sentence that shares most letters of a quotation's words; an empty text where none has enough."""
        wanted = {*_words(quotation)}
        if not wanted or not self._sentences:
            return ""
        shared, sentence = max(
            ((_letters(wanted & words), sentence) for sentence, words in self._sentences), key=lambda one: one[0]
        )
        return sentence if shared >= _LEAST_SHARED * _letters(wanted) else ""

    @cached_property
    def _text(self) -> str:
        return " " + " ".join(word for passage in self.passages for word in _words(passage.text)) + " "

    @cached_property
    def _sentences(self) -> tuple[tuple[str, frozenset[str]], ...]:
        sentences = (one.strip() for passage in self.passages for one in _SENTENCE_END.split(passage.text))
        return tuple((one, frozenset(_words(one))) for one in sentences if one)


def has_words(text: str) -> bool:
    """Whether there is anything to compare."""
    return bool(_words(text))


def _letters(words: Iterable[str]) -> int:
    """How many letters words have: « s » and « de » say little of where a sentence is taken from."""
    return sum(map(len, words))


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFC", text).casefold().replace("œ", "oe").replace("æ", "ae")
    return _WORD.findall(plain)
