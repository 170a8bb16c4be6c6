"""The table of contents of a DOCX: a field that Word can refresh, filled already with links.

In: dressed blocks. Out: one raw node of ours, every value in it escaped for XML.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from clust_cli.core.printing.ast import Nodes, raw_block
from clust_cli.core.printing.dress.contents import entries

_GALLERY = (
    '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
)
_FIELD_BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_FIELD_END = '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'


def contents(blocks: Nodes, phrases: Mapping[str, str]) -> Nodes:
    """The table of contents: a field, filled already with links.

    Only the program that opens the file knows its pages: their numbers come when the reader refreshes the field.
    Numbers of ours would stay as they are and be wrong (LibreOffice shows them as they stand inside a field TOC),
    and a field marked dirty makes Word ask about “fields that may refer to other files”, as `w:updateFields` does.
    """
    lines = [
        f'<w:p><w:pPr><w:pStyle w:val="TOC{level}"/></w:pPr>{_FIELD_BEGIN if index == 0 else ""}'
        f'<w:hyperlink w:anchor="{escape(id)}" w:history="1"><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
        "</w:hyperlink></w:p>"
        for index, (level, id, text) in enumerate(entries(blocks))
    ]
    words_of_title = f"<w:r><w:t>{escape(phrases['contents'])}</w:t></w:r>"
    title = f'<w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr>{words_of_title}</w:p>'
    inside = title + "".join(lines) + (_FIELD_END if lines else "")
    return [raw_block("openxml", f"<w:sdt>{_GALLERY}<w:sdtContent>{inside}</w:sdtContent></w:sdt>")]
