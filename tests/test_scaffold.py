"""Scaffolds: what a fresh document of any kind says, and that check finds it only incomplete."""

import json
import re
from dataclasses import replace

import pytest
from conftest import make_workspace
from hypothesis import given, settings
from hypothesis import strategies as st

from clust_cli.core.check import check
from clust_cli.core.documents import Document
from clust_cli.core.places import Source
from clust_cli.core.reading.fields import parse_fields
from clust_cli.core.reading.yaml_text import YamlText, parse_yaml
from clust_cli.core.words import slug
from clust_cli.core.workspace import Workspace
from clust_cli.core.writing.scaffold import Answers, scaffold, starting_fields
from clust_cli.core.writing.trial import try_document
from clust_cli.core.writing.yaml_write import render_scalar, render_value
from clust_cli.reports.captions import captions
from clust_cli.shell.packaged import read_packaged_schemas

INCOMPLETE = {"unfilled-field", "unfilled-section"}
KINDS = sorted(kind.name for kind in make_workspace({}).kinds.values() if not kind.abstract)
PLAIN = make_workspace({})


def fresh(workspace: Workspace, kind_name: str, title: str, *, fields=(), sections=()) -> str:
    kind = workspace.kinds[kind_name]
    given = {**starting_fields(kind, title), **dict(fields)}
    if kind_name == "memento":
        given["number"] = 7
    return scaffold(kind, Answers(given, dict(sections)), workspace.vocabularies, captions(str))


def read(workspace: Workspace, text: str) -> Document:
    return try_document(workspace, "mementos/07-essai/essai.md", text.encode()).document


@pytest.mark.parametrize("kind", KINDS)
def test_a_fresh_scaffold_is_only_incomplete(kind):
    path = "mementos/07-essai/memento.md" if kind == "memento" else f"mementos/07-essai/{kind}/pays-d-essai.md"
    memento = fresh(PLAIN, "memento", "Essai")
    files = {"mementos/07-essai/memento.md": memento, path: fresh(PLAIN, kind, "Pays d'Essai")}
    found = check(make_workspace(files)).diagnostics
    assert {one.rule.id for one in found} <= INCOMPLETE
    assert any(one.place.path == path for one in found)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_scaffold_shows_every_label_prompt_and_choice_of_its_kind(lang):
    workspace = make_workspace({"clust.yaml": f"title: x\nlang: {lang}\nfunder: feader-2014-2020\n"})
    text = " ".join(fresh(workspace, "monography", "Pays").replace("#", " ").split())
    properties = workspace.kinds["monography"].fields["properties"]
    for schema in (*properties.values(), *properties["territory"]["properties"].values()):
        assert " ".join(schema["title"].split()) in text
        assert " ".join(schema["description"].split()) in text
    for term in workspace.vocabularies["roles"].terms:
        assert f"{term.id} = {term.label}" in text
    for rule in workspace.kinds["monography"].sections:
        assert rule.prompt in text


def test_a_long_vocabulary_is_named_and_not_listed():
    text = fresh(PLAIN, "monography", "Pays")
    assert "clust schema departments" in text
    assert "Haute-Marne" not in text


def test_the_free_part_stands_behind_the_section_its_kind_names():
    headings = [one.heading for one in read(PLAIN, fresh(PLAIN, "monography", "Pays")).body.sections]
    assert headings == [
        "", "Présentation", "Contexte", "Titre de la partie", "Conseils à d'autres territoires", "Obstacles",
    ]  # fmt: skip


def test_answers_stand_in_their_fields_and_sections():
    people = [{"name": "Anne: B", "role": "director"}, {"name": "C"}]
    text = fresh(
        PLAIN, "monography", "Pays", fields={"people": people}, sections={"context": "Un texte.", "obstacles": "- un\n"}
    )
    document = read(PLAIN, text)
    assert document.values["people"] == [*people, {"role": "president"}]
    assert document.section_of(document.kind.sections[1]).text.strip() == "Un texte."
    assert document.section_of(document.kind.sections[3]).items == 1


def test_the_id_of_what_a_document_is_about_is_the_slug_of_its_name():
    assert starting_fields(PLAIN.kinds["monography"], "Pays d'Œuvre")["territory"] == {"id": "pays-d-oeuvre"}


@pytest.mark.parametrize("text", ["01", "52", "2016", "no", "Oui: non", "a #b", "- x", "2014-05-01", "12:30", "~", ""])
def test_a_text_that_yaml_could_misread_is_quoted(text):
    assert render_scalar(text) == f'"{text}"'


@pytest.mark.parametrize("text", ["Langres", "Pays d'Essai", "2A", "entre Reims et Valenciennes", "CCI, EPCI"])
def test_an_ordinary_text_is_not_quoted(text):
    assert render_scalar(text) == text


TEXTS = st.text(st.characters(max_codepoint=0x2FFF, exclude_categories=["Cs"]), max_size=40)


@given(TEXTS)
def test_a_text_written_reads_back_as_it_was(text):
    assert read_back("field", render_value(text)) == (text.strip() or None)


@given(st.lists(TEXTS, max_size=4))
def test_a_list_written_reads_back_as_it_was(texts):
    assert read_back("list", render_value(texts)) == ([text.strip() for text in texts if text.strip()] or None)


def read_back(name, written):
    kind = {"type": "object", "properties": {"field": {"type": "string"}, "list": {"type": "array", "items": {}}}}
    text = YamlText(Source("x", b""), f"{name}: {written}\n", 0)
    return parse_fields(text, parse_yaml(text), kind).values.get(name)


# Any kind: names and headings are words, labels and prompts are whatever a person may write.

TITLES = st.text(st.characters(max_codepoint=0xFF, categories=["L", "P", "N", "Zs"]), min_size=2, max_size=120).filter(
    lambda text: text == " ".join(text.split()) and len(text) > 1 and slug(text) and not re.search("[ÃÂâ]", text)
)
WORDS = st.from_regex(r"[a-z]{3,9}", fullmatch=True)
# Letters that look like the trace of a wrong encoding are told as such, and deserve it.
LABELS = st.text(st.characters(max_codepoint=0x2FFF, exclude_categories=["Cs"]), min_size=1, max_size=60).filter(
    lambda text: not re.search("[ÃÂâ]", text)
) | st.sampled_from(
    ["a: b # c", "--> fin", "<!-- x", "- tiret", "&ancre *alias", "« x »", '"', "'", "{x: [", "\u2028---\n..."]
)


def labelled(schema):
    return st.tuples(schema, LABELS, LABELS).map(lambda three: {**three[0], "title": three[1], "description": three[2]})


LEAVES = labelled(
    st.sampled_from(
        [
            {"type": "string"},
            {"type": "integer", "minimum": 3},
            {"type": "number"},
            {"type": "string", "enum": ["un", "a: b", "#"]},
            {"type": "string", "vocabulary": "regions"},
            {"type": "array", "minItems": 1, "items": {"type": "string", "vocabulary": "departments"}},
            {"type": "object", "additionalProperties": {"type": "string"}},
        ]
    )
)


def objects(inner):
    def made(pair):
        properties, required = pair
        return {"type": "object", "properties": properties, "required": sorted(properties)[: len(required)]}

    return st.tuples(st.dictionaries(WORDS, inner, min_size=1, max_size=4), st.lists(st.none(), max_size=4)).map(made)


FIELDS = st.recursive(
    LEAVES,
    lambda inner: labelled(objects(inner)) | labelled(objects(inner).map(lambda one: {"type": "array", "items": one})),
    max_leaves=8,
)
BASE = {"kind", "edition", "title", "status", "assigned", "due", "date", "sources", "gaps", "accepted", "sections"}


@st.composite
def kinds(draw):
    properties = {
        name: schema for name, schema in draw(st.dictionaries(WORDS, FIELDS, max_size=5)).items() if name not in BASE
    }
    headings = draw(st.lists(WORDS, unique=True, max_size=5))
    sections = [
        {
            "id": name,
            "heading": name.title(),
            "prompt": draw(LABELS),
            "required": draw(st.booleans()),
            "words": {"min": 5},
        }
        for name in headings[1:]
    ]
    free = {
        "min": draw(st.integers(0, 3)),
        "heading": "".join(headings[:1]),
        "prompt": draw(LABELS),
        "after": draw(WORDS),
    }
    kind = {
        "format": 1,
        "kind": "sondage",
        "edition": 2,
        "extends": "document",
        "title": draw(LABELS),
        "fields": {"type": "object", "required": sorted(properties)[::2], "properties": properties},
        "sections": sections,
    }
    kind |= {"free_sections": free} if headings else {}
    kind |= {"opening": {"title": "Ouverture", "required": True, "prompt": draw(LABELS)}} if draw(st.booleans()) else {}
    return kind


@settings(max_examples=25, deadline=None)
@given(kinds(), TITLES)
def test_a_fresh_scaffold_of_any_kind_is_only_incomplete(kind, title):
    workspace = make_workspace({"schemas/sondage.yaml": json.dumps(kind)})
    assert not workspace.faults
    document = read(workspace, fresh(workspace, "sondage", title))
    assert document.title == title
    found = check(replace(workspace, documents=(document,))).diagnostics
    assert {one.rule.id for one in found} <= INCOMPLETE


def test_every_packaged_kind_has_a_prompt_and_a_label_on_every_field():
    def lacking(schema, route):
        for name, inner in schema.get("properties", {}).items():
            if not (inner.get("title") and inner.get("description")):
                yield f"{route}.{name}"
            yield from lacking(inner.get("items", inner), f"{route}.{name}")

    assert read_packaged_schemas()
    assert [one for name in KINDS for one in lacking(PLAIN.kinds[name].fields, name)] == []
