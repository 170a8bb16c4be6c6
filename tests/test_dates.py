"""Dates that rot: what moves with its reader and plans that are past are told where they stand, and nothing else is."""

from __future__ import annotations

import pytest
from rule_cases import MEMENTO, MONOGRAPHY, SHEET, base_files, findings_with

from clust_cli.core.moments import first_day, last_day, spoken
from clust_cli.reports.language import speaker
from clust_cli.reports.sentences import tell

END = "Un ancien atelier accueille des entreprises et des habitants.\n"


def found(body="", fields="", published="2017-04", first=11):
    """The dates that rot in a sheet: the author's word, and the line (from that of the body on) and column it has."""
    base = base_files()
    sheet = base[SHEET].decode().replace("status: draft\n", f"status: draft\n{fields}")
    memento = base[MEMENTO].decode().replace("number: 2\n", f"number: 2\npublished: {{month: {published}}}\n")
    told = findings_with({SHEET: sheet.replace(END, f"{END}\n{body}\n"), MEMENTO: memento}).diagnostics
    places = [(one.word, one.place.start) for one in told if one.rule.id == "rotting-date"]
    return [(word, place.line - first, place.column) for word, place in places]


@pytest.mark.parametrize(
    ("text", "word", "line", "column"),
    [
        ("Le tiers-lieu prépare aujourd'hui une charte.", "aujourd'hui", 1, 23),
        ("Aujourd’hui, il prépare une charte.", "Aujourd’hui", 1, 1),
        ("Quatre communes, demain deux.", "demain", 1, 18),
        ("La plateforme existe depuis un an.", "depuis un an", 1, 22),
        ("Elle existe depuis une dizaine d'années.", "depuis une dizaine d'années", 1, 13),
        ("Elle existe\ndepuis\nun an.", "depuis un an", 2, 1),
        ("Elle existe depuis\r\nun an.", "depuis un an", 1, 13),
        ("Elle existe depuis un\u00a0an.", "depuis un an", 1, 13),
        ("Elle existe depuis **un an**.", "depuis un an", 1, 13),
        ("Elle existe *depuis un an*.", "depuis un an", 1, 14),
        ("- un\n- depuis\n  cette année", "cette année", 3, 3),
        ("| a | b |\n|---|---|\n| demain | non |", "demain", 3, 3),
        ("Un mot[^1].\n\n[^1]: Le lieu existe depuis un an.", "depuis un an", 3, 22),
        ("## Aujourd'hui\n\nRien.", "Aujourd'hui", 1, 4),
        ("Au cours des deux dernières années, il a grandi.", "des deux dernières années", 1, 10),
        ("On ouvrira d'ici un an.", "d'ici un an", 1, 12),
        ("Cela viendra le mois prochain.", "le mois prochain", 1, 14),
        ("Elle est prévue pour le 18 janvier 2017.", "prévue pour le 18 janvier 2017", 1, 10),
        ("Elle est prévue pour le\n18 janvier 2017.", "prévue pour le 18 janvier 2017", 1, 10),
        ("Elle est prévue pour le *18 janvier 2017*.", "prévue pour le 18 janvier 2017", 1, 10),
        ("Elle est prévue le 18/01/2017.", "prévue le 18/01/2017", 1, 10),
        ("Elle est prévue au premier trimestre 2017.", "prévue au premier trimestre 2017", 1, 10),
        ("Elle aura lieu à Langres le 18 janvier 2017.", "aura lieu à Langres le 18 janvier 2017", 1, 6),
        ("Une étude devrait être rendue fin 2016.", "devrait être rendue fin 2016", 1, 11),
    ],
)
def test_what_rots_is_told_where_it_stands(text, word, line, column):
    assert found(text) == [(word, line, column)]


@pytest.mark.parametrize(
    "text",
    [
        "Elle dit « demain nous verrons ».",
        "Elle dit « demain\nnous verrons ».",
        'Elle dit "demain nous verrons".',
        "> Demain, nous verrons.",
        "> Nous verrons\ndemain.",
        "- > Demain, nous verrons.",
        "Fin 2016, on prépare actuellement une charte.",
        "Fin 2016, M. Dupont prépare actuellement une charte.",
        "Cette année-là, on préparait une charte.",
        "Le lendemain, on a signé.",
        "Voir [le site](https://exemple.fr/aujourd'hui).",
        "Un texte. <!-- demain -->",
        "Un outil : `demain`.",
        "Elle est prévue en 2017.",
        "Elle est prévue au printemps 2017.",
        "Elle est prévue pour le 18 mai 2017.",
        "Elle était prévue pour le 18 janvier 2017.",
        "Fin 2016, elle est prévue pour le 18 janvier 2017.",
        "Le budget sera comparé à celui de 2013.",
        "LEADER est prévu pour 2014-2020.",
        "depuis\n\nun an",
    ],
)
def test_quotations_and_dated_sentences_stay_silent(text):
    assert found(text) == []


def test_a_free_text_of_the_fields_is_read_and_nothing_else_of_them():
    fields = 'images:\n  - {file: a.png, credit: "Depuis un an, Camille Martin"}  # demain\ngaps: {x: "demain"}\n'
    assert found(fields=fields, first=0) == [("Depuis un an", 7, 28)]


def test_a_year_in_the_value_dates_it():
    assert found(fields='images:\n  - {file: a.png, credit: "En 2016, depuis un an, C. Martin"}\n') == []


def test_an_action_that_says_so_is_told_in_its_title():
    text = base_files()[MONOGRAPHY].decode()
    told = findings_with({MONOGRAPHY: text.replace("title: Gestion", "title: Depuis deux ans, gestion")})
    assert [(one.rule.id, one.word) for one in told.diagnostics] == [("rotting-date", "Depuis deux ans")]


def test_a_plan_is_no_fault_while_nobody_knows_when_the_memento_comes_out():
    told = findings_with({SHEET: base_files()[SHEET].decode() + "\nElle est prévue pour le 18 janvier 2017.\n"})
    assert told.diagnostics == ()


def test_the_date_of_the_information_is_told_in_words():
    sheet = base_files()[SHEET].decode().replace("status: draft\n", "status: draft\nas_of: 2016-11-30\n")
    [told] = findings_with({SHEET: sheet + "\nIl prépare aujourd'hui une charte.\n"}).diagnostics
    assert tell(told, speaker("fr")).hint.endswith("date des informations de ce document\u00a0: 30 novembre 2016")
    assert tell(told, speaker("en")).hint.endswith("as of 30 November 2016")


@pytest.mark.parametrize(
    ("moment", "first", "last", "words"),
    [
        ("2016", "2016-01-01", "2016-12-31", "2016"),
        ("2016-02", "2016-02-01", "2016-02-29", "février 2016"),
        ("2016-11-01", "2016-11-01", "2016-11-01", "1er novembre 2016"),
        ("2016-02-31", "None", "None", "2016-02-31"),
        ("2016-13", "None", "None", "2016-13"),
        ("0000", "None", "None", "0000"),
        ("hier", "None", "None", "hier"),
    ],
)
def test_a_moment_is_some_days(moment, first, last, words):
    months = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    assert (str(first_day(moment)), str(last_day(moment)), spoken(moment, months, "1er")) == (first, last, words)
