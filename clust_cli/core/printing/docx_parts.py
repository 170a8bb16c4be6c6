"""The parts of a DOCX: what pandoc leaves undone in them; and the same bytes on every machine.

In: the bytes that pandoc wrote. Out: bytes. Knows no disk.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from html import escape, unescape

from clust_cli.core.printing.brand import Brand
from clust_cli.core.printing.cover import Cover
from clust_cli.core.printing.docx_drawings import with_drawings
from clust_cli.core.printing.dress.surround import FOOT
from clust_cli.core.printing.office import LANGUAGES, filled

_DOCUMENT = "word/document.xml"
_STYLES = "word/styles.xml"
_CORE = "docProps/core.xml"
_APP = "docProps/app.xml"
_FIXED = (1980, 1, 1, 0, 0, 0)
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_TABLE = re.compile(r"<w:tbl>.*?</w:tbl>", re.DOTALL)
_ROW = re.compile(r"<w:tr>.*?</w:tr>", re.DOTALL)
_STYLE = re.compile(r'<w:style [^>]*w:styleId="([^"]*)"[^>]*>.*?</w:style>', re.DOTALL)
_LEVEL = re.compile(r'<w:lvl w:ilvl="(\d)".*?</w:lvl>', re.DOTALL)
_INDENT = re.compile(r"<w:ind [^>]*/>")
_BULLET = re.compile(r'(?<=<w:numFmt w:val="bullet" />)<w:lvlText w:val="[^" ]+" />')
_SIGN_FONTS = re.compile(r"<w:rPr><w:rFonts [^>]*/></w:rPr>")
_HANGING = 340
"""Units: twentieths of a point."""
_NAMED = re.compile(r'<w:style [^>]*w:styleId="([^"]*)"[^>]*><w:name w:val="([^"]*)" ?/>')
_FRAME = '<w:framePr w:w="9072" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="1418" w:y="11000"/>'
"""Where the cover's foot stands, whatever the title's length. LibreOffice does not take it from a style."""
_EMPTY_CELL = re.compile(r"<w:tcPr ?/>")
_IN_CELL = '<w:pStyle w:val="Compact" />'
_UPRIGHT = '<w:textDirection w:val="btLr"/><w:vAlign w:val="center"/>'
_HEAD_HEIGHT = '<w:trHeight w:val="2200" w:hRule="atLeast"/>'
_FONT = "Source Sans Pro"
_HEADINGS = r"Heading\d|Title|TOCHeading|TitreDeDocument|Encadre\w+Titre|Intertitre"
_FONTS = re.compile(rf'(<w:style (?:[^>]* )?w:styleId="(?:{_HEADINGS})".*?</w:style>)|{_FONT}', re.DOTALL)
_UNBROKEN = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'
_NO_COUNTS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties '
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
"""Pages and words are for whoever lays the document out to count: pandoc leaves those of its template."""


def finish_docx(
    data: bytes,
    cover: Cover,
    phrases: Mapping[str, str],
    styles: Mapping[str, str],
    brand: Brand,
    drawings: Mapping[bytes, str],
) -> bytes:
    """Finish what pandoc wrote: running head and foot, properties, language, upright heads; packed anew.

    Shape: `drawings` are found by the bytes of their PNG. Members are sorted, stored and dated 1980, so that two
    machines make the same file.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    for name, part in parts.items():
        if name == _DOCUMENT:
            body = part.decode()
            if cover.alone:  # the first page is no cover
                body = body.replace("<w:titlePg />", "")
            else:
                body = _framed(body, [styles[one] for one in FOOT], _ids(parts[_STYLES].decode()))
            parts[name] = _finished_body(body, styles).encode()
        elif name.startswith(("word/header", "word/footer")):
            parts[name] = filled(brand.painted(part.decode()), cover, phrases).encode()
        elif name == "word/numbering.xml":
            parts[name] = _finished_lists(part.decode()).encode()
        elif name == _STYLES:
            own = _in_brand(_own_styles(part.decode()), brand)
            parts[name] = own.replace("fr-FR", LANGUAGES[cover.lang]).encode()
        elif name == "word/settings.xml":
            parts[name] = part.replace(b"en-US", LANGUAGES[cover.lang].encode())
    parts[_CORE] = _properties(cover).encode()
    parts[_APP] = _NO_COUNTS.encode()
    return _packed(with_drawings(parts, drawings))


def _in_brand(xml: str, brand: Brand) -> str:
    """The styles in the brand's colours and fonts: headings and the title have a family of their own."""
    text, headings = escape(brand.fonts.text), escape(brand.fonts.headings)
    return _FONTS.sub(lambda one: one[0].replace(_FONT, headings if one[1] else text), brand.painted(xml))


def docx_text(data: bytes) -> str:
    """The text of the document's body."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return unescape("".join(_TEXT.findall(archive.read(_DOCUMENT).decode())))


def _own_styles(xml: str) -> str:
    """The styles of the reference document alone: pandoc adds those of its coloured code, and its own names."""
    known: set[str] = set()

    def kept(found: re.Match[str]) -> str:
        is_new = found[1] not in known and not found[1].endswith("Tok")
        known.add(found[1])
        return found[0] if is_new else ""

    return _STYLE.sub(kept, xml)


def _ids(xml: str) -> dict[str, str]:
    """The ids of the styles, by their names."""
    return {unescape(name): id for id, name in _NAMED.findall(xml)}


def _framed(xml: str, foot: Sequence[str], ids: Mapping[str, str]) -> str:
    """The cover's foot in its frame; `foot` names its styles."""
    found = "|".join(re.escape(ids[name]) for name in foot if name in ids)
    return re.sub(rf'<w:pStyle w:val="(?:{found})" ?/>', lambda one: one[0] + _FRAME, xml) if found else xml


def _finished_body(xml: str, styles: Mapping[str, str]) -> str:
    """Keep sheets and cross-tables on one page, and set the heads of cross-tables upright."""

    def finished(found: re.Match[str]) -> str:
        table = found[0]
        upright = f'<w:tblStyle w:val="{styles["crosstab"]}"' in table
        if not upright and f'<w:tblStyle w:val="{styles["sheet"]}"' not in table:
            return table
        rows, last, end = table.rpartition("<w:tr>")
        kept = rows.replace(_IN_CELL, f"{_IN_CELL}<w:keepNext />") + last + end
        return _ROW.sub(_upright, kept, count=1) if upright else kept

    return _TABLE.sub(finished, xml.replace('w:val="FirstParagraph"', 'w:val="BodyText"'))


def _finished_lists(xml: str) -> str:
    """Lists that hang at the text's own margin, so that those of call-outs stand on their ground; our signs."""

    def finished(found: re.Match[str]) -> str:
        level = int(found[1])
        hung = _INDENT.sub(f'<w:ind w:left="{_HANGING * (level + 1)}" w:hanging="{_HANGING}" />', found[0])
        return _BULLET.sub(f'<w:lvlText w:val="{"·" if level % 2 else "–"}" />', _SIGN_FONTS.sub("", hung))

    return _LEVEL.sub(finished, xml)


def _upright(found: re.Match[str]) -> str:
    """The heads of all columns but the first are turned, and their names never broken; the row is high enough."""
    before, first, *cells = found[0].split("<w:tc>")
    turned = [_EMPTY_CELL.sub(f"<w:tcPr>{_UPRIGHT}</w:tcPr>", _unbroken(cell), count=1) for cell in cells]
    return "<w:tc>".join([before.replace("<w:trPr>", f"<w:trPr>{_HEAD_HEIGHT}", 1), first, *turned])


def _unbroken(cell: str) -> str:
    return _TEXT.sub(lambda found: found[0].replace(found[1], found[1].replace("-", _UNBROKEN)), cell)


def _properties(cover: Cover) -> str:
    authors = escape("; ".join(author.name for author in cover.authors))
    day = f"{cover.date}T00:00:00Z"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties '
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(cover.title)}</dc:title><dc:subject>{escape(cover.subtitle)}</dc:subject>"
        f"<dc:creator>{authors}</dc:creator><dc:language>{LANGUAGES[cover.lang]}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{day}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{day}</dcterms:modified></cp:coreProperties>'
    )


def _packed(parts: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        # Word and file(1) want the content types first.
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name)):
            archive.writestr(zipfile.ZipInfo(name, _FIXED), parts[name])
    return made.getvalue()
