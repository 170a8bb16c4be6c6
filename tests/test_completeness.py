from __future__ import annotations

import json
from datetime import date

import pytest
from counting import collection, monography

from clust_cli.core.check import GAP_RULES, check
from clust_cli.core.completeness import State, completeness, progress
from clust_cli.reports.status.json import render_json
from clust_cli.reports.status.text import render_text

TODAY = date(2026, 5, 1)
BODY = """
## Présentation

## Contexte

{context}

## Une partie à nous

Un texte.

## Conseils à d'autres territoires

- Un premier conseil assez long pour compter.
"""
LONG = "mot " * 40


def states(document):
    return {part.id: part.state for part in completeness(document, TODAY).parts}


def only_document(ws):
    return next(document for document in ws.documents if document.slug == "a")


def test_each_section_has_a_state(workspace):
    text = monography("a", body=BODY.format(context="Trois mots ici."), gaps={"obstacles": "non abordé"})
    document = only_document(workspace(collection({"a": text})))
    assert states(document) == {
        "presentation": State.SHORT,
        "context": State.SHORT,
        "advice": State.FILLED,
        "obstacles": State.GAP,
        "free": State.FILLED,
    }


def test_a_section_that_holds_its_prompt_is_empty(workspace):
    prompt = "D'où vient le territoire, qui le porte, quelles compétences et quelles ressources il a."
    document = only_document(workspace(collection({"a": monography("a", body=BODY.format(context=prompt))})))
    assert states(document)["context"] is State.EMPTY


def test_a_gap_without_reason_fills_nothing(workspace):
    document = only_document(workspace(collection({"a": monography("a", gaps={"obstacles": ""})})))
    assert states(document)["obstacles"] is State.EMPTY


def test_the_real_monographies_are_complete_as_check_says(memento_2):
    [one] = progress(memento_2, memento_2.mementos, TODAY)
    lacking = {told.place.path for told in check(memento_2).diagnostics if told.rule.id in GAP_RULES}
    assert {row.document.path for row in one.documents if row.percent < 100} == lacking


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"people": [{"name": "A. B.", "role": "director"}]},
        {"people": [{"role": "president"}], "programmes": [{"period": "2014-2020"}]},
        {"territory": {"population": {"value": 12}, "epci": [{"value": 2}], "type": ""}},
        {"gaps": {"territory.population": "introuvable", "people": "introuvable"}},
    ],
)
def test_what_lacks_is_what_check_calls_missing_or_unfilled(workspace, fields):
    ws = workspace(collection({"a": monography("a", body=BODY.format(context=LONG), **fields)}))
    one = completeness(only_document(ws), TODAY)
    told = [each for each in check(ws).diagnostics if each.rule.id in GAP_RULES and each.place.path.endswith("a.md")]
    assert (one.owed > one.done) == bool(told)


@pytest.mark.parametrize(
    ("due", "status", "late"),
    [
        ("2026-04-30", "draft", True),
        ("2026-05-01", "draft", False),
        ("2026-04-30", "review", True),
        ("2026-04-30", "ready", False),
        ("", "draft", False),
    ],
)
def test_a_document_is_late_when_due_before_today_and_not_ready(workspace, due, status, late):
    text = monography("a", due=due, status=status)
    assert completeness(only_document(workspace(collection({"a": text}))), TODAY).late is late


def test_an_unreadable_document_is_shown_as_such(workspace):
    ws = workspace(collection({"a": monography("a"), "broken": "---\nkind: [\n---\n"}))
    progresses = progress(ws, ws.mementos, TODAY)
    text = render_text(progresses, ws.vocabularies["statuses"], str, 100)
    assert "Unreadable" in text
    assert "mementos/01-essai/monographies/broken.md" in text
    [document] = [one for one in json.loads(render_json(progresses))["mementos"][0]["documents"] if not one["readable"]]
    assert (document["id"], document["percent"], document["kind"]) == ("01/broken", 0, None)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_table_keeps_to_the_width_of_the_terminal(memento_2, width):
    text = render_text(progress(memento_2, memento_2.mementos, TODAY), None, str, width)
    assert max(map(len, text.splitlines())) <= width


def test_titles_are_shown_as_they_are_and_never_as_markup(workspace):
    ws = workspace(collection({"a": monography("a", title="[red]Pays[/red] :smile: \x1b[31m", assigned="Ève")}))
    text = render_text(progress(ws, ws.mementos, TODAY), ws.vocabularies["statuses"], str, 100)
    assert "[red]Pays[/red] :smile:" in text
    assert "\x1b" not in text
    assert "Ève" in text
