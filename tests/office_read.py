"""What a DOCX or an ODT holds, read back from its parts."""

from __future__ import annotations

import zipfile
from pathlib import Path

from lxml import etree
from owed import Held

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
R = "{http://schemas.openxmlformats.org/package/2006/relationships}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"
MARK = "•"


def read_docx(path: Path) -> Held:
    with zipfile.ZipFile(path) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
        notes = etree.fromstring(archive.read("word/footnotes.xml"))
        relations = [
            one
            for name in ("document", "footnotes")
            for one in etree.fromstring(archive.read(f"word/_rels/{name}.xml.rels"))
        ]
        levels = _outline_levels(etree.fromstring(archive.read("word/styles.xml")))
    headings = [
        "".join(one.itertext(f"{W}t"))
        for one in body.iter(f"{W}p")
        if any(style.get(f"{W}val") in levels for style in one.iter(f"{W}pStyle"))
    ]
    contents = body.find(f".//{W}sdt")
    inner = [one for one in body.iter(f"{W}hyperlink") if one.get(f"{W}anchor") and one not in list(contents.iter())]
    text = "".join(body.itertext(f"{W}t"))
    return Held(
        text=text,
        notes="".join(notes.itertext(f"{W}t")),
        headings=tuple(headings),
        alts=tuple(one.get("descr", "") for one in body.iter(f"{WP}docPr")),
        addresses=tuple(one.get("Target") for one in relations if one.get("TargetMode") == "External"),
        marks=text.count(MARK),
        internal=len(inner),
    )


def _outline_levels(styles: etree._Element) -> set[str]:
    """The ids of the styles that are headings."""
    return {one.get(f"{W}styleId") for one in styles.iter(f"{W}style") if one.find(f"{W}pPr/{W}outlineLvl") is not None}


def read_odt(path: Path) -> Held:
    with zipfile.ZipFile(path) as archive:
        body = etree.fromstring(archive.read("content.xml")).find(f".//{OFFICE}text")
    links = [one.get(f"{XLINK}href") for one in body.iter(f"{TEXT}a")]
    alts = [_alternative(one) for one in body.iter(f"{DRAW}frame") if one.find(f"{DRAW}image") is not None]
    notes = "".join("".join(one.itertext()) for one in body.iter(f"{TEXT}note-body"))
    for name in (f"{TEXT}note", f"{SVG}desc", f"{SVG}title"):
        for one in list(body.iter(name)):
            _remove(one)
    contents = body.find(f"{TEXT}table-of-content")
    listed = len(list(contents.iter(f"{TEXT}a"))) if contents is not None else 0
    text = "".join(body.itertext())
    return Held(
        text=text,
        notes=notes,
        headings=tuple("".join(one.itertext()) for one in body.iter(f"{TEXT}h")),
        alts=tuple(alts),
        addresses=tuple(one for one in links if not one.startswith("#")),
        marks=text.count(MARK),
        internal=sum(one.startswith("#") for one in links) - listed,
    )


def _alternative(frame: etree._Element) -> str:
    return "".join(one.text or "" for one in frame if one.tag in (f"{SVG}title", f"{SVG}desc"))


def _remove(one: etree._Element) -> None:
    """Take an element out, leaving what follows it."""
    parent, before = one.getparent(), one.getprevious()
    if one.tail and before is not None:
        before.tail = (before.tail or "") + one.tail
    elif one.tail:
        parent.text = (parent.text or "") + one.tail
    parent.remove(one)
