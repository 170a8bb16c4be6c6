"""The table of contents of a DOCX: links, each with a field for its page.

In: dressed blocks. Out: one raw node of ours, every value in it escaped for XML.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from clust_cli.core.printing.ast import Nodes, raw_block
from clust_cli.core.printing.dress.contents import Entry, entries

_GALLERY = (
    '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
)


def contents(blocks: Nodes, phrases: Mapping[str, str]) -> Nodes:
    """The table of contents.

    Only the program that opens the file knows its pages, so each line ends with a field that refers to its heading's
    page and holds no number of ours. LibreOffice computes these when it opens the file, but not inside a field TOC,
    which it shows as it stands; Word does when it refreshes fields. Asking Word to do so at once, by `w:dirty` or
    `w:updateFields`, makes it warn of “fields that may refer to other files”.
    """
    lines = "".join(_line(entry) for entry in entries(blocks))
    words_of_title = f"<w:r><w:t>{escape(phrases['contents'])}</w:t></w:r>"
    title = f'<w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr>{words_of_title}</w:p>'
    return [raw_block("openxml", f"<w:sdt>{_GALLERY}<w:sdtContent>{title}{lines}</w:sdtContent></w:sdt>")]


def _line(entry: Entry) -> str:
    id = escape(entry.id)
    words = f'<w:r><w:t xml:space="preserve">{escape(entry.text)}</w:t></w:r>'
    order = f'<w:r><w:instrText xml:space="preserve"> PAGEREF {id} \\h </w:instrText></w:r>'
    page = f"{_mark('begin')}{order}{_mark('separate')}<w:r><w:t></w:t></w:r>{_mark('end')}"
    return (
        f'<w:p><w:pPr><w:pStyle w:val="TOC{entry.level}"/></w:pPr><w:hyperlink w:anchor="{id}" w:history="1">'
        f"{words}<w:r><w:tab/></w:r>{page}</w:hyperlink></w:p>"
    )


def _mark(kind: str) -> str:
    """A boundary of a field."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
