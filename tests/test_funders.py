"""Funders: the sentence, the duties and the places of each, and what a memento's imprint tells."""

from __future__ import annotations

from datetime import date

import pytest
from conftest import ROOT, make_workspace
from hypothesis import given, settings
from hypothesis import strategies as st
from test_brand import told

from clust_cli.core.check import check
from clust_cli.core.funding import funder_of
from clust_cli.core.printing.ast import plain_text
from clust_cli.core.printing.cover import Version, cover
from clust_cli.core.printing.dress.surround import front, imprint
from clust_cli.core.printing.imprint import Detail, FunderLogo
from clust_cli.core.printing.publication import Publication
from clust_cli.core.workspace import ImageHeader
from clust_cli.shell.packaged import read_packaged_schemas
from clust_cli.shell.tables import read_table

PATH = "mementos/02-essai/memento.md"
LOGO = {"images/leader.png": ImageHeader("png", 40, 20, 90)}
OWN = """format: 1
funder: region
title: Région
sentence: Avec le soutien de la Région
places: [imprint]
source: convention
confirmed: true
duties: [{field: published.url, source: convention, confirmed: true}]
"""


def memento(lines="", status="draft", config="funder: feader-2014-2020\n", images=None, body="", **files):
    text = f"---\nkind: memento\nedition: 1\ntitle: Essai\nstatus: {status}\nnumber: 2\nauthors: [{{name: A}}]\n{lines}---\n{body}"
    sources = {"clust.yaml": f"title: Essai\n{config}", PATH: text, **files}
    return make_workspace(sources, images)


def duties(workspace):
    return [one for one in check(workspace).diagnostics if one.rule.id == "unmet-funder-duty"]


def printed(workspace, lang="fr", alone=None):
    phrases = read_table("phrases.json", ROOT)[lang]
    return cover(Publication(workspace, workspace.mementos[0], alone), phrases, Version(date(2024, 5, 6)), draft=False)


def test_each_duty_that_nobody_meets_is_told_by_name():
    assert [one.word for one in duties(memento())] == ["managing_authority", "responsible"]


def test_a_duty_is_met_in_the_memento_or_for_the_whole_collection():
    config = "funder: feader-2014-2020\nresponsible: Le réseau\n"
    assert duties(memento("managing_authority: Le ministère\n", config=config)) == []


def test_a_field_that_is_there_and_empty_is_told_at_its_own_place():
    finished = memento("responsible:\n", status="ready")
    assert [one.place.quoted for one in duties(finished)] == ["---", "responsible"]


def test_a_field_left_empty_in_a_draft_is_a_field_to_fill_in():
    assert [one.word for one in duties(memento("responsible:\n"))] == ["managing_authority"]


def test_a_field_that_cannot_be_read_is_told_once():
    assert [one.word for one in duties(memento("responsible: [a, b]\n"))] == ["managing_authority"]


def test_the_logo_of_leader_is_owed_by_leader_alone():
    assert "funding.leader_logo" not in [one.word for one in duties(memento("funding: {programme: feader}\n"))]
    [one, *_] = duties(memento("funding: {programme: leader}\n"))
    assert one.arguments["line"] == "funding: {leader_logo: {file: …, alt: …}}"
    assert one.arguments["label"] == "Logo LEADER (funding.leader_logo)"


def test_the_logo_of_leader_is_an_image_with_a_text_alternative():
    lines = "responsible: A\nmanaging_authority: B\nfunding: {programme: leader, leader_logo: {file: ../../images/leader.png%s}}\n"
    named = [one for one in told(memento(lines % "", images=LOGO)) if one[0] != "missing-section"]
    assert named == [("missing-alt", "field", "../../images/leader.png")]
    workspace = memento(lines % ", alt: Logo LEADER", images=LOGO)
    assert not [one for one in told(workspace) if one[0] != "missing-section"]
    assert printed(workspace).logos == (FunderLogo("images/leader.png", "funder-3.png", "Logo LEADER"),)


def test_a_memento_without_funder_owes_nothing_more():
    assert duties(memento(config="")) == []


def test_a_funder_of_ones_own_has_duties_and_places_of_its_own():
    workspace = memento(config="funder: region\n", **{"schemas/funders/region.yaml": OWN})
    assert [one.word for one in duties(workspace)] == ["published.url"]
    assert funder_of(workspace, workspace.mementos[0].document).sentence == "Avec le soutien de la Région"
    workspace = memento(
        "published: {url: https://essai.fr}\n", config="funder: region\n", **{"schemas/funders/region.yaml": OWN}
    )
    made = printed(workspace)
    assert made.duties == (Detail("Adresse", "https://essai.fr"),)
    phrases = read_table("phrases.json", ROOT)["fr"]
    assert "Région" not in plain_text(front(made, phrases))
    assert "Région" in plain_text(imprint(made, phrases))


def test_a_broken_funder_gives_way_to_ours_and_is_told_once():
    files = {"schemas/funders/feader-2014-2020.yaml": "format: 1\nfunder: feader-2014-2020\n"}
    assert [
        one[0]
        for one in told(memento("responsible: A\nmanaging_authority: B\n", **files))
        if one[0] != "missing-section"
    ] == ["broken-funder"]


def test_a_broken_funder_of_ones_own_is_not_unknown_too():
    files = {"schemas/funders/region.yaml": OWN.replace("places: [imprint]", "places: []")}
    rules = [one[0] for one in told(memento(config="funder: region\n", **files)) if one[0] != "missing-section"]
    assert rules == ["broken-funder"]


def test_funders_are_a_vocabulary():
    workspace = memento()
    assert (
        list(workspace.vocabularies["funders"].by_id)
        == list(workspace.schemas.funders)
        == ["feader-2014-2020", "ue-2023-2027"]
    )


def test_the_sentence_is_in_the_language_of_the_collection():
    assert printed(memento(config="lang: en\nfunder: feader-2014-2020\n"), "en").mention.endswith(
        "investing in rural areas."
    )


def test_the_imprint_tells_what_is_filled_with_the_label_of_its_field():
    lines = "publisher: ANPP\ndirector: Anne Un\nlegal_deposit: 2017-04\nisbn: 978-2-1234-5680-3\n"
    made = printed(memento(lines))
    assert [(one.label, one.text) for one in made.publication] == [
        ("Éditeur", "ANPP"),
        ("Direction de la publication", "Anne Un"),
        ("Dépôt légal", "avril 2017"),
        ("ISBN", "978-2-1234-5680-3"),
    ]
    text = plain_text(imprint(made, read_table("phrases.json", ROOT)["fr"]))
    assert all(one.text in text for one in made.publication)


def test_the_imprint_tells_who_wrote_each_document():
    text = "---\nkind: monography\nedition: 1\ntitle: Pays\nstatus: draft\nauthors: [{name: Zoé, organisation: ANPP}, {name: Léo}]\n---\n"
    workspace = memento(
        "publisher: ANPP\n",
        body="## Monographies\n\n```documents\nkind: monography\n```\n",
        **{"mementos/02-essai/pays.md": text, "mementos/02-essai/autre.md": text.replace("Pays", "Autre")},
    )
    assert Detail("Pays", "Zoé (ANPP), Léo") in printed(workspace).writers
    made = printed(workspace, alone=workspace.documents[-1])
    assert (made.writers, made.publication, made.places) == ((Detail("Pays", "Zoé (ANPP), Léo"),), (), ("imprint",))


@settings(deadline=None, max_examples=20)
@given(st.text("0123456789", min_size=9, max_size=9))
def test_one_digit_in_ten_ends_an_isbn(middle):
    rules = [duties_of_isbn(f"978{middle}{last}") for last in "0123456789"]
    assert sorted(rules) == [""] + ["digit"] * 9


def duties_of_isbn(word):
    found = [one for one in check(memento(f'isbn: "{word}"\n')).diagnostics if one.rule.id == "wrong-isbn"]
    return found[0].variant if found else ""


def test_an_isbn_of_ten_digits_is_told_with_its_thirteen():
    [one] = [one for one in check(memento("isbn: 2-1234-5680-2\n")).diagnostics if one.rule.id == "wrong-isbn"]
    assert one.arguments["near"] == "9782123456803"


@pytest.mark.parametrize(
    ("target", "rule"), [("../images/l.png", "missing-image"), ("https://a.fr/b.png", "external-image")]
)
def test_the_logo_of_a_territory_is_checked_as_images_are(target, rule):
    text = f"---\nkind: monography\nedition: 1\ntitle: Pays\nstatus: draft\nterritory: {{logo: '{target}'}}\n---\n"
    assert rule in [one[0] for one in told(memento(**{"mementos/02-essai/monographies/pays.md": text}))]


def test_what_we_ship_is_what_the_meta_schemas_allow():
    own = {path: data + b"\n" for path, data in read_packaged_schemas().items() if not path.startswith("schemas/meta/")}
    assert make_workspace(own).schemas.faults == ()
