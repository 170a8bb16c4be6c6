"""What a PDF holds, read back for the proof; and where its sheets are to be cut."""

from __future__ import annotations

import io
import re
import threading
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

_PDFIUM = threading.Lock()
"""pdfium knows no threads: two formats that read their pages at once stop the whole program (SIGTRAP)."""
_POINTS = 72 / 25.4
_SECOND_ID = re.compile(rb"(/ID ?\[.*?[>)]\s*)<[0-9A-F]{32}>\]", re.DOTALL)


class Read(NamedTuple):
    """The text of all pages, how many there are, and the page of each label that was asked for, from 0."""

    text: str
    pages: int
    labels: Mapping[str, int]


def read_pdf(data: bytes, labels: Sequence[str] = ()) -> Read:
    """Read a PDF back."""
    with _PDFIUM:
        return _read(data, labels)


def _read(data: bytes, labels: Sequence[str]) -> Read:
    import pypdfium2
    from pypdfium2 import raw

    document = pypdfium2.PdfDocument(data)
    try:
        texts = []
        for page in document:
            text_page = page.get_textpage()
            texts.append(text_page.get_text_bounded())
            text_page.close()
            page.close()
        places = {label: raw.FPDF_GetNamedDestByName(document, label.encode()) for label in labels}
        pages = {label: raw.FPDFDest_GetDestPageIndex(document, place) for label, place in places.items() if place}
        return Read("\n".join(texts), len(texts), pages)
    finally:
        document.close()


def trimmed(data: bytes, marks: float, bleed: float) -> bytes:
    """The sheets of a PDF told where to be cut: TrimBox and BleedBox inside the MediaBox.

    Units: millimetres from the sheet's edge to the cut, and from the cut to the end of the bleed.
    """
    with _PDFIUM:
        return _trimmed(data, marks, bleed)


def _trimmed(data: bytes, marks: float, bleed: float) -> bytes:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    for page in document:
        left, bottom, right, top = page.get_mediabox()
        for set_box, inset in ((page.set_trimbox, marks), (page.set_bleedbox, marks - bleed)):
            points = inset * _POINTS
            set_box(left + points, bottom + points, right - points, top - points)
        page.close()
    made = io.BytesIO()
    document.save(made)
    document.close()
    # pdfium gives each saved file a number of chance; ours comes from what it was made of.
    number = sha256(data).hexdigest()[:32].upper().encode()
    return _SECOND_ID.sub(rb"\1<" + number + rb">]", made.getvalue())
