"""The faces of a family that a document carries with it, so that its reader sees them without having them.

In: a face and its bytes. Out: what DOCX and ODT write of it.
Source: Office Open XML (ISO/IEC 29500-1), 17.8.1, “Font Embedding”; OpenDocument 1.3, part 3, 16.25 and 16.30.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

_HIDDEN = 32
"""Units: bytes. The start of a face that DOCX hides, by as many bits of a key that stands beside it."""


@dataclass(frozen=True, slots=True)
class Face:
    """A face of a family: bold or not, italic or not, as a TrueType file."""

    family: str
    bold: bool
    italic: bool
    data: bytes

    @property
    def name(self) -> str:
        """What DOCX calls it: Regular, Bold, Italic, BoldItalic."""
        return ("Bold" if self.bold else "") + ("Italic" if self.italic else "") or "Regular"

    @property
    def key(self) -> str:
        """A GUID of its own: the same face has the same one everywhere."""
        digest = hashlib.sha256(self.data).hexdigest().upper()
        return f"{{{digest[:8]}-{digest[8:12]}-{digest[12:16]}-{digest[16:20]}-{digest[20:32]}}}"

    def hidden(self) -> bytes:
        """The file as DOCX keeps it: its first bytes crossed with those of its key, backwards."""
        key = bytes.fromhex(self.key.strip("{}").replace("-", ""))[::-1]
        return bytes(one ^ key[index % len(key)] for index, one in enumerate(self.data[:_HIDDEN])) + self.data[_HIDDEN:]
