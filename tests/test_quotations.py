"""Quotations compared with the text they are taken from."""

from __future__ import annotations

import pytest
from rule_cases import MONOGRAPHY, SHEET, base_files, findings_with

from clust_cli.core.quoting import Quoted
from clust_cli.core.reading.markdown import parse_body

TEXT = """Sa question directrice : comment faire naître une dynamique économique des ressources du territoire ?

- L'« œuvre » du Pays n'est **pas** finie. Il faut [du temps]{lang=fr}, beaucoup de temps.
"""
QUOTED = Quoted(parse_body(TEXT.encode()).passages)


@pytest.mark.parametrize(
    "words",
    [
        "« comment faire naître une dynamique économique »",
        "“Comment  faire\u00a0naître une dynamique économique des ressources du territoire\u202f?”",
        "l’Œuvre du Pays n’est pas finie",
        "comment faire naître […] des ressources",
        "Sa question [...] du territoire ? (…) Il faut du temps",
    ],
)
def test_words_that_stand_there_are_right_whatever_their_signs(words):
    assert QUOTED.holds(words)


@pytest.mark.parametrize(
    "words",
    [
        "comment faire naître une dynamique des ressources du territoire",
        "comment faire naître des dynamiques",
        "Il faut du temps […] Sa question directrice",
        "territ",
    ],
)
def test_a_word_less_a_word_more_or_another_order_is_told(words):
    assert not QUOTED.holds(words)


def test_the_nearest_sentence_is_shown():
    assert QUOTED.nearest("comment créer de la dynamique à partir des ressources du territoire ?").startswith(
        "Sa question"
    )
    assert QUOTED.nearest("rien de tel") == ""
    assert QUOTED.nearest("l'imposture du progrès") == ""


def test_a_misquotation_of_the_print_is_found_with_both_texts():
    text = (
        base_files()[SHEET]
        + (
            "\n[« comment créer de la dynamique à partir des ressources du territoire ? »]{.quote of=02/pays-d-essai}\n"
        ).encode()
    )
    monography = base_files()[MONOGRAPHY].replace(
        b"- Partir des besoins",
        b"- Comment cr\xc3\xa9er de la dynamique \xc3\xa9conomique \xc3\xa0 partir des ressources du territoire ?\n- Partir des besoins",
    )
    [told] = findings_with({SHEET: text, MONOGRAPHY: monography}).diagnostics
    assert told.rule.id == "false-quote"
    assert "dynamique économique" in told.arguments["near"]


def test_an_unknown_document_is_told_with_the_nearest():
    text = base_files()[SHEET] + b"\n[x]{.quote of=02/pays-d-essais}\n"
    [told] = findings_with({SHEET: text}).diagnostics
    assert (told.rule.id, told.arguments["near"]) == ("unknown-value", "02/pays-d-essai")


def test_the_experts_quote_what_the_monographies_say(memento_2):
    quotes = [claim for document in memento_2.documents for claim in document.body.claims if claim.kinds == ("quote",)]
    assert len(quotes) == 3
