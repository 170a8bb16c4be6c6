"""What monographies share: themes by frequency, what only one has, who says nothing; and the draft of the chapter."""

from __future__ import annotations

import json

import pytest
from conftest import ROOT
from counting import action, collection, monography

from clust_cli.cli.main import run
from clust_cli.core.check import check
from clust_cli.core.counting.axes import find_axis
from clust_cli.core.counting.crosstab import counted_documents
from clust_cli.core.counting.lessons import lessons, theme_axes
from clust_cli.core.diagnostics import Severity
from clust_cli.core.workspace import parse
from clust_cli.reports.language import speaker
from clust_cli.reports.lessons.json import render_json
from clust_cli.reports.lessons.markdown import render_markdown
from clust_cli.reports.lessons.text import render_text
from clust_cli.shell.files import read_disk
from clust_cli.shell.packaged import read_packaged_schemas

MEMENTO = "mementos/02-clusters-et-territoires-locaux/memento.md"


def gathered(ws):
    names = (find_axis(ws, name) for name in ("action", "territory", "territory-type"))
    return lessons(ws, counted_documents(ws), theme_axes(ws), *names)


@pytest.fixture
def ws(workspace):
    def text(name, type, *lines, actions=()):
        body = "".join(f"- {line}\n" for line in lines)
        return monography(name, body=f"## Conseils\n\n{body}", territory={"type": type}, actions=list(actions))

    return workspace(
        collection(
            {
                "a": text("a", "periurbain-structure", "Oser. #reactivite-risque", "Relier. #mise-en-reseau"),
                "b": text("b", "rural-structure", "Relier tout. #mise-en-reseau", actions=[action("label")]),
                "c": text("c", "rural-structure", "Rien.", actions=[action("label"), action("gtec")]),
            }
        )
    )


def test_themes_come_by_frequency_with_who_has_them_and_of_which_type(ws):
    advice, obstacles = gathered(ws).themes
    assert [(one.row.id, [spoken.column.id for spoken in one.spoken]) for one in advice.themes] == [
        ("mise-en-reseau", ["a", "b"]),
        ("reactivite-risque", ["a"]),
    ]
    assert [(type.id, count) for type, count in advice.themes[0].by_type] == [
        ("rural-structure", 1),
        ("periurbain-structure", 1),
    ]
    assert [told.text for told in advice.themes[0].spoken[1].told] == ["Relier tout."]
    assert [one.column.id for one in advice.silent] == ["c"]
    assert [one.column.id for one in obstacles.silent] == ["a", "b", "c"]


def test_an_action_that_only_one_territory_has_is_told(ws):
    assert [(one.row.id, one.spoken[0].column.id) for one in gathered(ws).lone] == [("gtec", "c")]


def test_the_formats_quote_and_lead_to_where_it_stands(ws):
    found = gathered(ws)
    text = render_text(found, str)
    assert "Mise en réseau: 2 of 3 (Rural structuré: 1, Périurbain structuré: 1)" in text
    assert "    Pays b  mementos/01-essai/monographies/b.md:16\n      Relier tout.\n" in text
    assert "  GTEC\n    Pays c  mementos/01-essai/monographies/c.md\n" in text
    assert "Without a theme: Pays c\n" in text
    draft = render_markdown(found, "mementos/01-essai", str)
    assert '[2 of 3]{.share of=territory where="advice-theme=mise-en-reseau"} (Rural structuré: 1, Péri' in draft
    assert '[Pays b](monographies/b.md#conseils): [“Relier tout.”]{.quote of="01/b"}' in draft
    assert "Without a theme: [Pays c](monographies/c.md)\n" in draft
    value = json.loads(render_json(found))
    assert [one["id"] for one in value["themes"][0]["terms"]] == ["mise-en-reseau", "reactivite-risque"]
    assert value["themes"][0]["silent"] == ["c"]


@pytest.fixture(scope="module")
def drafted(memento_2):
    """The collection with the draft of its lessons in memento 2."""
    draft = render_markdown(gathered(memento_2), memento_2.memento(2).folder, speaker("fr"))
    files = dict(read_disk(ROOT).sources)
    files[MEMENTO] += b"\n## Un premier jet\n\n" + draft.encode()
    return files


def claims_told(files):
    told = check(parse(files, read_packaged_schemas())).diagnostics
    return [(one.rule.id, one.word) for one in told if one.severity is not Severity.NOTE and "image" not in one.rule.id]


def test_the_draft_of_memento_2_stands_in_its_chapter_without_a_fault(drafted):
    assert claims_told(drafted) == []


def test_a_draft_is_compared_again_when_a_monography_changes(drafted):
    path = MEMENTO.replace("memento.md", "monographies/pays-de-langres.md")
    line = "- S'assurer de l'appui politique : il est indispensable. #soutien-des-elus"
    assert line.encode() in drafted[path]
    changed = drafted | {path: drafted[path].replace(line.encode(), b"- S'assurer d'un appui. #pedagogie")}
    rules = [rule for rule, _word in claims_told(changed)]
    assert rules.count("false-claim") >= 2
    assert "false-quote" in rules


@pytest.mark.parametrize(("format", "start"), [("text", "Th"), ("markdown", "### "), ("json", "{")])
def test_the_command_prints_each_format(format, start, capsys):
    assert run(["-C", str(ROOT), "lessons", "2", "--format", format]) == 0
    assert capsys.readouterr().out.startswith(start)
