"""Sheets as an XLSX file, the same bytes every time: texts stay texts, heads are bold and frozen."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

_EPOCH = datetime(1980, 1, 1)
_WIDEST = 60


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, its head row, its rows; `frozen` columns stay in sight, `bold` rows stand out."""

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[str | int | float | None, ...], ...]
    frozen: int = 1
    bold: frozenset[int] = frozenset()


def render_workbook(sheets: Sequence[Sheet], title: str) -> bytes:
    """Render sheets as XLSX."""
    import xlsxwriter

    file = io.BytesIO()
    # No text is made a formula, a number or a link on its own account.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties({"title": title, "created": _EPOCH})
        strong = book.add_format({"bold": True})
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            page.freeze_panes(1, sheet.frozen)
            page.repeat_rows(0)
            for number, row in enumerate((sheet.head, *sheet.rows)):
                shape = strong if number == 0 or number - 1 in sheet.bold else None
                for column, cell in enumerate(row):
                    _write(page, number, column, cell, shape)
            for column, head in enumerate(sheet.head):
                texts = [head, *(str(row[column] or "") for row in sheet.rows)]
                page.set_column(column, column, min(_WIDEST, max(map(len, texts)) + 2))
    return _stored(file.getvalue())


def _write(page: object, row: int, column: int, cell: str | int | float | None, shape: object) -> None:
    if isinstance(cell, str) and cell:
        page.write_string(row, column, cell[:32767], shape)  # type: ignore[attr-defined]  # XlsxWriter has no types
    elif isinstance(cell, int | float):
        page.write_number(row, column, cell, shape)  # type: ignore[attr-defined]


def _stored(data: bytes) -> bytes:
    """The same archive, stored and dated alike: builds of zlib differ, and two machines must agree."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), old.read(name))
    return file.getvalue()
