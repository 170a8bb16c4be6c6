"""Dictionaries: French, packaged with clust, and English, which spylls brings; what misspelt words were meant for.

Source: spylls 0.1.7, a port of Hunspell, installed with clust[spelling] alone. It lives here.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import StringIO

from spylls.hunspell import Dictionary as Hunspell
from spylls.hunspell.algo.suggest import Suggest
from spylls.hunspell.data import Dic
from spylls.hunspell.readers import read_aff, read_dic
from spylls.hunspell.readers.file_reader import BaseReader

from clust_cli.core.dictionary import DICTIONARY, Dictionary, letters
from clust_cli.core.spelt import unelided
from clust_cli.shell.packaged import ROOT

_MISTAKES = "schemas/dictionaries/fr.aff"


class SpyllsSpeller:
    """What knows French and English. Units: spylls takes 2 s to read French by itself; our list takes 40 ms."""

    def speaks(self, lang: str) -> bool:
        """Whether there is a dictionary of a language."""
        return lang in ("fr", "en")

    def holds(self, lang: str, word: str) -> bool:
        """Whether a word is in the dictionary of a language."""
        return self._french.holds(word) if lang == "fr" else self._english.lookup(word)

    def suggest(self, lang: str, word: str) -> Iterator[str]:
        """The words that a misspelt one may have been meant for, none twice.

        Shape: those of usual mistakes, or two words written as one (« parce que »); where they all begin with another
        letter, what is near comes first.
        """
        small = word[:1].lower() + word[1:]
        usual = list(self._usual_mistakes(small) if lang == "fr" else self._english.suggester(small))
        usual = [one for one in usual if "-" not in one or self.holds(lang, one)]
        usual = [one for one in usual if " " not in one] or usual
        begin_alike = [one for one in usual if letters(one)[0] == letters(small)[0]]
        near = self._french.near(small) if lang == "fr" and not begin_alike else ()
        yield from dict.fromkeys((*begin_alike, *near, *usual))

    @cached_property
    def _french(self) -> Dictionary:
        return Dictionary((ROOT / DICTIONARY.format(lang="fr")).read_bytes())

    @cached_property
    def _english(self) -> Hunspell:
        data = files("spylls.hunspell") / "data" / "en"
        aff, context = read_aff(_Lines(data / "en_US.aff"))
        aff.MAXNGRAMSUGS = 0  # likeness compares a word with the whole dictionary
        return Hunspell(aff, read_dic(_Lines(data / "en_US.dic"), aff=aff, context=context))

    @cached_property
    def _usual_mistakes(self) -> Suggest:
        aff, _context = read_aff(_Lines(ROOT / _MISTAKES))
        return Suggest(aff, Dic([]), _Lookup(self._french))


class _Lines(BaseReader):  # type: ignore[misc]
    """The lines of a file for spylls, whose own reader leaves it open."""

    def __init__(self, path: Traversable) -> None:
        super().__init__(StringIO(path.read_text(encoding="utf-8")))

    def reset_encoding(self, encoding: str) -> None:
        """Nothing to do: both dictionaries are UTF-8."""


class _Lookup:
    """Our dictionary, asked as spylls asks its own."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary

    def __call__(self, word: str) -> bool:
        return self._dictionary.holds(word, to_suggest=True) or self._dictionary.holds(unelided(word), to_suggest=True)

    def good_forms(self, word: str, *, affix_forms: bool = True, **_kinds: bool) -> Iterator[str]:
        """The word itself where it is well spelt; French makes no words of words."""
        if affix_forms and self(word):
            yield word
