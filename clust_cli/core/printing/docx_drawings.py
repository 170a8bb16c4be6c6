"""The drawings of a DOCX: beside the PNG of each that pandoc placed, the drawing itself, for programs that show it.

In: the parts of a DOCX, and drawings by the bytes of their PNG. Out: the parts.
Source: [MS-ODRAWXML] 2.3, svgBlip: Word since 2016 shows the SVG, others the PNG.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

Parts = Mapping[str, bytes]
_DOCUMENT, _RELATIONS, _TYPES = "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
_PICTURE = re.compile(r'<Relationship [^>]*Id="(\w+)" Target="(media/\w+)\.png" ?/>')
_TYPE = '<Default Extension="svg" ContentType="image/svg+xml" />'
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_NAMESPACE = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_USE = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


def with_drawings(parts: Parts, drawings: Mapping[bytes, str]) -> dict[str, bytes]:
    """Put each drawing beside its PNG; what pandoc did not place is left out."""
    found = _PICTURE.findall(parts[_RELATIONS].decode())
    placed = {
        id: (target, drawings[png]) for id, target in found if (png := parts.get(f"word/{target}.png", b"")) in drawings
    }
    if not placed:
        return dict(parts)
    made = {**parts, **{f"word/{target}.svg": svg.encode() for target, svg in placed.values()}}
    relations = "".join(
        f'<Relationship Type="{_RELATION}" Id="{id}svg" Target="{target}.svg" />'
        for id, (target, _svg) in placed.items()
    )
    made[_RELATIONS] = _before("</Relationships>", relations, parts[_RELATIONS])
    made[_TYPES] = _before("<Override", _TYPE, parts[_TYPES])
    blip = re.compile(rf'<a:blip r:embed="({"|".join(placed)})" ?/>')
    made[_DOCUMENT] = blip.sub(_shown, parts[_DOCUMENT].decode()).encode()
    return made


def _shown(found: re.Match[str]) -> str:
    drawn = f'<asvg:svgBlip xmlns:asvg="{_NAMESPACE}" r:embed="{found[1]}svg"/>'
    return f'<a:blip r:embed="{found[1]}"><a:extLst><a:ext uri="{_USE}">{drawn}</a:ext></a:extLst></a:blip>'


def _before(sign: str, text: str, part: bytes) -> bytes:
    return part.replace(sign.encode(), text.encode() + sign.encode(), 1)
