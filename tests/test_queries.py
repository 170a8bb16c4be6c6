from __future__ import annotations

import pytest
from counting import action, collection, monography
from hypothesis import given, settings
from hypothesis import strategies as st

from clust_cli.core.counting.queries import Query, QueryFault, matches, parse_query

FILES = collection(
    {
        "coast": monography(
            "coast",
            title="Pays de la Côte",
            territory={"regions": ["Bretagne", "Normandie"]},
            actions=[action("label", state="done"), action("gtec", state="planned", programmes=["leader"])],
            programmes=[{"id": "leader"}],
        ),
        "hills": monography("hills", territory={"regions": ["Grand Est"]}, actions=[action("label", state="idea")]),
        "plain": monography("plain", territory={"regions": ["Bretagne"]}, programmes=[{"id": "ademe"}]),
    }
)
ALL = "coast hills plain"


@pytest.fixture
def ws(workspace):
    return workspace(FILES)


def found(ws, text):
    query = parse_query(text, ws)
    assert isinstance(query, Query), query
    return " ".join(document.slug for document in ws.documents if matches(query, document, ws))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("region=Bretagne", "coast plain"),
        ("region=grand est", "hills"),
        ("region = 'Grand Est'", "hills"),
        ('region="Grand Est" or action=gtec', "coast hills"),
        ("region=« Grand Est » ou action=gtec", "coast hills"),
        ("programme=ademe et region=Bretagne", "plain"),
        ("non action=label", "plain"),
        ("not (action=label or programme=ademe)", ""),
        ("action=label and (region=Bretagne or region=Grand Est)", "coast hills"),
        ("action=gtec or action=label and region=Grand Est", "coast hills"),
        ("(action=gtec or action=label) and region=Grand Est", "hills"),
        ("not not region=Bretagne", "coast plain"),
        ("territory=Pays de la Côte", "coast"),
        ("territory=Hills", "hills"),
        ("programme.group=eu", "coast"),
        ("programme.group=Union européenne", "coast"),
        ("action=Label", "coast hills"),
        ("type=label and region=Grand Est", "hills"),
        ("type=gtec and state=planned", "coast"),
        ("type!=label", "coast plain"),
    ],
)
def test_a_query_finds_the_documents_it_says(ws, text, expected):
    assert found(ws, text) == expected


def test_tests_on_one_list_hold_in_one_and_the_same_item(ws):
    assert found(ws, "action=label and action-state=planned") == ""
    assert found(ws, "action=label and action-state=done") == "coast"
    assert found(ws, "action=gtec and action-programme=leader and action-state=planned") == "coast"


def test_tests_on_plain_values_hold_over_the_document(ws):
    assert found(ws, "region=Bretagne and region=Normandie") == "coast"


def test_unequal_speaks_of_an_item_and_not_of_the_document(ws):
    assert found(ws, "action=label and action-state!=done") == "hills"
    assert found(ws, "action!=label") == "coast plain"
    assert found(ws, "not action=gtec") == "hills plain"
    assert found(ws, "action=label and not action-state=planned") == "hills"


def test_a_document_without_the_axis_satisfies_neither_equal_nor_unequal(ws, workspace):
    view = "---\nkind: expert-view\nedition: 1\ntitle: Un regard\nstatus: draft\n---\n"
    both = workspace({**FILES, "mementos/01-essai/regards/regard.md": view})
    assert found(both, "region!=Bretagne") == "hills"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("reigon=Bretagne", ("axis", 0, "reigon", "region")),
        ("region=Bretagne and acton=label", ("axis", 20, "acton", "action")),
        ("carrier.group=x", ("axis", 0, "carrier.group", "carrier")),
        ("type=lable", ("value", 5, "lable", "label")),
        ("type=rural-strcture", ("value", 5, "rural-strcture", "rural-structure")),
        ("type", ("operator", 4, "type", "")),
        ("region=Bretange", ("value", 7, "Bretange", "Bretagne")),
        ("region=Gran Est", ("value", 7, "Gran Est", "Grand Est")),
        ("territory=cost", ("value", 10, "cost", "coast")),
        ("region", ("operator", 6, "region", "")),
        ("region Bretagne", ("operator", 7, "region", "")),
        ("region=", ("value", 7, "", "")),
        ("", ("test", 0, "", "")),
        ("region=Bretagne and", ("test", 19, "", "")),
        ("=Bretagne", ("test", 0, "=Bretagne", "")),
        ('region="Bretagne', ("quote", 7, '"Bretagne', "")),
        ("(region=Bretagne", ("parenthesis", 0, "(", "")),
        ("region=Bretagne)", ("end", 15, ")", "")),
        ("region='Bretagne' action=label", ("end", 18, "action=label", "")),
    ],
)
def test_what_cannot_be_understood_is_told_at_its_word(ws, text, expected):
    fault = parse_query(text, ws)
    assert isinstance(fault, QueryFault)
    assert (fault.variant, fault.position, fault.word, fault.near) == expected


def test_a_query_that_would_take_for_ever_is_refused(ws):
    assert parse_query("(" * 5000, ws).variant == "complex"
    assert parse_query("not " * 5000, ws).variant == "complex"
    assert parse_query(" and ".join(["(action=label or action=gtec)"] * 20), ws).variant == "complex"


@settings(max_examples=60, deadline=None)
@given(st.text("region=Bta() !\"'«»orndet", max_size=40))
def test_any_text_is_a_query_or_a_fault(text):
    assert isinstance(parse_query(text, PARSED), Query | QueryFault)


def _parsed():
    from conftest import make_workspace

    return make_workspace(FILES)


PARSED = _parsed()
