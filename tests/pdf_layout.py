"""The lines of text of a PDF, as pdfium sees them: where they stand, and how large they are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text on one line. Units: points, from the page's lower left corner."""

    left: float
    bottom: float
    right: float
    top: float
    text: str
    size: float


@dataclass(frozen=True, slots=True)
class Page:
    number: int
    width: float
    height: float
    stretches: tuple[Stretch, ...]
    pictures: tuple[tuple[float, float], ...] = ()


def read_pages(path: Path) -> list[Page]:
    document = pypdfium2.PdfDocument(path)
    try:
        return [_page(number, document[number - 1]) for number in range(1, len(document) + 1)]
    finally:
        document.close()


def _page(number: int, page: pypdfium2.PdfPage) -> Page:
    text = page.get_textpage()
    found = []
    for index in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(index)
        inside = text.get_text_bounded(left, bottom, right, top).strip()
        character = pdfium.FPDFText_GetCharIndexAtPos(text, left + 1, (bottom + top) / 2, 2, 2)
        size = pdfium.FPDFText_GetFontSize(text, character) if character >= 0 else 0
        if inside:
            found.append(Stretch(left, bottom, right, top, inside, size))
    images = [one.get_bounds() for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE])]
    pictures = tuple((bottom, top) for _left, bottom, _right, top in images)
    made = Page(number, page.get_width(), page.get_height(), tuple(found), pictures)
    text.close()
    page.close()
    return made


def outside(page: Page, margin: float = 20) -> list[Stretch]:
    """What comes nearer to the edge than a printer can print."""
    return [
        one
        for one in page.stretches
        if one.left < margin or one.bottom < margin or one.right > page.width - margin or one.top > page.height - margin
    ]


def overlapping(page: Page) -> list[tuple[str, str]]:
    """Pairs of stretches that cover each other by more than a hair."""
    pairs = []
    for index, one in enumerate(page.stretches):
        for other in page.stretches[index + 1 :]:
            across = min(one.right, other.right) - max(one.left, other.left)
            up = min(one.top, other.top) - max(one.bottom, other.bottom)
            if across > 1.5 and up > 0.35 * min(one.top - one.bottom, other.top - other.bottom):
                pairs.append((one.text, other.text))
    return pairs


def fullness(page: Page, head: float = 62, foot: float = 62) -> float:
    """How far down a page goes, from its head to its foot. Units: a share of the height between them."""
    bottoms = [one.bottom for one in page.stretches if foot < one.bottom < page.height - head]
    low = min([*bottoms, *(bottom for bottom, _top in page.pictures)], default=page.height - head)
    return (page.height - head - low) / (page.height - head - foot)


def last_line(page: Page, footer: float = 62) -> str:
    """The lowest line of the page above its footer."""
    body = sorted((one for one in page.stretches if one.bottom > footer), key=lambda one: one.bottom)
    line = [one for one in body if one.bottom - body[0].bottom < 4]
    return " ".join(one.text for one in sorted(line, key=lambda one: one.left))
