"""The passages behind the marks: found by hand in random collections, then shown in every format."""

from __future__ import annotations

import csv
import io
import json
from itertools import product

import openpyxl
import pytest
from conftest import make_workspace
from counting import action, collection, monography
from hypothesis import given, settings
from hypothesis import strategies as st
from test_crosstab import table_of

from clust_cli.core.counting.crosstab import counted_documents
from clust_cli.core.counting.evidence import evidence, search
from clust_cli.core.counting.queries import parse_query
from clust_cli.reports.crosstab.html import render_html
from clust_cli.reports.crosstab.json import render_json
from clust_cli.reports.crosstab.xlsx import render_xlsx
from clust_cli.reports.evidence.csv import render_csv
from clust_cli.reports.evidence.listing import evidence_listing
from clust_cli.reports.evidence.markdown import render_markdown
from clust_cli.reports.evidence.text import render_text
from clust_cli.reports.language import speaker

TYPES, STATES = ("label", "gtec"), ("idea", "done")
ADVICE, OBSTACLES = ("pedagogie", "mise-en-reseau"), ("adapter-outil",)
SECTIONS = {"Contexte": "", "Conseils": "advice", "Obstacles": "obstacles"}
LISTS = ("action", "action-state")
CODED = {"advice-theme": (ADVICE, "advice"), "obstacle-theme": (OBSTACLES, "obstacles"), "action-code": (TYPES, "")}
ALL_CODES = (*TYPES, *ADVICE, *OBSTACLES, "own-0", "own-1")

some_action = st.tuples(st.sampled_from(TYPES), st.sampled_from(("", *STATES)), st.booleans())
some_passage = st.tuples(
    st.sampled_from(tuple(SECTIONS)), st.lists(st.sampled_from(ALL_CODES), unique=True, max_size=2)
)
some_document = st.tuples(
    st.sampled_from(("coast", "hills")),
    st.lists(st.sampled_from(("Bretagne", "Normandie")), unique=True, min_size=1),
    st.lists(some_action, max_size=3),
    st.lists(some_passage, max_size=6),
)


class ByHand:
    """One generated document, counted without any code of ours."""

    def __init__(self, name, case):
        self.name, (self.territory, self.regions, entries, passages) = name, case
        self.actions = [
            {"type": type, "title": "Une action", **({"state": state} if state else {}),
             **({"id": f"own-{index}"} if has_id else {})}
            for index, (type, state, has_id) in enumerate(entries)
        ]  # fmt: skip
        own = {one["id"] for one in self.actions if "id" in one}
        self.stands = {one["id"]: one["type"] for one in self.actions if "id" in one}
        kept = [(section, [code for code in codes if not code.startswith("own") or code in own])
                for section, codes in passages]  # fmt: skip
        ordered = sorted(kept, key=lambda one: list(SECTIONS).index(one[0]))
        self.passages = [
            (f"Passage {number} de {name}.", section, codes) for number, (section, codes) in enumerate(ordered)
        ]

    def text(self):
        body = ""
        for heading in SECTIONS:
            lines = [f"{text} {' '.join(f'#{code}' for code in codes)}".strip()
                     for text, section, codes in self.passages if section == heading]  # fmt: skip
            body += f"## {heading}\n\n" + "".join(f"{line}\n\n" for line in lines)
        return monography(self.territory, actions=self.actions, territory={"regions": list(self.regions)}, body=body)

    def carrying(self, codes, section=""):
        return {text for text, heading, own in self.passages
                if set(own) & codes and (not section or SECTIONS[heading] == section)}  # fmt: skip

    def says(self, axis):
        """(item, value, texts of the passages that tell of it) for everything the document says on an axis."""
        if axis in LISTS:
            for number, one in enumerate(self.actions):
                value = one.get({"action": "type", "action-state": "state"}[axis])
                if value:
                    yield number, value, self.carrying({one["type"], one.get("id", "")})
        elif axis in ("territory", "region"):
            yield from ((None, value, set()) for value in ([self.territory] if axis == "territory" else self.regions))
        elif axis == "code":
            for value in {*ALL_CODES}:
                texts = self.carrying({value, *(id for id, type in self.stands.items() if type == value)})
                yield from [(None, value, texts)] if texts else []
        else:
            terms, section = CODED[axis]
            for term in terms:
                texts = self.carrying({term, *(id for id, type in self.stands.items() if type == term)}, section)
                yield from [(None, term, texts)] if texts else []

    def kept(self, where):
        """The numbers of the actions that a query keeps; None where it drops the document."""
        if where == "code=gtec":
            return set(range(len(self.actions))) if any(one[1] == "gtec" for one in self.says("code")) else None
        wanted = [not where or (one["type"], one.get("state")) == ("label", "done") for one in self.actions]
        numbers = {number for number, kept in enumerate(wanted) if kept}
        return numbers if numbers or not where else None


def counted(documents, rows, columns, where):
    cells = {}
    for document in documents:
        kept = document.kept(where)
        if kept is None:
            continue
        for (one, row, texts), (other, column, others) in product(document.says(rows), document.says(columns)):
            items = {item for item in (one, other) if item is not None}
            if items <= kept and (len(items) < 2 or not {rows, columns} <= set(LISTS)):
                found = cells.setdefault((row, column), {}).setdefault(f"01/{document.name}", set())
                found |= texts | others
    return cells


AXES = (*LISTS, *CODED, "code")


@settings(max_examples=120, deadline=None)
@given(
    st.lists(some_document, min_size=1, max_size=4),
    st.sampled_from(AXES),
    st.sampled_from((*AXES, "territory", "region")),
    st.sampled_from(("", "action=label and action-state=done", "code=gtec")),
)
def test_every_cell_holds_the_documents_and_passages_counted_by_hand(cases, rows, columns, where):
    documents = [ByHand(f"doc-{index}", case) for index, case in enumerate(cases)]
    ws = make_workspace(collection({one.name: one.text() for one in documents}))
    table = table_of(ws, rows, columns, where=where)
    found = {
        pair: {id: {ws.by_id[id].body.passages[number].text for number in numbers} for id, numbers in cell.items()}
        for pair, cell in table.cells.items()
    }
    assert found == counted(documents, rows, columns, where)
    listed = {}
    for one in evidence(table, counted_documents(ws)):
        texts = listed.setdefault((one.row.id, one.column.id), {}).setdefault(one.told.document.id, set())
        texts |= {one.told.text} - {""}
    assert listed == found


BODY = """\
## Contexte

Une marque locale | <b>. #made-in

Rien de codé.

## Conseils

- Réunir chacun. #mise-en-reseau #label
"""


@pytest.fixture
def ws(workspace):
    text = monography("a", actions=[action("label", id="made-in"), action("ptce")], body=BODY.replace("<b>", "\\<b>"))
    return workspace(collection({"a": text}))


def listing(ws):
    table = table_of(ws, hide_empty=True)
    return table, counted_documents(ws), evidence_listing(table, evidence(table, counted_documents(ws)))


def test_the_formats_of_the_evidence_hold_the_same_passages(ws):
    table, documents, made = listing(ws)
    texts = ["Une marque locale | <b>.", "Réunir chacun.", ""]
    assert [line.told.text for line in made.lines] == texts
    assert [line.told.where.rsplit(".md", 1)[1] for line in made.lines] == [":18", ":24", ""]
    rows = list(csv.reader(io.StringIO(render_csv(made, str))))
    assert [row[3] for row in rows[1:]] == [*texts[:2], "(no passage)"]
    assert "Une marque locale \\| \\<b\\>." in render_markdown(made, str)
    assert "Réunir chacun." in render_text(made, str)
    cells = json.loads(render_json(table, documents))["cells"]
    assert [[one["text"] for one in cell["passages"]] for cell in cells] == [texts[:2], []]
    book = openpyxl.load_workbook(io.BytesIO(render_xlsx(table, documents, str)))
    assert book.sheetnames == ["Counts", "Evidence"]
    assert [row[3] for row in book["Evidence"].iter_rows(min_row=2, values_only=True)] == [*texts[:2], "(no passage)"]


def test_a_french_page_has_french_colons(ws):
    table, documents, _made = listing(ws)
    page = render_html(table, documents, "fr", speaker("fr"))
    assert "</strong>, Contexte\u00a0: Une marque locale" in page


def test_the_page_opens_the_passages_of_a_cell_without_script(ws):
    table, documents, _made = listing(ws)
    page = render_html(table, documents, "fr", str)
    assert page.count("<details>") == len(table.cells)
    assert "Une marque locale | &lt;b&gt;." in page
    assert "<script" not in page


def test_a_search_finds_passages_by_their_codes_and_documents_by_the_rest(ws):
    def found(query):
        return [told.text for told in search(ws, ws.documents, parse_query(query, ws))]

    assert found("code=label") == ["Une marque locale | <b>.", "Réunir chacun."]
    assert found("code=made-in") == ["Une marque locale | <b>."]
    assert found("code=label and code=mise-en-reseau") == ["Réunir chacun."]
    assert found("code=label and code!=mise-en-reseau") == ["Une marque locale | <b>."]
    assert found("code=made-in or code=mise-en-reseau") == ["Une marque locale | <b>.", "Réunir chacun."]
    assert found("code=label and action=ptce") == ["Une marque locale | <b>.", "Réunir chacun."]
    assert found("code=label and not action=ptce") == []


def test_every_mark_of_memento_2_is_told_or_kept_with_its_reason(memento_2):
    from test_crosstab import PRINTED

    table = table_of(memento_2, only=tuple(PRINTED))
    untold = [
        (one.row.id, one.column.id) for one in evidence(table, counted_documents(memento_2)) if not one.told.passage
    ]
    assert untold == [("circuits-courts-ess", "pays-bruche-mossig-piemont")]
