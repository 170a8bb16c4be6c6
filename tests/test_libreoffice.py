"""The DOCX as a reader without Word opens it: in LibreOffice, page by page."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.conftest import ROOT
from tests.printing import build_memento

SOFFICE = shutil.which("soffice")

pytestmark = [
    pytest.mark.pandoc,
    pytest.mark.libreoffice,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed: Debian's libreoffice-writer has it"),
]


@pytest.fixture(scope="module")
def opened(tmp_path_factory) -> PdfReader:
    """Memento 2's DOCX, opened and printed by LibreOffice."""
    folder = tmp_path_factory.mktemp("libreoffice")
    build_memento(ROOT, 2, folder)
    convert(folder / "memento-2.docx", folder / "opened", folder / "profile")
    return PdfReader(folder / "opened" / "memento-2.pdf")


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


def test_headings_of_the_docx_become_bookmarks(opened):
    assert len(opened.outline) >= 7
