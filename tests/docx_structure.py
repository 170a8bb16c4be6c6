"""What is wrong in a DOCX, by a check of our own: the parts of its package, its ids, styles, links, tables and images."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree
from office_read import WP, R, W

TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"


def docx_faults(path: Path) -> list[str]:
    """Every fault found, as a sentence; none in a good file."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        parts = {name: archive.read(name) for name in names}
    twice = [f"member twice: {name}" for name, count in Counter(names).items() if count > 1]
    trees = {}
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")):
            try:
                trees[name] = etree.fromstring(data)
            except etree.XMLSyntaxError:
                return [f"not XML: {name}"]
    return [*twice, *_types(parts, trees), *_relations(parts, trees), *_document(trees), *_styles(trees)]


def _types(parts: dict[str, bytes], trees: dict) -> Iterator[str]:
    root = trees["[Content_Types].xml"]
    defaults = [one.get("Extension") for one in root.iter(f"{TYPES}Default")]
    overrides = [one.get("PartName").lstrip("/") for one in root.iter(f"{TYPES}Override")]
    yield from (f"type told twice: {one}" for one in _twice([*defaults, *overrides]))
    yield from (f"type of no part: {one}" for one in overrides if one not in parts)
    for name in parts:
        if name != "[Content_Types].xml" and name not in overrides and name.rpartition(".")[2] not in defaults:
            yield f"part without type: {name}"


def _relations(parts: dict[str, bytes], trees: dict) -> Iterator[str]:
    reached = {"[Content_Types].xml"}
    for name, tree in trees.items():
        if not name.endswith(".rels"):
            continue
        folder, file = posixpath.split(name)
        base = posixpath.dirname(folder)
        reached.add(name)
        known = [one.get("Id") for one in tree.iter(f"{R}Relationship")]
        yield from (f"relation told twice: {one}" for one in _twice(known))
        for one in tree.iter(f"{R}Relationship"):
            target = posixpath.normpath(posixpath.join(base, one.get("Target"))).lstrip("/")
            if one.get("TargetMode") == "External":
                continue
            reached.add(target)
            if target not in parts:
                yield f"relation to no part: {one.get('Target')}"
        source = posixpath.join(base, file.removesuffix(".rels"))
        if source in trees:
            used = {value for one in trees[source].iter() for key, value in one.attrib.items() if key.startswith(REL)}
            yield from (f"unknown relation: {one} in {source}" for one in sorted(used - set(known)))
            of_text = [one.get("Id") for one in tree if one.get("Type").rpartition("/")[2] in ("image", "hyperlink")]
            yield from (f"unused relation: {one} of {source}" for one in of_text if one not in used)
    yield from (f"part that nothing leads to: {name}" for name in sorted(parts.keys() - reached))


def _document(trees: dict) -> Iterator[str]:
    texts = {name: tree for name, tree in trees.items() if re.match(r"word/(document|footnotes|header|footer)", name)}
    body = trees["word/document.xml"]
    drawn = [one for tree in texts.values() for one in tree.iter(f"{WP}docPr")]
    yield from (f"drawing id twice: {one}" for one in _twice(one.get("id") for one in drawn))
    starts = list(body.iter(f"{W}bookmarkStart"))
    ends = [one.get(f"{W}id") for one in body.iter(f"{W}bookmarkEnd")]
    names = [one.get(f"{W}name") for one in starts]
    yield from (f"bookmark twice: {one}" for one in _twice(names))
    yield from (f"bookmark id twice: {one}" for one in _twice(one.get(f"{W}id") for one in starts))
    yield from (f"bookmark too long: {one}" for one in names if len(one) > 40)
    if Counter(one.get(f"{W}id") for one in starts) != Counter(ends):
        yield "bookmarks are not paired"
    for name, tree in texts.items():
        for cell in tree.iter(f"{W}tc"):
            if len(cell) == 0 or cell[-1].tag != f"{W}p":
                yield f"cell without paragraph in {name}"
        for field in _twice_begun(tree):
            yield f"field not closed in {name}: {field}"
    within = {one.get(f"{W}id") for one in body.iterfind(f".//{W}p/{W}bookmarkEnd")}
    asked = [one for one in starts if one.get(f"{W}name") in _paged(body)]
    for one in asked:
        if one.getparent().tag != f"{W}p" or one.get(f"{W}id") not in within:
            yield f"bookmark of more than a paragraph: {one.get(f'{W}name')}"
    anchors = [one.get(f"{W}anchor") for one in body.iter(f"{W}hyperlink") if one.get(f"{W}anchor")]
    anchors += sorted(_paged(body))
    yield from (f"link to no bookmark: {one}" for one in sorted(set(anchors) - set(names)))
    for table in body.iter(f"{W}tbl"):
        first = table.find(f"{W}tr")
        if first.find(f"{W}trPr/{W}tblHeader") is None:
            yield "table without header row"
    for one in drawn:
        is_picture = one.getparent().find(f".//{PIC}pic") is not None
        if is_picture and not one.get("descr", "").strip():
            yield f"picture without alternative: {one.get('name')}"
    notes = [one.get(f"{W}id") for one in trees["word/footnotes.xml"] if one.get(f"{W}type") is None]
    called = [one.get(f"{W}id") for one in body.iter(f"{W}footnoteReference")]
    if Counter(notes) != Counter(called):
        yield "notes are not those called"


def _paged(body: etree._Element) -> set[str]:
    """The bookmarks whose page the contents ask for: LibreOffice loses some that go from table to table."""
    return set(re.findall(r"PAGEREF (\S+)", " ".join(one.text or "" for one in body.iter(f"{W}instrText"))))


def _styles(trees: dict) -> Iterator[str]:
    styles = trees["word/styles.xml"]
    ids = [one.get(f"{W}styleId") for one in styles.iter(f"{W}style")]
    yield from (f"style twice: {one}" for one in _twice(ids))
    shown = [one.find(f"{W}name").get(f"{W}val").casefold() for one in styles.iter(f"{W}style")]
    yield from (f"name of style twice: {one}" for one in _twice(shown))
    tags = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
    used = {one.get(f"{W}val") for tree in trees.values() for tag in tags for one in tree.iter(f"{W}{tag}")}
    yield from (f"unknown style: {one}" for one in sorted(used - set(ids)))
    numbering = trees["word/numbering.xml"]
    abstract = [one.get(f"{W}abstractNumId") for one in numbering.findall(f"{W}abstractNum")]
    lists = [one.get(f"{W}numId") for one in numbering.findall(f"{W}num")]
    yield from (f"list twice: {one}" for one in [*_twice(abstract), *_twice(lists)])
    led = {one.get(f"{W}val") for one in numbering.iter(f"{W}abstractNumId")}
    yield from (f"unknown form of list: {one}" for one in sorted(led - set(abstract)))
    called = {one.get(f"{W}val") for one in trees["word/document.xml"].iter(f"{W}numId")}
    yield from (f"unknown list: {one}" for one in sorted(called - set(lists)))
    told = {one.get(f"{W}val") for one in styles.iter(f"{W}lang")}
    if len(told) != 1 or not re.fullmatch(r"[a-z]{2}-[A-Z]{2}", next(iter(told)) or ""):
        yield f"languages of the styles: {sorted(map(str, told))}"


def _twice_begun(tree: etree._Element) -> Iterator[str]:
    """Fields whose begin, separate and end do not follow each other."""
    open_fields: list[str] = []
    for one in tree.iter(f"{W}fldChar"):
        kind = one.get(f"{W}fldCharType")
        if kind == "begin":
            open_fields.append(kind)
        elif not open_fields:
            yield kind
        elif kind == "end":
            open_fields.pop()
    yield from open_fields


def _twice(values: Iterable[str]) -> list[str]:
    return sorted(one for one, count in Counter(values).items() if count > 1)
