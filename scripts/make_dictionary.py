"""Write schemas/dictionaries/: the forms of French words, and how French is misspelt. Run it for a new version.

    npm pack dictionary-fr@3.0.0
    python scripts/make_dictionary.py dictionary-fr-3.0.0.tgz

The package carries Grammalecte's “Classique” dictionary, MPL 2.0, in Hunspell's two files. Reading those takes spylls
two seconds, and each question some milliseconds; so every form is written out here, words that end alike side by side.
Elided forms (l'élu, qu'elle) are left out: core/dictionary.py takes the article off by itself.
"""

from __future__ import annotations

import re
import sys
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

TARGET = Path(__file__).parent.parent / "schemas" / "dictionaries"
HEAD = """\
# This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
# distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/.
# Source: {version}, by Olivier R. and others, https://grammalecte.net;
# through npm's dictionary-fr {package}. Made by scripts/make_dictionary.py; do not edit.
"""
FORMS_HEAD = """\
# Sets of endings, a comma after each; beginnings, a tab, the numbers of their sets, from 0; words never suggested.
"""
MISTAKES_HEAD = """\
# How words are misspelt, in Hunspell's form: likely letters, the keyboard, and what is written for what.
"""
MISTAKES = ("SET", "TRY", "KEY", "REP")
WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
NEVER_SUGGESTED = "--"


class Affix(NamedTuple):
    """An ending or a beginning that a flag allows: what is taken off, what is put on, and where."""

    off: str
    on: str
    where: re.Pattern[str]


Affixes = dict[str, list[Affix]]


def read(package: str) -> tuple[str, str, str]:
    with tarfile.open(package) as archive:
        names = ("index.aff", "index.dic", "package.json")
        aff, dic, about = (archive.extractfile(f"package/{name}").read().decode() for name in names)
    return aff, dic, re.search(r'"version": "([^"]+)"', about)[1]


def affixes(aff: str, kind: str, ends: str) -> Affixes:
    found: Affixes = defaultdict(list)
    for fields in map(str.split, aff.splitlines()):
        if len(fields) >= 5 and fields[0] == kind:
            _kind, flag, off, on, where = fields[:5]
            on = on.partition("/")[0]  # what may follow are elisions
            found[flag].append(Affix(off.strip("0"), on.strip("0"), re.compile(ends.format(where))))
    return found


def words(dic: str) -> Iterator[tuple[str, list[str]]]:
    for line in dic.splitlines()[1:]:
        word, _, flags = line.split("\t")[0].partition("/")
        flags = flags.split(" ")[0]
        yield word, [flags[at : at + 2] for at in range(0, len(flags), 2)]


def forms(word: str, flags: Iterable[str], beginnings: Affixes, endings: Affixes) -> set[str]:
    rules = [rule for flag in flags for rule in endings.get(flag, ()) if rule.where.search(word)]
    found = {word, *(word.removesuffix(rule.off) + rule.on for rule in rules if word.endswith(rule.off))}
    before = [rule.on for flag in flags for rule in beginnings.get(flag, ()) if rule.where.search(word)]
    found |= {on + one for on in before if "'" not in on for one in found}
    return {one for one in found if WORD.fullmatch(one)}


def parted(found: set[str]) -> Iterator[list[str]]:
    """Forms that have their first letters in common: « aller » and « irai » share nothing."""
    for _letters, alike in groupby(sorted(found), key=lambda one: one[:2]):
        yield list(alike)


def written(aff: str, dic: str) -> str:
    beginnings, endings = affixes(aff, "PFX", "^(?:{})"), affixes(aff, "SFX", "(?:{})$")
    sets: dict[tuple[str, ...], int] = {}
    stems: dict[str, dict[int, None]] = defaultdict(dict)
    silent: set[str] = set()
    for word, flags in words(dic):
        found = forms(word, flags, beginnings, endings)
        silent |= found if NEVER_SUGGESTED in flags else set()
        for alike in parted(found):
            first, last = alike[0], alike[-1]  # sorted: what these share, all do
            stem = first[
                : next((at for at, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), len(first))
            ]
            ends = tuple(one.removeprefix(stem) for one in alike)
            stems[stem][sets.setdefault(ends, len(sets))] = None
    lines = [f"{stem}\t{' '.join(map(str, numbers))}" for stem, numbers in sorted(stems.items())]
    print(len(sets), "sets,", len(lines), "beginnings,", len(silent), "never suggested")
    return (
        "\n\n".join("\n".join(part) for part in ([",".join(ends) + "," for ends in sets], lines, sorted(silent))) + "\n"
    )


def main(package: str) -> None:
    aff, dic, version = read(package)
    named = re.search(r"# AFFIXES DU (.*)", aff)[1].strip().capitalize()
    head = HEAD.format(version=named, package=version)
    mistakes = [line for line in aff.splitlines() if line.split(" ")[0] in MISTAKES]
    TARGET.mkdir(exist_ok=True)
    for name, text in (
        ("fr.txt", head + FORMS_HEAD + written(aff, dic)),
        # Guesses by likeness compare each word with the whole dictionary, which takes minutes.
        ("fr.aff", head + MISTAKES_HEAD + "\n".join([*mistakes, "MAXNGRAMSUGS 0"]) + "\n"),
    ):
        (TARGET / name).write_text(text, encoding="utf-8", newline="\n")
        print(f"{name}: {len(text.encode())} bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
