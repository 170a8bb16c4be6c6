"""What a new edition must ask again: found by what kinds say ages, by a text's words of time, against a day."""

from __future__ import annotations

import json
from datetime import date

import pytest
from conftest import ROOT
from counting import action, collection, monography

from clust_cli.cli.main import run
from clust_cli.core.staleness import staleness
from clust_cli.reports.language import speaker
from clust_cli.reports.status.stale_json import render_stale_json
from clust_cli.reports.status.stale_markdown import render_stale_markdown
from clust_cli.reports.status.stale_text import render_stale_text

DAY = date(2027, 1, 1)
MEMENTO = "---\nkind: memento\nedition: 1\ntitle: Essai\nstatus: draft\nnumber: 1\n{more}---\n"
PEOPLE = [{"name": "A. Petit", "role": "president"}, {"name": "B. Martin", "role": "interviewee"}]


def stale(workspace, *, day=DAY, years=2, memento="", body="", **fields):
    """What is to be asked of one monography: sort, label, value, state and age in months."""
    files = collection({"a": monography("a", body=body, **fields)})
    files["mementos/01-essai/memento.md"] = MEMENTO.format(more=memento)
    ws = workspace(files)
    [found] = staleness(ws, ws.mementos, day, years)
    return [
        (one.sort, one.label, one.value, one.state, one.months)
        for document in found.documents
        for one in document.entries
        if document.document.slug == "a"
    ]


def test_a_figure_is_as_old_as_its_year(workspace):
    found = stale(workspace, territory={"population": {"value": 46462, "year": 2015}})
    assert found == [("field", "Habitants", "46\u202f462 (2015)", "", 132)]


def test_of_a_list_of_years_the_last_is_asked(workspace):
    epci = [{"value": 8, "year": 2016}, {"value": 5, "year": 2017}]
    assert stale(workspace, territory={"epci": epci}) == [("field", "EPCI", "5 en 2017", "", 108)]


def test_what_has_no_year_is_as_old_as_the_information(workspace):
    assert stale(workspace, as_of="2016-11", territory={"communes": 172}) == [
        ("field", "Communes", "172", "", 121),
    ]


def test_an_action_is_asked_until_its_state_is_final(workspace):
    states = ("done", "refused", "idea", "planned")
    acts = [{**action("gtec"), "title": state, "state": state} for state in states]
    found = stale(workspace, as_of="2016", actions=acts)
    assert [(value, state) for _sort, _label, value, state, _months in found] == [
        ("idea", "idée"),
        ("planned", "prévue"),
    ]


def test_who_holds_an_office_is_asked_and_who_was_met_is_not(workspace):
    assert stale(workspace, as_of="2016", people=PEOPLE) == [("field", "Personnes", "A. Petit", "Présidence", 120)]


def test_a_programme_that_has_ended_since_is_asked_and_one_of_before_is_not(workspace):
    programmes = [{"id": "leader", "period": "2014-2020"}, {"id": "feder", "period": "2007-2013"}, {"id": "fse"}]
    found = stale(workspace, as_of="2016", programmes=programmes)
    assert [value for _sort, _label, value, _state, _months in found] == ["LEADER (2014-2020)"]


def test_without_as_of_the_document_is_as_old_as_its_date_or_the_print(workspace):
    months = "published: {month: 2017-04}\n"
    assert stale(workspace, memento=months, territory={"communes": 3})[0][4] == 116
    assert stale(workspace, memento=months, date="2019-06-30", territory={"communes": 3})[0][4] == 90
    assert stale(workspace, territory={"communes": 3})[0][4] is None


def test_what_is_young_is_left_out_unless_it_is_wanted(workspace):
    fields = {"as_of": "2026-06", "territory": {"communes": 3}}
    assert stale(workspace, **fields) == []
    assert stale(workspace, years=0, **fields) == [("field", "Communes", "3", "", 6)]


def test_two_years_are_twenty_four_months(workspace):
    fields = {"as_of": "2024-12-31", "territory": {"communes": 3}}
    assert stale(workspace, day=date(2026, 12, 30), **fields) == []
    assert stale(workspace, day=date(2026, 12, 31), **fields) == [("field", "Communes", "3", "", 24)]


def test_plans_that_are_past_and_times_that_move_are_always_asked(workspace):
    body = "Elle est prévue pour le 18 janvier 2017.\n\nOn attend demain. Elle est prévue en mai 2017.\n"
    assert stale(workspace, day=date(2017, 2, 1), as_of="2017-01", body=body) == [
        ("plan", "prévue pour le 18 janvier 2017", "Elle est prévue pour le 18 janvier 2017.", "", 0),
        ("moving", "demain", "On attend demain.", "", 0),
    ]


def test_a_sentence_that_tells_of_its_moment_is_asked_once(workspace):
    body = "Né en 2010, il *grandit* fin 2016 [puis](https://a.fr) début 2017. #gtec\n\n> Fin 2016, dit-elle.\n"
    assert stale(workspace, as_of="2016", body=body) == [
        ("moment", "fin 2016", "Né en 2010, il grandit fin 2016 puis début 2017.", "", 120),
    ]


def test_history_is_not_asked(workspace):
    body = "Fin 2012, il est né. En 2016, il est devenu PETR. En octobre 2016, on s'est réuni.\n"
    assert stale(workspace, as_of="2016", memento="published: {month: 2017-04}\n", body=body) == []


def test_what_is_told_of_the_year_of_the_print_is_a_state(workspace):
    body = "En 2017, il travaille à un schéma.\n"
    found = stale(workspace, as_of="2017", memento="published: {month: 2017-04}\n", body=body)
    assert [label for _sort, label, _value, _state, _months in found] == ["En 2017"]


def test_a_kind_of_ones_own_says_what_ages(workspace):
    kind = """format: 1
kind: lieu
edition: 1
extends: document
title: Lieu
folder: lieux
fields:
  type: object
  properties:
    desks: {type: integer, title: Bureaux, ages: document}
    rent: {type: object, title: Loyer, print: "{value} €", properties: {value: {type: integer}, year: {type: integer, ages: year}}}
free_sections: {}
"""
    text = "---\nkind: lieu\nedition: 1\ntitle: La Filature\nstatus: draft\nas_of: 2020\ndesks: 12\n"
    text += "rent: {value: 300, year: 2019}\n---\n"
    ws = workspace({"schemas/lieu.yaml": kind, "mementos/01-essai/lieux/filature.md": text})
    [found] = staleness(ws, ws.mementos, DAY)
    assert [(one.label, one.value, one.since, one.part, one.state) for one in found.documents[0].entries] == [
        ("Bureaux", "12", "2020", "", ""),
        ("Loyer", "300 €", "2019", "", ""),
    ]


def test_memento_2_is_asked_in_the_order_of_the_print(memento_2):
    [found] = staleness(memento_2, mementos=memento_2.mementos, day=DAY)
    names = [document.document.slug for document in found.documents]
    assert names[:3] == ["memento", "pays-de-langres", "pays-de-chaumont"]
    told = {one.value for document in found.documents for one in document.entries}
    assert {"46\u202f462 (2015)", "Charles Guené", "Service de ressources humaines territorialisé"} <= told
    assert "Une demande existait, fin 2016, pour étendre ces marchés à d'autres communes." in told
    assert "Élise Bourgueil" not in told


def test_the_text_has_place_age_and_value(memento_2):
    shown = render_stale_text(staleness(memento_2, memento_2.mementos, DAY), speaker("fr"))
    place = "mementos/02-clusters-et-territoires-locaux/monographies/pays-de-langres.md:16"
    assert f"  {place}  11 ans  Habitants : 46 462 (2015)\n" in shown
    assert "Pays de Langres (date des informations\u00a0: 2016)\n" in shown


def test_the_questionnaire_has_a_line_to_answer_on_below_each_question(memento_2):
    found = staleness(memento_2, memento_2.mementos, DAY)
    shown = render_stale_markdown(found, DAY, speaker("fr"))
    count = sum(len(document.entries) for document in found[0].documents)
    assert shown.count("\n  - réponse\u00a0: …\n") == count > 100
    assert "## Pays de Langres\n\n*date des informations\u00a0: 2016.* Est-ce toujours vrai" in shown
    assert "1er janvier 2027" in shown


def test_the_questionnaire_cannot_be_broken_by_what_an_author_writes(workspace):
    ws = workspace(collection({"a": monography("a", title="*A* <b>", territory={"communes": 3})}))
    shown = render_stale_markdown(staleness(ws, ws.mementos, DAY), DAY, speaker("en"))
    assert "<b>" not in shown
    assert "age unknown" in shown


def test_the_json_tells_each_entry(memento_2):
    value = json.loads(render_stale_json(staleness(memento_2, memento_2.mementos, DAY), DAY, 2))
    assert (value["version"], value["day"], value["older_than"]) == (1, "2027-01-01", 2)
    langres = next(one for one in value["mementos"][0]["documents"] if one["id"] == "02/pays-de-langres")
    assert langres["as_of"] == "2016"
    assert langres["entries"][1] == {
        "sort": "field",
        "label": "Habitants",
        "value": "46\u202f462 (2015)",
        "part": None,
        "state": None,
        "since": "2015",
        "months": 132,
        "line": 16,
        "column": 36,
    }


@pytest.mark.parametrize(
    ("options", "word"),
    [
        (["--at", "2027"], "--at ne va qu'avec --stale"),
        (["--older-than", "2"], "--older-than ne va qu'avec --stale"),
        (["--stale", "--at", "demain"], "--at\u00a0: «\u00a0demain\u00a0» n'est ni une année"),
        (["--stale", "--older-than", "x"], "--older-than\u00a0: «\u00a0x\u00a0» n'est pas un nombre"),
    ],
)
def test_an_option_that_makes_no_sense_is_told(options, word, capsys):
    assert run(["-C", str(ROOT), "--lang", "fr", "status", "2", *options]) == 2
    assert capsys.readouterr().err.startswith(f"clust: {word}")
