"""DOCX and ODT are whole: nothing in them leads nowhere, and our check refuses what is broken."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import docx
import pytest
from conftest import ROOT
from docx_structure import docx_faults
from odt_structure import odt_faults
from printing import FILES, FOLDER, build_memento, png, wide_files, write_collection
from test_office import FULL, READERS

from clust_cli.cli.main import run

pytestmark = pytest.mark.pandoc

CHECKS = {"docx": docx_faults, "odt": odt_faults}


@pytest.fixture(scope="module")
def guide(tmp_path_factory) -> Path:
    output = tmp_path_factory.mktemp("guide")
    build_memento(ROOT, 2, output, formats=("docx", "odt"))
    return output / "memento-2"


@pytest.fixture(scope="module")
def full(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("full")
    write_collection(root, {**FILES, f"{FOLDER}/regards/regard.md": FULL, f"{FOLDER}/regards/gris.png": png()})
    build_memento(root, 3, root / "out", formats=("docx", "odt"))
    return root / "out" / "memento-3"


@pytest.mark.parametrize("format", CHECKS)
def test_memento_2_is_whole(guide, format):
    assert CHECKS[format](guide.with_suffix(f".{format}")) == []


@pytest.mark.parametrize("format", CHECKS)
def test_a_memento_with_everything_is_whole(full, format):
    assert CHECKS[format](full.with_suffix(f".{format}")) == []


@pytest.mark.parametrize("format", CHECKS)
def test_a_memento_in_english_is_whole(tmp_path, format):
    write_collection(tmp_path, {**FILES, "clust.yaml": FILES["clust.yaml"].replace("lang: fr", "lang: en")})
    build_memento(tmp_path, 3, tmp_path / "out", formats=(format,))
    assert CHECKS[format](tmp_path / "out" / f"memento-3.{format}") == []


def test_the_columns_of_an_authors_table_are_as_wide_as_their_words_need(tmp_path):
    table = "| Question | Oui |\n|---|---|\n| Un contrat de rivière est-il signé pour la vallée ? | 19 |\n"
    text = FILES[f"{FOLDER}/regards/regard.md"] + "\n" + table
    write_collection(tmp_path, {**FILES, f"{FOLDER}/regards/regard.md": text})
    build_memento(tmp_path, 3, tmp_path / "out", formats=("docx",))
    made = docx.Document(str(tmp_path / "out" / "memento-3.docx")).tables
    wide, narrow = next([column.width for column in one.columns] for one in made if one.cell(0, 0).text == "Question")
    assert wide > 6 * narrow


@pytest.mark.parametrize("format", CHECKS)
def test_the_logo_of_the_collection_stands_on_the_cover(tmp_path, format):
    brand = "brand:\n  logo: {file: images/logo.png, alt: Le logo de la collection}\n"
    write_collection(tmp_path, {**FILES, "clust.yaml": FILES["clust.yaml"] + brand, "images/logo.png": png(80, 40)})
    build_memento(tmp_path, 3, tmp_path / "out", formats=("docx", "odt"))
    path = tmp_path / "out" / f"memento-3.{format}"
    assert CHECKS[format](path) == []
    assert "Le logo de la collection" in READERS[format](path).alts


@pytest.mark.parametrize("format", CHECKS)
def test_a_document_alone_is_whole_and_has_no_cover(tmp_path, format):
    write_collection(tmp_path, FILES)
    words = ["-C", str(tmp_path), "build", "monography", "pays-a", "--to", format, "--output", str(tmp_path / "out")]
    assert run(words) == 0
    path = tmp_path / "out" / f"pays-a.{format}"
    assert CHECKS[format](path) == []
    with zipfile.ZipFile(path) as archive:
        text = archive.read({"docx": "word/document.xml", "odt": "content.xml"}[format]).decode()
    assert {"docx": "TitreDeDocumentSeul", "odt": "Titre_20_de_20_document_20_seul"}[format] in text
    assert "titlePg" not in text
    assert 'style-name="Collection"' not in text


def test_python_docx_opens_it(guide):
    document = docx.Document(str(guide.with_suffix(".docx")))
    assert document.sections[0].page_width.cm == pytest.approx(21, abs=0.01)


@pytest.mark.parametrize("format", CHECKS)
def test_it_carries_the_four_faces_whole(guide, format):
    with zipfile.ZipFile(guide.with_suffix(f".{format}")) as archive:
        faces = {
            name: archive.read(name)
            for name in archive.namelist()
            if name.lower().startswith(("fonts/", "word/fonts/"))
        }
    assert len(faces) == 4
    assert sum(map(len, faces.values())) < 1.5 * 1024 * 1024


def test_the_faces_of_a_docx_are_opened_by_their_keys(guide):
    with zipfile.ZipFile(guide.with_suffix(".docx")) as archive:
        table = archive.read("word/fontTable.xml").decode()
        relations = archive.read("word/_rels/fontTable.xml.rels").decode()
        for id, key in re.findall(r'<w:embed\w+ r:id="([^"]+)" w:fontKey="\{([^"]+)\}"', table):
            name = re.search(rf'Id="{id}"[^>]*Target="([^"]+)"', relations)[1]
            data = archive.read(f"word/{name}")
            bits = bytes.fromhex(key.replace("-", ""))[::-1]
            opened = bytes(one ^ bits[index % 16] for index, one in enumerate(data[:32]))
            assert opened.startswith(b"\x00\x01\x00\x00")


def test_a_collection_with_fonts_of_its_own_carries_none_of_ours(tmp_path):
    brand = "brand:\n  fonts: {text: Libertinus Serif, headings: Libertinus Serif}\n"
    write_collection(tmp_path, {**FILES, "clust.yaml": FILES["clust.yaml"] + brand})
    build_memento(tmp_path, 3, tmp_path / "out", formats=("docx", "odt"))
    for format, check in CHECKS.items():
        path = tmp_path / "out" / f"memento-3.{format}"
        assert check(path) == []
        names = zipfile.ZipFile(path).namelist()
        assert [one for one in names if one.endswith((".ttf", ".odttf"))] == []
        held = zipfile.ZipFile(path).read({"docx": "word/styles.xml", "odt": "styles.xml"}[format]).decode()
        assert "Libertinus Serif" in held
        assert "Source Sans" not in held


def test_a_drawing_stands_beside_its_picture(guide):
    with zipfile.ZipFile(guide.with_suffix(".docx")) as archive:
        body = archive.read("word/document.xml").decode()
        assert body.count("asvg:svgBlip") >= 10
        assert sum(name.endswith(".svg") for name in archive.namelist()) >= 10
    with zipfile.ZipFile(guide.with_suffix(".odt")) as archive:
        content = archive.read("content.xml").decode()
    assert len(re.findall(r'\.svg"[^>]*/><draw:image [^>]*\.png"', content)) >= 10


def test_a_wide_cross_table_lies_on_its_side(tmp_path):
    write_collection(tmp_path, wide_files())
    build_memento(tmp_path, 3, tmp_path / "out", formats=("docx", "odt"))
    assert docx_faults(tmp_path / "out" / "memento-3.docx") == []
    assert odt_faults(tmp_path / "out" / "memento-3.odt") == []
    sections = docx.Document(str(tmp_path / "out" / "memento-3.docx")).sections
    assert [one.page_width > one.page_height for one in sections] == [False, True, False]
    assert [one.different_first_page_header_footer for one in sections] == [True, False, False]
    content = zipfile.ZipFile(tmp_path / "out" / "memento-3.odt").read("content.xml").decode()
    assert '"Heading_20_1_20_en_20_paysage"' in content
    assert content.count('"Retour_20_au_20_portrait"') == 1


BREAKS = [
    ("docx", "word/document.xml", r'<w:bookmarkEnd [^>]*/>', "", "bookmarks are not paired"),
    ("docx", "word/document.xml", r'w:anchor="[^"]+"', 'w:anchor="nowhere"', "link to no bookmark: nowhere"),
    ("docx", "word/document.xml", r"PAGEREF \S+", "PAGEREF nowhere", "link to no bookmark: nowhere"),
    ("docx", "word/document.xml", r'w:pStyle w:val="BodyText"', 'w:pStyle w:val="Nothing"', "unknown style: Nothing"),
    ("docx", "word/document.xml", r"<w:tblHeader [^>]*/>", "", "table without header row"),
    ("docx", "word/document.xml", r' descr="[^"]+"', "", "picture without alternative"),
    ("docx", "word/document.xml", r'<w:fldChar w:fldCharType="end"/>', "", "field not closed"),
    ("docx", "word/document.xml", r'r:embed="rId', 'r:embed="no', "unknown relation: no"),
    ("docx", "word/document.xml", r"<w:footnoteReference [^>]*/>", "", "notes are not those called"),
    ("docx", "word/document.xml", r'(?<=<w:numId w:val=")\d+', "99999", "unknown list: 99999"),
    ("docx", "word/document.xml", r"</w:body>", "", "not XML"),
    ("docx", "word/document.xml", r"(<w:tc><w:tcPr ?/?>)<w:p>.*?</w:p></w:tc>", r"\1</w:tc>", "cell without paragraph"),
    ("docx", "word/styles.xml", r'w:styleId="Fiche"', 'w:styleId="Compact"', "style twice: Compact"),
    ("docx", "word/styles.xml", r'<w:basedOn w:val="Normal"', '<w:basedOn w:val="Nothing"', "unknown style: Nothing"),
    ("docx", "word/styles.xml", r'w:val="fr-FR"', 'w:val="french"', "languages of the styles"),
    ("docx", "[Content_Types].xml", r'<Override [^>]*image/png[^>]*/>', "", "part without type: word/media/"),
    ("docx", "word/_rels/document.xml.rels", r'Target="media/', 'Target="lost/', "relation to no part: lost/"),
    ("odt", "content.xml", r'text:style-name="Caption"', 'text:style-name="Nothing"', "unknown style: Nothing"),
    ("odt", "content.xml", r"<text:bookmark-end [^>]*/>", "", "bookmarks are not paired"),
    ("odt", "content.xml", r'xlink:href="#[^"]+"', 'xlink:href="#nowhere"', "link to no bookmark: nowhere"),
    ("odt", "content.xml", r'text:ref-name="[^"]+"', 'text:ref-name="nowhere"', "link to no bookmark: nowhere"),
    ("odt", "content.xml", r"></text:bookmark-ref>", ">7</text:bookmark-ref>", "number of a page written: 7"),
    ("odt", "content.xml", r"<svg:desc>[^<]*</svg:desc>", "", "picture without alternative"),
    ("odt", "content.xml", r"<(/?)table:table-header-rows>", r"<\1table:table-rows>", "table without header row"),
    ("odt", "content.xml", r"<table:covered-table-cell/>", "", "cells in"),
    ("odt", "content.xml", r"</office:text>", "", "not XML"),
    ("odt", "content.xml", r'text:outline-level="2"', 'text:outline-level="4"', "level skipped"),
    ("odt", "content.xml", r'xlink:href="Pictures/', 'xlink:href="Pictures/no-', "no such file: Pictures/no-"),
    ("odt", "styles.xml", r'style:parent-style-name="Standard"', 'style:parent-style-name="No"', "unknown style: No"),
    ("odt", "styles.xml", r'style:master-page-name="\w+"', 'style:master-page-name="No"', "unknown page: No"),
    ("odt", "styles.xml", r'fo:language="fr"', 'fo:language="en"', "language of the styles"),
    ("odt", "META-INF/manifest.xml", r"<manifest:file-entry [^>]*meta.xml[^>]*/>", "", "member not in the manifest"),
    ("odt", "mimetype", r"text", "spreadsheet", "mimetype of something else"),
]  # fmt: skip


@pytest.mark.parametrize(("format", "member", "pattern", "put", "expected"), BREAKS)
def test_a_broken_file_is_refused(guide, tmp_path, format, member, pattern, put, expected):
    broken = tmp_path / f"broken.{format}"
    with zipfile.ZipFile(guide.with_suffix(f".{format}")) as old, zipfile.ZipFile(broken, "w") as new:
        for one in old.infolist():
            data = old.read(one)
            if one.filename == member:
                changed = re.sub(pattern, put, data.decode())
                assert changed != data.decode()
                data = changed.encode()
            new.writestr(one, data)
    assert any(expected in fault for fault in CHECKS[format](broken))
