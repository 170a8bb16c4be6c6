"""`clust check --spelling`: what is told of misspelt words, where, what is suggested, and what is left alone."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from conftest import ROOT, make_workspace
from rule_cases import SHEET, base_files, check_words, speller

from clust_cli.cli.main import run
from clust_cli.core.check import check
from clust_cli.core.dictionary import DICTIONARY, Dictionary
from clust_cli.core.spelt import misspelt, words
from clust_cli.shell.packaged import read_packaged_schemas

MISTAKES = {
    "acceuil": "accueil", "developpement": "développement", "dévelopement": "développement", "apeller": "appeler",
    "necessaire": "nécessaire", "professionel": "professionnel", "language": "langage", "connection": "connexion",
    "agglomeration": "agglomération", "colectivité": "collectivité", "fillière": "filière", "partenaria": "partenariat",
    "teritoire": "territoire", "entreprse": "entreprise", "communnauté": "communauté", "interessant": "intéressant",
    "concurence": "concurrence", "aujourdhui": "aujourd'hui", "lentreprise": "l'entreprise", "parceque": "parce que",
    "rénnovation": "rénovation", "compétance": "compétence", "dilemne": "dilemme", "appercu": "aperçu",
}  # fmt: skip
RIGHT = """
Les chargé·e·s de mission, l’agriculteur·rice, les élu(e)s, tou·te·s, les directeur(trice)s, celles·eux, élu.e.s.
Écologie, aujourd’hui, presqu'île, jusqu'à, qu'Yves, lorsqu'elle, rendez-vous, a-t-il, celui-ci, c'est-à-dire,
porte‑à‑faux, éco-territoire, écogîtes, préopérationnelle, co-construction, sous-préfète, cœur, kilomètres, 12 km, XIXe,
1er, 2e, Ier, les PETR, d'EPCI, le SCoT, M. Dupond, Mme Fillières, le Sivotra, R&D, et/ou, www.acceuil.fr, un@acceuil.fr,
../images/acceuil.png, acceuil.docx, https://acceuil.fr/acceuil #acceuil
"""
OTHER = "mementos/02-essai/fiches/autre.md"


def told(text, more=None):
    """What is told of the spelling of the base with a text in one of its documents."""
    files = {**base_files(), **(more or {})}
    files[SHEET] = files[SHEET].replace(b"Un ancien atelier accueille des entreprises et des habitants.", text.encode())
    found = check(make_workspace(files), check_words).diagnostics
    return [one for one in found if one.rule.id in ("misspelt-word", "broken-word-list")]


def told_words(text, more=None):
    return [one.word for one in told(text, more)]


@pytest.mark.parametrize("wrong", MISTAKES)
def test_a_usual_mistake_is_found_and_its_word_suggested_first(wrong):
    [one] = told(f"Voici {wrong} que l'on voit.")
    assert one.word == wrong == one.place.quoted
    assert one.arguments["near"][0] == MISTAKES[wrong]
    assert len(one.arguments["near"]) <= 3


def test_what_is_well_written_is_left_alone():
    assert told_words(RIGHT) == []


def test_a_list_of_words_begins_no_sentence_with_a_lower_case_letter():
    assert [word.text for word in words("Un mot. Deux (trois) : quatre") if word.opens] == ["Un", "Deux", "quatre"]


@pytest.mark.parametrize(
    "text",
    [
        "Une **acceuil** forte.", "Une [acceuil](autre.md) forte.", "- un\n- une acceuil", "### Une acceuil",
        "| a | b |\n|---|---|\n| une acceuil | c |", "Une note.[^1]\n\n[^1]: Une acceuil.", "> Une acceuil",
        "Les [six acceuil]{.count of=territory} du lieu.", "Une <!-- acceuil --> l'acceuil forte.",
        "« Une [acceuil]{lang=fr} »", "![Une acceuil](image.png)",
    ],
)  # fmt: skip
def test_a_word_is_told_where_it_stands_whatever_stands_around_it(text):
    [one] = told(text)
    assert (one.word, one.place.quoted) == ("acceuil", "acceuil")


def test_a_word_is_told_once_a_document_with_how_often_it_stands_there():
    [one] = told("Un acceuil.\n\nL'acceuil. Acceuil !")
    assert (one.variant, one.arguments["times"], one.place.start.line) == ("often", 3, 10)


def test_the_part_of_a_compound_that_is_wrong_is_told_alone():
    assert told_words("La mise-en-resau, l'acceuil et les agricultteur·rice·s.") == [
        "resau",
        "acceuil",
        "agricultteur·rice·s",
    ]


def test_a_capital_within_a_sentence_makes_a_name_and_at_its_beginning_where_nothing_is_like_it():
    assert told_words("Le Dévelopement vient. Xrqvtkz vient.") == []
    assert told_words("Dévelopement des filières.") == ["Dévelopement"]
    assert told("Dévelopement des filières.")[0].arguments["near"][0] == "Développement"
    assert told_words("Jacquemin vient.") == []
    assert told_words("Martinel vient. Avec Martinel, tout va.") == []


def test_a_town_is_no_misspelt_word():
    assert told_words("Nogent vient. Vervins aussi.") == []
    assert told_words("Nogents vient. Vervine aussi.") == ["Nogents", "Vervine"]


def test_another_language_has_its_own_dictionary_or_none():
    assert told_words("Les [networks of enterprizes]{lang=en} et [die Vereinigung]{lang=de}.") == ["enterprizes"]
    assert told_words("Les networks.") == ["networks"]


def test_names_and_words_of_the_glossary_and_of_the_collection_are_known():
    names = b"format: 1\nclusters:\n  Vitagora:\nterritories:\n  Pays L\xc3\xa9donien:\n"
    glossary = b"format: 1\nterms:\n  - {acronym: ZAE, expansion: zonne d'entreprises}\n"
    more = {"names.yaml": names, "glossary.yaml": glossary, "words.txt": "moulerie # métier\n".encode()}
    text = "vitagora, la vie lédonienne, une zonne, des mouleries, Moulerie."
    assert told_words(text, more) == []
    assert told_words(text) == ["vitagora", "lédonienne", "zonne", "mouleries"]


def test_words_txt_may_come_from_notepad():
    assert told_words("Une moulerie.", {"words.txt": "\ufeffmoulerie\r\n".encode()}) == []


def test_a_words_txt_that_is_no_text_is_told_at_its_byte():
    files = {**base_files(), "words.txt": "moulerie\nécogîte\n".encode("cp1252")}
    [one] = check(make_workspace(files), check_words).diagnostics
    assert (one.rule.id, one.place.start.line) == ("not-utf8", 2)


def test_free_fields_are_read_and_names_and_codes_are_not():
    front = "title: L'acceuil en ligne\nassigned: Jean Fillièrre\nsources: [notes d'acceuil.txt]\n"
    front += 'gaps:\n  x: "pas d\'entretient"\n'
    files = {**base_files(), SHEET: base_files()[SHEET].replace(b"title: Un tiers-lieu\n", front.encode())}
    found = [one for one in check(make_workspace(files), check_words).diagnostics if one.rule.id == "misspelt-word"]
    assert [(one.word, one.place.start.line, one.place.quoted) for one in found] == [("acceuil", 4, "acceuil")]


def test_a_doubt_is_accepted_and_not_needless_while_nobody_asks():
    front = "status: draft\naccepted:\n  - {rule: misspelt-word, what: acceuil, reason: comme imprimé}\n"
    sheet = base_files()[SHEET].replace(b"status: draft\n", front.encode()).replace(b"ancien", b"acceuil")
    workspace = make_workspace({**base_files(), SHEET: sheet})
    assert check(workspace).diagnostics == () == check(workspace, check_words).diagnostics
    assert [one.what for one in check(workspace, check_words).accepted] == ["acceuil"]
    mended = make_workspace({**base_files(), SHEET: sheet.replace(b"Un acceuil", b"Un accueil")})
    assert check(mended).diagnostics == ()
    assert [one.rule.id for one in check(mended, check_words).diagnostics] == ["needless-accepted"]


def test_the_real_collection_is_well_spelt(memento_2):
    assert [one.word for one in check(memento_2, check_words).diagnostics] == []


def test_the_dictionary_holds_what_hunspell_would():
    french = Dictionary(read_packaged_schemas()[DICTIONARY.format(lang="fr")])
    right = (
        "aller",
        "irions",
        "chevaux",
        "élue",
        "kilomètres",
        "km",
        "aujourd'hui",
        "arc-en-ciel",
        "Paris",
        "finissent",
    )
    assert [word for word in right if not french.holds(word)] == []
    assert not any(french.holds(word) for word in ("alle", "irioins", "chevals", "paris-", "", "élueé"))
    assert not french.holds("km", to_suggest=True)


def test_a_word_has_no_suggestion_where_nothing_is_near():
    assert list(speller().suggest("fr", "xrqvtkz")) == []
    assert misspelt("aujourd'ui", lambda word: speller().holds("fr", word)).text == "aujourd'ui"


@pytest.fixture
def folder(tmp_path):
    files = {**base_files(), SHEET: base_files()[SHEET].replace(b"ancien", b"acceuil")}
    for path, data in files.items():
        target = tmp_path / "Ma collection é" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return tmp_path / "Ma collection é"


def test_the_command_tells_of_spelling_only_when_asked(folder, capsys):
    assert speller()

    def rules(*arguments):
        assert run(["check", "-C", str(folder), "--format", "json", *arguments]) == 0
        return [one["rule"] for one in json.loads(capsys.readouterr().out)["diagnostics"]]

    assert rules() == []
    assert rules("--spelling") == ["misspelt-word"]
    assert rules("--spelling", "--ignore", "misspelt-word") == []
    assert rules("--rule", "misspelt-word") == ["misspelt-word"]
    assert rules("--spelling", "--strict") == ["misspelt-word"]
    (folder / "words.txt").write_text("acceuil\n", encoding="utf-8")
    assert rules("--spelling") == []


def test_without_spylls_the_command_says_how_to_install_it(folder):
    code = "import sys; sys.modules['spylls'] = None; from clust_cli.cli.main import run; sys.exit(run(sys.argv[1:]))"
    command = [sys.executable, "-c", code, "check", "--spelling", "--lang", "fr", "-C", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "pipx inject clust spylls" in done.stderr
    assert "python -m pip install spylls" in done.stderr
    assert "Traceback" not in done.stderr
