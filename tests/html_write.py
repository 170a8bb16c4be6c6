"""Pages written from nodes alone: a term and its entry in the annex, and the frame of every page around them."""

from __future__ import annotations

import json
from datetime import date

from conftest import ROOT, make_workspace
from printing import FILES

from clust_cli.core.printing.ast import Node, Nodes, div, para, span, words
from clust_cli.core.printing.brand import brand
from clust_cli.core.printing.cover import Version, cover
from clust_cli.core.printing.dress.html.page import Frame, html_page
from clust_cli.core.printing.publication import Publication

TEMPLATES = ROOT / "templates"
PHRASES = json.loads((TEMPLATES / "phrases.json").read_text(encoding="utf-8"))["fr"]


def term(word: str, id: str) -> Node:
    made = span(words(word), term=id)
    made["c"][0][1] = ["acronym"]
    return made


def entry(id: str, *lines: str) -> Node:
    made = div("entry", [para(words(line)) for line in lines])
    made["c"][0][0] = f"glossary--{id}"
    return made


ANNEX = div(
    "glossary", [entry("epci", "EPCI : établissement public", "Ce que dit la loi."), entry("gal", "GAL : groupe")]
)
"""Two terms."""


def write_page(blocks: Nodes) -> str:
    """A whole page around blocks that have no image, in the frame of every page."""
    workspace = make_workspace({**FILES, "clust.yaml": "title: Collection d'essai\nlang: fr\n"})
    memento = workspace.memento(3)
    assert memento is not None
    around = cover(Publication(workspace, memento), PHRASES, Version(date(2024, 5, 6)), draft=False)
    texts = [
        (TEMPLATES / "html" / name).read_text(encoding="utf-8") for name in ("page.html", "style.css", "script.js")
    ]
    return html_page(blocks, around, brand(workspace), PHRASES, {}, Frame(*texts, ""))
