"""The pages of Memento 2 and of a memento that strains them: laid out well, and accessible by their structure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pytest
from conftest import ROOT
from owed import lacking, owed
from pdf_held import held
from pdf_layout import Page, fullness, last_line, outside, overlapping, read_pages
from pdf_structure import faults
from printing import FILES, build_memento, write_collection
from stress import stress_collection

pytestmark = pytest.mark.pandoc
LEAST = 0.15


@pytest.fixture(scope="module")
def guide(tmp_path_factory) -> Path:
    """Memento 2, built once."""
    output = tmp_path_factory.mktemp("guide")
    return build_memento(ROOT, 2, output, formats=("pdf",))["pdf"].path


@pytest.fixture(scope="module")
def strained(tmp_path_factory) -> Path:
    """The memento that strains the pages, built once."""
    root = write_collection(tmp_path_factory.mktemp("stress"), stress_collection())
    return build_memento(root, 7, root / "out", formats=("pdf",))["pdf"].path


@pytest.fixture(params=["guide", "strained"])
def made(request) -> Path:
    return request.getfixturevalue(request.param)


def squeezed(text: str) -> str:
    return re.sub(r"\W+", "", text)


def titles(path: Path) -> set[str]:
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        return {squeezed(one.title) for one in _entries(outline.root)}


def _entries(items) -> Iterator[pikepdf.OutlineItem]:
    for one in items:
        yield one
        yield from _entries(one.children)


def is_opener(page: Page) -> bool:
    """The cover, and the pages that open a part: their title is larger than any other."""
    return page.number == 1 or any(one.size > 36 for one in page.stretches)


def test_no_text_leaves_its_page(made):
    assert [(page.number, one.text) for page in read_pages(made) for one in outside(page)] == []


def test_no_text_meets_other_text(made):
    assert [(page.number, pair) for page in read_pages(made) for pair in overlapping(page)] == []


def test_every_page_but_the_cover_bears_its_own_number(made):
    for page in read_pages(made)[1:]:
        assert str(page.number) in [one.text for one in page.stretches if one.bottom < 62]


def test_no_heading_ends_a_page(made):
    known = titles(made)
    ends = {page.number: squeezed(last_line(page)) for page in read_pages(made)[1:]}
    assert {number: text for number, text in ends.items() if text in known} == {}


def test_no_page_is_nearly_empty_but_those_that_open_a_part(made):
    pages = [page for page in read_pages(made)[1:-1] if not is_opener(page)]
    assert [(page.number, round(fullness(page), 2)) for page in pages if fullness(page) < LEAST] == []


def test_the_structure_is_accessible(made):
    assert faults(made) == []


def test_everything_of_memento_2_is_found_in_it(guide):
    assert lacking(owed(ROOT, 2), held(guide)) == []


def test_everything_of_the_strained_memento_is_found_in_it(strained):
    assert lacking(owed(strained.parent.parent, 7), held(strained)) == []


def test_the_strained_memento_is_as_long_and_as_wide_as_it_was_meant(strained):
    pages = read_pages(strained)
    assert len(pages) > 60
    assert [page.number for page in pages if page.width > page.height]


def test_the_lists_of_tables_and_figures_stand_where_there_are_several(guide, strained, tmp_path):
    def words_of(path):
        return [squeezed("".join(one.text for one in page.stretches)) for page in read_pages(path)[:4]]

    essay = build_memento(write_collection(tmp_path, FILES), 3, tmp_path / "out", formats=("pdf",))["pdf"].path
    assert not any("Tableau1" in text for text in words_of(essay)[:2])
    assert any("Tableau1Regroupementsdentreprises" in text for text in words_of(guide)[:2])
    assert any(re.search(r"Tableau\dLesvingtterritoires", text) for text in words_of(strained))
    assert any("Figure1Laplacedumarché" in text for text in words_of(strained))


# The checker itself


def without_alternatives(pdf: pikepdf.Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and "/Alt" in one:
            del one["/Alt"]


def without_scopes(pdf: pikepdf.Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and str(one.get("/S", "")) == "/TH":
            del one["/A"]


def without_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]


def without_claim(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        del metadata["pdfuaid:part"]


def with_a_level_left_out(pdf: pikepdf.Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and str(one.get("/S", "")) == "/H2":
            one["/S"] = pikepdf.Name("/P")


def without_tabs(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        if "/Tabs" in page:
            del page["/Tabs"]


def without_letters(pdf: pikepdf.Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and "/ToUnicode" in one:
            del one["/ToUnicode"]


def without_descriptions(pdf: pikepdf.Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and str(one.get("/Subtype", "")) == "/Link" and "/Contents" in one:
            del one["/Contents"]


@pytest.mark.parametrize(
    ("break_it", "told"),
    [
        (without_alternatives, "a figure without alternative"),
        (without_scopes, "a header cell without scope"),
        (without_language, "no language"),
        (without_claim, "no claim of PDF/UA-1"),
        (with_a_level_left_out, "a heading of level 3 follows one of level 1"),
        (without_tabs, "page 2: the order of tabs is not that of the structure"),
        (without_letters, "font /f0 says no letters"),
        (without_descriptions, "page 2: a link without description"),
    ],
)
def test_a_broken_file_is_refused(guide, tmp_path, break_it: Callable[[pikepdf.Pdf], None], told):
    broken = tmp_path / "broken.pdf"
    with pikepdf.open(guide) as pdf:
        break_it(pdf)
        pdf.save(broken)
    assert told in faults(broken)
