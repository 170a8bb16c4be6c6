"""Write clust_cli/core/glyphs.py: the characters that no printed font has. Run it when a font changes.

Reads the fonts of the font-source-sans-pro package and those inside the typst package, with fontTools.
"""

from __future__ import annotations

import sys
from pathlib import Path

import font_source_sans_pro
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "clust_cli" / "core" / "glyphs.py"
NAME = "SourceSansPro-Regular.otf"

HEAD = '''"""The characters that the printed font does not have. Made by scripts/glyphs.py; do not edit.

Source: the character map of {font}, plus the spaces, breaks and marks that the build writes itself.
"""

from __future__ import annotations

import re

UNPRINTABLE = re.compile(
    "[^"
{ranges}
    "]"
)
'''

# Line ends and tab; the byte order mark, which is dropped; the non-breaking hyphen, which the build writes as a hyphen.
ALLOWED = {0x09, 0x0A, 0x0D, 0xFEFF, 0x2011, 0x202F, 0x00AD}


def printable() -> set[int]:
    folder = Path(font_source_sans_pro.__file__).parent / "files"
    characters = set(TTFont(folder / NAME).getBestCmap())
    return {code for code in characters if code >= 0x20 and not 0x7F <= code < 0xA0} | ALLOWED


def ranges(codes: set[int]) -> list[tuple[int, int]]:
    found: list[list[int]] = []
    for code in sorted(codes):
        if found and code == found[-1][1] + 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return [(first, last) for first, last in found]


def source() -> str:
    pieces = [
        f"\\U{first:08x}" if first == last else f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges(printable())
    ]
    lines = [f'    "{"".join(pieces[start : start + 4])}"' for start in range(0, len(pieces), 4)]
    return HEAD.format(font=NAME, ranges="\n".join(lines))


def main() -> int:
    if "--check" in sys.argv:
        return int(TARGET.read_text(encoding="utf-8") != source())
    TARGET.write_text(source(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
