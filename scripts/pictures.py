"""Draw the pictures of the README: pages of the built Memento 2 as PNG, side by side.

Run it after `clust build memento 2`: python scripts/pictures.py
"""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "build" / "memento-2.pdf"
TARGET = ROOT / "docs" / "pictures" / "memento-2.png"
WIDTH, GAP = 420, 16


def chosen_pages(document: pypdfium2.PdfDocument) -> list[int]:
    """The cover, the page of the cross-table, and the first monography's."""
    texts = [page.get_textpage().get_text_range() for page in document]
    table = next(index for index, text in enumerate(texts) if "Types d’action" in text)
    return [0, table, table + 1]


def main() -> None:
    """Draw the pages and write the picture."""
    document = pypdfium2.PdfDocument(SOURCE)
    pages = [document[index] for index in chosen_pages(document)]
    shots = [page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB") for page in pages]
    height = max(shot.height for shot in shots)
    sheet = Image.new("RGB", (len(shots) * WIDTH + (len(shots) + 1) * GAP, height + 2 * GAP), "#d9dde3")
    for index, shot in enumerate(shots):
        sheet.paste(shot, (GAP + index * (WIDTH + GAP), GAP))
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    sheet.quantize(128).save(TARGET, optimize=True)


if __name__ == "__main__":
    main()
