"""What an accessible PDF owes, read from its structure: each fault as a sentence, none for a good file.

Source: PDF/UA-1 (ISO 14289-1) and the Matterhorn Protocol, as far as pikepdf can see; PDF/A-2a for its claims.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pikepdf

HEADINGS = {f"/H{level}": level for level in range(1, 7)}


class Node(NamedTuple):
    """An element of the structure tree and the tags around it, outermost first."""

    tag: str
    element: pikepdf.Dictionary
    above: tuple[str, ...]


def faults(path: Path) -> list[str]:
    """Everything that is wrong with a PDF."""
    with pikepdf.open(path) as pdf:
        root = pdf.Root
        if "/StructTreeRoot" not in root:
            return ["no structure tree"]
        nodes = list(_nodes(root.StructTreeRoot))
        return [
            *_document(pdf),
            *_headings(nodes),
            *_figures(nodes),
            *_tables(nodes),
            *_links(pdf, nodes),
            *_notes(nodes),
            *_fonts(pdf),
            *_outline(pdf),
        ]


def _document(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    with pdf.open_metadata() as metadata:
        if metadata.get("pdfuaid:part") != "1":
            yield "no claim of PDF/UA-1"
        if (metadata.get("pdfaid:part"), metadata.get("pdfaid:conformance")) != ("2", "A"):
            yield "no claim of PDF/A-2a"
        if not metadata.get("dc:title"):
            yield "no title"
    if not bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)):
        yield "the title is not shown"
    if not str(root.get("/Lang", "")):
        yield "no language"
    if not bool(root.get("/MarkInfo", {}).get("/Marked", False)):
        yield "not marked as tagged"
    for number, page in enumerate(pdf.pages, 1):
        if "/Annots" in page and str(page.get("/Tabs", "")) != "/S":
            yield f"page {number}: the order of tabs is not that of the structure"
        if "/StructParents" not in page:
            yield f"page {number}: not in the structure"


def _headings(nodes: list[Node]) -> Iterator[str]:
    levels = [HEADINGS[node.tag] for node in nodes if node.tag in HEADINGS]
    if not levels or levels[0] != 1:
        yield "the first heading is not of level 1"
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"a heading of level {after} follows one of level {before}"
    yield from ("an empty heading" for node in nodes if node.tag in HEADINGS and "/K" not in node.element)


def _figures(nodes: list[Node]) -> Iterator[str]:
    for node in nodes:
        if node.tag in ("/Figure", "/Formula") and not str(node.element.get("/Alt", "")).strip():
            yield "a figure without alternative"


def _tables(nodes: list[Node]) -> Iterator[str]:
    tables = [node.element for node in nodes if node.tag == "/Table"]
    for table in tables:
        cells = [node for node in _nodes(table) if node.tag in ("/TH", "/TD")]
        heads = [node for node in cells if node.tag == "/TH"]
        if not heads:
            yield "a table without header cell"
        yield from ("a header cell without scope" for node in heads if not _attribute(node.element, "/Scope"))
        yield from ("an empty header cell" for node in heads if "/K" not in node.element)
    for node in nodes:
        if node.tag in ("/TH", "/TD") and node.above[-1:] != ("/TR",):
            yield f"a cell inside {node.above[-1:]}"
        if node.tag == "/LI" and node.above[-1:] != ("/L",):
            yield f"an entry of a list inside {node.above[-1:]}"


def _links(pdf: pikepdf.Pdf, nodes: list[Node]) -> Iterator[str]:
    known = set()
    for node in nodes:
        if node.tag in ("/Link", "/Annot", "/Reference", "/Note"):
            known |= {one.Obj.objgen for one in _kids(node.element) if _is_reference(one)}
    for number, page in enumerate(pdf.pages, 1):
        for annotation in page.get("/Annots", []):
            if str(annotation.get("/Subtype", "")) != "/Link":
                continue
            if not str(annotation.get("/Contents", "")).strip():
                yield f"page {number}: a link without description"
            if annotation.objgen not in known:
                yield f"page {number}: a link outside the structure"
    yield from ("a link without content" for node in nodes if node.tag == "/Link" and not list(_kids(node.element)))


def _notes(nodes: list[Node]) -> Iterator[str]:
    for node in nodes:
        if node.tag == "/Note" and not list(_kids(node.element)):
            yield "an empty note"


def _fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    seen = set()
    for page in pdf.pages:
        for name, font in page.get("/Resources", {}).get("/Font", {}).items():
            if font.objgen in seen:
                continue
            seen.add(font.objgen)
            if "/ToUnicode" not in font:
                yield f"font {name} says no letters"
            inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            descriptor = inner.get("/FontDescriptor", {})
            if not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
                yield f"font {name} is not embedded"
    if not seen:
        yield "no font"


def _outline(pdf: pikepdf.Pdf) -> Iterator[str]:
    with pdf.open_outline() as outline:
        if len(pdf.pages) > 1 and not outline.root:
            yield "no bookmarks"


def _nodes(parent: pikepdf.Object, above: tuple[str, ...] = ()) -> Iterator[Node]:
    for child in _kids(parent):
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            tag = str(child.S)
            yield Node(tag, child, above)
            yield from _nodes(child, (*above, tag))


def _kids(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    inside = element.get("/K", [])
    yield from inside if isinstance(inside, pikepdf.Array) else [inside]


def _is_reference(child: object) -> bool:
    return isinstance(child, pikepdf.Dictionary) and str(child.get("/Type", "")) == "/OBJR"


def _attribute(element: pikepdf.Dictionary, name: str) -> str:
    given = element.get("/A", [])
    every = given if isinstance(given, pikepdf.Array) else [given]
    return next((str(one[name]) for one in every if isinstance(one, pikepdf.Dictionary) and name in one), "")
