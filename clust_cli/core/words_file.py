"""The words that a collection spells its own way: words.txt, one a line.

In: the bytes of the file. Out: the words, with what is wrong in it. Knows no dictionary.
Source: docs/formats.md, “words.txt”.
"""

from __future__ import annotations

from typing import NamedTuple

from clust_cli.core import catalogue
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.places import BOM, Source

WORDS = "words.txt"


class OwnWords(NamedTuple):
    """The words of a collection, and the lines that hold none."""

    words: tuple[str, ...] = ()
    faults: tuple[Diagnostic, ...] = ()


def parse_words(data: bytes | Diagnostic | None) -> OwnWords:
    """Read words.txt; what follows a # is for people, and a line of several words is told.

    Shape: a workspace without the file has no words, and of one that is not read the reason is told.
    """
    if not isinstance(data, bytes):
        return OwnWords(faults=(data,) if data else ())
    source = Source(WORDS, data)
    start = len(BOM) if data.startswith(BOM) else 0
    words: list[str] = []
    faults: list[Diagnostic] = []
    for line in data[start:].splitlines(keepends=True):
        written = line.split(b"#", 1)[0].strip()
        begin = start + (line.find(written) if written else 0)
        start += len(line)
        try:
            word = written.decode("utf-8")
        except UnicodeDecodeError as error:
            wrong = source.place(begin + error.start, begin + error.start + 1)
            return OwnWords(faults=(catalogue.NOT_UTF8.at(wrong),))
        if len(word.split()) > 1:
            faults.append(catalogue.BROKEN_WORD_LIST.at(source.place(begin, begin + len(written)), word=word))
        elif word:
            words.append(word)
    return OwnWords(tuple(words), tuple(faults))
