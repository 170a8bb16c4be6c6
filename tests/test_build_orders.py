"""What can be ordered of a build: one document alone, its pages counted, a manifest beside the files."""

from __future__ import annotations

import hashlib
import json
import re

import pytest
from pdf_layout import outside, overlapping, read_pages
from printing import FILES, FOLDER, write_collection

from clust_cli.cli.main import run
from clust_cli.core.printing.docx_parts import docx_text
from clust_cli.core.printing.lengths import Length, lengths, longest_sections
from clust_cli.shell.pdf import read_pdf

pytestmark = pytest.mark.pandoc


@pytest.fixture
def essay(tmp_path):
    """The tiny collection, on disk."""
    return write_collection(tmp_path / "l'essai", FILES)


def order(essay, *words, lang="fr"):
    return run(["-C", str(essay), "--lang", lang, "build", *words, "--output", str(essay / "out")])


def squeezed(text):
    return re.sub(r"\W+", "", text)


def texts(essay, name):
    pdf, docx = (essay / "out" / f"{name}.{ending}" for ending in ("pdf", "docx"))
    return read_pdf(pdf.read_bytes()).text, docx_text(docx.read_bytes())


def test_one_document_alone_has_neither_index_nor_glossary(essay):
    (essay / "names.yaml").write_text("territories:\n  Pays A:\n    short: [A]\n", encoding="utf-8")
    (essay / "glossary.yaml").write_text("terms: [{term: Pays, definitions: [{text: Un lieu.}]}]", encoding="utf-8")
    annexes = ("Index des territoires", "Sigles et définitions")
    assert order(essay, "monography", "pays-a", "--to", "pdf") == 0
    alone = read_pdf(next((essay / "out").glob("*.pdf")).read_bytes()).text.replace("\u00a0", " ")
    assert order(essay, "memento", "3", "--to", "pdf") == 0
    whole = read_pdf((essay / "out" / "memento-3.pdf").read_bytes()).text.replace("\u00a0", " ")
    assert ([one in alone for one in annexes], [one in whole for one in annexes]) == ([False, False], [True, True])


def test_one_document_alone_says_where_it_comes_from_and_who_pays(essay):
    assert order(essay, "monography", "pays-a") == 0
    for text in texts(essay, "pays-a"):
        for owed in ("Pays A", "Le contexte du territoire", "Mémento n° 3", "L’essai", "Fonds européen agricole"):
            assert squeezed(owed) in squeezed(text)
        assert "Sommaire" not in text
        assert "Un projet" not in text
    pages = read_pages(essay / "out" / "pays-a.pdf")
    assert [one for page in pages for one in (*outside(page), *overlapping(page))] == []


def test_a_document_is_signed_by_its_territory_until_it_is_published(essay):
    order(essay, "monography", "pays-a")
    assert all("Signature" in text for text in texts(essay, "pays-a"))
    path = f"{FOLDER}/regards/regard.md"
    write_collection(essay, {path: FILES[path].replace("status: draft", "status: published")})
    assert order(essay, "expert-view", "03/regard") == 0
    assert not any("Signature" in text for text in texts(essay, "regard"))


def test_a_fault_elsewhere_does_not_keep_a_document_from_its_reader(essay, capsys):
    write_collection(essay, {f"{FOLDER}/regards/regard.md": FILES[f"{FOLDER}/regards/regard.md"] + "\n<b>gras</b>\n"})
    assert order(essay, "expert-view", "regard") == 1
    assert "« Vu d'ailleurs » n'a pas été construit" in capsys.readouterr().out.replace("\u00a0", " ")
    assert order(essay, "monography", "pays-a") == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["monography"], "the document's name is missing"),
        (["monography", "pays-aa"], "did you mean “pays-a”?"),
        (["monographie", "pays-a"], "“monographie” cannot be built"),
        (["expert-view", "pays-a"], "there is no document “pays-a”"),
    ],
)
def test_a_document_that_is_not_there_is_told_with_the_nearest(essay, capsys, words, told):
    assert order(essay, *words, lang="en") == 2
    assert told in capsys.readouterr().err


def test_two_documents_of_one_name_are_told_apart_by_their_memento(essay, capsys):
    copies = {path.replace("03-essai", "04-autre"): text for path, text in FILES.items() if path.startswith(FOLDER)}
    write_collection(essay, {path: text.replace("number: 3", "number: 4") for path, text in copies.items()})
    assert order(essay, "monography", "pays-a", lang="en") == 2
    assert "03/pays-a, 04/pays-a" in capsys.readouterr().err
    assert order(essay, "monography", "04/pays-a") == 0


def test_pages_are_counted_and_a_document_too_long_is_named_with_its_longest_sections(essay, capsys):
    words = " ".join(["mot"] * 70) + ".\n\n"
    path = f"{FOLDER}/monographies/pays-a.md"
    longer = FILES[path].replace("### Un détail", words * 22 + "### Un détail")
    limited = FILES[f"{FOLDER}/memento.md"].replace("number: 3", "number: 3\npages: {max: 2}")
    write_collection(essay, {path: longer, f"{FOLDER}/memento.md": limited})
    assert order(essay, "memento", "3", lang="en") == 0
    told = capsys.readouterr().out
    assert re.search(r"pages of each document: Pays A \d · Pays « B » \d · Vu d'ailleurs 1", told)
    assert re.search(r"warning: “Pays A” takes 3 pages, 2 at most; longest sections: Une partie \(\d+ words\), ", told)
    assert "“Pays « B »” takes" not in told


def test_a_document_ends_where_the_next_heading_of_its_level_begins(memento_2):
    one, two = memento_2.documents[:2]
    headings = [(1, "part"), (2, "a"), (3, "a--x"), (2, "b"), (1, "next")]
    blocks = [{"t": "Header", "c": [level, [label, [], []], []]} for level, label in headings]
    pages = {"part": 3, "a": 4, "a--x": 5, "b": 7, "next": 7, "imprint": 9}
    assert lengths(blocks, {"a": one, "b": two}, pages, 10) == (Length(one, 3), Length(two, 1))
    assert lengths(blocks[:4], {"b": two}, pages, 10) == (Length(two, 2),)
    counted = [words for _heading, words in longest_sections(one)]
    assert counted == sorted(counted, reverse=True)


def test_the_manifest_holds_the_fingerprint_of_what_went_in_and_of_what_came_out(essay):
    assert order(essay, "memento", "3", "--manifest") == 0
    manifest = json.loads((essay / "out" / "memento-3.manifest.json").read_text(encoding="utf-8"))
    assert [one["path"] for one in manifest["outputs"]] == ["memento-3.pdf", "memento-3.docx"]
    for folder, entries in ((essay, manifest["inputs"]), (essay / "out", manifest["outputs"])):
        for one in entries:
            data = (folder / one["path"]).read_bytes()
            assert (one["bytes"], one["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
    assert {one["path"] for one in manifest["inputs"]} == set(FILES)
    assert all(manifest["tools"].values())
    assert manifest["date"] == "2024-05-06"
    assert manifest["outputs"][0]["pages"] == len(read_pages(essay / "out" / "memento-3.pdf"))


def test_the_manifest_of_one_document_names_what_it_was_made_from(essay):
    order(essay, "monography", "pays-a", "--manifest", "--to", "pdf")
    manifest = json.loads((essay / "out" / "pays-a.manifest.json").read_text(encoding="utf-8"))
    paths = {f"{FOLDER}/memento.md", f"{FOLDER}/monographies/pays-a.md", "clust.yaml"}
    assert {one["path"] for one in manifest["inputs"]} == paths
