from __future__ import annotations

from itertools import product

import pytest
from conftest import make_workspace
from counting import action, actions, collection, monography
from hypothesis import given, settings
from hypothesis import strategies as st

from clust_cli.core.counting.axes import axis_names, find_axis
from clust_cli.core.counting.crosstab import counted_documents, crosstab, transpose
from clust_cli.core.counting.queries import parse_query

PRINTED = {
    "accompagnement": "Chaumont Bruche COB Lédonien Livradois Thiérache",
    "reunions": "Langres COB Lédonien Livradois Thiérache",
    "circuits-courts-ess": "Langres Bruche COB Midi-Quercy Thiérache",
    "formations": "Langres Bresle-Yères",
    "pepiniere": "Chaumont Bruche",
    "label": "Langres Midi-Quercy",
    "tepcv": "Bruche Midi-Quercy",
    "gtec": "Langres",
    "ptce": "Lédonien",
    "cluster": "Chaumont Bruche COB Midi-Quercy Bresle-Yères Lédonien",
}


def table_of(workspace, rows="action", columns="territory", **options):
    where = options.pop("where", "")
    options["where"] = parse_query(where, workspace) if where else None
    axes = find_axis(workspace, rows), find_axis(workspace, columns)
    return crosstab(workspace, counted_documents(workspace), *axes, **options)


def marks(table):
    return {pair: set(documents) for pair, documents in table.cells.items()}


def test_the_32_printed_marks_are_found_in_the_nine_monographies(memento_2):
    table = table_of(memento_2, only=tuple(PRINTED))
    found = {
        row.id: " ".join(column.short for column in table.columns if table.documents(row.id, column.id))
        for row in table.rows
    }
    assert {row: set(names.split()) for row, names in found.items()} == {
        row: set(names.split()) for row, names in PRINTED.items()
    }
    assert len(table.cells) == 32
    assert [row.id for row in table.rows] == list(PRINTED)
    assert [column.short for column in table.columns] == [
        "Langres",
        "Chaumont",
        "Bruche",
        "COB",
        "Midi-Quercy",
        "Bresle-Yères",
        "Lédonien",
        "Livradois",
        "Thiérache",
    ]


def test_two_axes_of_one_list_meet_inside_one_item_never_across(workspace):
    text = monography("a", actions=[action("label", state="done"), action("gtec", state="planned")])
    table = table_of(workspace(collection({"a": text})), "action", "action-state")
    assert set(table.cells) == {("label", "done"), ("gtec", "planned")}


def test_a_list_inside_an_item_meets_the_item_it_is_in(workspace):
    text = monography(
        "a", actions=[action("label", programmes=["leader", "feder"]), action("gtec", programmes=["fse"])]
    )
    table = table_of(workspace(collection({"a": text})), "action", "action-programme")
    assert set(table.cells) == {("label", "leader"), ("label", "feder"), ("gtec", "fse")}


def test_axes_of_two_lists_meet_all_with_all(workspace):
    text = monography("a", actions=actions("label", "gtec"), programmes=[{"id": "leader"}, {"id": "fse"}])
    table = table_of(workspace(collection({"a": text})), "action", "programme")
    assert set(table.cells) == set(product(("label", "gtec"), ("leader", "fse")))


def test_a_document_counts_once_however_many_of_its_actions_fall_in_a_cell(workspace):
    table = table_of(workspace(collection({"a": monography("a", actions=actions("label", "label", "gtec"))})))
    assert table.documents("label", "a") == ("01/a",)
    assert (table.total, [column.total for column in table.columns]) == (1, [1])


def test_two_monographies_of_one_territory_are_one_column_of_two_documents(workspace):
    documents = {name: monography("lyon", actions=actions("label")) for name in ("un", "deux")}
    table = table_of(workspace(collection(documents)))
    assert [column.id for column in table.columns] == ["lyon"]
    assert table.documents("label", "lyon") == ("01/deux", "01/un")


def test_every_term_of_the_vocabulary_is_a_row_and_empty_ones_can_be_hidden(workspace):
    ws = workspace(collection({"a": monography("a", actions=actions("gtec"))}))
    assert [row.id for row in table_of(ws).rows] == [term.id for term in ws.vocabularies["action-types"].terms]
    assert [row.id for row in table_of(ws, hide_empty=True).rows] == ["gtec"]


def test_a_retired_term_is_a_row_only_where_it_is_used(workspace):
    terms = "[{id: old, label: Old, replaced_by: new}, {id: new, label: New}]"
    vocabulary = f"format: 1\nvocabulary: carriers\ntitle: Carriers\nterms: {terms}\n"
    unused = collection({"a": monography("a", actions=[action("label", carrier="new")])})
    used = collection({"a": monography("a", actions=[action("label", carrier="old")])})
    rows = [
        [
            row.id
            for row in table_of(workspace({**files, "schemas/vocabularies/carriers.yaml": vocabulary}), "carrier").rows
        ]
        for files in (unused, used)
    ]
    assert rows == [["new"], ["old", "new"]]


def test_a_value_outside_the_vocabulary_is_shown_and_not_hidden(workspace):
    table = table_of(workspace(collection({"a": monography("a", actions=actions("labbel"))})))
    assert table.rows[-1].id == "labbel"
    assert table.rows[-1].total == 1


def test_totals_count_documents_of_the_rows_shown(workspace):
    documents = {"a": monography("a", actions=actions("label", "gtec")), "b": monography("b", actions=actions("gtec"))}
    table = table_of(workspace(collection(documents)), only=("label",))
    assert [(column.id, column.total) for column in table.columns] == [("a", 1), ("b", 0)]
    assert table.total == 1


def test_a_group_of_a_vocabulary_is_an_axis(workspace):
    documents = {"a": monography("a", programmes=[{"id": "leader"}, {"id": "feder"}, {"id": "ademe"}])}
    table = table_of(workspace(collection(documents)), "programme.group", hide_empty=True)
    assert [(row.id, row.label) for row in table.rows] == [
        ("eu", "Union européenne"),
        ("public", "Autres financements publics"),
    ]


def test_only_a_vocabulary_with_groups_makes_a_group_axis(memento_2):
    assert find_axis(memento_2, "carrier.group") is None
    assert "carrier.group" not in axis_names(memento_2)
    assert "action.group" in axis_names(memento_2)


def test_codes_count_in_their_section_only(workspace):
    body = "## Contexte\n\nDit ailleurs. #pedagogie\n\n## Conseils\n\n- Oser. #reactivite-risque #gtec\n"
    ws = workspace(collection({"a": monography("a", body=body)}))
    assert [row.id for row in table_of(ws, "advice-theme", hide_empty=True).rows] == ["reactivite-risque"]


def test_the_id_of_an_action_codes_for_its_type(workspace):
    body = "## Contexte\n\nUne marque locale. #made-in\n\nUn cluster. #cluster\n"
    text = monography("a", actions=[action("label", id="made-in")], body=body)
    table = table_of(workspace(collection({"a": text})), "action-code", hide_empty=True)
    assert [row.id for row in table.rows] == ["label", "cluster"]


def test_documents_of_any_kind_that_has_the_axis_are_counted(memento_2):
    table = table_of(memento_2, "status", "status", hide_empty=True)
    assert table.total == len(memento_2.documents)


def test_an_unreadable_document_hides_no_other(workspace):
    files = collection({"a": monography("a", actions=actions("label")), "b": "---\nkind: [\n---\n"})
    assert set(table_of(workspace(files)).cells) == {("label", "a")}


def test_transposing_twice_changes_nothing(memento_2):
    table = table_of(memento_2)
    assert transpose(transpose(table)) == table
    assert transpose(table).rows == table.columns


def test_where_keeps_the_items_that_satisfy_it_and_no_others(workspace):
    text = monography("a", actions=[action("label", state="done"), action("gtec", state="planned")])
    ws = workspace(collection({"a": text}))
    assert set(table_of(ws, where="action-state=done").cells) == {("label", "a")}
    assert set(table_of(ws, where="action=gtec", rows="action-state").cells) == {("planned", "a")}
    assert set(table_of(ws, where="not action-state=idea").cells) == {("label", "a"), ("gtec", "a")}
    assert not table_of(ws, where="not action-state=done").cells


def test_where_on_another_list_keeps_the_document_with_all_its_items(workspace):
    documents = {
        "a": monography("a", actions=actions("label", "gtec"), programmes=[{"id": "leader"}]),
        "b": monography("b", actions=actions("label")),
    }
    table = table_of(workspace(collection(documents)), where="programme=leader")
    assert set(table.cells) == {("label", "a"), ("gtec", "a")}
    assert [column.id for column in table.columns] == ["a"]


TYPES, STATES, PROGRAMMES = ("label", "gtec", "ptce"), ("idea", "done"), ("leader", "feder", "ademe")
GROUPS = {"leader": "eu", "feder": "eu", "ademe": "public"}
some_action = st.fixed_dictionaries(
    {"type": st.sampled_from(TYPES), "title": st.just("Une action")},
    optional={
        "state": st.sampled_from(STATES),
        "programmes": st.lists(st.sampled_from(PROGRAMMES), unique=True, min_size=1),
    },
)
some_document = st.tuples(
    st.sampled_from(("coast", "hills")),
    st.lists(some_action, max_size=4),
    st.lists(st.sampled_from(("Bretagne", "Normandie")), unique=True, min_size=1),
)


def own(entry, axis):
    """What one action says on an axis, read without any code of ours."""
    value = entry.get({"action": "type", "action-state": "state"}.get(axis, "programmes"))
    values = value if isinstance(value, list) else [value] if value else []
    return {GROUPS[one] for one in values} if axis.endswith(".group") else set(values)


def counted(documents, rows, columns, kept):
    """The table, counted by hand: every action of every document looked at in turn."""
    cells = {}
    for name, (territory, entries, regions) in documents.items():
        outside = {"territory": {territory}, "region": set(regions)}
        for entry in filter(kept, entries):
            pairs = product(*(outside.get(axis) or own(entry, axis) for axis in (rows, columns)))
            for pair in pairs:
                cells.setdefault(pair, set()).add(f"01/{name}")
    return cells


INSIDE = ("action", "action-state", "action-programme", "action-programme.group")


@settings(max_examples=40, deadline=None)
@given(
    st.lists(some_document, min_size=1, max_size=4),
    st.sampled_from(INSIDE),
    st.sampled_from((*INSIDE, "territory", "region")),
    st.sampled_from(("", "action=label and action-state=done")),
)
def test_the_table_is_the_one_counted_by_hand(cases, rows, columns, where):
    documents = {f"doc-{index}": case for index, case in enumerate(cases)}
    texts = {
        name: monography(territory, actions=list(entries), territory={"regions": regions})
        for name, (territory, entries, regions) in documents.items()
    }
    table = table_of(make_workspace(collection(texts)), rows, columns, where=where)
    by_hand = counted(
        documents,
        rows,
        columns,
        (lambda entry: (entry["type"], entry.get("state")) == ("label", "done")) if where else (lambda entry: True),
    )
    assert marks(table) == by_hand
    for row in table.rows:
        assert row.total == len(set().union(*(ids for pair, ids in by_hand.items() if pair[0] == row.id)))
    for column in table.columns:
        assert column.total == len(set().union(*(ids for pair, ids in by_hand.items() if pair[1] == column.id)))
    assert table.total == len(set().union(*by_hand.values()))


@pytest.mark.parametrize("only", [("gtec", "label"), ("label", "gtec", "label")])
def test_only_orders_the_rows_as_asked(workspace, only):
    ws = workspace(collection({"a": monography("a", actions=actions("label"))}))
    assert [row.id for row in table_of(ws, only=only).rows] == list(dict.fromkeys(only))


NESTED_KIND = """format: 1
kind: survey
edition: 1
extends: document
title: Survey
fields:
  type: object
  properties:
    places:
      type: array
      items:
        type: object
        properties:
          town: {type: string}
          visits:
            type: array
            items: {type: object, properties: {month: {type: string}, guide: {type: string}}}
axes:
  town: {field: "places[].town"}
  month: {field: "places[].visits[].month"}
  guide: {field: "places[].visits[].guide"}
"""
NESTED_CASE = """---
kind: survey
edition: 1
title: Un essai
status: draft
places:
  - {town: Brest, visits: [{month: may, guide: Ana}, {month: june, guide: Luc}]}
  - {town: Dole, visits: [{month: may, guide: Luc}]}
---
"""


def test_a_list_inside_a_list_is_paired_at_both_depths(workspace):
    ws = workspace({"schemas/survey.yaml": NESTED_KIND, "mementos/01-essai/essai.md": NESTED_CASE})
    assert set(table_of(ws, "town", "guide").cells) == {("Brest", "Ana"), ("Brest", "Luc"), ("Dole", "Luc")}
    assert set(table_of(ws, "month", "guide").cells) == {("may", "Ana"), ("june", "Luc"), ("may", "Luc")}
    assert set(table_of(ws, "month", "guide", where="town=Brest").cells) == {("may", "Ana"), ("june", "Luc")}
    assert not table_of(ws, "town", "month", where="guide=Ana and month=june").cells
