"""DOCX and ODT: what they owe to their sources, their typography, and the same bytes anywhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT
from lxml import etree
from office_read import read_docx, read_odt
from owed import Held, lacking, owed
from printing import FILES, FOLDER, build_memento, png, write_collection

pytestmark = pytest.mark.pandoc

STYLES = {
    "docx": ["EntreeDeGlossaire", "EntreeDeGlossaireDefinie", "DefinitionDeGlossaire", "Credit"],
    "odt": [
        "Entr_e9_e_20_de_20_glossaire",
        "Entr_e9_e_20_de_20_glossaire_20_d_e9_finie",
        "D_e9_finition_20_de_20_glossaire",
        "Cr_e9_dit",
    ],
}
"""The styles of a term, of one that is defined as well, of its definition, and of credits."""
READERS = {"docx": read_docx, "odt": read_odt}
FULL = (
    FILES[f"{FOLDER}/regards/regard.md"]
    + """
![Une image grise](gris.png "Légende de l'image")

Et ![une autre](gris.png){width=20%} ici, *appuyé*, **fort**, [cluster]{lang=en}, `code  large`[^2].

[^2]: Voir [le site](https://exemple.fr/?a=1&b=2) ; « oui ».

1. un
   - deux

     trois
2. quatre

> Une citation & < un signe

```
ligne   une
ligne deux
```

***

Le n° 5 coûte 62 000 euros : vraiment ?
"""
)


@pytest.fixture(scope="module")
def guide(tmp_path_factory) -> Path:
    output = tmp_path_factory.mktemp("guide")
    build_memento(ROOT, 2, output, formats=("docx", "odt"))
    return output / "memento-2"


@pytest.fixture(scope="module")
def full(tmp_path_factory) -> tuple[Path, Path]:
    """The tiny collection with everything that our dialect can say, and where it was built."""
    root = tmp_path_factory.mktemp("full")
    write_collection(root, {**FILES, f"{FOLDER}/regards/regard.md": FULL, f"{FOLDER}/regards/gris.png": png()})
    build_memento(root, 3, root / "out", formats=("docx", "odt"))
    return root, root / "out" / "memento-3"


@pytest.mark.parametrize("format", READERS)
def test_everything_of_memento_2_is_found_in_it(guide, format):
    assert lacking(owed(ROOT, 2), READERS[format](guide.with_suffix(f".{format}"))) == []


@pytest.mark.parametrize("format", READERS)
def test_everything_that_our_dialect_can_say_is_found_in_it(full, format):
    root, path = full
    source = owed(root, 3)
    assert len(source.alts) == 2
    assert source.addresses == ("https://exemple.fr/?a=1&b=2",)
    assert source.internal == source.marks + 7
    assert lacking(source, READERS[format](path.with_suffix(f".{format}"))) == []


def test_what_an_output_lacks_is_named():
    source = owed(ROOT, 2)
    empty = Held("", "", (), (), (), 0, 0)
    found = lacking(source, empty)
    assert {one.partition(":")[0] for one in found} == {
        "title", "heading", "passage", "note", "address", "marks", "links inside",
    }  # fmt: skip


@pytest.mark.parametrize("format", READERS)
def test_the_spaces_of_french_typography_reach_it(full, format):
    _root, path = full
    held = READERS[format](path.with_suffix(f".{format}"))
    assert "Le n°\u00a05 coûte 62\u202f000\u00a0euros\u00a0: vraiment\u202f?" in held.text
    assert "«\u00a0oui\u00a0»" in held.notes
    assert "L’essai" in held.text


@pytest.mark.parametrize("format", READERS)
def test_no_ordinary_space_stands_where_french_wants_a_fixed_one(guide, format):
    held = READERS[format](guide.with_suffix(f".{format}"))
    assert re.findall(r"\w [;!?»:](?=\s)|« \w|\d \d{3}(?!\d)|\d %", held.text + held.notes) == []


def test_runs_of_spaces_in_code_are_kept_in_the_odt(full):
    content = zipfile.ZipFile(full[1].with_suffix(".odt")).read("content.xml").decode()
    assert 'ligne <text:s text:c="2"/>une<text:line-break/>ligne deux' in content


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles"])
def test_another_folder_and_another_time_zone_give_the_same_bytes(tmp_path, zone, full):
    root, _path = full
    copy = write_collection(
        tmp_path / "autre", {**FILES, f"{FOLDER}/regards/regard.md": FULL, f"{FOLDER}/regards/gris.png": png()}
    )
    subprocess.run(
        [sys.executable, "-m", "clust_cli", "-C", str(copy), "build", "memento", "3", "--to", "docx,odt", "--draft"],
        env={**os.environ, "TZ": zone, "PYTHONPATH": str(ROOT)}, check=True, capture_output=True,
    )  # fmt: skip
    build_memento(root, 3, root / zone, draft=True, formats=("docx", "odt"))
    for format in READERS:
        one, other = root / zone / f"memento-3.{format}", copy / "build" / f"memento-3.{format}"
        assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("format", READERS)
def test_its_members_are_stored_dated_alike_and_in_order(guide, format):
    with zipfile.ZipFile(guide.with_suffix(f".{format}")) as archive:
        members = archive.infolist()
    assert {one.date_time for one in members} == {(1980, 1, 1, 0, 0, 0)}
    assert {one.compress_type for one in members} == {zipfile.ZIP_STORED}
    assert members[0].filename == {"docx": "[Content_Types].xml", "odt": "mimetype"}[format]
    names = [one.filename for one in members[1:]]
    assert names == sorted(names)


def test_the_date_in_the_odt_is_that_of_the_memento(full):
    meta = zipfile.ZipFile(full[1].with_suffix(".odt")).read("meta.xml").decode()
    assert "<dc:date>2024-05-06T00:00:00</dc:date>" in meta


@pytest.mark.parametrize(("format", "member"), [("docx", "word/document.xml"), ("odt", "content.xml")])
def test_a_definition_stands_under_its_term_and_credits_are_small(guide, format, member):
    tree = etree.fromstring(zipfile.ZipFile(guide.with_suffix(f".{format}")).read(member))
    paragraphs = [one for one in tree.iter() if etree.QName(one).localname == "p"]

    def style(begins: str) -> str:
        [found] = [one for one in paragraphs if "".join(one.itertext()).strip().startswith(begins)]
        return next(
            value for node in found.iter() for name, value in node.items() if name.endswith(("}style-name", "}val"))
        )

    told = [style(f"{one}\u00a0:") for one in ("CGCT", "EPCI")]
    told += [style("Groupement de communes"), style("Fond de carte")]
    assert told == STYLES[format]


def test_no_row_of_a_table_is_cut_by_the_end_of_a_page(guide):
    xml = zipfile.ZipFile(guide.with_suffix(".docx")).read("word/document.xml").decode()
    rows = re.findall(r"<w:tr>.*?</w:trPr>", xml, re.DOTALL)
    assert len(rows) == xml.count("<w:tr>") > 100
    assert all(row.count("<w:cantSplit />") == 1 for row in rows)


def test_a_table_is_as_wide_as_the_text_and_what_follows_keeps_away(guide):
    xml = zipfile.ZipFile(guide.with_suffix(".docx")).read("word/document.xml").decode()
    assert '<w:tblW w:type="auto"' not in xml
    assert re.search(r'</w:tbl>\s*<w:p><w:pPr><w:pStyle w:val="BodyText" ?/><w:spacing w:before="200"/></w:pPr>', xml)
