"""The names that OpenDocument gives to styles: what may not stand in a name of XML is written as its number.

Source: OpenDocument 1.3, part 3, 19.502 (style:name is an NCName) and 19.476 (style:display-name).
"""

from __future__ import annotations

import re

_BUILT_IN = {
    "Body Text": "Text body",
    "Block Text": "Quotations",
    "Source Code": "Preformatted Text",
    "Footnote Text": "Footnote",
    "TOC Heading": "Contents Heading",
    "TOC 1": "Contents 1",
    "TOC 2": "Contents 2",
}
"""What Word calls the styles that both know, and what LibreOffice does: each translates its own."""


def display_name(word: str) -> str:
    """The name that a reader of the ODT sees for a style that goes by this name in Word."""
    return _BUILT_IN.get(word, word)


def style_name(word: str) -> str:
    """The same as a name of XML: “Text body” is Text_20_body."""
    return re.sub(r"[^A-Za-z0-9.-]", lambda found: f"_{ord(found[0]):x}_", display_name(word))
