"""The glossary: how it is read, which words are acronyms, what an author expands by hand, what check says of both."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rule_cases import SHEET, base_files, findings_with

from clust_cli.core.acronyms import acronyms, expanded_by_hand
from clust_cli.core.check import check
from clust_cli.core.glossary import Definition, Glossary, parse_glossary
from clust_cli.core.glossary_words import GlossaryWords
from clust_cli.core.reading.prose import prose
from clust_cli.core.workspace import parse
from clust_cli.shell.packaged import read_packaged_schemas

GLOSSARY = """\
format: 1
terms:
  - acronym: EPCI
    expansion: établissement public de coopération intercommunale
    plural: établissements publics de coopération intercommunale
  - {acronym: PME, expansion: petite ou moyenne entreprise, expand: never}
  - acronym: R&D
    expansion: recherche et développement
  - acronym: BNI
    expansion: Business Network International
    lang: en
  - term: cluster
    variants: [grappe d'entreprises]
    definitions:
      - {text: Un réseau d'entreprises., source: Un guide}
      - text: Un lieu.
"""


def sheet_with(text: str) -> str:
    body = base_files()[SHEET].decode()
    return body[: body.index("Un ancien")] + text + "\n"


def told(text: str, glossary: str = GLOSSARY) -> list[tuple[str, str]]:
    """What is told of a text, but for what the glossary itself has too much of."""
    found = findings_with({SHEET: sheet_with(text), "glossary.yaml": glossary}).diagnostics
    return [(one.rule.id, one.word) for one in found if one.rule.id != "unused-definition"]


@pytest.fixture
def glossary(workspace) -> Glossary:
    return workspace({"glossary.yaml": GLOSSARY}).glossary


def test_a_term_is_read_with_all_that_is_said_of_it(glossary):
    cluster = glossary.by_id["cluster"]
    assert cluster.forms == ("cluster", "grappe d'entreprises")
    assert cluster.definitions == (Definition("Un réseau d'entreprises.", "Un guide"), Definition("Un lieu."))
    assert not cluster.is_acronym


def test_an_id_is_made_of_the_word(glossary):
    assert list(glossary.by_id) == ["cluster", "bni", "r-d", "pme", "epci"]


def test_a_common_acronym_is_never_expanded(glossary):
    assert [term.word for term in glossary.terms if not term.expands] == ["PME"]


def test_a_workspace_without_glossary_is_told_nothing_of_acronyms():
    assert findings_with({SHEET: sheet_with("Le SAGE et le PLU.")}).diagnostics == ()


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"terms: [", "broken-yaml"),
        (b"\xff", "not-utf8"),
        (b"- EPCI\n", "broken-yaml"),
        (b"terms: EPCI\n", "wrong-type"),
    ],
)
def test_a_broken_glossary_hides_no_other_file(data, rule):
    sheet = base_files()[SHEET].replace(b"status: draft", b"status: brouillon")
    found = findings_with({SHEET: sheet, "glossary.yaml": data}).diagnostics
    assert [(one.rule.id, one.place.path) for one in found] == [(rule, "glossary.yaml"), ("unknown-value", SHEET)]


def test_an_empty_glossary_explains_nothing():
    assert told("Le SAGE.", "") == [("undefined-acronym", "SAGE")]


def test_a_byte_order_mark_moves_no_place():
    [found] = findings_with({"glossary.yaml": b"\xef\xbb\xbfterms:\n  - acronym: GTEC\n"}).diagnostics
    assert found.place.quoted == "acronym: GTEC"


@given(st.text(alphabet="terms:-[]{} \n\"'acronymEPCI&*0é", max_size=80))
def test_no_glossary_makes_check_fall(text):
    assert isinstance(parse_glossary(text.encode()), Glossary)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("l'EPCI, le SCoT et la R&D", ["EPCI", "SCoT", "R&D"]),
        ("la loi NOTRe, le PLUi, les PME-PMI", ["NOTRe", "PLUi", "PME", "PMI"]),
        ("EPCI/PETR (DGE).", ["EPCI", "PETR", "DGE"]),
        ("le XIXe siècle, Louis XIV, XXIe", []),
        ("article L. 5741-1, CO2, A4, 2A, H2020", []),
        ("ActiSud52, Cap'Actif, Clus'Ter, iPhone", []),
        ("ATTENTION aux mots", []),
        ("https://essai.fr/PLU et PAYS@ESSAI.fr, www.PLU.fr", []),
        ("LA VIE DES PAYS", []),
        ("LIFE ;", ["LIFE"]),
        ("#PTCE", []),
    ],
)
def test_an_acronym_is_told_from_what_looks_like_one(text, words):
    assert [word for word, _start in acronyms(text)] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("un établissement public de coopération intercommunale (EPCI)", {"EPCI"}),
        ("le Fonds européen agricole pour le développement rural (FEADER)", {"FEADER"}),
        ("le plan de déplacements interentreprises (PDIE)", {"PDIE"}),
        ("le FEDER (Fonds européen de développement régional)", {"FEDER"}),
        ("les entreprises RGE (« reconnu garant de l'environnement »)", {"RGE"}),
        ("d'une recherche et développement (R&D)", {"R&D"}),
        ("le schéma de\ncohérence territoriale (**SCoT**)", {"SCoT"}),
        ("les intercommunalités (EPCI)", frozenset()),
        ("un label financé par l'État (DGE)", frozenset()),
        ("des crédits de l'Europe (INTERREG)", frozenset()),
        ("EPCI (voir plus loin)", frozenset()),
        ("(EPCI)", frozenset()),
    ],
)
def test_what_an_author_expands_by_hand_is_seen(text, words):
    assert expanded_by_hand(text) == words


@given(st.text(alphabet="ABa (é)'.", max_size=60))
def test_any_text_can_be_looked_through(text):
    assert {word for word, _start in acronyms(text)} >= set()
    assert all(word in text for word in expanded_by_hand(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Le SAGE de la Dore.", ["SAGE"]),
        ("Le SAGE, encore le SAGE.", ["SAGE"]),
        ("| Sigle | Nombre |\n|---|---|\n| SAGE | 1 |", ["SAGE"]),
        ("Avant.\n\n### Le SAGE\n\nAprès.", ["SAGE"]),
        ("Les EPCI, l'EPCI.", []),
        ("Le schéma d'aménagement et de gestion des eaux (SAGE) et le SAGE.", []),
        ("Un `SAGE`, un [mot](http://a.fr/SAGE).", []),
        ("Le SAGE des BNI ([Business Network International]{lang=en}).", ["SAGE"]),
    ],
)
def test_an_acronym_that_nobody_explains_is_told_once(text, words):
    assert told(text) == [("undefined-acronym", word) for word in words]


def test_the_place_is_the_word_behind_comments_and_marks():
    text = "Avant. <!-- un SAGE -->\n\nÉté : *le* **SAGE**."
    [found] = [
        one
        for one in findings_with({SHEET: sheet_with(text), "glossary.yaml": "terms: []"}).diagnostics
        if one.word == "SAGE"
    ]
    assert found.place.quoted == "SAGE"
    assert found.place.start.column == 14


def test_an_acronym_of_the_fields_is_told_where_it_stands_and_a_name_is_none():
    path = "mementos/02-essai/monographies/pays-d-essai.md"
    text = base_files()[path].decode().replace("main_town: Langres", "main_town: Langres\n  situation: près du SAGE")
    text = text.replace("title: Pays d'Essai", "title: Pays d'Essai\nclusters:\n  - {name: OZON, relations: [founder]}")
    text += "\n- Le cluster OZON est loin.\n"
    found = findings_with({path: text, "glossary.yaml": "terms: []"}).diagnostics
    acronyms_told = [one.place.quoted for one in found if one.rule.id == "undefined-acronym"]
    assert acronyms_told == ["SAGE"]


def test_a_doubt_about_an_acronym_can_be_kept():
    text = sheet_with("Le SAGE.").replace(
        "status: draft", 'status: draft\naccepted: [{rule: undefined-acronym, what: SAGE, reason: "un prénom"}]'
    )
    found = findings_with({SHEET: text, "glossary.yaml": "terms: []"})
    assert [one.what for one in found.accepted] == ["SAGE"]
    assert found.diagnostics == ()


def test_a_checked_file_alone_still_tells_what_is_wrong_with_the_glossary():
    found = findings_with({"glossary.yaml": "terms:\n  - acronym: GTEC\n"}).within([SHEET])
    assert [one.rule.id for one in found.diagnostics] == ["broken-glossary"]


def test_the_words_of_a_text_are_found_in_each_of_their_forms(glossary):
    words = GlossaryWords(glossary)
    text = "Clusters, la grappe d’entreprises, l'EPCI, epci, SEPCI, R&D, la CLUSTER"
    assert [(found[0], term.id) for found, term in words.find(text)] == [
        ("Clusters", "cluster"),
        ("grappe d’entreprises", "cluster"),
        ("EPCI", "epci"),
        ("R&D", "r-d"),
    ]


def test_a_word_within_a_registered_name_is_no_term_and_an_acronym_within_one_is(workspace):
    names = "organisations: {France Clusters: , R&D Bois: , Grappe: }"
    made = workspace({"glossary.yaml": GLOSSARY, "names.yaml": names})
    words = GlossaryWords(made.glossary, made.names.names)
    text = "France Clusters aide un cluster, les Clusters et R&D Bois."
    assert [found[0] for found, _term in words.find(text)] == ["cluster", "Clusters", "R&D"]


def test_a_form_of_odd_signs_is_no_pattern(workspace):
    glossary = workspace({"glossary.yaml": "terms: [{term: (a+, definitions: [{text: un}]}, {term: a., expansion: b}]"})
    assert [found[0] for found, _term in GlossaryWords(glossary.glossary).find("x (a+ ab a. b")] == ["(a+", "a."]


def test_words_keep_their_place_in_the_bytes_of_the_file():
    data = "é <!-- EPCI -->\n\n- *été* &amp; `EPCI` EPCI\n".encode()
    body = prose(data, 0)
    [(word, start)] = acronyms(body.text)
    span = body.span(start, start + len(word))
    assert data[span.start : span.end] == b"EPCI"
    assert span.end == len(data) - 1


def test_every_acronym_of_memento_2_is_explained(memento_2):
    assert len(memento_2.glossary.terms) > 55
    assert len(memento_2.glossary.by_id["cluster"].definitions) == 2


def test_a_glossary_that_is_a_symbolic_link_is_told_and_not_read():
    workspace = parse({"glossary.yaml": b""}, read_packaged_schemas(), links=frozenset({"glossary.yaml"}))
    assert [one.rule.id for one in workspace.glossary.faults] == ["symbolic-link"]
    assert "symbolic-link" in [one.rule.id for one in check(workspace).diagnostics]


def test_the_words_of_registered_names_are_no_acronyms():
    files = {SHEET: sheet_with("L'OZON et le SAGE."), "glossary.yaml": "terms: []", "names.yaml": "clusters: {OZON: }"}
    told = [one for one in findings_with(files).diagnostics if one.rule.id == "undefined-acronym"]
    assert [one.word for one in told] == ["SAGE"]
