"""The reference document of the DOCX output: pandoc's own, with our page and the common table of styles."""

from __future__ import annotations

import io
import re
import subprocess
import unicodedata
import zipfile
from pathlib import Path
from xml.sax.saxutils import quoteattr

from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm
from office_styles import ACCENT, COVER_GROUND, DEEP, FONT, INK, LINE, MONO, STYLES, TABLES, TINT, WIDTH, Style, Table

from clust_cli.shell.pandoc import find_pandoc

FRENCH = {"Compact": "Texte serré", "Source Code": "Bloc de code", "Verbatim Char": "Code dans le texte"}
"""Styles that are pandoc's own and not Word's: pandoc finds them by their id, authors by these names."""
BUILT_IN = ("Normal", "Body Text", "Block Text", "Heading", "Title", "Subtitle", "Footnote Text", "Caption", "TOC",
            "Header", "Footer")  # fmt: skip
UNUSED = ("Abstract", "Author", "Date", "Bibliography", "Definition", "First Paragraph", "Captioned Figure", "Figure",
          "Image Caption", "Table Caption", "Table Grid", "Section Number", "Footnote Block Text", "Body Text Char",
          "Title Char", "Subtitle Char", "Heading 7", "Heading 8", "Heading 9")  # fmt: skip
TWIPS = 567


def style_id(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return {"Tableau": "Table"}.get(name, "".join(word[:1].upper() + word[1:] for word in re.findall(r"\w+", plain)))


def twips(points: float) -> int:
    return round(points * 20)


def text_properties(one: Style) -> str:
    """Only what differs: a paragraph's letters would win over those of a table's header row."""
    if one.bare:
        return ""
    font = MONO if one.mono else FONT
    colour = f'<w:color w:val="{one.colour}"/>' if one.colour else ""
    return (
        f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}" w:eastAsia="{font}"/>'
        f"{'<w:b/>' if one.bold else ''}{'<w:i/>' if one.italic else ''}{colour}"
        f'<w:sz w:val="{round(one.size * 2)}"/><w:szCs w:val="{round(one.size * 2)}"/></w:rPr>'
    )


def paragraph_properties(one: Style) -> str:
    """In the order that the schema of WordprocessingML wants."""
    order = ("top", "left", "bottom", "right")
    borders = "".join(
        f'<w:{border.side} w:val="single" w:sz="{round(border.width * 8)}" w:space="{round(border.space)}"'
        f' w:color="{border.colour}"/>'
        for border in sorted(one.borders, key=lambda border: order.index(border.side))
    )
    tabs = ""
    if one.leader_tab or one.right_tab:
        # No dots: in Word they would lead nowhere until the reader refreshes the page numbers.
        tabs = f'<w:tabs><w:tab w:val="right" w:pos="{round(WIDTH * TWIPS)}"/></w:tabs>'
    parts = (
        "<w:keepNext/>" if one.keep_next else "",
        "<w:keepLines/>" if one.keep_next else "",
        f'<w:pageBreakBefore w:val="{int(one.break_before)}"/>' if one.break_before or one.level else "",
        "<w:widowControl/>",
        f"<w:pBdr>{borders}</w:pBdr>" if borders else "",
        f'<w:shd w:val="clear" w:color="auto" w:fill="{one.fill}"/>' if one.fill else "",
        tabs,
        f'<w:spacing w:before="{twips(one.before)}" w:after="{twips(one.after)}" w:line="{round(one.line * 240)}"'
        ' w:lineRule="auto"/>',
        "" if one.in_list else f'<w:ind w:left="{round(one.indent * TWIPS)}" w:right="0" {first_line(one)}/>',
        f'<w:jc w:val="{one.align}"/>',
        f'<w:outlineLvl w:val="{one.level - 1}"/>' if one.level else "",
    )
    return f"<w:pPr>{''.join(parts)}</w:pPr>"


def first_line(one: Style) -> str:
    return f'w:hanging="{round(one.hanging * TWIPS)}"' if one.hanging else 'w:firstLine="0"'


def paragraph_style(one: Style, rank: int) -> str:
    shown = FRENCH.get(one.name, one.name)
    own = "" if one.name.startswith(BUILT_IN) else ' w:customStyle="1"'
    name = shown.lower() if shown.startswith(("Heading", "TOC ")) and shown != "TOC Heading" else shown
    default = ' w:default="1"' if one.name == "Normal" else ""
    based = f'<w:basedOn w:val="{style_id(one.base)}"/>' if one.name != "Normal" else ""
    follows = f'<w:next w:val="{style_id(one.next)}"/>' if one.next else ""
    quick = "<w:qFormat/>" if one.quick else ""
    return (
        f'<w:style {nsdecls("w")} w:type="paragraph"{default}{own} w:styleId="{style_id(one.name)}">'
        f'<w:name w:val={quoteattr(name)}/>{based}{follows}<w:uiPriority w:val="{rank}"/>{quick}'
        f"{paragraph_properties(one)}{text_properties(one)}</w:style>"
    )


def text_style(id: str, name: str, properties: str, rank: int = 60, *, own: bool = True) -> str:
    return (
        f'<w:style {nsdecls("w")} w:type="character"{" w:customStyle=" + quoteattr("1") if own else ""}'
        f' w:styleId="{id}"><w:name w:val={quoteattr(name)}/><w:basedOn w:val="DefaultParagraphFont"/>'
        f'<w:uiPriority w:val="{rank}"/><w:qFormat/><w:rPr>{properties}</w:rPr></w:style>'
    )


def table_style(one: Table) -> str:
    between = f'<w:insideV w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>' if one.upright else ""
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>' for side in ("bottom", "insideH")
    )
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 55), ("left", 110), ("bottom", 55), ("right", 80))
    )
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{one.fill}"/>' if one.fill else ""
    head_fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{one.head_fill}"/>' if one.head_fill else ""
    line = f'<w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="{one.head_line}"/></w:tcBorders>'
    label = (
        f'<w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:color w:val="{one.label_colour}"/></w:rPr></w:tblStylePr>'
        if one.label_colour
        else ""
    )
    return (
        f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="{one.id or style_id(one.name)}">'
        f'<w:name w:val={quoteattr(one.name)}/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="50"/><w:qFormat/>'
        f'<w:rPr><w:sz w:val="{round(one.size * 2)}"/><w:szCs w:val="{round(one.size * 2)}"/></w:rPr>'
        f"<w:tblPr><w:tblBorders>{borders}{between}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        f'<w:trPr><w:cantSplit/></w:trPr><w:tcPr>{fill}<w:vAlign w:val="center"/></w:tcPr>'
        f'<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="{one.head_colour}"/></w:rPr>'
        f"<w:tcPr>{line}{head_fill}</w:tcPr></w:tblStylePr>{label}</w:style>"
    )


def set_styles(document) -> None:
    root = document.styles.element
    made = [parse_xml(paragraph_style(one, rank)) for rank, one in enumerate(STYLES, start=1)]
    made += [parse_xml(table_style(one)) for one in TABLES]
    made += [
        parse_xml(text)
        for text in (
            text_style(
                "VerbatimChar",
                FRENCH["Verbatim Char"],
                f'<w:rFonts w:ascii="{MONO}" w:hAnsi="{MONO}"/><w:sz w:val="19"/>',
            ),
            text_style("Hyperlink", "Hyperlink", f'<w:color w:val="{DEEP}"/><w:u w:val="single"/>', 99, own=False),
            text_style("Repere", "Repère", f'<w:b/><w:color w:val="{ACCENT}"/><w:sz w:val="28"/><w:szCs w:val="28"/>'),
            text_style(
                "Pastille",
                "Pastille",
                f'<w:color w:val="{DEEP}"/><w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/>',
            ),
        )
    ]
    made.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="table" w:default="1" w:styleId="TableNormal">'
            '<w:name w:val="Normal Table"/>'
            '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
            '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
            '<w:bottom w:w="0" w:type="dxa"/>'
            '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        )
    )
    ids = {one.get(qn("w:styleId")) for one in made}
    for old in root.findall(qn("w:style")):
        name = old.find(qn("w:name")).get(qn("w:val"))
        if (
            old.get(qn("w:styleId")) in ids
            or name.casefold() in [one.casefold() for one in UNUSED]
            or name.endswith(" Char")
        ) or name.startswith(("Abstract", "Definition", "heading", "toc")):
            root.remove(old)
    for one in made:
        root.append(one)
    for old in root.findall(qn("w:style")):
        for link in old.findall(qn("w:link")):
            old.remove(link)
        for based in old.findall(qn("w:basedOn")):
            if based.get(qn("w:val")).endswith("Char"):
                based.set(qn("w:val"), "DefaultParagraphFont")


def languages(document) -> None:
    """French everywhere, and no theme font, which would hide ours."""
    root = document.styles.element
    for fonts in root.iter(qn("w:rFonts")):
        for key in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
            fonts.attrib.pop(qn(f"w:{key}"), None)
    for one in root.iter(qn("w:lang")):
        one.getparent().remove(one)
    defaults = root.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for tag in ("w:rFonts", "w:lang"):
        for old in defaults.findall(qn(tag)):
            defaults.remove(old)
    defaults.insert(
        0, parse_xml(f'<w:rFonts {nsdecls("w")} w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:eastAsia="{FONT}"/>')
    )
    defaults.append(parse_xml(f'<w:color {nsdecls("w")} w:val="{INK}"/>'))
    for tag in ("sz", "szCs"):
        for old in defaults.findall(qn(f"w:{tag}")):
            defaults.remove(old)
        defaults.append(parse_xml(f'<w:{tag} {nsdecls("w")} w:val="21"/>'))
    defaults.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="fr-FR" w:eastAsia="fr-FR" w:bidi="ar-SA"/>'))


def field(paragraph, instruction: str) -> None:
    for kind in ("begin", None, "separate", "text", "end"):
        run = paragraph.add_run()
        if kind == "text":
            run.text = "1"
        elif kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        else:
            code = OxmlElement("w:instrText")
            code.set(qn("xml:space"), "preserve")
            code.text = f" {instruction} "
            run._r.append(code)


def ground(number: int, top: float, height: float, colour: str) -> str:
    """A rectangle across the page behind the text: the cover's ground, which nobody needs to be told of."""
    emu = 360000
    return (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
        ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative">'
        f'<mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0"'
        f' relativeHeight="{number}" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{round(top * emu)}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{21 * emu}" cy="{round(height * emu)}"/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{9000 + number}" name="Fond {number}"><a:extLst>'
        '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
        '<adec:decorative val="1"/></a:ext></a:extLst></wp:docPr><wp:cNvGraphicFramePr/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/>'
        f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{21 * emu}" cy="{round(height * emu)}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
        "<a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        "</mc:Choice></mc:AlternateContent></w:r>"
    )


def page(document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.5), Cm(2.3)
    section.header_distance = section.footer_distance = Cm(1.2)
    section.different_first_page_header_footer = True
    header = section.header.paragraphs[0]
    header.style = next(one for one in document.styles if one.name == "Header")
    header.add_run("{{numbered}}\t{{title}}")
    footer = section.footer.paragraphs[0]
    footer.style = next(one for one in document.styles if one.name == "Footer")
    footer.add_run("{{partners}}\t{{page}} ")
    field(footer, "PAGE")
    footer.add_run(" {{page_of}} ")
    field(footer, "NUMPAGES")
    first = section.first_page_header
    first.is_linked_to_previous = False
    section.first_page_footer.is_linked_to_previous = False
    first.paragraphs[0].style = next(one for one in document.styles if one.name == "Normal")
    for number, (top, height, colour) in enumerate(((0, COVER_GROUND, DEEP), (COVER_GROUND, 0.18, ACCENT)), start=1):
        paragraph = first.paragraphs[0]._p
        paragraph.append(parse_xml(f"<w:p {nsdecls('w')}>{ground(number, top, height, colour)}</w:p>")[0])


def fonts(document) -> None:
    """What to print with where Source Sans Pro is neither embedded nor installed."""
    [part] = [one.target_part for one in document.part.rels.values() if one.reltype.endswith("/fontTable")]
    part._blob = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w='
        '"http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r='
        '"http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        f'<w:font w:name="{FONT}"><w:altName w:val="Calibri"/><w:panose1 w:val="020B0503030403020204"/>'
        '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
        f'<w:font w:name="{MONO}"><w:altName w:val="Consolas"/><w:panose1 w:val="020B0609030804020204"/>'
        '<w:charset w:val="00"/><w:family w:val="modern"/><w:pitch w:val="fixed"/></w:font></w:fonts>'
    ).encode()


def settled(data: bytes) -> bytes:
    """The same package with its members sorted and dated alike."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return made.getvalue()


def make(target: Path) -> None:
    base = subprocess.run(
        [find_pandoc(), "--print-default-data-file", "reference.docx"], capture_output=True, check=True
    ).stdout
    document = Document(io.BytesIO(base))
    set_styles(document)
    languages(document)
    page(document)
    fonts(document)
    document.core_properties.title = ""
    document.core_properties.author = ""
    made = io.BytesIO()
    document.save(made)
    target.write_bytes(settled(made.getvalue()))
