"""The tables of an ODT: every cell in the style that the reference document has for its place in its table.

In: rows of pandoc's tree and a way to write blocks. Out: XML.
Units: widths of columns in hundredths of a centimetre.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from clust_cli.core.printing.ast import Nodes, Row, plain_text
from clust_cli.core.printing.odt.names import style_name

_LEAST, _MOST = 6, 40
"""Units: characters. A column without a width of its own counts at least and at most for so many."""
_ALIGNED = {"AlignLeft": "", "AlignDefault": "", "AlignCenter": " centré", "AlignRight": " à droite"}

_WORDED = {"Fiche": "Fiche"}
"""The tables whose paragraphs have styles of their own."""


def columns(shape: Sequence[Any], rows: Sequence[Row], line: float) -> tuple[int, ...]:
    """How wide each column is: as its share says, else by its longest text. Units: `line` in centimetres."""
    shares = [width.get("c", 0.0) for _way, width in shape]
    if not all(shares):
        lengths = [[len(plain_text(cell[4])) for cell in row[1]] for row in rows if len(row[1]) == len(shape)]
        shares = [float(min(_MOST, max(_LEAST, *found, 0))) for found in zip(*lengths, strict=True)]
    whole = sum(shares)
    return tuple(round(100 * line * share / whole) for share in shares)


def column_style(width: int) -> str:
    """The name of a column's automatic style."""
    return f"colonne-{width}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table's look: its style, in which each place has one of its own, and that of its head row.

    `write` is how the blocks of a cell are written.
    """

    style: str
    write: Callable[[Nodes, str], str]
    head: str
    outer: str = ""

    def table(
        self, name: str, widths: Sequence[int], shape: Sequence[Any], head: Sequence[Row], rows: Sequence[Row]
    ) -> str:
        """A whole table; its header rows are repeated on every page."""
        ways = [_ALIGNED[way["t"]] for way, _width in shape]
        cols = "".join(f'<table:table-column table:style-name="{column_style(width)}"/>' for width in widths)
        heads = "".join(self._row(row, "tête", ways) for row in head)
        kept = "".join(self._row(row, "texte", ways) for row in rows)
        return (
            f'<table:table table:name="{name}" table:style-name="{self.outer or style_name(self.style)}">{cols}'
            f"<table:table-header-rows>{heads}</table:table-header-rows>{kept}</table:table>"
        )

    def _row(self, row: Row, place: str, ways: Sequence[str]) -> str:
        cells = []
        for index, cell in enumerate(row[1]):
            span = cell[3]
            # A cell across the table heads a group of rows.
            first = "coin" if place == "tête" else "étiquette"
            where = "groupe" if span > 1 else place if index else first
            across = f' table:number-columns-spanned="{span}"' if span > 1 else ""
            inside = self._inside(cell[4], place if index else first, ways[index])
            cells.append(
                f'<table:table-cell table:style-name="{style_name(f"{self.style} {where}")}"{across}'
                f' office:value-type="string">{inside}</table:table-cell>' + "<table:covered-table-cell/>" * (span - 1)
            )
        look = self.head if place == "tête" else style_name(f"{self.style} rang")
        return f'<table:table-row table:style-name="{look}">{"".join(cells)}</table:table-row>'

    def _inside(self, blocks: Nodes, place: str, way: str) -> str:
        words = {"coin": "tête", "étiquette": "étiquette" if self.style in _WORDED else "texte"}.get(place, place)
        style = f"{_WORDED.get(self.style, 'Tableau')} - {words}{way}"
        return self.write(blocks or [{"t": "Plain", "c": []}], style)
