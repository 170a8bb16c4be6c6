from __future__ import annotations

import json

import pytest
from conftest import CLUST_YAML
from counting import actions, collection, monography

from clust_cli.cli.main import run

MEMENTO = """---
kind: memento
edition: 1
title: Essai
status: draft
number: 1
---
## Monographies

```crosstab
{block}
```
"""


@pytest.fixture
def folder(tmp_path):
    documents = {
        "coast": monography("coast", territory={"regions": ["Bretagne"]}, actions=actions("label", "gtec")),
        "hills": monography("hills", territory={"regions": ["Grand Est"]}, actions=actions("gtec")),
    }
    block = "rows: action\ncolumns: territory\nonly: [gtec]"
    files = {
        **collection(documents),
        "clust.yaml": CLUST_YAML,
        "mementos/01-essai/memento.md": MEMENTO.format(block=block),
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def clust(folder, capsys):
    def call(*words):
        status = run(["-C", str(folder), "--lang", "en", *words])
        told = capsys.readouterr()
        return status, told.out, told.err

    return call


def rows(text):
    return [row["id"] for row in json.loads(text)["rows"]]


def test_a_memento_alone_gives_the_table_that_it_prints(clust):
    assert rows(clust("crosstab", "1", "--format", "json")[1]) == ["gtec"]


@pytest.mark.parametrize("words", [("--all",), ("--rows", "action"), ("--where", "region=Bretagne")])
def test_asking_for_more_shows_every_row(clust, words):
    assert len(rows(clust("crosstab", "1", "--format", "json", *words)[1])) > 10


def test_without_a_number_all_mementos_count(clust):
    assert len(rows(clust("crosstab", "--format", "json")[1])) > 10


def test_only_takes_labels_commas_and_repetition(clust):
    told = clust("crosstab", "1", "--only", "Label,gtec", "--only", "cluster", "--format", "json")[1]
    assert rows(told) == ["label", "gtec", "cluster"]


def test_transpose_makes_rows_columns(clust):
    assert rows(clust("crosstab", "1", "--transpose", "--format", "json")[1]) == ["coast", "hills"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("crosstab", "7"), "there is no memento “7”"),
        (("crosstab", "--rows", "acton"), "did you mean “action”?"),
        (("crosstab", "--only", "lable"), "did you mean “label”?"),
        (("crosstab", "--where", "reigon=x"), "did you mean “region”?"),
        (("crosstab", "--where", "region=Bretange"), "did you mean “Bretagne”?"),
        (("crosstab", "--where", "region="), "a value is expected"),
        (("crosstab", "--where", "(region=Bretagne"), "parenthesis at character 1"),
        (("crosstab", "--format", "xml"), "“xml” is not known"),
        (("crosstab", "--format", "xlsx"), "-o table.xlsx"),
        (("export", "--format", "xlsx"), "-o data.xlsx"),
        (("export", "--format", "csv"), "-o data"),
        (("status", "7"), "there is no memento “7”"),
    ],
)
def test_what_cannot_be_done_says_what_to_do(clust, words, expected):
    status, out, err = clust(*words)
    assert (status, out) == (2, "")
    assert expected in err


def test_a_block_that_is_wrong_sends_to_check(folder, clust):
    (folder / "mementos/01-essai/memento.md").write_text(MEMENTO.format(block="rows: acton"), encoding="utf-8")
    status, _, err = clust("crosstab", "1")
    assert status == 2
    assert "clust check --memento 1" in err


@pytest.mark.parametrize("name", ["t.csv", "t.xlsx", "t.md", "t.html", "t.json", "t.txt"])
def test_the_format_follows_the_name_of_the_file(folder, clust, name):
    status, out, _ = clust("crosstab", "1", "-o", name)
    data = (folder / name).read_bytes()
    starts = {
        "csv": b"\xef\xbb\xbfid,",
        "xlsx": b"PK",
        "md": b"| Types",
        "html": b"<!DOC",
        "json": b"{",
        "txt": b"Types",
    }
    assert status == 0
    assert out.count("\n") == 1
    assert data.startswith(starts[name.partition(".")[2]])


def test_a_file_that_cannot_be_written_leaves_nothing_behind(folder, clust):
    (folder / "t.csv").mkdir()
    status, _, err = clust("crosstab", "1", "-o", "t.csv")
    assert status == 2
    assert "cannot be written" in err
    assert sorted(path.name for path in folder.iterdir()) == ["clust.yaml", "mementos", "t.csv"]


def test_export_writes_a_folder_of_csv_files(folder, clust):
    assert clust("export", "--format", "csv", "-o", "data")[0] == 0
    names = {path.name for path in (folder / "data").iterdir()}
    assert {"documents.csv", "actions.csv", "people.csv", "clusters.csv", "sections.csv"} <= names


def test_export_prints_json(clust):
    assert json.loads(clust("export")[1])["mementos"][0]["number"] == 1


def test_status_shows_every_document(clust):
    status, out, _ = clust("status")
    assert status == 0
    assert "Pays coast" in out
    assert json.loads(clust("status", "1", "--format", "json")[1])["mementos"][0]["documents"][0]["id"] == "01/memento"
