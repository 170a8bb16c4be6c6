"""The slips of the printed Memento 2 (source 002, by line), put back into the collection: check finds each by itself."""

from __future__ import annotations

from functools import cache

import pytest
from conftest import ROOT

from clust_cli.core.check import check
from clust_cli.core.workspace import parse
from clust_cli.shell.files import read_disk
from clust_cli.shell.packaged import read_packaged_schemas

FOLDER = "mementos/02-clusters-et-territoires-locaux"
MEMENTO = f"{FOLDER}/memento.md"
BRUCHE = f"{FOLDER}/monographies/pays-bruche-mossig-piemont.md"
BRETAGNE = f"{FOLDER}/monographies/pays-centre-ouest-bretagne.md"
BRESLE = f"{FOLDER}/monographies/pays-interregional-bresle-yeres.md"
CHAUMONT = f"{FOLDER}/monographies/pays-de-chaumont.md"
LEDONIEN = f"{FOLDER}/monographies/pays-ledonien.md"
QUERCY = f"{FOLDER}/monographies/pays-midi-quercy.md"
EXPERT = f"{FOLDER}/regards/createurs-de-liens.md"
EUROPE = f"{FOLDER}/regards/regard-europeen.md"


@cache
def collection():
    return dict(read_disk(ROOT).sources)


def found(*changes):
    """What check tells, once each change (a path, what stands there, what to put instead) is made: rule, path, word."""
    files = dict(collection())
    for path, old, new in changes:
        text = files[path].decode()
        assert text.count(old) == 1, (path, old)
        files[path] = text.replace(old, new).encode()
    told = check(parse(files, read_packaged_schemas())).diagnostics
    return [(one.rule.id, one.place.path, one.word) for one in told]


@pytest.mark.parametrize(
    ("line", "rule", "word", "changes"),
    [
        (
            1813,
            "name-variant",
            "Pays de Bruche Mossig Piémont",
            [(EXPERT, "tel le Pays Bruche Mossig", "tel le Pays de Bruche Mossig")],
        ),
        (
            1828,
            "name-variant",
            "Pays Bresles-Yère",
            [
                (
                    EXPERT,
                    "[Le Pays interrégional Bresle-Yères]{.example of=territory "
                    'where="cluster=Glass Vallée and action=tourisme"}',
                    "Le Pays Bresles-Yère",
                )
            ],
        ),
        (
            2004,
            "name-variant",
            "Pays du Centre Ouest Bretagne",
            [
                (
                    EUROPE,
                    "[le Pays Centre Ouest Bretagne]{.example of=territory "
                    'where="programme=interreg and cluster-relation=accompanied"}',
                    "le Pays du Centre Ouest Bretagne",
                )
            ],
        ),
        (516, "role-mismatch", "director", [(CHAUMONT, "role: leader-officer", "role: director")]),
        (
            1814,
            "false-quote",
            "comment créer de la dynamique à partir des ressources du territoire ?",
            [
                (
                    BRUCHE,
                    "comment faire naître une dynamique économique des ressources",
                    "comment créer de la dynamique économique à partir des ressources",
                ),
                (
                    EXPERT,
                    "comment faire naître une dynamique économique des",
                    "comment créer de la dynamique à partir des",
                ),
            ],
        ),
        (
            1857,
            "false-quote",
            "faire émerger des leaders aptes à porter des projets",
            [
                (
                    LEDONIEN,
                    "découvrir des leaders capables de porter les projets",
                    "trouver des leaders aptes à porter les projets",
                ),
                (
                    EXPERT,
                    "découvrir des leaders capables de porter les projets",
                    "faire émerger des leaders aptes à porter des projets",
                ),
            ],
        ),
        (
            880,
            "town-outside-department",
            "Carhaix",
            [(BRETAGNE, "{rule: town-outside-department, what: Carhaix", "{rule: short-section, what: x")],
        ),
        (
            1209,
            "department-outside-region",
            "76",
            [(BRESLE, '{rule: department-outside-region, what: "76"', "{rule: short-section, what: x")],
        ),
        (
            1706,
            "false-claim",
            "partout",
            [(MEMENTO, "{rule: false-claim, what: partout", "{rule: short-section, what: x")],
        ),
        (1709, "false-claim", "tous", [(MEMENTO, "{rule: false-claim, what: tous", "{rule: short-section, what: x")]),
    ],
)
def test_a_slip_of_the_print_is_found(line, rule, word, changes):
    told = [(id, said) for id, _path, said in found(*changes) if id != "needless-accepted"]
    assert (rule, word) in told, (line, told)
    assert {id for id, _said in told} == {rule}


@pytest.mark.parametrize(
    ("word", "change"),
    [
        ("demain", (BRESLE, "Le Pays est récent :", "Le Pays a quatre EPCI, demain deux.\n\nLe Pays est récent :")),
        ("cette année", (BRUCHE, "Depuis le début de 2016, un projet", "Depuis le début de cette année, un projet")),
        ("depuis dix ans", (QUERCY, "Fin 2016, la filière bois-énergie était", "La filière bois-énergie est")),
        (
            "prévue le 18 janvier 2017",
            (
                BRETAGNE,
                "le 18 janvier 2017 est la date retenue pour présenter",
                "une réunion est prévue le 18 janvier 2017 pour présenter",
            ),
        ),
    ],
)
def test_a_date_of_the_print_that_rots_is_found(word, change):
    assert ("rotting-date", change[0], word) in found(change)


def test_a_count_that_went_stale_is_found_in_every_sentence_that_has_it():
    told = found((BRUCHE, "  - {id: leader, period: 2014-2020,", "  - {id: region, period: 2014-2020,"))
    assert [(rule, path) for rule, path, word in told if word == "six"] == [
        ("false-claim", MEMENTO),
        ("false-claim", EUROPE),
    ]


SURVEY = f"{FOLDER}/enquetes/territoires-et-lien-urbain-rural.md"
NAMES = {
    33: "Fonds Européen Agricole de Développement Rural",
    37: "Agence de Services et Paiement",
    313: "Pays Midi Quercy",
    317: "Pays Interrégional Bresle Yères",
    421: "Actisud52",
    457: "Made Pays de Langres",
    658: "Pays Bruche Mossig Piemont",
    1047: "TECPV",
    1233: "Glass Valley",
    1337: "Clus'Ter JURA",
    1417: "Lons-le-Saulnier",
    1425: "Cluster Jura",
    1455: "Pays Vallee de la Dore",
    1463: "Saint-Gervais sous Meymont",
    1504: "Livradois Forez",
    1552: "union des industries et métiers de la métallurige",
    1553: "Auvergne promo-bois",
    1828: "Pays Bresles-Yère",
    1890: "Cap actif",
    1929: "Pays de Bruche Mossig Piémont",
    1962: "GTECT",
    2004: "Pays du Centre Ouest Bretagne",
}
DATES = {
    10: "depuis 19 ans",
    165: "aujourd'hui",
    802: "récemment",
    996: "actuellement",
    1043: "depuis 5 ans",
    1066: "depuis 1 an",
    1222: "demain",
    1284: "bientôt",
    1645: "cette année",
}
"""What the print has, by its line: in a sentence of ours, check tells these very words."""


@pytest.mark.parametrize(
    ("rule", "slips"), [("name-variant", NAMES), ("rotting-date", DATES), ("french-typing", {1268: "19ème"})]
)
def test_each_name_time_and_typing_of_the_print_is_found(rule, slips):
    added = "".join(f"\n\nOn le voit ici, {slip}, et plus loin." for slip in slips.values())
    files = dict(collection())
    before = found()
    files[MEMENTO] = files[MEMENTO].rstrip() + f"{added}\n".encode()
    told = check(parse(files, read_packaged_schemas())).diagnostics
    new = [one.word for one in told if one.rule.id == rule and (rule, one.place.path, one.word) not in before]
    assert sorted(new) == sorted(slips.values())


def test_the_sectors_that_the_prose_of_the_print_names_are_not_those_of_its_chart():
    last = "écologique, les services aux personnes et le développement de la créativité]"
    told = found((SURVEY, last, "écologique et les services aux personnes]"))
    assert [(rule, path) for rule, path, _word in told] == [("false-claim", SURVEY)]


def test_funds_that_six_of_nine_have_are_not_common_to_all():
    of = '{{.{} of=territory where="programme=leader"}}'
    told = found((MEMENTO, f"[six]{of.format('count')}", f"[chacun]{of.format('all')}"))
    assert told == [("false-claim", MEMENTO, "chacun")]


def test_an_answer_that_changes_is_told_in_the_sentence_that_gives_it():
    told = found((SURVEY, "count: 12}", "count: 11}"))
    assert told == [("false-claim", SURVEY, "12")]
