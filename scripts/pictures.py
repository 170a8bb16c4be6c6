"""Draw the pictures of the README: pages of the built Memento 2 as PNG, side by side, 150 kB each at most.

Run it after `clust build memento 2`: python scripts/pictures.py
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from PIL import Image

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "build" / "memento-2.pdf"
FOLDER = ROOT / "docs" / "pictures"
WIDTH, GAP = 400, 14
LARGEST = 150_000
"""Units: pixels; bytes."""


def chosen_pages(document: pypdfium2.PdfDocument) -> dict[str, list[int]]:
    """The pages of each picture, from 0: found by the bookmarks, and the cross-table by its legend."""
    begins = {one.get_title(): one.get_dest().get_index() for one in document.get_toc()}
    texts = [page.get_textpage().get_text_range() for page in document]
    table = next(index for index, text in enumerate(texts) if "Lecture" in text and "Types d’action" in text)
    part, monography = begins["Monographies"], begins["Pays de Langres"]
    view = next(page for title, page in begins.items() if title.startswith("Pays, pôles"))
    return {"memento-2": [0, part, part + 1], "pages-2": [monography, monography + 1, table, view]}


def draw(pages: Sequence[pypdfium2.PdfPage], target: Path) -> None:
    """Draw pages side by side."""
    shots = [page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB") for page in pages]
    height = max(shot.height for shot in shots)
    sheet = Image.new("RGB", (len(shots) * (WIDTH + GAP) + GAP, height + 2 * GAP), "#d9dde3")
    for index, shot in enumerate(shots):
        sheet.paste(shot, (GAP + index * (WIDTH + GAP), GAP))
    for colours in (128, 64, 32, 16):
        sheet.quantize(colours).save(target, optimize=True)
        if target.stat().st_size <= LARGEST:
            return
    raise SystemExit(f"{target} is larger than {LARGEST} bytes")


def main() -> None:
    """Draw every picture."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    document = pypdfium2.PdfDocument(SOURCE)
    for name, pages in chosen_pages(document).items():
        draw([document[index] for index in pages], FOLDER / f"{name}.png")


if __name__ == "__main__":
    main()
