"""Captions: what is numbered, from what, and where the credit of an image stands."""

from __future__ import annotations

import json

from conftest import ROOT, make_workspace
from printing import FILES, FOLDER

from clust_cli.core.printing.ast import Node, Nodes, image, para, plain_text, row, table, words
from clust_cli.core.printing.captions import captioned
from clust_cli.core.printing.image_credits import image_credits

PHRASES = json.loads((ROOT / "templates" / "phrases.json").read_text(encoding="utf-8"))["fr"]
TABLE = table([words("Colonne")], [row([words("x")])])


def caption(node: Node) -> str:
    return plain_text(node["c"][1][1])


def figure(title: str, path: str = "mementos/03-essai/place.png") -> Node:
    shown = image("Une place", path)
    shown["c"][2][1] = title
    return {"t": "Figure", "c": [["", [], []], [None, []], [{"t": "Plain", "c": [shown]}]]}


def numbered(blocks: Nodes, **credit: str) -> Nodes:
    return captioned(blocks, PHRASES, credit)


def test_a_table_takes_the_paragraph_right_before_it_that_begins_with_its_word():
    made = numbered([para(words("Tableau : Les neuf territoires")), TABLE, para(words("Suite"))])
    assert [node["t"] for node in made] == ["Table", "Para"]
    assert caption(made[0]) == "Tableau 1 – Les neuf territoires"


def test_the_colon_may_stand_after_any_space_or_none():
    for said in ("Tableau: Titre", "Tableau\u00a0: Titre", "tableau : Titre"):
        assert caption(numbered([para(words(said)), TABLE])[0]) == "Tableau 1 – Titre"


def test_such_a_paragraph_without_a_table_below_it_is_a_paragraph():
    said = para(words("Tableau : Rien"))
    assert numbered([said, para(words("Autre")), said]) == [said, para(words("Autre")), said]


def test_tables_without_caption_have_no_number():
    made = numbered([TABLE, para(words("Tableau : Un")), TABLE])
    assert [caption(node) for node in made] == ["", "Tableau 1 – Un"]


def test_tables_and_figures_are_counted_apart_wherever_they_stand():
    quoted = {"t": "BlockQuote", "c": [para(words("Tableau : Deux")), TABLE]}
    own = table([words("Tête")], [row([words("x")])], caption=words("Trois"))
    made = numbered([para(words("Tableau : Un")), TABLE, figure("Une place"), quoted, own, figure("")])
    assert caption(made[0]) == "Tableau 1 – Un"
    assert caption(made[1]) == "Figure 1 – Une place"
    assert caption(made[2]["c"][0]) == "Tableau 2 – Deux"
    assert caption(made[3]) == "Tableau 3 – Trois"
    assert caption(made[4]) == ""


def test_the_credit_stands_under_its_figure_with_a_title_or_without():
    path = "mementos/03-essai/place.png"
    made = captioned([figure("Une place"), figure("")], PHRASES, {path: "Crédit : A. B."})
    assert [caption(node) for node in made] == ["Figure 1 – Une placeCrédit : A. B.", "Crédit : A. B."]


def test_credits_come_from_the_documents_that_show_the_images():
    images = "images:\n  - {file: ../place.png, credit: A. B., rights: tous droits réservés}\n  - {file: vide.png}\n"
    view = FILES[f"{FOLDER}/regards/regard.md"].replace("status: draft\n", f"status: draft\n{images}")
    workspace = make_workspace({**FILES, f"{FOLDER}/regards/regard.md": view})
    assert image_credits(workspace.documents, PHRASES) == {
        f"{FOLDER}/place.png": "Crédit : A. B., tous droits réservés",
    }
