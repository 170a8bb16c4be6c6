"""From files to PDF and DOCX: what is claimed, what is laid out, and what is refused."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from pathlib import Path

import docx
import pikepdf
import pytest
from conftest import ROOT
from docx.oxml.ns import qn
from pdf_layout import read_pages
from printing import FILES, FOLDER, build_memento, png, write_collection

from clust_cli.cli.main import run
from clust_cli.core.blocks import CrosstabBlock, blocks
from clust_cli.core.check import check
from clust_cli.core.counting.axes import find_axis
from clust_cli.core.counting.crosstab import counted_documents, crosstab
from clust_cli.core.diagnostics import Severity
from clust_cli.core.printing.docx_parts import docx_text
from clust_cli.core.printing.proof import Owed, missing
from clust_cli.errors import ClustError
from clust_cli.shell.files import read_disk
from clust_cli.shell.pdf import read_pdf

pytestmark = pytest.mark.pandoc

MENTION = "Cette action est cofinancée par le Fonds européen agricole pour le développement rural"


@pytest.fixture(scope="module")
def guide(tmp_path_factory) -> Path:
    """Memento 2, built once."""
    output = tmp_path_factory.mktemp("guide")
    build_memento(ROOT, 2, output)
    return output


@pytest.fixture
def essay(tmp_path) -> Path:
    """The tiny collection, on disk."""
    return write_collection(tmp_path, FILES)


def squeezed(text: str) -> str:
    return re.sub(r"\W+", "", text)


def plain_spaces(text: str) -> str:
    return re.sub(r"\s", " ", text)


# What the PDF claims


def test_the_pdf_claims_ua_1_and_a_2a_in_french(guide):
    with pikepdf.open(guide / "memento-2.pdf") as pdf:
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
            assert metadata["dc:title"] == "Clusters et territoires locaux"
        assert str(pdf.Root.Lang).startswith("fr")
        assert bool(pdf.Root.MarkInfo.Marked)
        assert "/StructTreeRoot" in pdf.Root
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_every_title_and_the_funder_stand_in_both_outputs(guide, memento_2):
    owed = Owed((MENTION, *(document.title for document in memento_2.memento(2).documents)), 32)
    assert missing(read_pdf((guide / "memento-2.pdf").read_bytes()).text, owed) == ()
    assert missing(docx_text((guide / "memento-2.docx").read_bytes()), owed) == ()


def test_every_mark_of_the_cross_table_leads_into_the_pages_of_its_document(guide, memento_2):
    titles = {one.slug: squeezed(one.title) for one in memento_2.memento(2).documents if one.kind.name == "monography"}
    pages = read_pages(guide / "memento-2.pdf")
    table = next(page.number for page in pages if any("Lecture :" in plain_spaces(one.text) for one in page.stretches))
    headings = [squeezed(" ".join(one.text for one in page.stretches if one.size > 20)) for page in pages]
    with pikepdf.open(guide / "memento-2.pdf") as pdf:
        places = pikepdf.NameTree(pdf.Root.Names.Dests)
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
        dests = [one.Dest for one in pdf.pages[table - 1].Annots if "/Dest" in one]
        # What is no heading has no name: its place is written out.
        led = [places[str(one)] if isinstance(one, pikepdf.String) else one for one in dests]
        pages_led_to = [numbers[one[0].objgen] for one in led]
        openings = {numbers[places[name][0].objgen]: name for name in titles}
    assert all(titles[name] in headings[number] for number, name in openings.items())
    assert sum(not isinstance(one, pikepdf.String) for one in dests) >= 25
    found = Counter(openings[max(one for one in openings if one <= number)] for number in pages_led_to)
    own = blocks(memento_2.memento(2).document, memento_2)
    printed = next(block for _fence, block in own if isinstance(block, CrosstabBlock))
    behind = crosstab(
        memento_2,
        counted_documents(memento_2),
        find_axis(memento_2, "action"),
        find_axis(memento_2, "territory"),
        only=printed.only,
    )
    marks = Counter(id.split("/")[1] for cell in behind.cells.values() for id in cell)
    assert found == marks + Counter(list(titles))  # a head of a column leads to its document


def test_an_address_of_the_imprint_breaks_behind_its_slashes_alone_and_leads_there(guide):
    with pikepdf.open(guide / "memento-2.pdf") as pdf:
        targets = [str(one.A.URI) for one in pdf.pages[-1].Annots if "/URI" in one.A]
    assert "https://creativecommons.org/licenses/by/4.0/" in targets
    lines = read_pdf((guide / "memento-2.pdf").read_bytes()).text.replace("\u200b", "").splitlines()
    assert any("creativecommons.org/" in line for line in lines)


def test_the_cover_and_the_imprint_are_made_of_paragraphs(guide):
    with pikepdf.open(guide / "memento-2.pdf") as pdf:
        [document] = pdf.Root.StructTreeRoot.K
        tags = [str(one.S) for one in document.K]
    assert tags[:2] == ["/P", "/P"]
    assert tags[2] == "/Title"
    assert "/Span" not in tags


def test_the_head_of_a_page_names_the_document_it_is_in(guide):
    heads = [
        squeezed("".join(one.text for one in page.stretches if one.bottom > page.height - 55))
        for page in read_pages(guide / "memento-2.pdf")
    ]
    assert heads[1] == heads[-1] == "Mémenton2Clustersetterritoireslocaux"
    assert heads.index("Mémenton2PaysdeLangres") > heads.index(heads[1])
    assert heads.count("Mémenton2PaysdeThiérache") > 1


# The DOCX


def test_word_finds_headings_languages_header_rows_and_a_filled_table_of_contents(guide, memento_2):
    document = docx.Document(str(guide / "memento-2.docx"))
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert {"Title", "Heading 1", "Heading 2", "Heading 3"} <= set(styles)
    assert document.core_properties.title == "Clusters et territoires locaux"
    assert document.core_properties.language == "fr-FR"
    languages = {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"fr-FR"}
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    body = document.element.body
    contents = "".join(one.text or "" for one in body.find(qn("w:sdt")).iter(qn("w:t")))
    for memento_document in memento_2.memento(2).documents:
        assert squeezed(memento_document.title) in squeezed(contents)


def test_every_link_inside_the_docx_leads_to_a_bookmark(guide):
    body = docx.Document(str(guide / "memento-2.docx")).element.body
    bookmarks = {one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))}
    anchors = {one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))} - {None}
    assert anchors - bookmarks == set()


def test_every_image_of_the_docx_has_its_alternative(guide):
    with zipfile.ZipFile(guide / "memento-2.docx") as archive:
        descriptions = re.findall(r'<wp:docPr [^>]*descr="([^"]*)"', archive.read("word/document.xml").decode())
    assert descriptions
    assert {text[:9] for text in descriptions} >= {"Emblème d", "Carte de "}
    assert all(len(text) > 8 for text in descriptions)


def test_the_upright_heads_of_the_docx_are_never_broken(guide):
    with zipfile.ZipFile(guide / "memento-2.docx") as archive:
        body = archive.read("word/document.xml").decode()
    assert re.search(r"Midi</w:t><w:noBreakHyphen/><w:t [^>]*>Quercy", body)


def test_the_docx_claims_no_counts_of_a_template(guide):
    with zipfile.ZipFile(guide / "memento-2.docx") as archive:
        assert not re.search(r"Pages|Words|Application", archive.read("docProps/app.xml").decode())


# The same again, and refusals


def test_a_second_build_gives_the_same_bytes(essay, tmp_path):
    for output in ("one", "two"):
        build_memento(essay, 3, tmp_path / output)
    for name in ("memento-3.pdf", "memento-3.docx"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_the_date_of_the_memento_is_that_of_the_outputs(essay, tmp_path):
    build_memento(essay, 3, tmp_path / "out")
    assert "Version du 6 mai 2024" in docx_text((tmp_path / "out" / "memento-3.docx").read_bytes()).replace(
        "\u00a0", " "
    )
    with pikepdf.open(tmp_path / "out" / "memento-3.pdf") as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20240506")


def test_images_are_placed_with_their_alternatives(essay, tmp_path):
    view = (
        FILES[f"{FOLDER}/regards/regard.md"]
        + '\n![Une image grise](gris.png "Légende")\n\nEt ![une autre](gris.png){width=20%} ici.\n'
    )
    write_collection(essay, {f"{FOLDER}/regards/regard.md": view, f"{FOLDER}/regards/gris.png": png()})
    build_memento(essay, 3, tmp_path / "out")
    with zipfile.ZipFile(tmp_path / "out" / "memento-3.docx") as archive:
        assert 'descr="Une image grise"' in archive.read("word/document.xml").decode()
    assert "Légende" in read_pdf((tmp_path / "out" / "memento-3.pdf").read_bytes()).text


def test_what_looks_like_typst_is_printed_as_it_is_written(essay, tmp_path):
    signs = '#read("x") $a$ @b <c> = d ~ e // f -- g ... `h` \\ * _ [i] https://j.fr/k'
    hostile = (
        FILES[f"{FOLDER}/regards/regard.md"]
        + f"\n- = liste\n- + autre\n\n```\n{signs}\n```\n\n\\#read(1) \\= x \\- y a -- b 2016\\. fin\n"
    )
    write_collection(essay, {f"{FOLDER}/regards/regard.md": hostile})
    build_memento(essay, 3, tmp_path / "out")
    text = squeezed(read_pdf((tmp_path / "out" / "memento-3.pdf").read_bytes()).text)
    for expected in ("read1xyab2016fin", "liste", squeezed(signs)):
        assert expected in text
    plain = read_pdf((tmp_path / "out" / "memento-3.pdf").read_bytes()).text
    assert "a -- b" in plain
    assert "= liste" in plain


def test_the_build_stops_when_an_output_lacks_what_it_owes(essay, tmp_path, monkeypatch):
    out = tmp_path / "out"
    build_memento(essay, 3, out)
    before = (out / "memento-3.pdf").read_bytes()
    own = (ROOT / "templates" / "typst" / "cover.typ").read_text(encoding="utf-8")
    own = re.sub(r"#let funding = block.*?\n\)\)\n", "#let funding = []\n", own, flags=re.DOTALL)
    write_collection(essay, {"templates/typst/cover.typ": own})
    with pytest.raises(ClustError) as caught:
        build_memento(essay, 3, out)
    assert "Fonds" in str(caught.value.words["lacking"])
    assert (out / "memento-3.pdf").read_bytes() == before


def test_a_template_of_the_collection_may_say_one_part_anew(essay, tmp_path):
    packaged = (ROOT / "templates" / "memento.typ").read_text(encoding="utf-8")
    own = packaged + "\n#let pull(body) = [Exergue : #body]\n#let signed(who, said) = [Signature : #who #said]\n"
    write_collection(essay, {"templates/memento.typ": own})
    build_memento(essay, 3, tmp_path / "out", formats=("pdf",))
    assert "SignatureJeanLoin" in squeezed(read_pdf((tmp_path / "out" / "memento-3.pdf").read_bytes()).text)


def test_a_draft_is_marked_on_every_page_and_says_what_it_could_not_read(essay, tmp_path):
    write_collection(essay, {f"{FOLDER}/monographies/pays-b.md": b"\xff\xfe"})
    built = build_memento(essay, 3, tmp_path / "out", draft=True)
    pages = read_pages(tmp_path / "out" / "memento-3.pdf")
    assert built["pdf"].pages == len(pages)
    assert all("BROUILLON" in " ".join(one.text for one in page.stretches) for page in pages)
    assert "pays-b.md" in docx_text((tmp_path / "out" / "memento-3.docx").read_bytes())


def test_the_cover_names_month_and_authors_and_the_imprint_the_licence(essay, tmp_path):
    own = FILES[f"{FOLDER}/memento.md"].replace("number: 3\n", "number: 3\npublished: {month: 2017-04}\n")
    licence = "licence: Textes sous Licence Ouverte 2.0.\n"
    write_collection(essay, {f"{FOLDER}/memento.md": own, "clust.yaml": FILES["clust.yaml"] + licence})
    build_memento(essay, 3, tmp_path / "out")
    for text in (
        read_pdf((tmp_path / "out" / "memento-3.pdf").read_bytes()).text,
        docx_text((tmp_path / "out" / "memento-3.docx").read_bytes()),
    ):
        assert "Avril2017AnneAuteur" in squeezed(text)
        assert "LicenceTextessousLicenceOuverte20" in squeezed(text)


# The command


def test_the_command_writes_both_files_and_a_line_for_each(essay, tmp_path, capsys):
    assert run(["-C", str(essay), "--lang", "fr", "build", "memento", "3", "--output", str(tmp_path / "out")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [re.sub(r"\d+", "9", line.rsplit("/", 1)[-1]) for line in lines[:2]] == [
        "memento-9.pdf · 9 pages · 9,9 s",
        "memento-9.docx · 9,9 s",
    ]


def test_errors_are_told_and_nothing_is_built(essay, tmp_path, capsys):
    write_collection(essay, {f"{FOLDER}/regards/regard.md": FILES[f"{FOLDER}/regards/regard.md"] + "\n<b>gras</b>\n"})
    assert run(["-C", str(essay), "--lang", "en", "build", "all", "--output", str(tmp_path / "out")]) == 1
    assert "regard.md" in capsys.readouterr().out
    assert not (tmp_path / "out").exists()


def test_what_check_finds_is_counted_behind_the_files(essay, tmp_path, capsys):
    path = f"{FOLDER}/regards/regard.md"

    def last_lines(lang, *words):
        words = (*words, "--draft", "--to", "html", "--output", str(tmp_path / "out"))
        assert run(["-C", str(essay), "--lang", lang, "build", *words]) == 0
        return capsys.readouterr().out.splitlines()[1:]

    assert parse_findings(essay).count(Severity.ERROR) == 0
    write_collection(essay, {path: FILES[path] + "\n<b>gras</b>\n"})
    found = parse_findings(essay)
    errors, warnings = found.count(Severity.ERROR), found.count(Severity.WARNING)
    assert errors
    told = f"errors: {errors} · warnings: {warnings}; see “clust check --memento 3”"
    assert last_lines("en", "memento", "3") == [told]
    [told] = last_lines("fr", "memento", "3")
    assert plain_spaces(told).startswith(f"erreurs : {errors} · avertissements : {warnings} ; voyez « clust check")
    assert last_lines("en", "expert-view", "regard")[0].endswith(f"see “clust check {path}”")


def test_a_build_without_a_finding_counts_nothing(essay, tmp_path, capsys):
    words = ["build", "expert-view", "regard", "--to", "html", "--output", str(tmp_path / "out")]
    path = f"{FOLDER}/regards/regard.md"
    write_collection(essay, {path: FILES[path] + "\nIl faut voir. " + "Encore un mot de plus. " * 60})
    assert {one.rule.id for one in parse_findings(essay).within([path]).diagnostics} == set()
    assert run(["-C", str(essay), *words]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


def parse_findings(root: Path):
    return check(read_disk(root).parse()).within([FOLDER])


@pytest.mark.parametrize("words", [["memento"], ["livre", "3"], ["memento", "9"], ["memento", "3", "--to", "epub"]])
def test_what_cannot_be_built_is_told_in_one_sentence(essay, capsys, words):
    assert run(["-C", str(essay), "--lang", "en", "build", *words]) == 2
    assert capsys.readouterr().err.startswith("clust: ")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("phrases.json", "[]"),
        ("phrases.json", '{"fr": "x"}'),
        ("phrases.json", '{"fr": {"page": 3}}'),
        ("phrases.json", '{"fr": {"page": "{ailleurs}"}}'),
        ("phrases.json", "[" * 100_000),
        ("styles.json", "[1]"),
        ("styles.json", '{"crosstab": 3}'),
    ],
)
def test_a_table_of_words_that_does_not_fit_is_told_and_nothing_is_built(essay, capsys, name, text):
    (essay / "templates").mkdir()
    (essay / "templates" / name).write_text(text, encoding="utf-8")
    assert run(["-C", str(essay), "build", "memento", "3"]) == 2
    assert name in capsys.readouterr().err
    assert not (essay / "build").exists()
