"""The styles of both reference documents, DOCX and ODT: one table, so that the two look alike.

Names are Word's where Word has the style, for each program translates its own; ours are French, as authors read them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

DEEP, ACCENT, QUIET, INK, WHITE = "14365C", "A8431F", "4D5B6B", "1D2733", "FFFFFF"
TINT, WARM, LINE, PALE = "EDF2F7", "FBF1EC", "B9C6D4", "FFD9C7"
FONT, MONO = "Source Sans Pro", "DejaVu Sans Mono"
WIDTH = 16.0
"""Units: centimetres between the margins of an A4 page."""

COVER_GROUND, COVER_FOOT = 18.4, 19.4
"""Units: centimetres from the page's top: where the cover's dark ground ends, and where its foot begins."""


@dataclass(frozen=True)
class Border:
    """Units: points for the line's width and for the space to the text."""

    side: str
    width: float
    colour: str
    space: float = 4


@dataclass(frozen=True)
class Style:
    """A paragraph style. Units: points; `indent` and `hanging` in centimetres; `line` is a multiple.

    `bare` leaves the look of its letters to the table around it, `in_list` its indents to the list.
    """

    name: str
    size: float = 10.5
    before: float = 0
    after: float = 0
    bold: bool = False
    italic: bool = False
    colour: str = ""
    line: float = 1.12
    keep_next: bool = False
    break_before: bool = False
    align: str = "left"
    indent: float = 0
    hanging: float = 0
    fill: str = ""
    borders: tuple[Border, ...] = ()
    base: str = "Normal"
    next: str = ""
    leader_tab: bool = False
    right_tab: bool = False
    level: int = 0
    quick: bool = True
    mono: bool = False
    bare: bool = False
    in_list: bool = False


BAR_ADVICE, BAR_OBSTACLES = Border("left", 4, DEEP, 8), Border("left", 4, ACCENT, 8)

STYLES = (
    Style("Normal", line=1.12, bare=True),
    Style("Body Text", after=7, line=1.15, base="Normal"),
    Style("Annonce de liste", after=5, line=1.15, keep_next=True, base="Body Text"),
    Style("Fin de liste", after=9, base="Body Text", in_list=True),
    Style("Compact", after=3, bare=True),
    Style("Block Text", after=7, italic=True, colour=QUIET, indent=0.6, borders=(Border("left", 2, LINE, 8),)),
    Style("Source Code", 9, after=7, mono=True, quick=False),
    Style("Heading 1", 24, 0, 16, bold=True, colour=DEEP, line=1.0, keep_next=True, break_before=True,
          borders=(Border("bottom", 2.25, ACCENT, 6),), next="Body Text", level=1),
    Style("Heading 2", 15.5, 18, 8, bold=True, colour=DEEP, line=1.0, keep_next=True, next="Body Text", level=2),
    Style("Heading 3", 13.5, 15, 6, bold=True, colour=DEEP, line=1.0, keep_next=True, next="Body Text", level=3),
    Style("Heading 4", 11.5, 12, 4, bold=True, colour=ACCENT, line=1.0, keep_next=True, next="Body Text", level=4),
    Style("Heading 5", 10.5, 10, 4, bold=True, colour=QUIET, keep_next=True, next="Body Text", level=5),
    Style("Heading 6", 10.5, 10, 4, italic=True, colour=QUIET, keep_next=True, next="Body Text", level=6),
    Style("Footnote Text", 8.5, after=2, colour=INK, quick=False),
    Style("Caption", 9, 4, 10, colour=QUIET),
    Style("Titre de tableau", 9.5, 10, 4, bold=True, colour=DEEP, keep_next=True, base="Caption"),
    # The cover: white on the dark ground that the first page's head draws; the fill holds where no ground is drawn.
    Style("Collection", 12, 0, 0, bold=True, colour=WHITE, fill=DEEP),
    Style("Numéro", 17, 190, 6, bold=True, colour=PALE, fill=DEEP),
    Style("Numéro sur titre long", 17, 40, 6, bold=True, colour=PALE, fill=DEEP),
    Style("Title", 33, 4, 12, bold=True, colour=WHITE, fill=DEEP, line=1.0),
    Style("Subtitle", 14.5, 0, 0, colour=WHITE, fill=DEEP, line=1.05),
    Style("Brouillon", 15, 0, 4, bold=True, colour=ACCENT),
    Style("Parution", 13, 0, 4, bold=True, colour=DEEP),
    Style("Auteurs", 10.5, 0, 0, colour=QUIET),
    Style("Partenaires", 12, 60, 12, bold=True, colour=QUIET),
    Style("Logo de couverture", 10.5, 24, 0, keep_next=True),
    Style("Emblème de couverture", 10.5, 6, 4, keep_next=True),
    Style("Mention de couverture", 10, 0, 0, bold=True, colour=DEEP),
    Style("Emblème", 10.5, 6, 4, keep_next=True),
    Style("Mention du financeur", 10, 0, 8, bold=True, colour=DEEP),
    # What opens a document.
    Style("Surtitre", 10, 0, 2, bold=True, colour=ACCENT, keep_next=True, break_before=True, next="Titre de document"),
    Style("Surtitre sans saut", 10, 20, 2, bold=True, colour=ACCENT, keep_next=True, next="Titre de document"),
    Style("Titre de document", 23, 0, 12, bold=True, colour=DEEP, line=1.0, keep_next=True, base="Heading 2",
          borders=(Border("bottom", 1.25, DEEP, 5),), next="Body Text", level=2),
    Style("Titre de document seul", 23, 0, 12, bold=True, colour=DEEP, line=1.0, keep_next=True, base="Heading 1",
          borders=(Border("bottom", 1.25, DEEP, 5),), next="Body Text", level=1),
    Style("Signature d'auteur", 11, 0, 12, bold=True, colour=QUIET),
    Style("Exergue", 14, 8, 16, italic=True, colour=DEEP, indent=0.5, borders=(Border("left", 3, ACCENT, 10),)),
    Style("Pastilles", 9.5, 0, 10, bold=True, colour=DEEP),
    Style("Avis", 10.5, 6, 10, bold=True, fill=WARM, borders=tuple(
        Border(side, 1, ACCENT, 6) for side in ("top", "left", "bottom", "right"))),
    Style("Image", 10.5, 8, 4, keep_next=True),
    Style("Carte", 10.5, 4, 8, align="center"),
    Style("Intertitre", 13, 12, 4, bold=True, colour=DEEP, keep_next=True),
    Style("Crédit", 8.5, 0, 4),
    Style("Version", 8.5, 12, 0, colour=QUIET),
    # Call-outs: a title with its word and mark, then paragraphs and lists on the same ground.
    Style("Encadré conseils - titre", 13.5, 16, 0, bold=True, colour=DEEP, keep_next=True, fill=TINT,
          borders=(BAR_ADVICE,), base="Heading 3", next="Encadré conseils", level=3, line=1.15),
    Style("Encadré conseils", 10.5, 0, 4, fill=TINT, borders=(BAR_ADVICE,)),
    Style("Encadré conseils - liste", 10.5, 0, 4, fill=TINT, borders=(BAR_ADVICE,), base="Encadré conseils",
          in_list=True),
    Style("Encadré obstacles - titre", 13.5, 16, 0, bold=True, colour=ACCENT, keep_next=True, fill=WARM,
          borders=(BAR_OBSTACLES,), base="Heading 3", next="Encadré obstacles", level=3, line=1.15),
    Style("Encadré obstacles", 10.5, 0, 4, fill=WARM, borders=(BAR_OBSTACLES,)),
    Style("Encadré obstacles - liste", 10.5, 0, 4, fill=WARM, borders=(BAR_OBSTACLES,), base="Encadré obstacles",
          in_list=True),
    # Annexes.
    Style("Entrée de glossaire", 9, 3.5, 0, indent=0.6, hanging=0.6, line=1.05),
    Style("Entrée de glossaire définie", 9, 3.5, 0, indent=0.6, hanging=0.6, line=1.05, keep_next=True,
          base="Entrée de glossaire"),
    Style("Définition de glossaire", 9, 0, 0, indent=0.6, line=1.05),
    Style("Entrée d'index", 9.5, 0, 2, indent=0.6, hanging=0.6),
    # Contents, head and foot.
    Style("TOC Heading", 24, 0, 16, bold=True, colour=DEEP, line=1.0, keep_next=True, break_before=True,
          borders=(Border("bottom", 2.25, ACCENT, 6),), quick=False),
    Style("TOC 1", 11, 9, 2, bold=True, colour=DEEP, leader_tab=True, quick=False),
    Style("TOC 2", 10.5, 1, 1, indent=0.6, leader_tab=True, quick=False),
    Style("Header", 8.5, 0, 0, colour=QUIET, right_tab=True, borders=(Border("bottom", 0.5, LINE, 4),), quick=False),
    Style("Footer", 8.5, 0, 0, colour=QUIET, right_tab=True, quick=False),
)  # fmt: skip


@dataclass(frozen=True)
class Table:
    """A table's look: colours of its ground, of its head, and whether lines stand between its columns."""

    name: str
    fill: str = ""
    head_fill: str = ""
    head_colour: str = DEEP
    label_colour: str = ""
    size: float = 9.5
    upright: bool = False
    head_line: str = DEEP
    id: str = field(default="")


TABLES = (
    Table("Tableau", id="Table"),
    Table("Fiche", fill=TINT, head_fill=DEEP, head_colour=WHITE, label_colour=DEEP),
    Table("Tableau croisé", size=9, upright=True, id="TableauCroise"),
)
