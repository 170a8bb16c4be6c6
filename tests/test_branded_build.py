"""A collection with colours, fonts, a logo and a template of its own, built."""

from __future__ import annotations

import zipfile

import pikepdf
import pytest
from conftest import ROOT
from printing import FILES, FOLDER, build_memento, png, write_collection
from test_brand import PETITE

from clust_cli.core.printing.publication import Publication
from clust_cli.errors import ClustError
from clust_cli.shell.build import build
from clust_cli.shell.files import read_disk
from clust_cli.shell.orders import Order
from clust_cli.shell.pandoc import begin_reading
from clust_cli.shell.pdf import read_pdf

pytestmark = pytest.mark.pandoc

BRAND = """brand:
  colours: {primary: "#5b2a86"}
  fonts: {headings: petite, files: [fonts/Petite.ttf]}
  logo: {file: images/logo.png, alt: Logo d'essai}
"""
# The packaged template, and a cover and an imprint of one's own around its parts.
TEMPLATE = (
    (ROOT / "templates/memento.typ").read_text(encoding="utf-8")
    + """
#let memento(body) = {
  let brand = json("meta.json").brand
  set document(title: meta.title, date: datetime(year: 2024, month: 1, day: 1))
  set page(margin: (left: 5.6cm, right: 2cm))  // headings hang in the margin
  set text(lang: meta.lang, font: "Source Sans Pro", fill: rgb(brand.colours.ink))
  show heading: set text(font: (brand.fonts.headings, "Source Sans Pro"), fill: rgb(brand.colours.primary))
  title()
  image(brand.logo.name, alt: brand.logo.alt)
  body
  imprint
}
"""
)


@pytest.fixture
def branded(tmp_path):
    files = {**FILES, "clust.yaml": FILES["clust.yaml"] + BRAND, "images/logo.png": png(), "fonts/Petite.ttf": PETITE}
    return write_collection(tmp_path, files)


def test_a_template_of_ones_own_prints_with_the_brand(branded):
    write_collection(branded, {"templates/memento.typ": TEMPLATE})
    built = build_memento(branded, 3, branded / "out", formats=("pdf",))
    with pikepdf.open(built["pdf"].path) as pdf:
        fonts = {str(one.BaseFont) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/BaseFont" in one}
        alts = {str(one.Alt) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one}
    assert any("Petite" in font for font in fonts)
    assert "Logo d'essai" in alts
    assert "Pays « B »" in read_pdf(built["pdf"].path.read_bytes()).text.replace("\u00a0", " ")


def test_the_packaged_template_takes_a_brand(branded):
    assert build_memento(branded, 3, branded / "out")["pdf"].pages > 3


def test_the_styles_of_the_docx_take_colours_and_fonts(branded):
    built = build_memento(branded, 3, branded / "out", formats=("docx",))
    with zipfile.ZipFile(built["docx"].path) as archive:
        styles = archive.read("word/styles.xml").decode()
    heading = styles.partition('w:styleId="Heading1"')[2].partition("</w:style>")[0]
    assert 'w:ascii="Petite"' in heading
    assert 'w:val="5B2A86"' in heading
    assert "14365C" not in styles
    assert 'w:ascii="Source Sans Pro"' in styles


def test_the_logo_of_leader_and_the_imprint_are_in_every_format(tmp_path):
    lines = (
        "funding: {programme: leader, leader_logo: {file: ../../images/leader.png, alt: Logo LEADER}}\n"
        "publisher: Réseau d'essai\nisbn: 978-2-1234-5680-3\nnumber: 3\n"
    )
    path = f"{FOLDER}/memento.md"
    files = {**FILES, path: FILES[path].replace("number: 3\n", lines), "images/leader.png": png()}
    built = build_memento(
        write_collection(tmp_path, files), 3, tmp_path / "out", formats=("pdf", "docx", "odt", "html")
    )
    with pikepdf.open(built["pdf"].path) as pdf:
        alts = [str(one.Alt) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
    assert "Logo LEADER" in alts
    assert "978-2-1234-5680-3" in read_pdf(built["pdf"].path.read_bytes()).text
    assert "Logo LEADER" in built["html"].path.read_text(encoding="utf-8")
    for name, part in (("docx", "word/document.xml"), ("odt", "content.xml")):
        with zipfile.ZipFile(built[name].path) as archive:
            text = archive.read(part).decode()
        assert "Logo LEADER" in text
        assert "Ministère d" in text


def test_a_font_that_has_become_a_link_is_refused(branded):
    workspace = read_disk(branded).parse()
    (branded / "fonts/Petite.ttf").rename(branded / "fonts/other.ttf")
    (branded / "fonts/Petite.ttf").symlink_to(branded / "fonts/other.ttf")
    publication = Publication(workspace, workspace.memento(3))
    order = Order(publication, branded, branded / "out", ("pdf",))
    with pytest.raises(ClustError, match="no longer the file"):
        build(order, begin_reading(publication), lambda step: None)
