"""The index of a memento: who is in it, in which order, and where it sends the reader."""

from __future__ import annotations

import json

import pytest
from conftest import ROOT, make_workspace
from printing import FILES

from clust_cli.core.name_index import flat, index_names
from clust_cli.core.name_windows import find_mentions
from clust_cli.core.printing.annex import Placed
from clust_cli.core.printing.ast import Nodes, div, header, para, plain_text, row, table, words
from clust_cli.core.printing.index_pages import index_pages

PHRASES = json.loads((ROOT / "templates" / "phrases.json").read_text(encoding="utf-8"))["fr"]
NAMES = """
territories:
  Pays A:
    short: [Essai]
  Pays de Bray:
organisations:
  École du bois:
    short: [EDB]
  eau et forêts:
  Ecofor:
clusters:
  Nogentech:
brands:
  Made in Pays A:
towns:
  Essai:
people:
  Anne Auteur:
"""


def placed(blocks: Nodes, names: str = NAMES) -> Placed:
    workspace = make_workspace({**FILES, "names.yaml": names})
    memento = workspace.memento(3)
    assert memento is not None
    documents = {document.slug: document for document in (memento.document, *memento.documents)}
    anchors = {document.path: slug for slug, document in documents.items()}
    shown = tuple(documents[slug] for slug in ("pays-a", "pays-b", "regard"))
    return Placed(workspace, blocks, shown, anchors, PHRASES)


def index(*blocks, names: str = NAMES):
    """The entries: each as it reads, and where it leads."""
    made = index_pages(placed(list(blocks), names))
    if not made:
        return []
    [_title, part] = made
    assert part["c"][0][1] == ["index"]
    return [
        (flat(plain_text([entry])), [one["c"][2][0] for one in entry["c"] if one["t"] == "Link"])
        for entry in part["c"][1]
    ]


def chapter(id, text):
    return header(1, words(text), f"memento--{id}")


PAYS_A = [header(2, words("Pays A"), "pays-a"), header(3, words("Contexte"), "pays-a--contexte")]


def test_a_name_leads_to_the_heading_under_which_it_is_first_found():
    told = index(
        *PAYS_A, para(words("Voir Nogentech.")), header(3, words("Plus"), "pays-a--plus"), para(words("Nogentech"))
    )
    assert told == [("Nogentech : A", ["#pays-a--contexte"]), ("Pays A : A", ["#pays-a"])]


def test_chapters_of_the_memento_and_documents_are_told_apart():
    view = header(2, words("Vu d'ailleurs"), "regard")
    nogentech = para(words("Nogentech"))
    told = index(chapter("le-projet", "Le projet"), nogentech, *PAYS_A[1:], nogentech, view, nogentech)
    assert told == [
        ("Nogentech : Le projet ; A ; Vu d'ailleurs", ["#memento--le-projet", "#pays-a--contexte", "#regard"])
    ]


def test_a_subheading_of_the_memento_leads_further_down_under_the_chapters_name():
    below = header(2, words("Les clusters"), "memento--les-clusters")
    assert index(chapter("contexte", "Contexte"), below, para(words("Nogentech"))) == [
        ("Nogentech : Contexte", ["#memento--les-clusters"])
    ]


def test_entries_stand_as_in_a_french_dictionary_with_their_acronym():
    text = para(words("Nogentech, EDB, Ecofor, eau et forêts, Pays de Bray"))
    names = [entry.split(" :")[0] for entry, _links in index(chapter("a", "A"), text)]
    assert names == ["Eau et forêts", "Ecofor", "École du bois (EDB)", "Nogentech", "Pays de Bray"]


def test_a_sheet_is_where_one_is_sent_only_when_no_sentence_names_it():
    sheet = div("sheet", [table([words("Repères")], [row([words("Nogentech, EDB")])])])
    told = index(*PAYS_A[1:], sheet, header(3, words("Bois"), "pays-a--bois"), para(words("Nogentech")))
    assert told == [
        ("École du bois (EDB) : A", ["#pays-a--contexte"]),
        ("Nogentech : A", ["#pays-a--bois"]),
    ]


def test_tables_that_only_point_people_brands_and_what_a_town_shares_are_not_indexed():
    marks = div("crosstab", [table([words("Nogentech")], [row([words("EDB")])])])
    told = index(chapter("a", "A"), marks, para(words("Made in Pays A, Anne Auteur, Essai")))
    assert told == []


def test_a_workspace_without_register_has_no_index():
    assert index(*PAYS_A, names="") == []


def test_the_heading_of_the_index_shares_no_anchor():
    around = placed([*PAYS_A])
    anchors = {**around.anchors, "mementos/03-essai/regards/index.md": "index"}
    [title, _part] = index_pages(Placed(around.workspace, around.blocks, around.documents, anchors, PHRASES))
    assert title["c"][1][0] == "index-2"


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("L’École du bois et l'EDB", ["École du bois", "EDB"]),
        ("École\u00a0du bois", ["École du bois"]),
        ("école du bois, Nogentech-Sud, Pays A-B", []),
        ("Made in Pays A", ["Made in Pays A"]),
        ("Eau et forêts, les eau et forêts", ["eau et forêts", "eau et forêts"]),
    ],
)
def test_a_mention_is_a_form_as_it_is_registered_the_longest_first(text, mentions):
    index = index_names(make_workspace({"names.yaml": NAMES}).names)
    assert [one.form.text for one in find_mentions(text, index)] == mentions


def test_memento_2_indexes_each_of_its_territories(memento_2):
    territories = {name.text for name in memento_2.names.names if name.group == "territories"}
    texts = "\n".join(document.source.text for document in memento_2.documents)
    index = index_names(memento_2.names)
    assert territories == {
        one.form.name.text for one in find_mentions(texts, index) if one.form.name.text in territories
    }
