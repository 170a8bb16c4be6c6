"""What a PDF holds: its text and its pages, read back for the proof."""

from __future__ import annotations

from typing import NamedTuple


class Read(NamedTuple):
    """The text of all pages, and how many there are."""

    text: str
    pages: int


def read_pdf(data: bytes) -> Read:
    """Read a PDF back."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        texts = []
        for page in document:
            text_page = page.get_textpage()
            texts.append(text_page.get_text_bounded())
            text_page.close()
            page.close()
        return Read("\n".join(texts), len(texts))
    finally:
        document.close()
