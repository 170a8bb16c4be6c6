"""French typography: what it corrects, what it leaves alone, and that doing it twice changes nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clust_cli.core.printing.ast import Node, para, plain_text, words
from clust_cli.core.printing.typography import typeset, typeset_text

PIECES = (  # noqa: SIM905 - thirty short words, a line each would be a column
    "l'eau|!|?|;|:|«|»|\"|...|62 000|2015|5 M€|n° 5|XIXe|1er|2e| - | |mot|12:30|http://a.b?c|M. Dupont|10 h 30|mars|"
    "p. 4|'|(|)|90 %|\u00a0|\u202f"
).split("|")


def seen(text: str) -> str:
    return typeset_text(text, "fr").replace("\u202f", "_").replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Quoi ? Non ! Si ; bien.", "Quoi_? Non_! Si_; bien."),
        ("Bonjour!", "Bonjour_!"),
        ("Ainsi : un", "Ainsi~: un"),
        ("dit « oui » et «non»", "dit «~oui~» et «~non~»"),
        ('le mot "juste" ici', "le mot «~juste~» ici"),
        ("l'eau d'ici", "l’eau d’ici"),
        ("et ainsi...", "et ainsi…"),
        ("46 462 habitants", "46_462~habitants"),
        ("1 250 km² et 80 %", "1_250~km² et 80~%"),
        ("5 M€ à 10 h 30", "5~M€ à 10~h~30"),
        ("n° 2, p. 12, M. Dupont", "n°~2, p.~12, M.~Dupont"),
        ("article L. 5741-1", "article L.~5741-1"),
        ("le 4 février 1995", "le 4~février 1995"),
        ("ici - et là - aussi", "ici – et là – aussi"),
    ],
)
def test_ordinary_spaces_and_signs_become_those_of_french_print(written, printed):
    assert seen(written) == printed


@pytest.mark.parametrize(
    "text",
    ["à 12:30", "un rapport de 3:2", "http://exemple.fr/?a=1;b=2", "moi@exemple.fr", "en 2015 172 fois", "2014-2020"],
)
def test_times_ratios_addresses_and_years_are_left_alone(text):
    assert typeset_text(text, "fr") == text


def test_english_has_no_rules_here():
    assert typeset_text("it's 5 km !", "en") == "it's 5 km !"


def test_the_ending_of_an_ordinal_is_raised():
    [paragraph] = typeset([para(words("le 1er mars du XIXe siècle, la 2e fois"))], "fr")
    raised = [plain_text(node["c"]) for node in paragraph["c"] if node["t"] == "Superscript"]
    assert raised == ["er", "e", "e"]
    assert plain_text([paragraph]).replace("\u00a0", "~") == "le 1er~mars du XIXe siècle, la 2e fois"


def test_a_sign_after_emphasis_gets_its_space_too():
    [paragraph] = typeset([para([{"t": "Emph", "c": words("vrai")}, *words(" ? « "), *words("x")])], "fr")
    assert "\u202f?" in plain_text([paragraph])


def test_code_and_foreign_stretches_are_left_alone():
    code: Node = {"t": "Code", "c": [["", [], []], "a ; b"]}
    english: Node = {"t": "Span", "c": [["", [], [["lang", "en"]]], words("it's so !")]}
    assert typeset([para([code, english])], "fr") == [para([code, english])]


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_doing_it_twice_changes_nothing(pieces):
    once = typeset_text("".join(pieces), "fr")
    assert typeset_text(once, "fr") == once


@given(st.lists(st.sampled_from([*PIECES, "*"]), max_size=12))
def test_doing_it_twice_on_a_tree_changes_nothing(pieces):
    inlines = [
        node for piece in pieces for node in ([{"t": "Emph", "c": words("x")}] if piece == "*" else words(piece))
    ]
    once = typeset([para(inlines)], "fr")
    assert typeset(once, "fr") == once


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        (": un", "\u00a0: un"),
        ("!", "\u202f!"),
        (" ; puis", "\u202f; puis"),
        ("'eau", "’eau"),
        (":30", ":30"),
        ("?x", "?x"),
    ],
)
def test_a_sign_belongs_to_the_word_before_it_whatever_that_word_stands_in(written, printed):
    within: Node = {"t": "Span", "c": [["", ["acronym"], [["term", "epci"]]], words("EPCI")]}
    for _ in range(2):
        [made] = typeset([para([within, *words(written)])], "fr")
        assert plain_text(made["c"][1:]) == printed
        written = plain_text(made["c"][1:])
