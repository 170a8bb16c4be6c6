"""The build law: a memento without error diagnostics always builds, and every document of it is in every output."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from conftest import make_workspace
from html_page import parse_page
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pdf_layout import outside, read_pages
from printing import FILES, FOLDER, build_memento, write_collection

from clust_cli.core.check import check
from clust_cli.core.printing.docx_parts import docx_text
from clust_cli.core.printing.html_text import html_text
from clust_cli.core.printing.proof import Owed, missing
from clust_cli.shell.pdf import read_pdf

pytestmark = pytest.mark.pandoc

PIECES = (
    "Un paragraphe *penché*, **gras**, `code`, \\*nu\\*.",
    "- = a\n- + b\n  - - c\n    1. d",
    "5. cinq\n6. six",
    "| A |\n|---|\n| - |",
    "| A | |\n|:-:|--:|\n| 2016. | `a\\|b` |\n| | *x* |",
    "> - cité\n>\n> encore",
    "```\n= x ``` #y\n```",
    "Une note[^n].\n\n[^n]: Avec *du* texte.\n\n    Et un autre paragraphe.",
    "[mot]{lang=en} et [phrase *penchée*]{lang=de-DE}(suite)",
    '<https://exemple.fr/a_b?c=d&e#f> et [lien](https://exemple.fr/%22x%22 "titre")',
    "Ligne  \ncassée\\\net encore",
    "***",
    "### Un *titre* `de` [trois](https://exemple.fr)\n\nTexte.",
    "### Un titre de trois\n\n#### Et de quatre {#quatre}\n\nTexte.",
    "= pas un titre",
    "/ terme: pas une définition",
    "@cité <étiquette> $x$ #let ~ -- --- ... \\ &amp; &nbsp;",
    "Un mot-composé-très-long-" + "x" * 120,
    "* \n* vide",
    "+ plus\n\n2016\\. Une année",
    "[Pays B](../monographies/pays-b.md#un-detail), [ici](#vu), [mémento](../memento.md)",
    "![ ](x) n'est pas là".replace("![ ](x)", "Une image"),
    "« guillemets » \"droits\" 'simples' l'eau ! 1er XIXe 62 000 n° 5",
)


@pytest.fixture(scope="module")
def folder():
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def prove(files: dict[str, str | bytes], root: Path) -> None:
    workspace = make_workspace(files)
    write_collection(root, files)
    build_memento(root, 3, root / "out")
    memento = workspace.memento(3)
    assert memento is not None
    owed = Owed(tuple(document.title for document in memento.documents), 0)
    assert missing(read_pdf((root / "out" / "memento-3.pdf").read_bytes()).text, owed) == ()
    assert [one for page in read_pages(root / "out" / "memento-3.pdf") for one in outside(page)] == []
    assert missing(docx_text((root / "out" / "memento-3.docx").read_bytes()), owed) == ()
    page = (root / "out" / "memento-3.html").read_text(encoding="utf-8")
    assert missing(html_text(page), owed) == ()
    assert parse_page(page).all("h1")


@settings(max_examples=14, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=5, unique=True))
def test_any_text_that_checks_clean_builds(folder, pieces):
    text = FILES[f"{FOLDER}/regards/regard.md"] + "\n## Vu\n\n" + "\n\n".join(pieces) + "\n"
    files = {**FILES, f"{FOLDER}/regards/regard.md": text}
    assume(not check(make_workspace(files)).has_errors)
    prove(files, folder)


def test_every_piece_at_once_builds(folder):
    text = FILES[f"{FOLDER}/regards/regard.md"] + "\n## Vu\n\n" + "\n\n".join(PIECES) + "\n"
    files = {**FILES, f"{FOLDER}/regards/regard.md": text}
    assert [
        (one.rule.id, one.place.quoted) for one in check(make_workspace(files)).diagnostics if one.severity == 2
    ] == []
    prove(files, folder)


def test_a_memento_that_says_hardly_anything_builds(folder):
    bare = "---\nkind: {kind}\nedition: 1\ntitle: {title}\nstatus: draft\n{more}---\n"
    block = "\n## M\n\n```documents\nkind: monography\n```\n\n```crosstab\nrows: action\ncolumns: territory\n```\n"
    files = {
        "clust.yaml": "title: Peu\n",
        f"{FOLDER}/memento.md": bare.format(kind="memento", title="Peu", more="number: 3\n") + block,
        f"{FOLDER}/monographies/vide.md": bare.format(kind="monography", title="Vide", more=""),
    }
    assert not check(make_workspace(files)).has_errors
    prove(files, folder)
