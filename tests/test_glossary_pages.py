"""The annex of acronyms and definitions: which terms it has, in which order, and what it says of each."""

from __future__ import annotations

import json

from conftest import ROOT, make_workspace

from clust_cli.core.printing.annex import Placed
from clust_cli.core.printing.ast import Node, Nodes, header, para, plain_text, row, span, table, words
from clust_cli.core.printing.glossary_pages import glossary_pages

PHRASES = json.loads((ROOT / "templates" / "phrases.json").read_text(encoding="utf-8"))["fr"]
GLOSSARY = """\
terms:
  - {acronym: GAL, expansion: groupe d'action locale, source: un règlement, definitions: [{text: Une assemblée., source: la loi}]}
  - {acronym: BNI, expansion: Business Network, lang: en}
  - {acronym: ÉTP, expansion: équivalent temps plein}
  - {acronym: SAGE, expansion: un schéma}
  - {term: cluster, definitions: [{text: Un réseau, source: un guide}, {text: Un lieu.}]}
"""


def annex(*blocks: Node, glossary: str = GLOSSARY, anchors: dict[str, str] | None = None) -> Nodes:
    workspace = make_workspace({"glossary.yaml": glossary} if glossary else {})
    return glossary_pages(Placed(workspace, list(blocks), (), anchors or {}, PHRASES))


def entries(*blocks: Node) -> list[list[str]]:
    _title, part = annex(*blocks)
    return [[plain_text([line]).replace("\u00a0", " ") for line in entry["c"][1]] for entry in part["c"][1]]


def test_only_the_terms_of_these_pages_stand_there_in_the_order_of_a_dictionary():
    blocks = (header(2, words("Les GAL")), table([words("ÉTP")], [row([words("un cluster")])]), para(words("BNI")))
    assert [one[0].split(" ")[0] for one in entries(*blocks)] == ["BNI", "cluster", "ÉTP", "GAL"]


def test_an_entry_says_what_an_acronym_stands_for_then_what_it_means_and_who_says_so():
    assert entries(para(words("GAL"))) == [["GAL : groupe d'action locale", "Une assemblée (la loi)."]]


def test_several_definitions_are_numbered_and_each_names_its_source():
    assert entries(para(words("Clusters"))) == [["cluster : 1. Un réseau (un guide).", "2. Un lieu."]]


def test_an_expansion_in_another_language_says_so():
    [_title, part] = annex(para(words("BNI")))
    [entry] = part["c"][1]
    assert span(words("Business Network"), lang="en") in entry["c"][1][0]["c"]


def test_each_entry_has_its_label_and_so_has_the_annex():
    title, part = annex(para(words("GAL")), anchors={"mementos/02-essai/regards/glossary.md": "glossary"})
    assert title["c"][1][0] == "glossary-2"
    assert part["c"][0][1] == ["glossary"]
    assert part["c"][1][0]["c"][0][:2] == ["glossary--gal", ["entry"]]


def test_there_is_no_annex_where_no_term_is_used():
    assert annex(para(words("Rien à dire."))) == []
    assert annex(para(words("GAL")), glossary="") == []
