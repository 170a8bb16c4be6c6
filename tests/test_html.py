"""The page: one file, built like a document, that needs nothing from outside and holds what the source holds."""

from __future__ import annotations

import base64
import hashlib
import re
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import ROOT
from html_page import Element, heading_level, held, parse_page
from owed import lacking, owed
from printing import FILES, FOLDER, build_memento, png, write_collection

from clust_cli.core.printing.html_text import html_text

pytestmark = pytest.mark.pandoc
PIECES = """
Un texte[^1] <https://exemple.fr/a?b=c&d=e>, [mot]{lang=en}, `a<b`, *penché*, **gras**, 1er \\
ligne.[^2]

[^1]: Une *note*.

[^2]: Un code :

    ```
    a
    ```

> cité

5. cinq
6. six

***

| A | B |
|---|--:|
| a | 1 |
| | 2 |

![Une image grise](gris.png "Légende & co"){width=40%}

Et ![une autre](gris.png) ici.

### Trois

#### Quatre {#quatre}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Memento 2, and a tiny collection with one of everything, built once."""
    folder = tmp_path_factory.mktemp("html")
    build_memento(ROOT, 2, folder, formats=("html",))
    build_memento(ROOT, 2, folder, formats=("html",), alone="pays-de-langres")
    view = f"{FOLDER}/regards/regard.md"
    files = {**FILES, view: FILES[view] + "\n## Vu\n" + PIECES, f"{FOLDER}/regards/gris.png": png()}
    build_memento(write_collection(folder / "essay", files), 3, folder, formats=("html",))
    return folder


def read(folder: Path, number: int) -> Element:
    return parse_page((folder / f"memento-{number}.html").read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=["memento-2", "memento-3", "pays-de-langres"])
def page(request, folder) -> Element:
    """Each of the pages: two mementos, and a document alone."""
    return parse_page((folder / f"{request.param}.html").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def essay(folder) -> Element:
    return read(folder, 3)


@pytest.fixture(scope="module")
def guide(folder) -> Element:
    return read(folder, 2)


def test_the_page_says_its_language_title_and_landmarks(page):
    [html] = page.all("html")
    assert html.attributes["lang"] == "fr"
    assert page.all("title")[0].text
    body = page.all("body")[0]
    names = [one.name for one in body.inside if isinstance(one, Element)]
    assert names == ["a", "header", "div", "footer", "script"]
    assert [len(page.all(name)) for name in ("nav", "main")] == [1, 1]


def test_the_first_link_skips_to_the_text(page):
    first = page.all("a")[0]
    assert first.attributes["href"] == f"#{page.all('main')[0].attributes['id']}"


def test_there_is_one_h1_and_no_level_is_skipped(page):
    levels = [heading_level(one) for one in page.walk() if heading_level(one)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []
    assert all(one.text.strip() for one in page.walk() if heading_level(one))


def test_ids_are_unique_and_every_link_inside_leads_to_one(page):
    ids = [one.attributes["id"] for one in page.walk() if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    named = [one.attributes[key] for one in page.walk() for key in ("aria-labelledby",) if key in one.attributes]
    led = [one.attributes["href"][1:] for one in page.all("a") if one.attributes["href"].startswith("#")]
    assert sorted({*named, *led} - set(ids)) == []
    assert all(one.text.strip() for one in page.all("a"))


def test_nothing_comes_from_outside(page):
    sources = [one.attributes[key] for one in page.walk() for key in ("src", "srcset", "poster", "data") if key in one.attributes]  # fmt: skip
    assert [one for one in sources if not one.startswith("data:")] == []
    assert page.all("link", "iframe", "object", "embed", "base") == []
    style = "".join(page.all("style")[0].inside)
    assert re.findall(r"url\((?!\"data:)|@import", style) == []
    assert not [one for one in page.walk() if "style" in one.attributes or any(name.startswith("on") for name in one.attributes)]  # fmt: skip


def test_the_policy_lets_this_style_and_this_script_run_and_nothing_else(page):
    [policy] = [one.attributes["content"] for one in page.all("meta") if "http-equiv" in one.attributes]
    assert policy.startswith("default-src 'none'; ")
    for name in ("style", "script"):
        text = "".join(page.all(name)[0].inside)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy


def test_every_image_has_its_alternative(page):
    assert page.all("img")
    assert all(one.attributes["alt"].strip() for one in page.all("img"))


def test_every_table_has_heads_with_their_scope(page):
    assert page.all("table")
    for table in page.all("table"):
        assert table.all("thead")[0].all("th")
        assert all(one.attributes["scope"] in ("col", "row", "rowgroup") for one in table.all("th"))
        assert all(one.text.strip() for one in table.all("th"))
        assert [one for one in table.all("th") if one.attributes["scope"] == "row"]


def test_a_table_that_may_be_wide_scrolls_in_a_region_that_the_keyboard_reaches(guide):
    regions = guide.with_class("scroll")
    assert {(region.attributes["tabindex"], region.attributes["role"]) for region in regions} == {("0", "group")}
    titles = ("Types d’action et territoires", "Types d’action", "Thèmes des conseils", "Thèmes des obstacles")
    labels = [region.attributes["aria-label"] for region in regions]
    assert [label.partition(" – ")[2] for label in labels] == list(titles)


def test_a_mark_is_a_sign_for_the_eye_and_a_title_for_the_ear(guide):
    marks = guide.with_class("mark")
    assert len(marks) == 32
    assert marks[0].text == "•Pays de Chaumont"
    assert marks[0].all("span")[0].attributes["aria-hidden"] == "true"


def test_a_note_leads_to_its_text_and_back(essay):
    calls = [one for one in essay.all("a") if one.attributes.get("role") == "doc-noteref"]
    assert [one.attributes["href"] for one in calls] == ["#note-1", "#note-2", "#note-3"]
    backs = [one for one in essay.all("a") if one.attributes.get("role") == "doc-backlink"]
    assert [one.attributes["href"][1:] for one in backs] == [one.attributes["id"] for one in calls]
    assert all(one.with_class("words")[0].text.startswith("Retour") for one in backs)


def test_notes_stand_at_the_end_of_the_document_that_calls_them(essay):
    *_, document = essay.with_class("document")
    assert [one.attributes["id"] for one in document.with_class("notes")[0].all("li")] == ["note-2", "note-3"]


def test_a_document_is_an_article_named_by_its_title(guide, memento_2):
    titles = {one.attributes["id"]: one.text for one in guide.walk() if heading_level(one) and "id" in one.attributes}
    named = [titles[one.attributes["aria-labelledby"]] for one in guide.all("article")]
    letters = [re.sub(r"\W", "", one) for one in named]
    assert letters == [re.sub(r"\W", "", one.title) for one in memento_2.memento(2).documents]


def test_what_an_author_writes_becomes_its_element(essay):
    *_, document = essay.with_class("document")
    assert [one.text for one in document.all("code")] == ["a<b", "a"]
    assert [one.attributes.get("lang") for one in document.all("span") if one.text == "mot"] == ["en"]
    assert "https://exemple.fr/a?b=c&d=e" in [one.attributes["href"] for one in document.all("a")]
    assert [one.attributes["start"] for one in document.all("ol") if "start" in one.attributes] == ["5"]
    for name in ("em", "strong", "sup", "blockquote", "hr", "br", "pre", "figure", "h4", "h5"):
        assert document.all(name), name
    [figure] = document.all("figure")
    assert figure.all("figcaption")[0].text == "Figure 1 – Légende & co"
    assert " { width: 40%; height: auto; }" in "".join(essay.all("style")[0].inside)


def test_headings_below_the_sixth_level_are_headings_still(tmp_path):
    deep = FILES[f"{FOLDER}/memento.md"].replace(
        "## Monographies", "## Monographies\n\n### Ici\n\nTexte.\n\n#### Et là\n\nTexte."
    )
    a = FILES[f"{FOLDER}/monographies/pays-a.md"].replace("### Un détail", "### Un détail\n\n#### Un autre")
    files = {**FILES, f"{FOLDER}/memento.md": deep, f"{FOLDER}/monographies/pays-a.md": a}
    build_memento(write_collection(tmp_path, files), 3, tmp_path, formats=("html",))
    page = read(tmp_path, 3)
    assert {"7"} == {one.attributes["aria-level"] for one in page.walk() if one.attributes.get("role") == "heading"}


def test_everything_of_the_source_is_found_in_the_page(folder):
    assert lacking(owed(ROOT, 2), held(read(folder, 2))) == []
    assert lacking(owed(folder / "essay", 3), held(read(folder, 3))) == []


def test_its_text_is_what_the_proof_reads(guide, folder):
    assert html_text((folder / "memento-2.html").read_text(encoding="utf-8")) == guide.text


def test_the_contents_lead_to_chapters_documents_and_imprint(guide):
    entries = [one.text for one in guide.all("nav")[0].all("a")]
    assert entries[0] == "Le projet"
    assert entries[-1] == "À propos de ce mémento"
    assert "Pays de Langres" in entries


def test_french_spaces_are_kept(guide):
    text = guide.text
    assert "46\u202f462" in text
    assert "«\u00a0" in text
    assert "\u202f;" in text
    assert not re.search(r"« | »|\d \d{3}(?!\d)", text)


def test_a_draft_says_so_and_a_build_gives_the_same_bytes_again(tmp_path):
    root = write_collection(tmp_path / "essay", FILES)
    for name, draft in (("one", False), ("two", False), ("draft", True)):
        build_memento(root, 3, tmp_path / name, draft=draft, formats=("html",))
    one, two, draft = ((tmp_path / name / "memento-3.html").read_bytes() for name in ("one", "two", "draft"))
    assert one == two
    assert parse_page(draft.decode()).all("body")[0].attributes["data-draft"] == "BROUILLON"
    assert parse_page(one.decode()).all("body")[0].attributes["data-draft"] == ""


def test_the_page_has_the_brand_of_the_collection(tmp_path):
    brand = (
        "brand:\n  colours: {primary: '#0b5345'}\n  fonts: {headings: Petite, files: [fonts/Petite.ttf]}\n"
        "  logo: {file: images/logo.png, alt: Logo d'essai}\n"
    )
    font = (ROOT / "tests/rules/missing-font/ok/fonts/Petite.ttf").read_bytes()
    files = {**FILES, "clust.yaml": FILES["clust.yaml"] + brand, "fonts/Petite.ttf": font, "images/logo.png": png()}
    build_memento(write_collection(tmp_path, files), 3, tmp_path, formats=("html",))
    page = read(tmp_path, 3)
    style = "".join(page.all("style")[0].inside)
    assert "--primary: #0b5345;" in style
    assert '--headings: "Petite"' in style
    assert f'font-family: "Petite"; font-weight: 400; font-style: normal; src: url("data:font/ttf;base64,{base64.b64encode(font).decode()}")' in style  # fmt: skip
    assert page.with_class("logo")[0].all("img")[0].attributes["alt"] == "Logo d'essai"


def test_what_needs_the_script_is_hidden_without_it(guide):
    [form] = guide.all("form")
    assert "hidden" in form.attributes
    assert [label.inside[0].strip() for label in form.all("label")] == [
        "Types de territoire",
        "Régions",
        "Types d’action",
    ]
    assert [one.text for one in form.all("select")[1].all("option")][:3] == [
        "Tout",
        "Bourgogne-Franche-Comté",
        "Hauts-de-France",
    ]


def test_each_row_of_the_cross_table_can_be_led_to(guide):
    rows = [one.attributes["id"] for one in guide.walk() if one.attributes.get("id", "").startswith("row--")]
    assert len(rows) == 10
    assert "row--action--gtec" in rows


def test_the_badges_of_a_document_lead_to_their_rows_of_the_cross_table(guide):
    first = guide.with_class("badges")[0]
    led = {one.text: one.attributes["href"] for one in first.all("a")}
    assert led["GTEC"] == "#row--action--gtec"
    assert "Mobilité" not in led
    assert "Mobilité" in [one.text for one in first.all("li")]


def test_a_term_of_the_glossary_opens_its_entry_of_the_annex(guide):
    buttons = [one for one in guide.all("button") if "popovertarget" in one.attributes]
    popups = {one.attributes["id"] for one in guide.walk() if "popover" in one.attributes}
    assert {one.attributes["popovertarget"] for one in buttons} == popups
    assert len(popups) > 40
    [epci] = [one for one in guide.walk() if one.attributes.get("id") == "means--epci"]
    assert epci.text == "EPCI\u00a0: établissement public de coopération intercommunale"
