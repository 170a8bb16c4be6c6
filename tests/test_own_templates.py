"""Templates of a workspace's own that are damaged, or a stranger's: a sentence that names them, never a broken page."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

import pytest
from conftest import ROOT, make_workspace

from clust_cli.core.check import check
from clust_cli.core.printing.xml_text import writable
from clust_cli.errors import ClustError
from clust_cli.shell.templates import read_template, read_template_text

TEMPLATES = ROOT / "templates"
PAGE = (TEMPLATES / "html/page.html").read_bytes()
FUNDER = "format: 1\nfunder: essai\ntitle: Essai\nsentence: {}\nplaces: [cover]\nsource: convention\nconfirmed: true\n"
TEXTS = ("html/page.html", "html/style.css", "html/script.js", "memento.typ", "typst/base.typ")
PACKAGES = ("reference.docx", "reference.odt", "emblem.png")


def package(**parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("_", "."), text)
    return made.getvalue()


def own(root, name, data):
    path = root / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return read_template(name, root)


def refusal(root, name, data):
    with pytest.raises(ClustError) as caught:
        own(root, name, data)
    assert caught.value.hint
    return str(caught.value).format(**caught.value.words)


@pytest.mark.parametrize("name", [*TEXTS, *PACKAGES])
def test_a_copy_of_the_packaged_template_is_taken(tmp_path, name):
    data = (TEMPLATES / name).read_bytes()
    assert own(tmp_path, name, data) == data == read_template(name, tmp_path / "elsewhere")


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_in_another_encoding_is_refused(tmp_path, name):
    assert name.rpartition("/")[2] in refusal(tmp_path, name, "/* é */".encode("latin-1"))


@pytest.mark.parametrize("name", PACKAGES)
@pytest.mark.parametrize("data", [b"", b"x", b"PK\x03\x04" + b"\xff" * 90, package(), package(content_xml="<a>")])
def test_a_file_that_is_not_what_its_name_says_is_refused(tmp_path, name, data):
    assert name in refusal(tmp_path, name, data)


@pytest.mark.parametrize("name", PACKAGES)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_file_that_is_cut_short_is_refused(tmp_path, name, share):
    data = (TEMPLATES / name).read_bytes()
    refusal(tmp_path, name, data[: int(len(data) * share)])


def test_a_reference_that_unpacks_to_a_mountain_is_refused(tmp_path):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("content.xml", b" " * 60_000_000)
    assert "reference.odt" in refusal(tmp_path, "reference.odt", made.getvalue())


@pytest.mark.parametrize(
    ("name", "text", "word"),
    [
        ("html/style.css", "p {} </style><script>alert(1)</script>", "</style"),
        ("html/style.css", "p {} </STYLE >", "</STYLE"),
        ("html/script.js", "var a = '</script><p>'", "</script"),
        ("html/script.js", "<!-- <script>", "<!--"),
    ],
)
def test_a_style_or_script_that_would_end_itself_is_refused(tmp_path, name, text, word):
    assert word in refusal(tmp_path, name, text.encode())


def test_a_page_has_the_places_that_the_build_fills_and_no_other(tmp_path):
    assert "{{inconnu}}" in refusal(tmp_path, "html/page.html", PAGE + b"{{inconnu}}")
    assert "{{policy}}" in refusal(tmp_path, "html/page.html", PAGE.replace(b"{{policy}}", b""))
    assert own(tmp_path, "html/page.html", PAGE.replace(b"{{author}}", b""))


def test_line_ends_are_those_of_every_machine(tmp_path):
    own(tmp_path, "html/style.css", b"p {\r\n}\r")
    assert read_template_text("html/style.css", tmp_path) == "p {\n}\n"


def test_a_control_character_is_left_out_of_xml():
    made = writable("word/document.xml", "<a>é\x07\x00\x1b\ufffe\uffff\t\n\ufffd</a>".encode())
    assert ElementTree.fromstring(made).text == "é\t\n\ufffd"
    assert writable("image1.png", b"\x89\x00") == b"\x89\x00"


def test_a_character_that_no_font_has_is_told_in_a_funders_sentence():
    files = {"schemas/funders/essai.yaml": FUNDER.format('"Avec\\x07 le fonds"'), "clust.yaml": "format: 1\ntitle: T\n"}
    found = [one for one in check(make_workspace(files)).diagnostics if one.rule.id == "unprintable-character"]
    assert [(one.place.path, one.place.start.line) for one in found] == [("schemas/funders/essai.yaml", 4)]
