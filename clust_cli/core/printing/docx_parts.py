"""The parts of a DOCX: what pandoc leaves undone in them; and the same bytes on every machine.

In: the bytes that pandoc wrote. Out: bytes. Knows no disk.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape, unescape

from clust_cli.core.printing.archive import packed
from clust_cli.core.printing.brand import Brand
from clust_cli.core.printing.cover import Cover
from clust_cli.core.printing.docx_drawings import with_drawings
from clust_cli.core.printing.docx_faces import with_faces
from clust_cli.core.printing.docx_relations import with_used_relations
from clust_cli.core.printing.docx_sections import with_sections
from clust_cli.core.printing.docx_tables import finished_tables
from clust_cli.core.printing.dress.surround import FOOT
from clust_cli.core.printing.faces import Face
from clust_cli.core.printing.office import LANGUAGES, filled

_DOCUMENT = "word/document.xml"
_STYLES = "word/styles.xml"
_CORE = "docProps/core.xml"
_APP = "docProps/app.xml"
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
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
_TINT = "EDF2F7"
_INLINE = '<wp:inline distT="0" distB="0" distL="0" distR="0">'
_COMPATIBLE = (
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
    ' w:val="15"/></w:compat>'
)
_FONT = "Source Sans Pro"
_HEADINGS = r"Heading\d|Title|TOCHeading|TitreDeDocument|Encadre\w+Titre|Intertitre"
_FONTS = re.compile(rf'(<w:style (?:[^>]* )?w:styleId="(?:{_HEADINGS})".*?</w:style>)|{_FONT}', re.DOTALL)
_NO_COUNTS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties '
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
"""Pages and words are for whoever lays the document out to count: pandoc leaves those of its template."""
_MARKED = re.compile(
    r'((?:<w:bookmarkStart [^>]*/>\s*)+)(<w:p>(?:<w:pPr>.*?</w:pPr>)?)|<w:bookmarkEnd w:id="(\d+)" ?/>', re.DOTALL
)
_MARK = re.compile(r'<w:bookmarkStart w:id="(\d+)"[^>]*/>')


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a document is finished with: its cover, words and names of styles, its looks, the faces it carries.

    `drawings` is the SVG of what was drawn, by the bytes of its PNG.
    """

    cover: Cover
    phrases: Mapping[str, str]
    styles: Mapping[str, str]
    brand: Brand
    faces: Sequence[Face] = ()
    drawings: Mapping[bytes, str] = field(default_factory=dict)


def finish_docx(data: bytes, around: Surroundings) -> bytes:
    """Finish what pandoc wrote: running head and foot, properties, language, upright heads, faces; packed anew.

    Shape: members sorted, stored and dated 1980, so that two machines make the same file.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    cover = around.cover
    for name, part in parts.items():
        if name == _DOCUMENT:
            body = part.decode()
            if cover.alone:  # the first page is no cover
                body = body.replace("<w:titlePg />", "")
            else:
                body = _framed(body, [around.styles[one] for one in FOOT], _ids(parts[_STYLES].decode()))
            parts[name] = with_sections(_finished_body(body, around)).encode()
        elif name.startswith(("word/header", "word/footer")):
            parts[name] = filled(around.brand.painted(part.decode()), cover, around.phrases).encode()
        elif name == "word/numbering.xml":
            parts[name] = _finished_lists(part.decode()).encode()
        elif name == _STYLES:
            own = _in_brand(_own_styles(part.decode()), around.brand)
            parts[name] = own.replace("fr-FR", LANGUAGES[cover.lang]).encode()
        elif name == "word/settings.xml":
            parts[name] = _finished_settings(part.decode(), cover.lang).encode()
    parts[_CORE] = _properties(cover).encode()
    parts[_APP] = _NO_COUNTS.encode()
    whole = with_drawings(with_faces(with_used_relations(parts), around.faces), around.drawings)
    return packed(whole, first="[Content_Types].xml")


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


def _finished_body(xml: str, around: Surroundings) -> str:
    """One style for text, tables finished, bookmarks at one point, and images with no margin of their own."""
    text = xml.replace('w:val="FirstParagraph"', 'w:val="BodyText"').replace("<wp:inline>", _INLINE)
    return finished_tables(_pointed(text), around.styles, around.brand.painted(_TINT))


def _pointed(xml: str) -> str:
    """Bookmarks that begin before a paragraph, as points in it.

    Pandoc's go around whole sections; LibreOffice loses one that goes from table to table, and the contents its page.
    """
    moved: set[str] = set()

    def point(found: re.Match[str]) -> str:
        marks, paragraph, end = found.groups()
        if end:
            return "" if end in moved else found[0]
        moved.update(_MARK.findall(marks))
        return paragraph + _MARK.sub(r'\g<0><w:bookmarkEnd w:id="\1" />', marks)

    return _MARKED.sub(point, xml)


def _finished_settings(xml: str, lang: str) -> str:
    """The language; and Word lays the pages out as it does what it makes today, with no word of an older form."""
    spoken = xml.replace("en-US", LANGUAGES[lang]).replace("<w:rsids>", f"{_COMPATIBLE}<w:rsids>", 1)
    decimal, parting = (",", ";") if lang == "fr" else (".", ",")
    return spoken.replace('<w:decimalSymbol w:val="." />', f'<w:decimalSymbol w:val="{decimal}" />').replace(
        '<w:listSeparator w:val="," />', f'<w:listSeparator w:val="{parting}" />'
    )


def _finished_lists(xml: str) -> str:
    """Lists that hang at the text's own margin, so that those of call-outs stand on their ground; our signs."""

    def finished(found: re.Match[str]) -> str:
        level = int(found[1])
        hung = _INDENT.sub(f'<w:ind w:left="{_HANGING * (level + 1)}" w:hanging="{_HANGING}" />', found[0])
        return _BULLET.sub(f'<w:lvlText w:val="{"·" if level % 2 else "–"}" />', _SIGN_FONTS.sub("", hung))

    return _LEVEL.sub(finished, xml)


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
