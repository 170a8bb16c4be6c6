"""What a stranger or a clumsy hand may put into the collection's own files: told at its place, before any build."""

from __future__ import annotations

import json

import pytest
from conftest import CLUST_YAML, ROOT, make_workspace
from rule_cases import FOLDER

from clust_cli.core.check import check
from clust_cli.core.printing.assemble import RESERVED, assemble
from clust_cli.core.printing.publication import Publication
from clust_cli.core.reading.fonts import parse_font_header
from clust_cli.core.reading.images import parse_image_header

PNG = (ROOT / "templates/emblem.png").read_bytes()
PETITE = (FOLDER / "missing-font/ok/fonts/Petite.ttf").read_bytes()
PHRASES = json.loads((ROOT / "templates/phrases.json").read_text(encoding="utf-8"))["fr"]
MEMENTO = """---
kind: memento
edition: 1
title: Essai
number: 3
status: draft
---

## Un

```documents
kind: monography
```
"""
SHEET = "---\nkind: monography\nedition: 1\ntitle: Essai\nstatus: draft\n---\n"


def told(files, **seen):
    files = {"clust.yaml": CLUST_YAML, **files}
    return [
        (one.rule.id, one.variant, one.place.path, one.place.start)
        for one in check(make_workspace(files, **seen)).diagnostics
    ]


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("clust.yaml", CLUST_YAML + 'partners: ["A\\x07"]\n', 7),
        ("clust.yaml", CLUST_YAML + 'brand: {logo: {alt: "A\\u202e"}}\n', 7),
        ("names.yaml", 'format: 1\ntowns:\n  "Bell\\x1b": {}\n', 3),
        ("glossary.yaml", 'format: 1\nterms:\n  - {acronym: EPCI, expansion: "a\\uFFFEb"}\n', 3),
        ("glossary.yaml", "format: 1\nterms:\n  - {acronym: EPCI, expansion: 漢}\n", 3),
    ],
)
def test_a_character_that_no_font_has_is_told_in_the_collections_own_files(path, text, line):
    found = [one for one in told({path: text}) if one[0] == "unprintable-character"]
    assert [(where, start.line) for _id, _variant, where, start in found] == [(path, line)]


def test_a_comment_and_an_innocent_escape_are_left_alone():
    text = CLUST_YAML + '# ✔ fait\nlicence: "Les \\"textes\\""\n'
    assert "unprintable-character" not in {one[0] for one in told({"clust.yaml": text})}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_field_of_clust_yaml_is_named_in_the_collections_language(lang):
    text = CLUST_YAML.replace("lang: fr", f"lang: {lang}") + "brand: bleu\n"
    found = next(one for one in check(make_workspace({"clust.yaml": text})).diagnostics if one.rule.id == "wrong-type")
    assert found.arguments["label"] == {"fr": "Identité visuelle (brand)", "en": "Brand (brand)"}[lang]


@pytest.mark.parametrize("lang", ["éé", "fr_FR", "en-é", "français", 'en" onclick=x', "e1"])
def test_the_language_of_an_expansion_is_a_code_that_every_format_can_carry(lang):
    text = f"format: 1\nterms:\n  - {{acronym: EPCI, expansion: a, lang: '{lang}'}}\n"
    assert ("broken-glossary", "lang") in {one[:2] for one in told({"glossary.yaml": text})}
    assert make_workspace({"glossary.yaml": text}).glossary.terms[0].lang == ""  # a draft is built in spite of it


@pytest.mark.parametrize("path", ["a.jpg", "a.gif", "a.svg", "a.JPEG"])
def test_a_picture_whose_name_says_another_format_is_refused(path):
    header = parse_image_header(PNG, len(PNG), path)
    assert (header.trouble, header.format) == ("ending", "png")


def test_the_new_name_of_such_a_picture_is_told():
    brand = "brand: {logo: {file: images/a.jpg, alt: Le réseau}}\n"
    images = {"images/a.jpg": parse_image_header(PNG, len(PNG), "images/a.jpg")}
    (found,) = check(make_workspace({"clust.yaml": CLUST_YAML + brand}, images)).diagnostics
    assert (found.rule.id, found.variant) == ("bad-image", "ending")
    assert (found.arguments["near"], found.arguments["format"]) == ("images/a.png", "PNG")


@pytest.mark.parametrize("path", ["a.png", "a.PNG"])
def test_a_picture_may_end_in_either_case(path):
    assert parse_image_header(PNG, len(PNG), path).trouble == ""


def _table(data, tag):
    at = data.index(tag)
    return int.from_bytes(data[at + 8 : at + 12], "big"), int.from_bytes(data[at + 12 : at + 16], "big")


@pytest.mark.parametrize("tag", [b"cmap", b"head", b"hhea", b"hmtx", b"glyf"])
def test_a_font_that_no_program_could_set_is_refused(tag):
    start, length = _table(PETITE, tag)
    broken = PETITE[:start] + b"\xff" * length + PETITE[start + length :]
    assert parse_font_header(broken, len(broken)).trouble == "truncated"


@pytest.mark.parametrize("slug", RESERVED)
def test_a_document_may_have_the_name_of_a_label_of_ours(slug):
    folder = "mementos/03-essai"
    workspace = make_workspace(
        {
            f"{folder}/memento.md": MEMENTO,
            f"{folder}/monographies/{slug}.md": SHEET,
            f"{folder}/monographies/a.md": SHEET,
        }
    )
    made = assemble(Publication(workspace, workspace.mementos[0]), {}, PHRASES)
    assert set(made.anchors.values()) == {"a", "memento", f"{slug}-2"}
