"""What a PDF of ours holds, read back: running text and notes told apart by the size of their letters."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from owed import Held

from clust_cli.core.printing.crosstab_nodes import MARK

_SMALL = 8.6
"""Units: points. Running heads, feet and notes are smaller than any passage."""
_HEAD, _FOOT = 60, 56


def held(path: Path) -> Held:
    """Text, notes, bookmarks, alternatives and links."""
    text, notes = _texts(path)
    with pikepdf.open(path) as pdf:
        with pdf.open_outline() as outline:
            headings = tuple(_titles(outline.root))
        alts = tuple(
            str(one.Alt) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"
        )
        links = [one for page in pdf.pages for one in page.get("/Annots", []) if one.get("/Subtype") == "/Link"]
        addresses = tuple(str(one.A.URI) for one in links if "/A" in one and "/URI" in one.A)
        contents = sum("/Dest" in one or "/A" in one for one in pdf.pages[1].get("/Annots", []))
    return Held(text, notes, headings, alts, addresses, text.count(MARK), len(links) - len(addresses) - contents)


def _texts(path: Path) -> tuple[str, str]:
    large, small = [], []
    document = pypdfium2.PdfDocument(path)
    for page in document:
        text = page.get_textpage()
        height = page.get_height()
        for index in range(text.count_chars()):
            letter = chr(pdfium.FPDFText_GetUnicode(text, index))
            bottom = text.get_charbox(index)[1]
            size = pdfium.FPDFText_GetFontSize(text, index)
            if letter.isalnum() and not _FOOT < bottom < height - _HEAD:
                continue
            if not (letter in "0123456789" and bottom - _baseline(text, index) > size / 5):
                (large if size > _SMALL else small).append(letter)
        text.close()
        page.close()
    document.close()
    return "".join(large), "".join(small)


def _baseline(text: pypdfium2.PdfTextPage, index: int) -> float:
    """Where a letter stands; the number of a note is drawn above it."""
    across, up = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, index, across, up)
    return up.value


def _titles(items: list[pikepdf.OutlineItem]) -> Iterator[str]:
    for one in items:
        yield one.title
        yield from _titles(one.children)
