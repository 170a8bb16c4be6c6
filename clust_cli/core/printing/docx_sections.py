"""The sections of a DOCX: where a page is turned, each stretch has the margins, head and foot of the whole.

In: the XML of a document in which marks of ours end the stretches. Out: XML.
"""

from __future__ import annotations

import re

END_UPRIGHT, END_ASIDE = "<w:sectPr/>", '<w:sectPr w:rsidSect="00000001"/>'
"""What ends a stretch of upright pages, and one of pages that lie on their side."""
_UPRIGHT = re.compile(r"<w:sectPr ?/>")
_ASIDE = re.compile(r'<w:sectPr w:rsidSect="00000001" ?/>')
_SIZE = re.compile(r"<w:pgSz [^>]*/>")
_COVER = re.compile(r"<w:titlePg ?/>")
_END = "</w:sectPr>"


def with_sections(xml: str) -> str:
    """Each stretch as the whole is; only the first has the cover."""
    if not _ASIDE.search(xml):
        return xml
    begin, end = xml.rindex("<w:sectPr"), xml.rindex(_END) + len(_END)
    before, whole, after = xml[:begin], xml[begin:end], xml[end:]
    upright = _COVER.sub("", whole)
    marked = _UPRIGHT.sub(upright, _UPRIGHT.sub(whole, before, count=1))
    return f"{_ASIDE.sub(_SIZE.sub(_on_its_side, upright), marked)}{upright}{after}"


def _on_its_side(size: re.Match[str]) -> str:
    width, height = (re.search(rf' w:{side}="(\d+)"', size[0]) for side in ("w", "h"))
    if width is None or height is None:
        return size[0]
    return f'<w:pgSz w:w="{height[1]}" w:h="{width[1]}" w:orient="landscape"/>'
