"""The reference document of the ODT output, written from the common table of styles."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from office_styles import (
    ACCENT,
    COVER_FOOT,
    COVER_GROUND,
    DEEP,
    FONT,
    INK,
    LINE,
    MONO,
    STYLES,
    TABLES,
    TINT,
    WIDTH,
    Style,
    Table,
)

from clust_cli.core.printing.odt.names import display_name, style_name

WIDTH_ASIDE = 24.7
SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
    for name, urn in (
        ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"), ("meta", "meta"),
    )
) + (
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" office:version="1.3"'
)  # fmt: skip
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
FACES = "".join(
    (
        "<office:font-face-decls>",
        *(
            f'<style:font-face style:name="{name}" svg:font-family="&apos;{FONT}&apos;, Calibri, Carlito"'
            ' style:font-family-generic="swiss" style:font-pitch="variable" svg:panose-1="2 11 5 3 3 4 3 2 2 4"/>'
            for name in ("Texte", "Titres")
        ),
        f'<style:font-face style:name="{MONO}" svg:font-family="&apos;{MONO}&apos;, Consolas"'
        ' style:font-family-generic="modern" style:font-pitch="fixed"/></office:font-face-decls>',
    )
)
PLACES = ("coin", "tête", "étiquette", "texte", "groupe")


def paragraph_style(one: Style) -> str:
    name = style_name(one.name)
    parent = (
        ""
        if one.name == "Normal"
        else f' style:parent-style-name="{style_name(one.base) if one.base != "Normal" else "Standard"}"'
    )
    if one.name == "Normal":
        name, shown = "Standard", "Standard"
    else:
        shown = display_name(one.name)
    follows = f' style:next-style-name="{style_name(one.next)}"' if one.next else ""
    level = f' style:default-outline-level="{one.level}"' if one.level else ""
    master = ' style:master-page-name="Couverture"' if one.name == "Collection" else ""
    if one.name == "TOC Heading":
        master = ' style:master-page-name="Standard"'
    kept = ' fo:keep-with-next="always"' if one.keep_next else ""
    broken = ' fo:break-before="page"' if one.break_before and not master else ""
    if one.level and not one.break_before:
        broken = ' fo:break-before="auto"'
    fill = f' fo:background-color="#{one.fill}"' if one.fill else ""
    borders = "".join(
        f' fo:border-{border.side}="{border.width}pt solid #{border.colour}"'
        f' fo:padding-{border.side}="{border.space}pt"'
        for border in one.borders
    )
    tabs = ""
    if one.leader_tab or one.right_tab:
        leader = ' style:leader-style="dotted" style:leader-text="."' if one.leader_tab else ""
        tabs = (
            f'<style:tab-stops><style:tab-stop style:position="{WIDTH}cm" style:type="right"{leader}/>'
            "</style:tab-stops>"
        )
    is_heading = one.level or one.name in ("Title", "TOC Heading", "Intertitre")
    font = MONO if one.mono else "Titres" if is_heading else "Texte"
    colour = f' fo:color="#{one.colour}"' if one.colour else ""
    indents = f' fo:margin-left="{one.indent}cm" fo:margin-right="0cm" fo:text-indent="{-one.hanging or 0}cm"'
    indents = "" if one.in_list else indents
    return (
        f'<style:style style:name="{name}" style:display-name="{shown}" style:family="paragraph"{parent}{follows}'
        f'{level} style:class="text"{master}><style:paragraph-properties fo:margin-top="{one.before}pt"'
        f' fo:margin-bottom="{one.after}pt"{indents}'
        f' fo:line-height="{round(one.line * 100)}%" fo:text-align="{"center" if one.align == "center" else "start"}"'
        f' fo:orphans="2" fo:widows="2"{kept}{broken}{fill}{borders} style:join-border="true">{tabs}'
        f'</style:paragraph-properties><style:text-properties style:font-name="{font}" fo:font-size="{one.size}pt"'
        f' fo:font-weight="{"bold" if one.bold else "normal"}" fo:font-style="{"italic" if one.italic else "normal"}"'
        f"{colour}/></style:style>"
    )


def text_style(name: str, properties: str, shown: str = "") -> str:
    return (
        f'<style:style style:name="{style_name(name)}" style:display-name="{shown or name}" style:family="text">'
        f"<style:text-properties {properties}/></style:style>"
    )


def table_paragraphs() -> str:
    """A table's own paragraphs: its head and its text, to the left, the middle or the right."""
    made = []
    for prefix, colour in (("Tableau", DEEP), ("Fiche", "FFFFFF")):
        for place in ("tête", "texte", *(["étiquette"] if prefix == "Fiche" else [])):
            for way, align in (("", "start"), (" centré", "center"), (" à droite", "end")):
                name = f"{prefix} - {place}{way}"
                shade = {"tête": colour, "étiquette": DEEP}.get(place, INK)
                look = f'fo:color="#{shade}"' + ("" if place == "texte" else ' fo:font-weight="bold"')
                made.append(
                    f'<style:style style:name="{style_name(name)}" style:display-name="{name}"'
                    ' style:family="paragraph" style:parent-style-name="Standard" style:class="extra">'
                    f'<style:paragraph-properties fo:text-align="{align}" fo:margin-top="0pt" fo:margin-bottom="0pt"'
                    f' fo:line-height="105%"/><style:text-properties fo:font-size="9.5pt" {look}/></style:style>'
                )
    return "".join(made)


def list_style(name: str, levels: str) -> str:
    return f'<text:list-style style:name="{style_name(name)}" style:display-name="{name}">{levels}</text:list-style>'


def list_levels(*, numbered: bool) -> str:
    made = []
    for level in range(1, 10):
        left = 0.6 * level
        shape = (
            '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
            '<style:list-level-label-alignment text:label-followed-by="listtab"'
            f' fo:text-indent="-0.6cm" fo:margin-left="{left:.1f}cm"/>'
            "</style:list-level-properties>"
        )
        if numbered:
            made.append(
                f'<text:list-level-style-number text:level="{level}" style:num-format="1" style:num-suffix=".">'
                f"{shape}</text:list-level-style-number>"
            )
        else:
            sign = "–" if level % 2 else "·"
            made.append(
                f'<text:list-level-style-bullet text:level="{level}" text:bullet-char="{sign}">{shape}'
                f'<style:text-properties style:font-name="Texte"/></text:list-level-style-bullet>'
            )
    return "".join(made)


def cells(table: Table) -> str:
    """The automatic styles of a table: itself, its rows, and a cell in each of its places."""
    base = table.id if table.id != "Table" else "Tableau"
    base = base or table.name
    made = [
        f'<style:style style:name="{style_name(base)}" style:family="table"><style:table-properties'
        f' style:width="{WIDTH}cm" table:align="left" fo:margin-top="8pt" fo:margin-bottom="10pt"'
        ' table:border-model="collapsing" style:may-break-between-rows="true"/></style:style>',
        *(
            [
                f'<style:style style:name="{style_name(f"{base} large")}" style:family="table"><style:table-properties'
                f' style:width="{WIDTH_ASIDE}cm" table:align="left" table:border-model="collapsing"/></style:style>'
            ]
            if table.upright
            else []
        ),
        f'<style:style style:name="{style_name(f"{base} rang")}" style:family="table-row">'
        '<style:table-row-properties fo:keep-together="always"/></style:style>',
    ]
    for place in PLACES:
        fill = table.head_fill if place in ("coin", "tête") else TINT if place == "groupe" else table.fill
        bottom = f"1pt solid #{table.head_line}" if place in ("coin", "tête") else f"0.5pt solid #{LINE}"
        ground = f' fo:background-color="#{fill}"' if fill else ""
        sides = (
            f' fo:border-left="0.5pt solid #{LINE}"'
            if table.upright and place not in ("coin", "étiquette", "groupe")
            else ""
        )
        turned = ' loext:writing-mode="bt-lr"' if table.upright and place == "tête" else ""
        align = "bottom" if table.upright and place == "coin" else "middle"
        made.append(
            f'<style:style style:name="{style_name(f"{base} {place}")}" style:family="table-cell">'
            f'<style:table-cell-properties fo:padding="0.1cm" fo:padding-left="0.2cm"{ground}'
            f' fo:border-bottom="{bottom}"{sides} style:vertical-align="{align}"{turned}/></style:style>'
        )
    return "".join(made)


def styles_xml() -> str:
    own = "".join(paragraph_style(one) for one in STYLES)
    list_text = (
        '<style:style style:name="List" style:display-name="List" style:family="paragraph"'
        ' style:parent-style-name="Text_20_body" style:class="list">'
        '<style:paragraph-properties fo:margin-bottom="3pt"/>'
        "</style:style>"
    )
    rule = (
        '<style:style style:name="Horizontal_20_Line" style:display-name="Horizontal Line" style:family="paragraph"'
        ' style:parent-style-name="Standard" style:class="html"><style:paragraph-properties fo:margin-left="5.6cm"'
        f' fo:margin-right="5.6cm" fo:margin-bottom="10pt" fo:border-bottom="0.75pt solid #{LINE}"/></style:style>'
    )
    texts = "".join(
        (
            text_style("Emphasis", 'fo:font-style="italic"'),
            text_style("Strong Emphasis", 'fo:font-weight="bold"'),
            text_style("Superscript", 'style:text-position="super 65%"', "Exposant"),
            text_style("Source Text", f'style:font-name="{MONO}" fo:font-size="92%"'),
            text_style("Internet link", f'fo:color="#{DEEP}" style:text-underline-style="solid"', "Internet link"),
            text_style("Index Link", f'fo:color="#{INK}"'),
            text_style("Footnote Symbol", ""),
            text_style("Footnote anchor", 'style:text-position="super 65%"'),
            text_style("Pastille", f'fo:background-color="#{TINT}" fo:color="#{DEEP}"'),
            text_style("Repère", f'fo:font-weight="bold" fo:color="#{ACCENT}" fo:font-size="14pt"'),
        )
    )
    outline = "".join(f'<text:outline-level-style text:level="{level}" style:num-format=""/>' for level in range(1, 11))
    return (
        f"{HEAD}<office:document-styles {SPACES}>{FACES}<office:styles>"
        '<style:default-style style:family="paragraph"><style:paragraph-properties style:tab-stop-distance="1cm"'
        ' style:writing-mode="lr-tb"/><style:text-properties'
        ' style:font-name="Texte" fo:font-size="10.5pt" fo:language="fr" fo:country="FR" fo:hyphenate="false"'
        f' fo:color="#{INK}"/></style:default-style>'
        '<style:default-style style:family="graphic"><style:text-properties fo:language="fr" fo:country="FR"/>'
        "</style:default-style>"
        '<style:default-style style:family="table"><style:table-properties table:border-model="collapsing"/>'
        "</style:default-style>"
        '<style:default-style style:family="table-row"><style:table-row-properties fo:keep-together="always"/>'
        f"</style:default-style>{own}{turning()}{list_text}{rule}{table_paragraphs()}{texts}"
        '<style:style style:name="Graphics" style:family="graphic"><style:graphic-properties'
        ' text:anchor-type="as-char" style:vertical-pos="top" style:vertical-rel="baseline" fo:margin="0cm"/>'
        "</style:style>"
        '<style:style style:name="Pied_20_de_20_couverture" style:display-name="Pied de couverture"'
        f' style:family="graphic"><style:graphic-properties svg:x="2.5cm" svg:y="{COVER_FOOT}cm" fo:margin="0cm"'
        ' fo:padding="0cm" fo:border="none" draw:fill="none" style:wrap="run-through" style:vertical-pos="from-top"'
        ' style:vertical-rel="page" style:horizontal-pos="from-left" style:horizontal-rel="page"/></style:style>'
        f'<text:outline-style style:name="Outline">{outline}</text:outline-style>'
        f"{list_style('Liste à puces', list_levels(numbered=False))}"
        f"{list_style('Liste numérotée', list_levels(numbered=True))}"
        '<text:notes-configuration text:note-class="footnote" style:num-format="1"'
        ' text:citation-style-name="Footnote_20_Symbol" text:citation-body-style-name="Footnote_20_anchor"'
        ' text:start-value="0" style:num-suffix="&#160;"'
        ' text:footnotes-position="page" text:start-numbering-at="document"/>'
        "</office:styles><office:automatic-styles>"
        f"{page_layout('Page', head=True)}{page_layout('Page-paysage', head=True, aside=True)}"
        f"{page_layout('Page-couverture', head=False)}"
        '<style:style style:name="Fond" style:family="graphic"><style:graphic-properties draw:stroke="none"'
        f' draw:fill="solid" draw:fill-color="#{DEEP}" style:run-through="background" style:wrap="run-through"'
        ' style:vertical-pos="from-top" style:vertical-rel="page" style:horizontal-pos="from-left"'
        ' style:horizontal-rel="page"/></style:style>'
        '<style:style style:name="Filet" style:family="graphic"><style:graphic-properties draw:stroke="none"'
        f' draw:fill="solid" draw:fill-color="#{ACCENT}" style:run-through="background" style:wrap="run-through"'
        ' style:vertical-pos="from-top" style:vertical-rel="page" style:horizontal-pos="from-left"'
        ' style:horizontal-rel="page"/></style:style>'
        "</office:automatic-styles><office:master-styles>"
        f"{master('Standard', 'Page')}"
        f"{master('Paysage', 'Page-paysage', 'large')}"
        '<style:master-page style:name="Couverture" style:page-layout-name="Page-couverture"'
        ' style:next-style-name="Standard"><style:header><text:p text:style-name="Standard">'
        '<draw:rect draw:style-name="Fond" draw:z-index="0" text:anchor-type="paragraph" svg:x="0cm" svg:y="0cm"'
        f' svg:width="21cm" svg:height="{COVER_GROUND}cm"/>'
        f'<draw:rect draw:style-name="Filet" draw:z-index="1" text:anchor-type="paragraph" svg:x="0cm"'
        f' svg:y="{COVER_GROUND}cm"'
        ' svg:width="21cm" svg:height="0.18cm"/></text:p></style:header></style:master-page>'
        "</office:master-styles></office:document-styles>"
    )


def master(name: str, layout: str, wide: str = "") -> str:
    """A page with its running head and foot."""
    looks = [style_name(f"{part} {wide}".strip()) for part in ("Header", "Footer")]
    return (
        f'<style:master-page style:name="{name}" style:page-layout-name="{layout}"><style:header>'
        f'<text:p text:style-name="{looks[0]}">{{{{numbered}}}}<text:tab/>{{{{title}}}}</text:p></style:header>'
        f'<style:footer><text:p text:style-name="{looks[1]}">{{{{partners}}}}<text:tab/>{{{{page}}}} '
        '<text:page-number text:select-page="current"></text:page-number> {{page_of}} '
        "<text:page-count></text:page-count></text:p></style:footer></style:master-page>"
    )


def turning() -> str:
    """Styles for a page that lies on its side: its head and foot, and the empty paragraphs that begin and end it."""
    tab = f'<style:tab-stops><style:tab-stop style:position="{WIDTH_ASIDE}cm" style:type="right"/></style:tab-stops>'
    wide = "".join(
        f'<style:style style:name="{style_name(f"{part} large")}" style:display-name="{part} large"'
        f' style:family="paragraph" style:parent-style-name="{part}"><style:paragraph-properties>{tab}'
        "</style:paragraph-properties></style:style>"
        for part in ("Header", "Footer")
    )
    turns = "".join(
        f'<style:style style:name="{style_name(name)}" style:display-name="{name}" style:family="paragraph"'
        f' style:parent-style-name="Standard" style:master-page-name="{page}">'
        '<style:text-properties fo:font-size="2pt"/>'
        "</style:style>"
        for name, page in (("Vers le paysage", "Paysage"), ("Retour au portrait", "Standard"))
    )
    headings = "".join(
        f'<style:style style:name="{style_name(f"{one.name} en paysage")}" style:display-name="{one.name} en paysage"'
        f' style:family="paragraph" style:parent-style-name="{style_name(one.name)}"'
        f' style:default-outline-level="{one.level}" style:master-page-name="Paysage"/>'
        for one in STYLES
        if one.level
    )
    return wide + turns + headings


def page_layout(name: str, *, head: bool, aside: bool = False) -> str:
    width, height = (29.7, 21) if aside else (21, 29.7)
    around = (
        '<style:header-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-bottom="0.7cm"/>'
        '</style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.6cm"'
        ' fo:margin-top="0.6cm"/></style:footer-style>'
        if head
        else '<style:header-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-bottom="0.7cm"/>'
        "</style:header-style>"
    )
    return (
        f'<style:page-layout style:name="{name}"><style:page-layout-properties fo:page-width="{width}cm"'
        f' fo:page-height="{height}cm" style:print-orientation="{"landscape" if aside else "portrait"}"'
        ' fo:margin-top="1.2cm" fo:margin-bottom="1.2cm"'
        ' fo:margin-left="2.5cm" fo:margin-right="2.5cm" style:writing-mode="lr-tb">'
        '<style:footnote-sep style:width="0.5pt" style:rel-width="25%" style:color="#B9C6D4"'
        ' style:distance-before-sep="0.2cm" style:distance-after-sep="0.15cm" style:adjustment="left"/>'
        f"</style:page-layout-properties>{around}</style:page-layout>"
    )


def content_xml() -> str:
    looks = "".join(cells(table) for table in TABLES)
    return (
        f"{HEAD}<office:document-content {SPACES}>{FACES}<office:automatic-styles>{looks}</office:automatic-styles>"
        "<office:body><office:text></office:text></office:body></office:document-content>"
    )


def settings_xml() -> str:
    """How LibreOffice lays the pages out: as it does what it makes today."""
    chosen = {
        "AddParaTableSpacing": False, "AddParaTableSpacingAtStart": True, "AddExternalLeading": True,
        "EmbedFonts": True, "TabsRelativeToIndent": False, "UseFormerLineSpacing": False,
        "UseFormerObjectPositioning": False, "UseFormerTextWrapping": False, "UseOldNumbering": False,
        "IgnoreFirstLineIndentInNumbering": False, "DoNotResetParaAttrsForNumFont": False,
        "TabAtLeftIndentForParagraphsInList": False, "UnxForceZeroExtLeading": False, "TableRowKeep": True,
        "ConsiderTextWrapOnObjPos": False, "ClipAsCharacterAnchoredWriterFlyFrames": False,
    }  # fmt: skip
    items = "".join(
        f'<config:config-item config:name="{name}" config:type="boolean">{str(value).lower()}</config:config-item>'
        for name, value in chosen.items()
    )
    return (
        f'{HEAD}<office:document-settings xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" xmlns:ooo="http://openoffice.org/2004/office"'
        ' office:version="1.3"><office:settings><config:config-item-set config:name="ooo:configuration-settings">'
        f"{items}</config:config-item-set></office:settings></office:document-settings>"
    )


def make(target: Path) -> None:
    parts = {
        "META-INF/manifest.xml": (
            f'{HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
            ' manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3"'
            ' manifest:media-type="application/vnd.oasis.opendocument.text"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
            '<manifest:file-entry manifest:full-path="settings.xml" manifest:media-type="text/xml"/>'
            '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>'
        ),
        "content.xml": content_xml(),
        "settings.xml": settings_xml(),
        "styles.xml": styles_xml(),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name, text in (("mimetype", "application/vnd.oasis.opendocument.text"), *sorted(parts.items())):
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text)
    target.write_bytes(made.getvalue())
