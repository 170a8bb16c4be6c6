from __future__ import annotations

import csv
import io
import json

import openpyxl
from counting import action, collection, monography

from clust_cli.core.export import export_tables, export_value
from clust_cli.reports.export.csv import render_csv
from clust_cli.reports.export.json import render_json
from clust_cli.reports.export.xlsx import render_xlsx

TEXT = monography(
    "a",
    title="=1+1",
    territory={"departments": ["01", "2A"], "epci": [{"value": 6, "year": 2016}]},
    people=[{"name": "Ève Martin", "role": "president", "position": "présidente"}],
    actions=[action("label", programmes=["leader", "feder"]), action("gtec")],
    gaps={"obstacles": "non abordé"},
    body="\n## Conseils\n\n- Un.\n- Deux.\n\n## Un titre à nous\n\nDu texte.\n",
)


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_the_json_keeps_its_contract(workspace):
    ws = workspace(collection({"a": TEXT}))
    value = json.loads(render_json(ws.mementos))
    [memento] = value["mementos"]
    [document] = memento["documents"]
    assert (value["version"], list(memento)) == (1, ["number", "title", "documents"])
    assert list(document) == ["id", "path", "kind", "title", "status", "fields", "sections"]
    assert document["fields"]["territory"]["departments"] == ["01", "2A"]
    lines = TEXT.splitlines()
    assert document["sections"] == [
        {"id": "advice", "heading": "Conseils", "words": 2, "items": 2, "line": lines.index("## Conseils") + 1},
        {
            "id": "un-titre-a-nous",
            "heading": "Un titre à nous",
            "words": 2,
            "items": 1,
            "line": lines.index("## Un titre à nous") + 1,
        },
    ]


def test_the_tables_hold_what_the_json_holds(workspace):
    ws = workspace(collection({"a": TEXT}))
    files = {name: rows_of(text) for name, text in render_csv(export_tables(ws, ws.mementos)).items()}
    [document] = files["documents.csv"]
    assert document["territory.departments"] == "01 | 2A"
    assert document["title"] == "'=1+1"
    epci = {"document": "01/a", "entry": "1", "value": "6", "year": "2016", "names": ""}
    assert files["territory.epci.csv"] == [epci]
    assert [row["programmes"] for row in files["actions.csv"]] == ["leader | feder", ""]
    assert files["people.csv"][0]["position"] == "présidente"
    assert files["gaps.csv"] == [{"document": "01/a", "name": "obstacles", "value": "non abordé"}]
    assert [row["id"] for row in files["sections.csv"]] == ["advice", "un-titre-a-nous"]


def test_no_table_names_a_column_twice(memento_2):
    for table in export_tables(memento_2, memento_2.mementos):
        assert len(set(table.head)) == len(table.head), table.name


def test_every_document_of_the_collection_is_exported(memento_2):
    value = export_value(memento_2.mementos)
    ids = [document["id"] for memento in value["mementos"] for document in memento["documents"]]
    assert sorted(ids) == sorted(document.id for document in memento_2.documents)
    assert len(export_tables(memento_2, memento_2.mementos)[0].rows) == len(ids)


def test_the_workbook_has_a_sheet_for_each_table_and_texts_stay_texts(workspace):
    ws = workspace(collection({"a": TEXT}))
    tables = export_tables(ws, ws.mementos)
    book = openpyxl.load_workbook(io.BytesIO(render_xlsx(tables, ws.title)))
    assert book.sheetnames == [table.name for table in tables]
    title = book["documents"].cell(2, tables[0].head.index("title") + 1)
    assert (title.value, title.data_type) == ("=1+1", "s")
    assert book["territory.epci"].cell(2, 3).value == 6
    assert render_xlsx(tables, ws.title) == render_xlsx(tables, ws.title)


def test_an_unreadable_document_is_exported_without_fields(workspace):
    ws = workspace(collection({"a": "---\nkind: [\n---\n"}))
    [document] = export_value(ws.mementos)["mementos"][0]["documents"]
    assert (document["kind"], document["fields"], document["sections"]) == (None, {}, [])
