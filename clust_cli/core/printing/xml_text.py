"""XML that any program opens: without the characters that XML 1.0 has no way to write.

A draft is built in spite of errors, and a control character in a title would make a file that Word calls damaged.
Source: XML 1.0, fifth edition, 2.2.
"""

from __future__ import annotations

import re

_ENDINGS = (".xml", ".rels")
_UNWRITABLE = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
"""In UTF-8: the control characters but tab and line ends, U+FFFE and U+FFFF."""


def writable(name: str, part: bytes) -> bytes:
    """A part of a package; where it is XML, what cannot be written in it is left out."""
    return _UNWRITABLE.sub(b"", part) if name.endswith(_ENDINGS) else part
