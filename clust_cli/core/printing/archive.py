"""The parts of a file packed as ZIP, the same bytes on every machine: sorted, stored and dated 1980.

In: parts by name. Out: bytes. Stored, not deflated: builds of zlib differ.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from clust_cli.core.printing.xml_text import writable

_FIXED = (1980, 1, 1, 0, 0, 0)


def packed(parts: Mapping[str, bytes], first: str) -> bytes:
    """Pack the parts; `first` is the one that programs want at the beginning, to know the file by."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(parts, key=lambda name: (name != first, name)):
            archive.writestr(zipfile.ZipInfo(name, _FIXED), writable(name, parts[name]))
    return made.getvalue()
