from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser

import openpyxl
import pytest
from counting import actions, collection, monography

from clust_cli.core.counting.axes import find_axis
from clust_cli.core.counting.crosstab import counted_documents, crosstab, transpose
from clust_cli.reports.crosstab.csv import render_csv
from clust_cli.reports.crosstab.html import render_html
from clust_cli.reports.crosstab.json import render_json
from clust_cli.reports.crosstab.markdown import render_markdown
from clust_cli.reports.crosstab.text import render_text
from clust_cli.reports.crosstab.xlsx import render_xlsx

HOSTILE = monography(
    "evil",
    title="=HYPERLINK(1) | <b>*Pays*</b> & \x1b[31m \u202e",
    territory={"short": "+1 | <i>"},
    actions=actions("label"),
)


def table_of(ws, rows, columns):
    return crosstab(ws, counted_documents(ws), find_axis(ws, rows), find_axis(ws, columns))


@pytest.fixture(params=["printed", "transposed", "many", "groups", "hostile"])
def case(request, memento_2, workspace):
    """A table, and the workspace it was counted in."""
    if request.param == "hostile":
        ws = workspace(collection({"a": HOSTILE, "b": monography("b", actions=actions("label", "gtec"))}))
        return table_of(ws, "action", "territory"), ws
    axes = {"many": ("action", "region"), "groups": ("programme.group", "action")}
    table = table_of(memento_2, *axes.get(request.param, ("action", "territory")))
    return (transpose(table) if request.param == "transposed" else table), memento_2


def number(cell):
    """What a cell says: ● is one, nothing or · is none."""
    text = str(cell if cell is not None else "").strip()
    return {"●": 1, "●1": 1, "": 0, "·": 0}.get(text) if not text.isdigit() else int(text)


def from_json(text):
    value = json.loads(text)
    counts = {(cell["row"], cell["column"]): cell["count"] for cell in value["cells"]}
    rows, columns = value["rows"], value["columns"]
    lines = [[*(counts.get((row["id"], one["id"]), 0) for one in columns), row["total"]] for row in rows]
    return lines, [one["total"] for one in columns]


def from_rows(rows, first, *, totals=True):
    """Lines of counts, and the totals of the last line, without the last cell of all; none where they are left out."""
    lines = [[number(cell) for cell in row[first:]] for row in rows]
    return (lines[:-1], lines[-1][:-1]) if totals else (lines, None)


def from_text(text, *, totals):
    lines = [re.split(r"\s{2,}", line.strip()) for line in text.splitlines()[3:]]
    width = max(map(len, lines))
    return from_rows([line for line in lines if len(line) == width], 1, totals=totals)


def from_markdown(text, *, totals):
    rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in text.splitlines()[2:]]
    return from_rows([row for row in rows if row[-1].strip()], 1, totals=totals)


def from_csv(text):
    return from_rows(list(csv.reader(io.StringIO(text)))[1:], 3)


def from_xlsx(data):
    page = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    return from_rows(list(page.iter_rows(min_row=2, values_only=True)), 3)


class Cells(HTMLParser):
    """The cells of the first table's rows, heads of columns and groups left out."""

    def __init__(self):
        super().__init__()
        self.rows, self.inside, self.skipped, self.tables = [], False, False, 0

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.tables += tag == "table"
        if tag == "tr" and self.tables == 1:
            self.rows.append([])
        if tag == "td" and self.tables == 1:
            self.rows[-1].append("")
            self.inside = True
        if given.get("class") == "words" or tag == "ul":
            self.skipped = True

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "td"
        self.skipped = self.skipped and tag not in ("span", "ul")

    def handle_data(self, data):
        if self.inside and not self.skipped:
            self.rows[-1][-1] += data


def from_html(text):
    cells = Cells()
    cells.feed(text)
    width = max(map(len, cells.rows))
    return from_rows([row for row in cells.rows if len(row) == width and any(row)], 0)


def test_the_six_formats_agree_cell_for_cell(case):
    table, ws = case
    by_hand = [
        [*(len(table.documents(row.id, column.id)) for column in table.columns), row.total] for row in table.rows
    ]
    expected = (by_hand, [column.total for column in table.columns])
    totals = max(expected[1]) > 1
    for_readers = expected if totals else (by_hand, None)
    assert from_json(render_json(table)) == expected
    assert from_text(render_text(table, str), totals=totals) == for_readers
    assert from_markdown(render_markdown(table, str), totals=totals) == for_readers
    assert from_csv(render_csv(table, str)) == expected
    assert from_xlsx(render_xlsx(table, counted_documents(ws), str)) == expected
    assert from_html(render_html(table, counted_documents(ws), "fr", str)) == expected


def test_the_evidence_sheet_lists_what_the_cells_count(case):
    table, ws = case
    book = openpyxl.load_workbook(io.BytesIO(render_xlsx(table, counted_documents(ws), str)))
    listed = list(book.worksheets[1].iter_rows(min_row=2, values_only=True))
    assert len(listed) == sum(max(1, len(numbers)) for cell in table.cells.values() for numbers in cell.values())
    assert all(row[-1].split(":")[0] in ws.by_path for row in listed)


def test_what_an_author_writes_is_no_code_anywhere(workspace):
    ws = workspace(collection({"a": HOSTILE}))
    table = table_of(ws, "action", "territory")
    assert "<b>" not in render_html(table, counted_documents(ws), "fr", str)
    assert "\x1b" not in render_text(table, str) + render_markdown(table, str)
    assert "| \\+" not in render_markdown(table, str)
    assert "+1 \\| \\<i\\>" in render_markdown(table, str)
    assert next(csv.reader(io.StringIO(render_csv(table, str))))[3].startswith("'=HYPERLINK")
    page = openpyxl.load_workbook(io.BytesIO(render_xlsx(table, counted_documents(ws), str))).worksheets[0]
    assert page.cell(1, 4).data_type == "s"


def test_a_table_of_nothing_is_drawn_all_the_same(workspace):
    ws = workspace({})
    table = table_of(ws, "territory", "cluster")
    assert from_json(render_json(table)) == ([], [])
    assert "no document" in render_text(table, str)
    for text in (render_markdown(table, str), render_csv(table, str), render_html(table, (), "fr", str)):
        assert "Total" in text
    assert render_xlsx(table, (), str)


def test_a_workbook_is_the_same_bytes_every_time(memento_2):
    table = table_of(memento_2, "action", "territory")
    assert render_xlsx(table, counted_documents(memento_2), str) == render_xlsx(
        table, counted_documents(memento_2), str
    )


def test_a_table_wider_than_the_terminal_numbers_its_columns(memento_2):
    table = table_of(memento_2, "action", "territory")
    lines = render_text(table, str, width=80).splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[-1].split() == ["9", "Thiérache"]


def test_the_page_has_a_caption_and_scoped_heads(memento_2):
    page = render_html(table_of(memento_2, "action", "territory"), counted_documents(memento_2), "fr", str)
    assert '<html lang="fr">' in page
    assert "<caption>Types d&#x27;action × Territoires</caption>" in page
    assert re.findall(r"<th\b(?! scope=)", page) == []
    assert '<th scope="rowgroup"' in page
    assert "<script" not in page
