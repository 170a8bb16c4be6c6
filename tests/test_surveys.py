"""Surveys: answers counted, added up, labelled, exported and printed as tables."""

from __future__ import annotations

import pytest
import yaml
from conftest import make_workspace
from hypothesis import given
from hypothesis import strategies as st

from clust_cli.core.check import check
from clust_cli.core.counting.axes import find_axis
from clust_cli.core.counting.axis_values import axis_values
from clust_cli.core.counting.claims import claims
from clust_cli.core.export import export_tables
from clust_cli.core.printing.ast import plain_text
from clust_cli.core.printing.field_tables import field_tables

MEMENTO = "mementos/02-x/memento.md"
PATH = "mementos/02-x/enquetes/{}.md"
GROUPS = {
    "id": "groups",
    "title": "Regroupements",
    "mode": "several",
    "answers": [{"id": "clubs", "label": "Clubs", "count": 1200}, {"id": "none", "label": "Aucun", "count": 6}],
}
SECTORS = {"id": "sectors", "title": "Secteurs", "answers": [{"id": "wood", "label": "Bois"}]}


def survey(name, questions, respondents=23):
    head = {"kind": "survey", "edition": 1, "title": f"Enquête {name}", "status": "draft"}
    about = {"id": name, "year": 2015, "organiser": "X", "respondents": {"value": respondents, "who": "territoires"}}
    front = yaml.safe_dump({**head, "survey": about, "questions": questions}, allow_unicode=True, sort_keys=False)
    return f"---\n{front}---\n\nUne enquête.\n\n## Résultats\n\nVoici.\n"


def workspace_of(surveys, text=""):
    own = "---\nkind: memento\nedition: 1\ntitle: Essai\nstatus: draft\nnumber: 2\n---\n\n"
    files = {PATH.format(name): survey(name, questions) for name, questions in surveys.items()}
    return make_workspace({MEMENTO: f"{own}{text}\n", **files})


def judged(surveys, claim):
    [(_document, _claim, found)] = claims(workspace_of(surveys, f"Ici {claim}."))
    return found


def test_an_answer_s_number_is_added_up_where_the_query_holds():
    one = {"a": [GROUPS, SECTORS]}
    assert judged(one, '[1 200]{.sum of=survey field=questions.answers.count where="answer=clubs"}').holds
    assert judged(one, '[1206]{.sum of=answer field=questions.answers.count where="question=groups"}').holds
    assert judged(one, "[23]{.sum of=survey field=survey.respondents.value}").holds
    found = judged(one, '[12]{.sum of=answer field=questions.answers.count where="answer=none"}')
    assert (found.holds, found.actual, found.behind) == (False, "6", ("Aucun",))


def test_a_number_that_nobody_gave_is_a_hole():
    found = judged({"a": [GROUPS, SECTORS]}, "[9]{.sum of=survey field=questions.answers.count}")
    assert (found.variant, found.word, found.near) == ("hole", "questions.answers.count", "wood")
    text = "Ici [9]{.sum of=survey field=questions.answers.count}."
    [told] = [one for one in check(workspace_of({"a": [SECTORS]}, text)).diagnostics if "claim" in one.rule.id]
    assert (told.rule.id, told.place.path) == ("broken-claim", MEMENTO)


def test_an_unknown_number_of_a_list_is_told_with_the_nearest():
    found = judged({"a": [GROUPS]}, "[9]{.sum of=survey field=questions.answers.cout}")
    assert (found.variant, found.near) == ("field", "questions.answers.count")


IDS = st.sampled_from(["x", "y", "z"])
ANSWERS = st.lists(st.tuples(IDS, st.integers(0, 40)), min_size=1, max_size=3, unique_by=lambda one: one[0])
QUESTIONS = st.lists(
    st.tuples(st.sampled_from(["p", "q"]), ANSWERS), min_size=1, max_size=2, unique_by=lambda one: one[0]
)
QUERIES = {
    "answer=x": lambda whole, question, answer: answer == "x",
    "question=p": lambda whole, question, answer: question == "p",
    "question=q and answer=y": lambda whole, question, answer: (question, answer) == ("q", "y"),
    "question=p and answer!=x": lambda whole, question, answer: question == "p" and answer != "x",
    "answer=x or answer=z": lambda whole, question, answer: answer in ("x", "z"),
    "answer=x or question=p": lambda whole, question, answer: answer == "x" or question == "p",
    "not answer=x": lambda whole, question, answer: ("p", "x") not in whole and ("q", "x") not in whole,
    "survey=a": None,
}
"""Each query with what it says of an answer; `whole` are the questions and answers of its document."""


@given(
    st.lists(QUESTIONS, min_size=1, max_size=3), st.sampled_from(sorted(QUERIES)), st.sampled_from(["survey", "answer"])
)
def test_a_sum_over_a_list_is_the_one_counted_by_hand(documents, query, axis):
    # Every id stands somewhere, so that no query names what does not exist.
    known = [("p", [("x", 1), ("y", 2), ("z", 3)]), ("q", [("y", 4)])]
    given_ones = dict(zip("abcd", [known, *documents], strict=False))
    surveys = {
        name: [
            {"id": question, "title": question, "answers": [{"id": id, "label": id, "count": n} for id, n in answers]}
            for question, answers in questions
        ]
        for name, questions in given_ones.items()
    }
    total = 0
    for name, questions in given_ones.items():
        whole = [(question, id) for question, answers in questions for id, _n in answers]
        for question, answers in questions:
            for id, n in answers:
                holds = QUERIES[query](whole, question, id) if QUERIES[query] else name == "a"
                total += n if holds else 0
    found = judged(surveys, f'[987654]{{.sum of={axis} field=questions.answers.count where="{query}"}}')
    assert found.actual.replace(" ", "") == str(total)


def test_a_number_of_actions_is_added_up_over_territories(workspace):
    kind = (
        "format: 1\nkind: grant\nedition: 1\nextends: document\ntitle: Aide\nfolder: aides\nfields:\n  type: object\n"
        "  properties:\n    place: {type: string}\n    grants:\n      type: array\n      items: {type: object, properties: "
        "{for: {type: string}, euros: {type: integer}}}\n"
        'axes:\n  place: {field: place}\n  purpose: {field: "grants[].for"}\n'
    )
    grants = "---\nkind: grant\nedition: 1\ntitle: Aide\nstatus: draft\nplace: {}\ngrants: {}\n---\n\n{}\n"
    files = {
        "schemas/grant.yaml": kind,
        "mementos/01-x/a.md": grants.format(
            "Brest", "[{for: wood, euros: 10}, {for: glass, euros: 5}]",
            '[1]{.sum of=place field=grants.euros where="purpose=wood and place=Brest"}',
        ),
        "mementos/01-x/b.md": grants.format(
            "Dole", "[{for: wood, euros: 10}, {for: wood, euros: 10}]", '[2]{.sum of=place field=grants.euros where="purpose=wood"}'
        ),
    }  # fmt: skip
    found = [one.actual for _document, _claim, one in claims(workspace(files))]
    assert found == ["10", "30"]


def test_an_answer_is_shown_by_the_label_of_its_own_entry():
    workspace = workspace_of({"a": [GROUPS, SECTORS]})
    found = {
        name: [(one.id, one.label) for one in axis_values(workspace, find_axis(workspace, name), workspace.documents)]
        for name in ("answer", "question", "survey")
    }
    assert found["answer"] == [("clubs", "Clubs"), ("none", "Aucun"), ("wood", "Bois")]
    assert found["question"] == [("groups", "Regroupements"), ("sectors", "Secteurs")]
    assert found["survey"] == [("a", "Enquête a")]


def test_answers_are_printed_as_a_table_each_question_and_those_without_numbers_are_not():
    workspace = workspace_of({"a": [GROUPS, SECTORS]})
    [document] = (one for one in workspace.documents if one.slug == "a")
    [table] = field_tables(document, workspace.vocabularies)
    _attributes, caption, columns, head, [body], _foot = table["c"]
    assert plain_text(caption[1]) == "Regroupements (plusieurs réponses possibles)"
    assert [plain_text(cell[4]) for cell in head[1][0][1]] == ["Réponse", "Nombre"]
    rows = [[plain_text(cell[4]) for cell in row[1]] for row in body[3]]
    assert rows == [["Clubs", "1\u202f200"], ["Aucun", "6"]]
    assert [column[0]["t"] for column in columns] == ["AlignLeft", "AlignRight"]


def test_a_list_inside_a_list_is_exported_with_the_numbers_of_both():
    workspace = workspace_of({"a": [GROUPS, SECTORS]})
    tables = {one.name: one for one in export_tables(workspace, workspace.mementos)}
    assert tables["questions"].rows == (
        ("02/a", 1, "groups", "Regroupements", "several"),
        ("02/a", 2, "sectors", "Secteurs", None),
    )
    answers = tables["questions.answers"]
    assert answers.head == ("document", "entry", "id", "label", "count")
    assert answers.rows == (
        ("02/a", "1.1", "clubs", "Clubs", 1200),
        ("02/a", "1.2", "none", "Aucun", 6),
        ("02/a", "2.1", "wood", "Bois", None),
    )


@pytest.mark.parametrize(
    ("questions", "words"),
    [
        ([GROUPS, {**SECTORS, "id": "groups"}], ["groups"]),
        ([{**GROUPS, "answers": [*GROUPS["answers"], dict(GROUPS["answers"][0])]}], ["clubs"]),
        ([GROUPS, {**SECTORS, "answers": [{"id": "clubs", "label": "Clubs"}]}], []),
    ],
)
def test_an_id_stands_once_in_its_own_list(questions, words):
    told = check(workspace_of({"a": questions})).diagnostics
    assert [one.word for one in told if one.rule.id == "duplicate-id"] == words


def test_a_table_names_a_list_and_columns_that_it_has():
    kind = (
        "format: 1\nkind: essai\nedition: 1\ntitle: Essai\nfields: {type: object, properties: {rows: {type: array, "
        "items: {type: object, properties: {n: {type: integer}}}}, one: {type: string}}}\n"
        "tables:\n  - {field: one, columns: [n]}\n  - {field: rows, columns: [n, m]}\n  - {field: rows, columns: [n]}\n"
        'axes:\n  n: {field: "rows[].n", label: "rows[].m"}\n'
    )
    told = check(make_workspace({"schemas/essai.yaml": kind})).diagnostics
    assert [(one.rule.id, one.word) for one in told] == [
        ("broken-kind", "one"),
        ("broken-kind", "m"),
        ("broken-kind", "rows[].m"),
    ]
