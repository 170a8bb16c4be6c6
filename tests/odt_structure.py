"""What is wrong in an ODT, by a check of our own: its package, styles, ids, links, tables, images and language."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree
from office_read import DRAW, OFFICE, SVG, TEXT, XLINK

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
MIMETYPE = b"application/vnd.oasis.opendocument.text"
FAMILIES = {
    f"{TEXT}p": "paragraph", f"{TEXT}h": "paragraph", f"{TEXT}span": "text", f"{TEXT}a": "text",
    f"{TABLE}table": "table", f"{TABLE}table-row": "table-row", f"{TABLE}table-cell": "table-cell",
    f"{TABLE}table-column": "table-column", f"{DRAW}frame": "graphic", f"{DRAW}rect": "graphic",
    f"{TEXT}list": "list",
}  # fmt: skip


def odt_faults(path: Path) -> list[str]:
    """Every fault found, as a sentence; none in a good file."""
    with zipfile.ZipFile(path) as archive:
        members = archive.infolist()
        parts = {one.filename: archive.read(one) for one in members}
    first = members[0]
    head = (
        [] if first.filename == "mimetype" and not first.extra and not first.compress_type else ["mimetype not first"]
    )
    head += [] if parts.get("mimetype") == MIMETYPE else ["mimetype of something else"]
    trees = {}
    for name, data in parts.items():
        if name.endswith(".xml"):
            try:
                trees[name] = etree.fromstring(data)
            except etree.XMLSyntaxError:
                return [f"not XML: {name}"]
    content, styles = trees["content.xml"], trees["styles.xml"]
    return [
        *head,
        *(f"member twice: {name}" for name in _twice(one.filename for one in members)),
        *_manifest(parts, trees["META-INF/manifest.xml"]),
        *_styles(content, styles),
        *_places(content),
        *_files(parts, trees),
        *_tables(content),
        *_language(styles, trees["meta.xml"]),
    ]


def _manifest(parts: dict[str, bytes], manifest: etree._Element) -> Iterator[str]:
    listed = [one.get(f"{MANIFEST}full-path") for one in manifest]
    yield from (f"listed twice: {one}" for one in _twice(listed))
    kept = parts.keys() - {"mimetype", "META-INF/manifest.xml"}
    yield from (f"member not in the manifest: {one}" for one in sorted(kept - set(listed)))
    yield from (f"in the manifest alone: {one}" for one in sorted(set(listed) - kept - {"/"}))
    yield from (
        f"no type: {one.get(f'{MANIFEST}full-path')}" for one in manifest if not one.get(f"{MANIFEST}media-type")
    )


def _styles(content: etree._Element, styles: etree._Element) -> Iterator[str]:
    common = list(_named(styles.find(f"{OFFICE}styles")))
    here = {part: set(common) | set(_named(tree.find(f"{OFFICE}automatic-styles")))
            for part, tree in (("content", content), ("styles", styles))}  # fmt: skip
    yield from (f"style twice: {one[1]}" for one in _twice(common))
    yield from (f"style twice: {one[1]}" for one in _twice(_named(content.find(f"{OFFICE}automatic-styles"))))
    for part, tree in (("content", content), ("styles", styles)):
        for one in tree.iter(*FAMILIES):
            for attribute in ("style-name", "visited-style-name"):
                namespace = one.tag.partition("}")[0] + "}"
                name = one.get(f"{namespace}{attribute}")
                if name and (FAMILIES[one.tag], name) not in here[part]:
                    yield f"unknown style: {name} of {one.tag.partition('}')[2]}"
    for one in styles.iter(f"{STYLE}style"):
        for attribute in ("parent-style-name", "next-style-name"):
            name = one.get(f"{STYLE}{attribute}")
            if name and (one.get(f"{STYLE}family"), name) not in here["styles"]:
                yield f"unknown style: {name}, of which {one.get(f'{STYLE}name')} is made"
    masters = {one.get(f"{STYLE}name") for one in styles.iter(f"{STYLE}master-page")}
    used = {one.get(f"{STYLE}master-page-name") for one in styles.iter(f"{STYLE}style")} - {None}
    yield from (f"unknown page: {one}" for one in sorted(used - masters))
    layouts = {one.get(f"{STYLE}name") for one in styles.iter(f"{STYLE}page-layout")}
    led = {one.get(f"{STYLE}page-layout-name") for one in styles.iter(f"{STYLE}master-page")}
    yield from (f"unknown layout of page: {one}" for one in sorted(led - layouts))
    faces = {one.get(f"{STYLE}name") for one in styles.iter(f"{STYLE}font-face")}
    fonts = {one.get(f"{STYLE}font-name") for one in styles.iter(f"{STYLE}text-properties")} - {None}
    yield from (f"unknown font: {one}" for one in sorted(fonts - faces))


def _named(part: etree._Element) -> Iterator[tuple[str, str]]:
    for one in part:
        if one.tag == f"{STYLE}style":
            yield one.get(f"{STYLE}family"), one.get(f"{STYLE}name")
        elif one.tag == f"{TEXT}list-style":
            yield "list", one.get(f"{STYLE}name")


def _places(content: etree._Element) -> Iterator[str]:
    names = [one.get(f"{TEXT}name") for one in content.iter(f"{TEXT}bookmark-start", f"{TEXT}bookmark")]
    starts = [one.get(f"{TEXT}name") for one in content.iter(f"{TEXT}bookmark-start")]
    ends = [one.get(f"{TEXT}name") for one in content.iter(f"{TEXT}bookmark-end")]
    yield from (f"bookmark twice: {one}" for one in _twice(names))
    if Counter(starts) != Counter(ends):
        yield "bookmarks are not paired"
    ids = [one.get(f"{TEXT}id") for one in content.iter(f"{TEXT}note")]
    ids += [one.get("{http://www.w3.org/XML/1998/namespace}id") for one in content.iter() if _has_id(one)]
    yield from (f"id twice: {one}" for one in _twice(ids))
    led = [one.get(f"{XLINK}href")[1:] for one in content.iter(f"{TEXT}a") if one.get(f"{XLINK}href").startswith("#")]
    led += [one.get(f"{TEXT}ref-name") for one in content.iter(f"{TEXT}bookmark-ref")]
    yield from (f"link to no bookmark: {one}" for one in sorted(set(led) - set(names)))
    yield from (f"number of a page written: {one.text}" for one in content.iter(f"{TEXT}bookmark-ref") if one.text)
    before = 0
    for one in content.iter(f"{TEXT}h"):
        level = int(one.get(f"{TEXT}outline-level"))
        if level > before + 1:
            yield f"level skipped: {''.join(one.itertext())}"
        before = level


def _has_id(one: etree._Element) -> bool:
    return one.get("{http://www.w3.org/XML/1998/namespace}id") is not None


def _files(parts: dict[str, bytes], trees: dict) -> Iterator[str]:
    used = set()
    for tree in (trees["content.xml"], trees["styles.xml"]):
        for one in tree.iter(f"{DRAW}image", f"{SVG}font-face-uri"):
            used.add(one.get(f"{XLINK}href"))
        for frame in tree.iter(f"{DRAW}frame"):
            words = "".join(one.text or "" for one in frame if one.tag in (f"{SVG}title", f"{SVG}desc"))
            if frame.find(f"{DRAW}image") is not None and not words.strip():
                yield f"picture without alternative: {frame.get(f'{DRAW}name')}"
        yield from (
            f"frame twice: {one}" for one in _twice(one.get(f"{DRAW}name") for one in tree.iter(f"{DRAW}frame"))
        )
    yield from (f"no such file: {one}" for one in sorted(used - parts.keys()))
    kept = {name for name in parts if name.startswith(("Pictures/", "Fonts/"))}
    yield from (f"file that nothing shows: {one}" for one in sorted(kept - used))


def _tables(content: etree._Element) -> Iterator[str]:
    yield from (
        f"table twice: {one}" for one in _twice(one.get(f"{TABLE}name") for one in content.iter(f"{TABLE}table"))
    )
    for table in content.iter(f"{TABLE}table"):
        name = table.get(f"{TABLE}name")
        if table.find(f"{TABLE}table-header-rows/{TABLE}table-row") is None:
            yield f"table without header row: {name}"
        columns = len(table.findall(f"{TABLE}table-column"))
        for row in table.iter(f"{TABLE}table-row"):
            if len(row) != columns:
                yield f"row of {len(row)} cells in {columns} columns: {name}"
        for cell in table.iter(f"{TABLE}table-cell"):
            if not any(one.tag in (f"{TEXT}p", f"{TEXT}h", f"{TEXT}list") for one in cell):
                yield f"cell without paragraph: {name}"


def _language(styles: etree._Element, meta: etree._Element) -> Iterator[str]:
    default = styles.find(f".//{STYLE}default-style[@{STYLE}family='paragraph']/{STYLE}text-properties")
    told = f"{default.get(f'{FO}language')}-{default.get(f'{FO}country')}" if default is not None else ""
    said = "".join(one.text or "" for one in meta.iter("{http://purl.org/dc/elements/1.1/}language"))
    if not re.fullmatch(r"[a-z]{2}-[A-Z]{2}", told) or told != said:
        yield f"language of the styles “{told}”, of the document “{said}”"


def _twice(values: Iterable) -> list:
    return sorted(one for one, count in Counter(values).items() if count > 1)
