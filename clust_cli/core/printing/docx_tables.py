"""The tables of a DOCX that pandoc cannot make: labelled sheets, upright heads, columns as wide as their words need.

In: the XML of a document, and by which styles its tables are known. Out: XML.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from itertools import zip_longest

from clust_cli.core.printing.crosstab_nodes import MARK
from clust_cli.core.printing.office import head_height

_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_TABLE = re.compile(r"<w:tbl>.*?</w:tbl>", re.DOTALL)
_ROW = re.compile(r"<w:tr>.*?</w:tr>", re.DOTALL)
_COLUMN = re.compile(r'<w:gridCol w:w="(\d+)" ?/>')
_UNMEASURED = re.compile(r'<w:tblW w:type="auto"[^>]*>')
_AS_WIDE_AS_THE_TEXT = '<w:tblW w:type="pct" w:w="5000"/>'
_AFTER_TABLE = re.compile(r'(</w:tbl>\s*<w:p><w:pPr><w:pStyle w:val="(?:BodyText|AnnonceDeListe)" ?/>)(?=</w:pPr>)')
_APART = r'\1<w:spacing w:before="200"/>'
"""Word's tables have no space of their own below them: a text that follows one brings it."""
_EMPTY_CELL = re.compile(r"<w:tcPr ?/>")
_ACROSS = re.compile(r"(<w:tcPr><w:gridSpan [^>]*/>)(</w:tcPr>)")
_LABELS = ('w:firstColumn="0"', 'w:firstColumn="1"'), ('w:val="0020"', 'w:val="00A0"')
_LINKED_MARK = re.compile(rf'<w:rStyle w:val="Hyperlink" ?/>(</w:rPr><w:t[^>]*>{MARK}</w:t>)')
_MARK_STYLE = r'<w:rStyle w:val="Repere"/>\1'
_IN_CELL = '<w:pStyle w:val="Compact" />'
_UPRIGHT = '<w:textDirection w:val="btLr"/><w:vAlign w:val="center"/>'
_HEAD_HEIGHT = '<w:trHeight w:val="{}" w:hRule="atLeast"/>'
_UNBROKEN = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'
_ROW_HEAD = re.compile(r"<w:tr>(?:<w:trPr>|(?:<w:trPr ?/>)?)")
_WHOLE = "<w:cantSplit />"
_PAGE_OF_ROWS = 20
"""Units: rows. A table of more may need several pages, and would leave one empty before it if it were kept whole."""
_NARROW, _WIDE = 6, 60
"""Units: characters. No column is measured as less or as more."""
_TWIPS = 567
"""Units: twentieths of a point in a centimetre."""


def finished_tables(xml: str, styles: Mapping[str, str], tint: str) -> str:
    """The document with its sheets and cross-tables finished; `tint` is the ground of a row that heads a group."""

    def finished(found: re.Match[str]) -> str:
        table = _ROW_HEAD.sub(_whole_row, found[0])
        if f'<w:tblStyle w:val="{styles["crosstab"]}"' in table:
            return _crosstab(_kept(table), tint)
        if f'<w:tblStyle w:val="{styles["sheet"]}"' in table:
            return _labelled(_kept(table))
        return _measured(table) if _UNMEASURED.search(table) and "<w:drawing>" not in table else table

    return _AFTER_TABLE.sub(_APART, _TABLE.sub(finished, xml))


def _whole_row(found: re.Match[str]) -> str:
    """A row that no page's end cuts; one taller than a page is cut all the same."""
    return f"<w:tr><w:trPr>{_WHOLE}" + ("" if found[0].endswith("<w:trPr>") else "</w:trPr>")


def _measured(table: str) -> str:
    """A table of an author's, its columns in proportion to their longest texts: LibreOffice does not measure them."""
    rows = [row.split("<w:tc>")[1:] for row in _ROW.findall(table)]
    columns = zip_longest(*([len(unescape("".join(_TEXT.findall(cell)))) for cell in row] for row in rows), fillvalue=0)
    shares = [min(max(_NARROW, *column), _WIDE) for column in columns]
    width = sum(map(int, _COLUMN.findall(table)))
    widths = iter([round(width * share / sum(shares)) for share in shares])
    wide = _UNMEASURED.sub(_AS_WIDE_AS_THE_TEXT, table, count=1)
    return _COLUMN.sub(lambda found: found[0].replace(found[1], str(next(widths, found[1]))), wide)


def _kept(table: str) -> str:
    """A table whose rows stay on one page, where one can hold them."""
    if table.count("<w:tr>") > _PAGE_OF_ROWS:
        return table
    rows, last, end = table.rpartition("<w:tr>")
    return rows.replace(_IN_CELL, f"{_IN_CELL}<w:keepNext />") + last + end


def _labelled(table: str) -> str:
    """A table whose style sets its first column apart."""
    for before, after in _LABELS:
        table = table.replace(before, after, 1)
    return table


def _crosstab(table: str, tint: str) -> str:
    ground = rf'\1<w:shd w:val="clear" w:color="auto" w:fill="{tint}"/>\2'
    return _LINKED_MARK.sub(_MARK_STYLE, _ACROSS.sub(ground, _ROW.sub(_upright, table, count=1)))


def _upright(found: re.Match[str]) -> str:
    """The heads of all columns but the first are turned, and their names never broken; the row is high enough."""
    before, first, *cells = found[0].split("<w:tc>")
    turned = [_EMPTY_CELL.sub(f"<w:tcPr>{_UPRIGHT}</w:tcPr>", _unbroken(cell), count=1) for cell in cells]
    height = head_height(unescape("".join(_TEXT.findall(cell))) for cell in cells)
    high = before.replace("<w:trPr>", f"<w:trPr>{_HEAD_HEIGHT.format(round(height * _TWIPS))}", 1)
    return "<w:tc>".join([high, first, *turned])


def _unbroken(cell: str) -> str:
    return _TEXT.sub(lambda found: found[0].replace(found[1], found[1].replace("-", _UNBROKEN)), cell)
