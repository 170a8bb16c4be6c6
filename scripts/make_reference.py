"""Make the reference document of the DOCX output: python scripts/make_reference.py

It starts from pandoc's own and gives it our page, fonts, colours, French and styles; same bytes every time.
"""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from clust_cli.shell.pandoc import find_pandoc

DEEP, ACCENT, QUIET, INK = "14365C", "A8431F", "4D5B6B", "000000"
TINT, WARM, LINE = "EDF2F7", "FBF1EC", "B9C6D4"
FONT = "Source Sans Pro"
TEMPLATES = Path(__file__).parent.parent / "templates"
WIDTH = 16.0
STYLE_IDS = {"Tableau croisé": "TableauCroise"}  # pandoc names the styles of tables by their id


def element(name: str, **attributes: str):
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def put(parent, made):
    """Replace the child of that name."""
    for old in parent.findall(made.tag):
        parent.remove(old)
    parent.append(made)
    return made


def set_font(style, size=None, *, bold=None, italic=None, colour=None):
    properties = style.element.get_or_add_rPr()
    for name in ("w:rFonts", "w:lang"):
        for old in properties.findall(qn(name)):
            properties.remove(old)
    properties.insert(0, element("w:rFonts", ascii=FONT, hAnsi=FONT, cs=FONT, eastAsia=FONT))
    font = style.font
    font.size = Pt(size) if size else font.size
    font.bold, font.italic = bold, italic
    if colour:
        font.color.rgb = RGBColor.from_string(colour)


def set_space(style, before=0.0, after=0.0, line=None, *, keep_next=None):
    shape = style.paragraph_format
    shape.space_before, shape.space_after = Pt(before), Pt(after)
    if line:
        shape.line_spacing = line
    if keep_next is not None:
        shape.keep_with_next = keep_next


def border(style, side, size, colour, space=4):
    properties = style.element.get_or_add_pPr()
    borders = properties.find(qn("w:pBdr"))
    if borders is None:
        borders = element("w:pBdr")
        properties.insert_element_before(
            borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
        )
    borders.append(element(f"w:{side}", val="single", sz=str(size), space=str(space), color=colour))


def shade(style, fill):
    properties = style.element.get_or_add_pPr()
    shading = element("w:shd", val="clear", color="auto", fill=fill)
    properties.insert_element_before(
        shading, "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
    )


def named(document, name, base="Body Text"):
    if name in [style.name for style in document.styles]:
        return document.styles[name]
    made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = document.styles[base]
    made.quick_style = True
    return made


def field(paragraph, instruction):
    for kind, text in (("begin", None), (None, instruction), ("separate", None), ("text", "1"), ("end", None)):
        run = paragraph.add_run()
        if kind == "text":
            run.text = text
        elif kind:
            run._r.append(element("w:fldChar", fldCharType=kind))
        else:
            code = OxmlElement("w:instrText")
            code.set(qn("xml:space"), "preserve")
            code.text = f" {text} "
            run._r.append(code)


def languages(document):
    """French everywhere, and no theme font, which would hide ours."""
    root = document.styles.element
    for one in root.iter(qn("w:lang")):
        for key in ("val", "eastAsia"):
            one.set(qn(f"w:{key}"), "fr-FR")
    for fonts in root.iter(qn("w:rFonts")):
        for key in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
            fonts.attrib.pop(qn(f"w:{key}"), None)
    defaults = root.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    put(defaults, element("w:rFonts", ascii=FONT, hAnsi=FONT, cs=FONT, eastAsia=FONT))
    put(defaults, element("w:lang", val="fr-FR", eastAsia="fr-FR", bidi="ar-SA"))


def text_styles(document):
    styles = document.styles
    set_font(styles["Normal"], 10.5)
    for name in ("Body Text", "First Paragraph"):
        set_font(styles[name], 10.5)
        set_space(styles[name], 0, 7, 1.15)
    # No colour here: a paragraph's colour would win over that of a table's header row.
    set_font(styles["Compact"])
    set_space(styles["Compact"], 0, 3, 1.12)
    set_font(styles["Block Text"], 10.5, italic=True, colour=QUIET)
    for level, size, before, after, colour in (
        (1, 22, 0, 14, DEEP),
        (2, 16, 18, 8, DEEP),
        (3, 13.5, 15, 6, DEEP),
        (4, 11.5, 12, 4, ACCENT),
        (5, 10.5, 10, 4, QUIET),
        (6, 10.5, 10, 4, QUIET),
    ):
        style = styles[f"Heading {level}"]
        set_font(style, size, bold=True, italic=False, colour=colour)
        set_space(style, before, after, keep_next=True)
        style.paragraph_format.page_break_before = level == 1
    set_font(styles["Footnote Text"], 8.5, colour=INK)
    set_font(styles["Hyperlink"], colour=DEEP)
    styles["Hyperlink"].font.underline = True
    set_font(styles["Title"], 30, bold=True, colour=DEEP)
    set_space(styles["Title"], 6, 10)
    styles["Title"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
    set_font(styles["Subtitle"], 14, bold=False, colour=INK)
    for spacing in styles["Subtitle"].element.rPr.findall(qn("w:spacing")):
        styles["Subtitle"].element.rPr.remove(spacing)
    set_space(styles["Subtitle"], 0, 20)
    styles["Subtitle"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT


def own_styles(document):
    def made(name, size, before, after, *, bold=None, italic=None, colour=INK, keep_next=None):
        style = named(document, name)
        set_font(style, size, bold=bold, italic=italic, colour=colour)
        set_space(style, before, after, keep_next=keep_next)
        return style

    made("Collection", 12, 110, 90, bold=True, colour=QUIET)
    made("Numéro", 16, 0, 4, bold=True, colour=ACCENT)
    made("Parution", 13, 0, 6, bold=True, colour=DEEP)
    border(made("Partenaires", 11, 150, 14, bold=True, colour=QUIET), "top", 8, ACCENT, 10)
    opening = made("Surtitre", 10, 0, 0, bold=True, colour=ACCENT, keep_next=True)
    opening.paragraph_format.page_break_before = True
    made("Surtitre sans saut", 10, 14, 0, bold=True, colour=ACCENT, keep_next=True)
    made("Signature d'auteur", 11, 0, 12, bold=True, colour=QUIET)
    pull = made("Exergue", 13.5, 8, 14, italic=True, colour=DEEP)
    border(pull, "left", 24, ACCENT, 10)
    pull.paragraph_format.left_indent = Cm(0.5)
    notice = made("Avis", 10.5, 6, 10, bold=True)
    shade(notice, WARM)
    made("Légende", 8.5, 4, 12, colour=QUIET)
    made("Image", 10.5, 8, 4, keep_next=True).paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    made("Intertitre", 13, 14, 5, bold=True, colour=DEEP, keep_next=True)
    made("Emblème", 10.5, 6, 4, keep_next=True)
    made("Mention du financeur", 10.5, 4, 10, bold=True, colour=DEEP)
    made("Version", 8.5, 24, 0, colour=QUIET)
    for name, bar, fill in (("Conseils", DEEP, TINT), ("Obstacles", ACCENT, WARM)):
        style = made(name, 10.5, 0, 4)
        border(style, "left", 32, bar, 8)
        shade(style, fill)
    for level, indent, before in ((1, 0.0, 8), (2, 0.6, 2)):
        style = named(document, f"TOC {level}", "Normal")
        set_font(style, 11 if level == 1 else 10.5, bold=level == 1, colour=DEEP if level == 1 else INK)
        set_space(style, before, 2)
        style.paragraph_format.left_indent = Cm(indent)
        style.paragraph_format.tab_stops.add_tab_stop(Cm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    heading = named(document, "TOC Heading", "Normal")
    set_font(heading, 22, bold=True, colour=DEEP)
    set_space(heading, 0, 14, keep_next=True)
    heading.paragraph_format.page_break_before = True


def table_style(document, name, *, fill, head_fill, head_colour):
    styles = document.styles
    style = styles[name] if name in [one.name for one in styles] else styles.add_style(name, WD_STYLE_TYPE.TABLE)
    root = style.element
    root.set(qn("w:styleId"), STYLE_IDS.get(name, name))
    for tag in ("w:pPr", "w:rPr", "w:tblPr", "w:tblStylePr", "w:tcPr", "w:trPr"):
        for old in root.findall(qn(tag)):
            root.remove(old)
    text = element("w:rPr")
    text.append(element("w:sz", val="18" if name == "Tableau croisé" else "19"))
    shape = element("w:tblPr")
    borders = element("w:tblBorders")
    for side in ("top", "bottom", "insideH", *(("insideV",) if name == "Tableau croisé" else ())):
        borders.append(element(f"w:{side}", val="single", sz="4", space="0", color=LINE))
    margins = element("w:tblCellMar")
    for side, width in (("top", "50"), ("left", "100"), ("bottom", "50"), ("right", "100")):
        margins.append(element(f"w:{side}", w=width, type="dxa"))
    shape.append(borders)
    shape.append(margins)
    cell = element("w:tcPr")
    if fill:
        cell.append(element("w:shd", val="clear", color="auto", fill=fill))
    cell.append(element("w:vAlign", val="center"))
    for part in (text, shape, cell):
        root.append(part)
    head = element("w:tblStylePr", type="firstRow")
    head_text = element("w:rPr")
    head_text.append(element("w:b"))
    head_text.append(element("w:color", val=head_colour))
    head.append(head_text)
    head_cell = element("w:tcPr")
    head_cell.append(element("w:shd", val="clear", color="auto", fill=head_fill))
    head.append(head_cell)
    root.append(head)


def fonts(document):
    """What to print with where Source Sans Pro is not installed."""
    [part] = [one.target_part for one in document.part.rels.values() if one.reltype.endswith("/fontTable")]
    own = (
        f'<w:font w:name="{FONT}"><w:altName w:val="Calibri"/><w:panose1 w:val="020B0503030403020204"/>'
        '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )
    part._blob = part.blob.replace(b"</w:fonts>", own.encode())


def page(document):
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.6), Cm(2.3)
    section.header_distance = section.footer_distance = Cm(1.2)
    section.different_first_page_header_footer = True
    for name in ("Header", "Footer"):
        set_font(named(document, name, "Normal"), 8.5, colour=QUIET)
    header = section.header.paragraphs[0]
    header.style = document.styles["Header"]
    header.paragraph_format.tab_stops.add_tab_stop(Cm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    header.add_run("{{numbered}}\t{{title}}")
    footer = section.footer.paragraphs[0]
    footer.style = document.styles["Footer"]
    footer.paragraph_format.tab_stops.add_tab_stop(Cm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    footer.add_run("{{partners}}\t{{page}} ")
    field(footer, "PAGE")
    footer.add_run(" {{page_of}} ")
    field(footer, "NUMPAGES")
    section.first_page_header.is_linked_to_previous = False
    section.first_page_footer.is_linked_to_previous = False


def settled(data: bytes) -> bytes:
    """The same package with its members sorted and dated alike."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return made.getvalue()


def main() -> None:
    base = subprocess.run(
        [find_pandoc(), "--print-default-data-file", "reference.docx"], capture_output=True, check=True
    ).stdout
    document = Document(io.BytesIO(base))
    languages(document)
    text_styles(document)
    own_styles(document)
    table_style(document, "Table", fill="", head_fill=TINT, head_colour=DEEP)
    table_style(document, "Fiche", fill=TINT, head_fill=DEEP, head_colour="FFFFFF")
    table_style(document, "Tableau croisé", fill="", head_fill=TINT, head_colour=DEEP)
    page(document)
    fonts(document)
    document.core_properties.title = ""
    document.core_properties.author = ""
    made = io.BytesIO()
    document.save(made)
    (TEMPLATES / "reference.docx").write_bytes(settled(made.getvalue()))


if __name__ == "__main__":
    main()
