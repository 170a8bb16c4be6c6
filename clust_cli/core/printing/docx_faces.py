"""The faces that a DOCX carries: hidden parts, and the table of fonts that leads to them.

In: parts of a package and faces. Out: parts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape

from clust_cli.core.printing.faces import Face

_TABLE = "word/fontTable.xml"
_RELATIONS = "word/_rels/fontTable.xml.rels"
_SETTINGS = "word/settings.xml"
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_ORDER = ("Regular", "Bold", "Italic", "BoldItalic")


def with_faces(parts: Mapping[str, bytes], faces: Sequence[Face]) -> dict[str, bytes]:
    """The parts, and the faces of the families that the table of fonts names."""
    if not faces:
        return dict(parts)
    ordered = sorted(faces, key=lambda one: (one.family, _ORDER.index(one.name)))
    files = {f"fonts/font{number}.odttf": one for number, one in enumerate(ordered, start=1)}
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_TYPE}" Target="{name}"/>' for number, name in enumerate(files, start=1)
    )
    return {
        **parts,
        **{f"word/{name}": one.hidden() for name, one in files.items()},
        _TABLE: _listed(parts[_TABLE].decode(), ordered).encode(),
        _RELATIONS: (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns='
            f'"http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>'
        ).encode(),
        _SETTINGS: parts[_SETTINGS].replace(b"<w:embedSystemFonts", b"<w:embedTrueTypeFonts /><w:embedSystemFonts", 1),
    }


def _listed(table: str, faces: Sequence[Face]) -> str:
    """The table of fonts with each family's faces at the end of its entry, in the schema's order."""
    for family in dict.fromkeys(one.family for one in faces):
        entries = "".join(
            f'<w:embed{one.name} r:id="rId{number}" w:fontKey="{one.key}"/>'
            for number, one in enumerate(faces, start=1)
            if one.family == family
        )
        pattern = re.compile(rf'(<w:font w:name="{re.escape(escape(family))}">.*?)</w:font>', re.DOTALL)
        table = pattern.sub(rf"\g<1>{entries}</w:font>", table, count=1)
    return table
