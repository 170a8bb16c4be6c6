"""Marks in print lead to the passages that tell of them, in every format."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace

import pytest
from conftest import ROOT, make_workspace
from counting import action, collection, monography

from clust_cli.core.counting.axes import find_axis
from clust_cli.core.counting.crosstab import counted_documents, crosstab
from clust_cli.core.printing.ast import Node, header, held, para, plain, words
from clust_cli.core.printing.crosstab_nodes import Place, crosstab_nodes
from clust_cli.core.printing.ids import heading_ids
from clust_cli.core.printing.passages import mark_passages, passage_ids
from clust_cli.shell.files import read_disk

BODY = """\
## Une marque {#marque}

Répétée. #made-in

Répétée.

- Une *liste*, et `code`[^1]. #made-in

## Une autre #label

[^1]: Une note.
"""
PHRASES = {"total": "Total", "legend": "{mark}", "crosstab": "{rows} {columns}"}


@pytest.fixture
def one(workspace):
    text = monography("a", actions=[action("label", id="made-in")], body=BODY)
    return workspace(collection({"a": text})).documents[0]


def body():
    listed = [*words("Une"), {"t": "Emph", "c": words("liste")}, *words(", et code."), {"t": "Note", "c": []}]
    return [
        header(2, words("Une marque")),
        para(words("Répétée.")),
        para(words("Répétée.")),
        {"t": "BulletList", "c": [[plain(listed)]]},
        header(2, words("Une autre")),
    ]


def test_a_coded_passage_has_an_id_of_its_own_and_a_heading_keeps_its(one):
    assert passage_ids(one, "a", body()) == {1: "a--p-2", 3: "a--p-4", 4: "a--une-autre"}
    assert heading_ids(one, "a") == ("a--marque", "a--une-autre")


def test_a_passage_that_the_body_does_not_hold_has_none(one):
    assert passage_ids(one, "a", body()[:2]) == {1: "a--p-2", 4: "a--une-autre"}


def test_the_heading_of_a_section_that_is_left_out_has_none(one):
    gone = replace(one, fields=replace(one.fields, values={**one.values, "gaps": {"advice": "aucun"}}))
    text = replace(
        gone,
        body=gone.body._replace(sections=(*gone.body.sections[:2], gone.body.sections[2]._replace(heading="Conseils"))),
    )
    assert 4 not in passage_ids(text, "a", body())


def test_passages_of_the_same_words_take_their_ids_in_turn(one):
    said = para(words("Répétée."))
    made = mark_passages(one, "a", [said, said, *body()[3:]])
    first = [node["c"][0] for node in (*made[:2], made[2]["c"][0][0])]
    assert [node["c"][0][0] if node["t"] == "Span" else "" for node in first] == ["a--p-2", "", "a--p-4"]


def links(node: Node) -> list[str]:
    own = [node["c"][2][0]] if node["t"] == "Link" else []
    return [*own, *(target for nodes in held(node) for one in nodes for target in links(one))]


def test_a_mark_leads_to_its_first_passage_else_to_its_document():
    texts = {"a": monography("a", actions=[action("label"), action("gtec")], body="Une marque. #label\n")}
    ws = make_workspace(collection(texts))
    table = crosstab(ws, counted_documents(ws), find_axis(ws, "action"), find_axis(ws, "territory"), hide_empty=True)
    made = crosstab_nodes(table, {"01/a": Place("a", {0: "a--p-1"})}, PHRASES)
    assert links(made) == ["#a", "#a--p-1", "#a"]


@pytest.mark.pandoc
def test_every_id_that_a_mark_of_memento_2_leads_to_is_there_once_in_each_format(tmp_path):
    from clust_cli.cli.main import run

    assert run(["-C", str(ROOT), "build", "memento", "2", "--to", "pdf,docx,odt,html", "--output", str(tmp_path)]) == 0
    disk = read_disk(ROOT).parse()
    slugs = "|".join(one.slug for one in disk.memento(2).documents)
    page = (tmp_path / "memento-2.html").read_text(encoding="utf-8")
    marks = re.findall(rf'href="#((?:{slugs})[^"]*)" class="mark"', page)
    assert len(marks) == 32
    told = {mark for mark in marks if "--p-" in mark}
    assert len(told) >= 25
    assert all(page.count(f' id="{mark}"') == 1 for mark in marks)
    text = _part(tmp_path / "memento-2.docx", "word/document.xml")
    led = set(re.findall(r'w:anchor="([^"]*--p-[^"]*)"', text))
    assert len(led) == len(told)
    assert all(text.count(f'w:name="{name}"') == 1 for name in led)
    text = _part(tmp_path / "memento-2.odt", "content.xml")
    led = set(re.findall(r'xlink:href="#([^"]*--p-[^"]*)"', text))
    assert len(led) == len(told)
    assert all(len(re.findall(rf'<text:bookmark(?:-start)? text:name="{name}"', text)) == 1 for name in led)


def _part(path, name):
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()
