"""Draw the European emblem for DOCX: python scripts/make_emblem.py

Source: Regulation (EU) 808/2014, annex III: a rectangle of 3:2, twelve stars on a circle of a third of the height,
each inside a circle of an eighteenth; #003399 and #FFCC00. PDF draws its own, in memento.typ.
"""

from __future__ import annotations

import math
from pathlib import Path

from PIL import Image, ImageDraw

HEIGHT, OVER = 400, 4
BLUE, GOLD = (0x00, 0x33, 0x99), (0xFF, 0xCC, 0x00)


def star(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    points = []
    for corner in range(10):
        length = radius if corner % 2 == 0 else radius * 0.381966
        angle = math.radians(36 * corner - 90)
        points.append((x + length * math.cos(angle), y + length * math.sin(angle)))
    return points


def main() -> None:
    height = HEIGHT * OVER
    large = Image.new("RGB", (height * 3 // 2, height), BLUE)
    pen = ImageDraw.Draw(large)
    for hour in range(12):
        angle = math.radians(30 * hour)
        x = height * 0.75 + height / 3 * math.sin(angle)
        y = height * 0.5 - height / 3 * math.cos(angle)
        pen.polygon(star(x, y, height / 18), fill=GOLD)
    small = large.resize((HEIGHT * 3 // 2, HEIGHT), Image.Resampling.LANCZOS).quantize(32)
    small.save(Path(__file__).parent.parent / "templates" / "emblem.png", optimize=True, dpi=(300, 300))


if __name__ == "__main__":
    main()
