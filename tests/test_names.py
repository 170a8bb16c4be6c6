"""The register of names: how it is read, which variants are told, and which words it leaves in peace."""

from __future__ import annotations

import pytest
from conftest import ROOT, make_workspace
from hypothesis import given
from hypothesis import strategies as st

from clust_cli.core.check import check
from clust_cli.core.rules.names import check_name_variants
from clust_cli.core.spelling import distance, is_inflection, slips
from clust_cli.core.words import fold

REGISTER = (ROOT / "names.yaml").read_text(encoding="utf-8")
PATH = "mementos/02-essai/monographies/essai.md"
HEAD = "---\nkind: monography\nedition: 1\ntitle: Essai\nterritory:\n  id: lons-le-saunier\n  main_town: {town}\n---\n"


def told(text, town="Langres", register=REGISTER):
    """The variants told of a text and a town: each word, and the name that is meant."""
    document = HEAD.format(town=town) + f"\n## Contexte\n\n{text}\n"
    found = check_name_variants(make_workspace({"names.yaml": register, PATH: document}))
    return [(one.arguments["word"], one.arguments["near"]) for one in found]


# The slips of the printed Memento 2, each with the line of source 002 that has it.
PRINTED = [
    ("entre l'agglomération de Lons-le-Saulnier et Vitagora", "Lons-le-Saulnier", "Lons-le-Saunier"),  # 1417
    ("La Glass Valley : un Cluster de renommée", "Glass Valley", "Glass Vallée"),  # 1233
    ("Le Clus'Ter JURA, à l'origine une SCOP", "Clus'Ter JURA", "Clus'Ter Jura"),  # 1337
    ("Le Pays travaille avec le Cluster Jura", "Cluster Jura", "Clus'Ter Jura"),  # 1425
    ("que le Pays Bresles-Yère en est", "Pays Bresles-Yère", "Pays Bresle-Yères"),  # 1828
    ("avec le réseau Cap actif.", "Cap actif", "Cap'Actif"),  # 1890
    ("Le Pays\nMidi Quercy nous le démontre", "Pays Midi Quercy", "Pays Midi-Quercy"),  # 1848
    ("du Parc Livradois Forez et porteur", "Livradois Forez", "Livradois-Forez"),  # 1504
    ("Saint-Gervais sous Meymont", "Saint-Gervais sous Meymont", "Saint-Gervais-sous-Meymont"),  # 1463
    ("Le Pole et Actisud52 souhaitent", "Actisud52", "ActiSud52"),  # 421
    ("Alizée plasturgie", "Alizée plasturgie", "Alizée Plasturgie"),  # 1553
    ("et Auvergne promo-bois.", "Auvergne promo-bois", "Auvergne Promo-bois"),  # 1553
    (
        "L'union des industries et métiers de la métallurige",
        "union des industries et métiers de la métallurige",
        "Union des industries et métiers de la métallurgie",
    ),  # 1552
    (
        "comme nous y invite le Pays de Bruche Mossig Piémont",
        "Pays de Bruche Mossig Piémont",
        "Pays Bruche Mossig Piémont",
    ),
    ("Le Pays du Centre Ouest Bretagne a ainsi", "Pays du Centre Ouest Bretagne", "Pays Centre Ouest Bretagne"),  # 2004
    ("des marchés « Made Pays de Langres »", "Made Pays de Langres", "Made in Pays de Langres"),  # 457
    (
        "l'Agence de Services et Paiement (ASP)",
        "Agence de Services et Paiement",
        "Agence de services et de paiement",
    ),  # 37
    ("- TECPV, rénovation thermique", "TECPV", "TEPCV"),  # 1047
    ("son soutien au projet de GTECT.", "GTECT", "GTEC"),  # 1962
    ("Président : Charles GUENE", "Charles GUENE", "Charles Guené"),  # 369
]


@pytest.mark.parametrize(("text", "word", "name"), PRINTED, ids=[one[1] for one in PRINTED])
def test_each_slip_of_the_print_is_found(text, word, name):
    assert told(text) == [(word, name)]


SLIPS = [
    ("le clus'ter jura", "clus'ter jura"),
    ("CAP'ACTIF", "CAP'ACTIF"),
    ("Pierre-Emmanuel Crédoz", "Pierre-Emmanuel Crédoz"),
    ("Pierre Emmanuel Credoz", "Pierre Emmanuel Credoz"),
    ("Benedicte Feuger", "Benedicte Feuger"),
    ("Franck Chaignaud", "Franck Chaignaud"),
    ("le Pays Centre-Ouest Bretagne", "Pays Centre-Ouest Bretagne"),
    ("Lons le Saunier", "Lons le Saunier"),
    ("Lons-Le-Saunier", "Lons-Le-Saunier"),
    ("à Blangy sur Bresle", "Blangy sur Bresle"),
    ("le Pays de Langre", "Pays de Langre"),
    ("la Caisse des dépôts", "Caisse des dépôts"),
    ("la Thierache", "Thierache"),
    ("à Nogentec", "Nogentec"),
    ("Clermond-Ferrand", "Clermond-Ferrand"),
    ("Glass\u00a0Vallee", "Glass Vallee"),
]


@pytest.mark.parametrize(("text", "word"), SLIPS, ids=[one[1] for one in SLIPS])
def test_a_near_variant_that_nobody_registered_is_found(text, word):
    assert [one for one, _near in told(text)] == [word]


PEACE = [
    "Beaumont et Chaumont, Langeais et Langres, Nogent-sur-Seine et Nogent",
    "Le Jura, les Juras",
    "Le territoire lédonien, la Lédonienne et les Lédoniens",
    "Langues régionales. Langues d'oïl",
    "Les maisons des entreprises, une maison des entreprises, la Maison des Entreprises",
    "La Maison des Entreprises de Thiérache et de la Serre",
    "Vallée de la Loire, Pays de la Loire, Pays de Beaumont, le pays de Langres",
    "Vervins et Verviers, Reims et Rennes, Troyes, Trois",
    "Philippe Dubois et Christian Ronsard",
    "Chaumont-en-Vexin, Brest-Litovsk",
    "Bresles, commune de l'Oise",
    "Le leader et les Leaders du programme LEADER",
    "Association nationale des industries",
    "Clus’Ter Jura, Centre Ouest\u00a0Bretagne, Pays\nMidi-Quercy",
    "`Glass Valley` et <!-- Glass Valley --> [ici](Glass%20Valley.md) #clus-ter-jura",
    "La chambre de commerce et d'industrie (CCI) de Morlaix",
]


@pytest.mark.parametrize("text", PEACE)
def test_another_name_and_an_ordinary_word_are_left_in_peace(text):
    assert told(text) == []


def test_fields_are_read_and_identifiers_are_not():
    assert told("Rien.", town="Lons-le-Saulnier") == [("Lons-le-Saulnier", "Lons-le-Saunier")]
    assert told("Rien.", town="lons-le-saunier # Lons-le-Saulnier, à l'impression") == []


def test_a_role_that_does_not_exist_is_told_in_the_register():
    register = "people:\n  Anne Un:\n    roles: [presidente, zzz]\n"
    found = check(make_workspace({"names.yaml": register})).diagnostics
    assert [(one.rule.id, one.variant, one.place.quoted) for one in found] == [
        ("unknown-value", "", "presidente"),
        ("unknown-value", "list", "zzz"),
    ]


def test_a_person_under_any_registered_form_keeps_the_registered_role():
    people = "people:\n  - {name: Sophie Sidibé, role: president}\n  - {name: Inconnue, role: president}\n---\n"
    text = HEAD.format(town="Langres").removesuffix("---\n") + people
    found = check(make_workspace({"names.yaml": REGISTER, PATH: text})).diagnostics
    [told] = [one for one in found if one.rule.id == "role-mismatch"]
    assert (told.word, told.arguments["expected"]) == ("president", ("director",))


def test_the_place_is_the_word():
    text = "Élus réunis : le\nClus'Ter JURA, oui."
    [found] = check_name_variants(make_workspace({"names.yaml": REGISTER, PATH: HEAD.format(town="Langres") + text}))
    assert found.place.quoted == "Clus'Ter JURA"


def test_each_place_is_told_once():
    assert len(told("Le Pays Midi Quercy. Encore le Pays Midi Quercy.")) == 2


def test_a_kept_variant_is_accepted_with_its_reason():
    accepted = "accepted:\n  - {rule: name-variant, what: Glass Valley, reason: comme imprimé}\n---\n"
    text = HEAD.format(town="Langres").removesuffix("---\n") + accepted + "\nLa Glass Valley.\n"
    findings = check(make_workspace({"names.yaml": REGISTER, PATH: text}))
    assert [one.what for one in findings.accepted] == ["Glass Valley"]
    assert not [one for one in findings.diagnostics if one.rule.id == "name-variant"]


def test_a_workspace_without_register_is_told_nothing():
    assert list(check_name_variants(make_workspace({PATH: HEAD.format(town="Lons-le-Saulnier")}))) == []


@pytest.mark.parametrize(
    ("register", "rule"),
    [
        ("towns: [", "broken-yaml"),
        ("- Langres\n", "broken-yaml"),
        ("town:\n  Langres:\n", "unknown-field"),
        ("towns:\n  Langres:\n    shorts: [L]\n", "unknown-field"),
        ("towns:\n  Langres: Ville\n", "wrong-type"),
        ("towns:\n  Langres:\n  Langres:\n", "duplicate-key"),
    ],
)
def test_a_broken_register_is_told_at_its_line_and_hides_nothing(register, rule):
    workspace = make_workspace({"names.yaml": register, PATH: "---\nkind: monographie\n---\n"})
    found = [(one.place.path, one.rule.id) for one in check(workspace).diagnostics]
    assert (PATH, "unknown-kind") in found
    assert [one for path, one in found if path == "names.yaml"] == [rule]


def test_a_register_that_is_not_utf8_is_told():
    workspace = make_workspace({"names.yaml": "towns:\n  Nègrepelisse:\n".encode("latin-1")})
    assert [one.rule.id for one in workspace.names.faults] == ["not-utf8"]


def test_a_byte_order_mark_shifts_no_place():
    register = "\ufefftowns:\n  Langres:\n  Troyes:\n    short: [LANGRES]\n"
    [found] = check(make_workspace({"names.yaml": register})).diagnostics
    assert (found.rule.id, found.place.quoted) == ("duplicate-name", "LANGRES")


def test_every_territory_person_and_cluster_of_memento_2_is_registered(memento_2):
    forms = {fold(form) for name in memento_2.names.names for form in name.forms}
    # Its name is not printed in full, and it is none: « l'association des industriels ».
    nameless = {"Association des industriels du Livradois-Forez"}
    fields = [document.values for document in memento_2.documents]
    people = [person["name"] for values in fields for key in ("people", "authors") for person in values.get(key, ())]
    clusters = [cluster["name"] for values in fields for cluster in values.get("clusters", ())]
    towns = [values["territory"]["main_town"] for values in fields if "territory" in values]
    titles = [one.title.split(" / ")[0] for one in memento_2.documents if one.kind.name == "monography"]
    known = {*people, *clusters, *towns, *titles} - nameless
    assert sorted(name for name in known if fold(name.split(" (")[0]) not in forms) == []


def test_memento_2_writes_every_name_as_it_is_registered(memento_2):
    found = [one for one in check(memento_2).diagnostics if one.rule.id in ("name-variant", "duplicate-name")]
    assert found == []


@given(st.text("abcé", max_size=6), st.text("abcé", max_size=6))
def test_the_distance_is_the_same_both_ways_and_small_only_for_slips(one, other):
    found = distance(one, other, 2)
    assert found == distance(other, one, 2)
    assert (found == 0) is (one == other)
    assert found >= min(3, abs(len(one) - len(other)))


@pytest.mark.parametrize(
    ("word", "right", "expected"),
    [
        ("saulnier", "saunier", 1),
        ("vitagroa", "vitagora", 1),
        ("chaigneaux", "chaigneau", 1),
        ("beaumont", "chaumont", -1),
        ("langeais", "langres", -1),
        ("lyom", "lyon", -1),
        ("nergepelise", "negrepelisse", 2),
    ],
)
def test_slips_are_counted_up_to_what_a_word_of_that_length_may_hold(word, right, expected):
    assert slips(word, right) == expected


def test_an_ending_is_no_slip():
    assert is_inflection("ledoniennes", "ledonien")
    assert not is_inflection("langre", "langres")
