"""What a PDF holds: its text, its pages and its labels, read back for the proof."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Read(NamedTuple):
    """The text of all pages, how many there are, and the page of each label that was asked for, from 0."""

    text: str
    pages: int
    labels: Mapping[str, int]


def read_pdf(data: bytes, labels: Sequence[str] = ()) -> Read:
    """Read a PDF back."""
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
