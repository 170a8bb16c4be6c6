"""DOCX and ODT as a reader without Word opens them: in LibreOffice, page by page."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT
from printing import build_memento
from pypdf import PdfReader
from pypdf.generic import Destination

SOFFICE = shutil.which("soffice")

pytestmark = [
    pytest.mark.pandoc,
    pytest.mark.libreoffice,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed: Debian's libreoffice-writer has it"),
]


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("libreoffice")
    build_memento(ROOT, 2, folder, formats=("docx", "odt"))
    return folder


@pytest.fixture(scope="module", params=["docx", "odt"])
def opened(request, built) -> PdfReader:
    """Memento 2, opened and printed by LibreOffice."""
    convert(built / f"memento-2.{request.param}", built / request.param, built / "profile")
    return PdfReader(built / request.param / "memento-2.pdf")


def convert(source: Path, target: Path, profile: Path) -> None:
    subprocess.run(
        [SOFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf",
         "--outdir", str(target), str(source)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip


def test_libreoffice_opens_it_and_finds_every_document(opened, memento_2):
    text = "".join("".join(page.extract_text().split()) for page in opened.pages)
    for document in memento_2.documents:
        title = document.title.replace("'", "’")
        assert "".join(title.split()) in text.replace("\u00a0", "").replace("\u202f", "")


def test_every_page_but_the_cover_is_numbered(opened):
    count = len(opened.pages)
    for number, page in enumerate(opened.pages, start=1):
        if number > 1:
            assert f"Page {number} sur {count}" in page.extract_text().replace("\u00a0", " ")


def test_the_contents_give_the_page_of_every_heading(opened):
    pages: dict[str, int] = {}
    for one in outline(opened):  # the outermost first: « Contexte » is a chapter, and a section of every monography
        pages.setdefault(squeezed(one.title), opened.get_destination_page_number(one) + 1)
    contents = opened.pages[1].extract_text().replace("\u00a0", " ").replace("\u202f", " ").splitlines()
    listed = dict(re.fullmatch(r"(.*?)[ .]*(\d+)", line.strip()).groups() for line in contents if line[-1:].isdigit())
    numbers = {squeezed(title): int(number) for title, number in listed.items() if squeezed(title) in pages}
    assert len(numbers) >= 24
    assert {title: pages[title] for title in numbers} == numbers


def test_its_letters_are_those_it_carries(opened):
    fonts = {
        str(font["/BaseFont"]).partition("+")[2]
        for page in opened.pages
        for font in (one.get_object() for one in page["/Resources"].get("/Font", {}).values())
    }
    assert fonts
    assert {one.partition("-")[0] for one in fonts} == {"SourceSansPro"}


def outline(reader: PdfReader) -> list[Destination]:
    found: list[Destination] = []
    waiting = list(reader.outline)
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting += one
        else:
            found.append(one)
    return found


def squeezed(text: str) -> str:
    return re.sub(r"\W+", "", text)
