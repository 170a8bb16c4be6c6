"""The header of a font file: its family and weight, and why it would be refused.

In: bytes. Out: a FontHeader. No glyph is ever read.
Source: OpenType 1.9, “Organization of an OpenType font”, “name”, “OS/2”; ISO/IEC 14496-22.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping

from clust_cli.core.workspace import FontHeader

MAX_BYTES = 5 * 1024 * 1024
_FORMATS = {b"\x00\x01\x00\x00": "ttf", b"true": "ttf", b"OTTO": "otf"}
_FAMILIES = (16, 1)
"""Units: name ids. The typographic family first, for id 1 of a semibold is often “Marianne SemiBold”."""
_MAGIC = b"\x5f\x0f\x3c\xf5"
_UNICODE, _WINDOWS = 0, 3
# A stranger's file names itself, and its name is written into styles and templates.
_NAME = re.compile(r"\w[\w .&+'’-]{0,62}")


def parse_font_header(data: bytes, size: int) -> FontHeader:
    """Read the header of a TrueType or OpenType file. Units: `size` in bytes, of the whole file."""
    if size > MAX_BYTES:
        return FontHeader(size=size, trouble="size")
    format = _FORMATS.get(data[:4], "")
    if not format:
        return FontHeader(size=size, trouble="format")
    try:
        tables = _tables(data)
        _check_usable(tables)
        family = _family(tables[b"name"])
        weight, italic = _weight(tables[b"OS/2"])
    except (struct.error, KeyError, UnicodeDecodeError):
        return FontHeader(format=format, size=size, trouble="truncated")
    if not _NAME.fullmatch(family):
        return FontHeader(format=format, size=size, trouble="truncated")
    return FontHeader(format, family, weight, italic, size)


def _tables(data: bytes) -> dict[bytes, bytes]:
    """The tables by their tag; one that ends beyond the file is as good as missing."""
    (count,) = struct.unpack_from(">H", data, 4)
    tables = {}
    for index in range(count):
        tag, _sum, start, length = struct.unpack_from(">4sLLL", data, 12 + 16 * index)
        if start + length <= len(data):
            tables[tag] = data[start : start + length]
        else:
            raise KeyError(tag)
    return tables


def _check_usable(tables: Mapping[bytes, bytes]) -> None:
    """Hold a font to what every program that sets text asks for first, or it would be left out without a word.

    Errors: KeyError for a table that is missing or is not what its name says.
    """
    for tag in (b"cmap", b"hhea", b"hmtx", b"glyf" if b"glyf" in tables else b"CFF "):
        if not any(tables[tag][:4].strip(b"\xff")):
            raise KeyError(tag)
    if tables[b"head"][12:16] != _MAGIC or tables[b"maxp"][4:6] in (b"", b"\0\0"):
        raise KeyError(b"head")


def _family(name: bytes) -> str:
    _version, count, texts = struct.unpack_from(">HHH", name, 0)
    found: dict[int, str] = {}
    for index in range(count):
        platform, _encoding, _lang, id, length, start = struct.unpack_from(">HHHHHH", name, 6 + 12 * index)
        if id in _FAMILIES:
            raw = name[texts + start : texts + start + length]
            text = raw.decode("utf-16-be" if platform in (_UNICODE, _WINDOWS) else "mac-roman")
            found.setdefault(id, text.strip())
    return next((found[id] for id in _FAMILIES if id in found), "")


def _weight(metrics: bytes) -> tuple[int, bool]:
    (weight,) = struct.unpack_from(">H", metrics, 4)
    (selection,) = struct.unpack_from(">H", metrics, 62)
    return weight, bool(selection & 1)
