"""The header of an image: its format and size, and why it would be refused.

In: bytes. Out: an ImageHeader. The picture itself is never decoded.
Source: PNG (W3C, 2003), chunks IHDR and IEND; JPEG (ITU T.81), markers SOFn and EOI.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping

from clust_cli.core.workspace import ImageHeader

MAX_BYTES = 5 * 1024 * 1024
MAX_PIXELS = 30_000_000
ENDINGS: Mapping[str, tuple[str, ...]] = {"png": (".png",), "jpeg": (".jpg", ".jpeg")}
"""How a file of each format may end."""
_PNG = b"\x89PNG\r\n\x1a\n"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def parse_image_header(data: bytes, size: int, path: str = "") -> ImageHeader:
    """Read the header of a PNG or JPEG file, and hold its path, if there is one, to what is in it.

    Units: `size` in bytes, of the whole file.
    """
    if size > MAX_BYTES:
        return ImageHeader(size=size, trouble="size")
    if data.startswith(_PNG):
        header = _checked("png", _png_size(data), size, complete=b"IEND" in data[-16:])
    elif data.startswith(b"\xff\xd8"):
        header = _checked("jpeg", _jpeg_size(data), size, complete=b"\xff\xd9" in data[-64:])
    else:
        return ImageHeader(size=size, trouble="format")
    # Programs of print and browsers go by the ending.
    is_named_so = not path or path.lower().endswith(ENDINGS[header.format])
    return header if header.trouble or is_named_so else header._replace(trouble="ending")


def _checked(format: str, pixels: tuple[int, int], size: int, *, complete: bool) -> ImageHeader:
    width, height = pixels
    trouble = ""
    if not complete or not width or not height:
        trouble = "truncated"
    elif width * height > MAX_PIXELS:
        trouble = "pixels"
    return ImageHeader(format, width, height, size, trouble)


def _png_size(data: bytes) -> tuple[int, int]:
    if len(data) < 24 or data[12:16] != b"IHDR":
        return 0, 0
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def _jpeg_size(data: bytes) -> tuple[int, int]:
    position = 2
    while position + 9 < len(data):
        if data[position] != 0xFF:
            position += 1
            continue
        marker = data[position + 1]
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", data[position + 5 : position + 9])
            return width, height
        if marker in (0xFF, 0x01) or 0xD0 <= marker <= 0xD8:
            position += 1 if marker == 0xFF else 2
            continue
        position += 2 + int.from_bytes(data[position + 2 : position + 4], "big")
    return 0, 0
