"""Acronyms on the tree: where they are expanded, where only marked, and that doing it twice changes nothing."""

from __future__ import annotations

import pytest
from conftest import make_workspace
from hypothesis import given
from hypothesis import strategies as st

from clust_cli.core.glossary_words import GlossaryWords
from clust_cli.core.printing.acronyms import mark_acronyms
from clust_cli.core.printing.ast import Node, Nodes, bullets, header, link, para, plain_text, row, strong, table, words
from clust_cli.core.printing.typography import typeset

GLOSSARY = GlossaryWords(
    make_workspace(
        {
            "glossary.yaml": """\
terms:
  - {acronym: GAL, expansion: groupe d'action locale, plural: groupes d'action locale}
  - {acronym: PME, expansion: petite ou moyenne entreprise, expand: never}
  - {acronym: BNI, expansion: Business Network, lang: en}
  - {acronym: RSE, expansion: responsabilité sociétale}
  - {term: cluster, definitions: [{text: Un réseau.}]}
"""
        }
    ).glossary
)
PIECES = ["GAL", "les GAL", "(", ")", "cluster", "PME", " : ", ", ", "« ", " »", "6 GAL", "-", "BNI", "d'action", "."]


def marked(*blocks: Node) -> Nodes:
    return mark_acronyms(list(blocks), GLOSSARY, "fr")


def printed(text: str) -> str:
    return plain_text(marked(para(words(text))))


def spans(node: object) -> list[tuple[str, str]]:
    """The text and the term of every mark, wherever it stands."""
    if isinstance(node, list):
        return [found for inner in node for found in spans(inner)]
    if not isinstance(node, dict):
        return []
    if node["t"] == "Span" and node["c"][0][1] == ["acronym"]:
        return [(plain_text(node["c"][1]), dict(node["c"][0][2])["term"])]
    return spans(node.get("c"))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Le GAL décide.", "Le GAL (groupe d'action locale) décide."),
        ("Les GAL, puis le GAL.", "Les GAL (groupes d'action locale), puis le GAL."),
        ("Ses huit GAL", "Ses huit GAL (groupes d'action locale)"),
        ("les missions du GAL", "les missions du GAL (groupe d'action locale)"),
        ("3 GAL", "3\u00a0GAL (groupes d'action locale)"),
        ("1 GAL", "1\u00a0GAL (groupe d'action locale)"),
        ("d'autres GAL", "d'autres GAL (groupes d'action locale)"),
        ("un acteur (le GAL) puis le GAL", "un acteur (le GAL) puis le GAL (groupe d'action locale)"),
        ("« le GAL » et le GAL", "« le GAL » et le GAL (groupe d'action locale)"),
        ("éco-GAL, GAL-ouest, GAL/PME", "éco-GAL, GAL-ouest, GAL/PME"),
        ("le GAL (celui du Pays)", "le GAL (celui du Pays)"),
        ("un groupe d'action locale (GAL), le GAL", "un groupe d'action locale (GAL), le GAL"),
        ("le GAL, « groupe d’action locale »", "le GAL, « groupe d’action locale »"),
        ("une PME", "une PME"),
        ("un cluster", "un cluster"),
        ("un MEGAL, des GALs", "un MEGAL, des GALs"),
        ("le GAL Dore agit", "le GAL Dore (groupe d'action locale) agit"),
        ("les GAL 2014-2020.", "les GAL 2014-2020 (groupes d'action locale)."),
        ("le GAL du Pays", "le GAL (groupe d'action locale) du Pays"),
        ("le GAL Pays de la Dore d’Auvergne et", "le GAL Pays de la Dore d’Auvergne (groupe d'action locale) et"),
        ("le GAL Dore (Auvergne)", "le GAL Dore (Auvergne)"),
        ("le GAL Clusters Auvergne", "le GAL (groupe d'action locale) Clusters Auvergne"),
        ("le GAL. Le Pays", "le GAL (groupe d'action locale). Le Pays"),
    ],
)
def test_an_acronym_is_expanded_at_its_first_use_in_prose(written, expected):
    assert printed(written) == expected


def test_an_expansion_by_hand_anywhere_leaves_the_whole_document_alone():
    blocks = marked(para(words("Le GAL.")), para(words("Le groupe d'action locale (GAL).")))
    assert "(groupe" not in plain_text(blocks)


@pytest.mark.parametrize(
    "node",
    [
        header(2, words("Le GAL")),
        para([link(words("le GAL"), "#gal")]),
        table([words("Le GAL")], [row([words("le GAL")])]),
        {"t": "BlockQuote", "c": [para(words("Le GAL."))]},
        para([*words("Un"), {"t": "Note", "c": [para(words("Le GAL."))]}]),
        para([{"t": "Code", "c": [["", [], []], "GAL"]}]),
        para([{"t": "Span", "c": [["", [], [["lang", "en"]]], words("the GAL")]}]),
    ],
    ids=["heading", "link", "table", "quotation", "note", "code", "foreign"],
)
def test_what_is_no_running_prose_is_not_expanded(node):
    first, second = marked(node, para(words("Le GAL.")))
    assert "groupe" not in plain_text([first])
    assert plain_text([second]) == "Le GAL (groupe d'action locale)."


def test_every_use_of_an_acronym_is_marked_and_a_term_once():
    blocks = marked(para(words("Le GAL et le GAL, (une PME), un cluster, des clusters")))
    assert spans(blocks) == [("GAL", "gal"), ("GAL", "gal"), ("PME", "pme"), ("cluster", "cluster")]


def test_headings_links_and_code_carry_no_mark():
    blocks = marked(header(2, words("GAL")), para([link(words("GAL"), "#a")]))
    assert spans(blocks) == []


def test_emphasis_and_lists_are_entered():
    blocks = marked(bullets([[strong(words("le GAL"))], words("et la RSE")]))
    assert plain_text(blocks) == "le GAL (groupe d'action locale)et la RSE (responsabilité sociétale)"


def test_an_expansion_in_another_language_says_so():
    [block] = marked(para(words("Le BNI")))
    assert block["c"][-2]["c"][0][2] == [["lang", "en"]]
    assert plain_text([block]) == "Le BNI (Business Network)"


def test_a_document_without_terms_is_left_as_it_is():
    blocks = [para(words("Rien à dire"))]
    assert mark_acronyms(blocks, GLOSSARY, "fr") == blocks


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=8).map("".join), max_size=4))
def test_marking_twice_changes_nothing(texts):
    once = marked(*(para(words(text)) for text in texts))
    twice = marked(*once)
    # The second time, two words that touch may be read as one.
    assert plain_text(twice) == plain_text(once)
    assert marked(*twice) == twice


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=8).map("".join), max_size=4))
def test_typography_after_marking_is_still_done_once(texts):
    once = typeset(marked(*(para(words(text)) for text in texts)), "fr")
    assert typeset(once, "fr") == once


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_each_acronym_is_expanded_at_most_once(text):
    shown = printed(text)
    for one in ("groupe d'action locale", "groupes d'action locale", "Business Network"):
        assert shown.count(f"({one})") <= 1
