"""A draft shows a box with the name of the file in place of an image that cannot be printed."""

from __future__ import annotations

import re
import zipfile

import pytest
from printing import FILES, FOLDER, build_memento, png, write_collection

from clust_cli.shell.pdf import read_pdf

pytestmark = pytest.mark.pandoc

TEXT = """
![Une place](photos/absente.png "La place")

![](../../../../dehors.png)

[![Un lien](liée.png)](https://exemple.fr)

Entre ![une rue](cassee.png) deux mots.

- ![Une liste](liste.png)

| A | B |
|---|---|
| ![Un tableau](tableau.png) | ![Ailleurs](https://exemple.fr/a.png) |

![Une bonne](bonne.png "Bonne")

Longue : ![longue](data:image/png;base64,%s)
""" % ("A" * 5000)
PATHS = (
    "photos/absente.png",
    "../../../../dehors.png",
    "cassee.png",
    "liste.png",
    "tableau.png",
    "exemple.fr/a.png",
    "liée.png",
    "AAA…",
)
XML = {"docx": "word/document.xml", "odt": "content.xml"}


@pytest.fixture(scope="module")
def drafts(tmp_path_factory):
    """A draft whose images are all refused but the last, in every format."""
    root = tmp_path_factory.mktemp("Mon mémento")
    view = f"{FOLDER}/regards/regard.md"
    images = {f"{FOLDER}/regards/cassee.png": png()[:20], f"{FOLDER}/regards/bonne.png": png()}
    write_collection(root, {**FILES, view: FILES[view] + TEXT, **images})
    return build_memento(root, 3, root / "out", draft=True, formats=("pdf", "docx", "odt", "html"))


def shown(drafts, format):
    data = drafts[format].path.read_bytes()
    if format == "pdf":
        return read_pdf(data).text
    if format == "html":
        return data.decode()
    with zipfile.ZipFile(drafts[format].path) as archive:
        return archive.read(XML[format]).decode()


@pytest.mark.parametrize("format", ["pdf", "docx", "odt", "html"])
def test_every_refused_image_is_named_in_its_place(drafts, format):
    text = re.sub(r"\s|[\u2060\u200b\u00ad]", "", re.sub(r"<[^>]*>", "", shown(drafts, format)))
    assert [path for path in PATHS if path not in text] == []
    assert text.count("Cetteimagen’apaspuêtreimprimée") == len(PATHS)
    assert "Figure1–Bonne" in text


@pytest.mark.parametrize(
    ("format", "box"),
    [
        ("docx", r'w:pStyle w:val="Avis"'),
        ("odt", r'text:style-name="Avis"'),
        ("html", r'class="notice"'),
    ],
)
def test_an_image_alone_leaves_a_box(drafts, format, box):
    text = shown(drafts, format)
    assert len(re.findall(rf"{box}(?:(?!</(?:w|text)?:?p>).)*?Cette", text, re.DOTALL)) == 2
