"""What French print wants and the build cannot mend by itself: the author alone knows what was meant.

Source: docs/typography.md; what else hands type, the build corrects without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clust_cli.core import catalogue
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.documents import Document
from clust_cli.core.reading.prose import Stretch
from clust_cli.core.workspace import Workspace

_CAPITALS = (
    "Ecole|Ecoles|Ecologie|Ecologique|Economie|Economies|Economique|Economiques|Ecoute|Education|Egalement|Egalité|"
    "Election|Elections|Elu|Elue|Elues|Elus|Elément|Eléments|Emission|Emissions|Energie|Energies|Energétique|Epoque|"
    "Equilibre|Equipe|Equipes|Equipement|Equipements|Etablissement|Etablissements|Etape|Etapes|Etat|Etats|Etude|"
    "Etudes|Evaluation|Evolution|Evolutions|Evénement|Evénements"
)
_SLIP = re.compile(
    rf"(?P<ordinal>(?<![\w.,])(?:\d+|[IVX]+)(?:i?[èe]mes?|[èe]res?)(?!\w))"
    rf"|(?P<etc>\betc\.? ?(?:\.\.\.|…))"
    rf"|(?P<capital>(?<![\w.'’-])(?:{_CAPITALS})(?!\w)|(?:(?<=^)|(?<=[.!?…] ))A(?= (?:l['’]|la |ce |cette |partir )))"
)
# What a text must hold before it is worth reading. Each begins with the letter by which it is found, for that is fast.
_HINTS = (
    re.compile(r"[èe](?:me|re)(?:(?<=[\dIVX].{3})|(?<=[\dIVX]i.{3}))"),
    re.compile(r"E(?:co|du|ga|le|lé|lu|mi|ne|po|qu|ta|tu|va|vo|vé)"),
    re.compile(r"A (?:l['’]|la |ce |cette |partir )"),
)
_QUOTES = re.compile("[«»]")


def check_french(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report ordinals, « etc… », capitals without their accent and quotation marks without their fellow."""
    for document in workspace.documents:
        text = document.source.text
        if text.count("«") != text.count("»") or "etc" in text or any(hint.search(text) for hint in _HINTS):
            for passage in document.body.passages:
                # The passage's own text knows no places, and holds code too: enough for a first look.
                if _SLIP.search(passage.text) or _lone_quote(passage.text) is not None:
                    yield from _slips(document, document.prose.within(passage.span))


def _slips(document: Document, words: Stretch) -> Iterator[Diagnostic]:
    for found in _SLIP.finditer(words.text):
        variant = str(found.lastgroup)
        place = document.place(words.span(*found.span()))
        yield catalogue.FRENCH_TYPING.at(place, variant, word=found[0], near=_mended(found[0], variant))
    lone = _lone_quote(words.text)
    if lone is not None:
        sign = words.text[lone]
        near = {"«": "»", "»": "«"}[sign]
        yield catalogue.FRENCH_TYPING.at(document.place(words.span(lone, lone + 1)), "quotes", word=sign, near=near)


def _mended(word: str, variant: str) -> str:
    """The word as it is printed: 2e, 1re, etc., État."""
    if variant == "etc":
        return "etc."
    if variant == "capital":
        return ("À" if word == "A" else "É") + word[1:]
    number = re.split("i?[èe]", word, maxsplit=1)[0]
    return number + ("re" if number in ("1", "I") else "e") + ("s" if word.endswith("s") else "")


def _lone_quote(text: str) -> int | None:
    """Where the first quotation mark without its fellow stands."""
    open_ones: list[int] = []
    for found in _QUOTES.finditer(text):
        if found[0] == "«":
            open_ones.append(found.start())
        elif not open_ones:
            return found.start()
        else:
            open_ones.pop()
    return open_ones[0] if open_ones else None
