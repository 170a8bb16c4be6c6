"""Write a text into a section of an author's file, and leave every other byte as it was.

In: a document, a section, a text. Out: the new bytes of the file.
"""

from __future__ import annotations

import re

from clust_cli.core.documents import Document
from clust_cli.core.kinds.kind import SectionRule
from clust_cli.core.reading.body import Section

_COMMENTS = re.compile(rb"(?:\s*<!--.*?-->)*", re.DOTALL)
_HEADING_LINE = re.compile(rb"[^\n]*")
_UNDERLINE = re.compile(rb"\n {0,3}(?:=+|-+)[ \t]*\r?(?=\n|$)")


def fill_section(document: Document, section: Section, text: str) -> bytes:
    """The file with a text under a section's heading, behind its prompt and before whatever else stands there.

    Shape: the opening is the section without heading, at the body's start.
    """
    data = document.source.data
    start = section.span.start
    if section is not document.body.sections[0]:
        line = _HEADING_LINE.match(data, start)
        start = line.end() if line else start
        if not data[section.span.start : start].lstrip().startswith(b"#"):
            underline = _UNDERLINE.match(data, start)
            start = underline.end() if underline else start
    found = _COMMENTS.match(data, start, section.end)
    return _insert(document, found.end() if found else start, text)


def add_section(document: Document, rule: SectionRule, text: str) -> bytes:
    """The file with a section it lacked, where the kind puts it."""
    return _insert(document, _place_of(document, rule), f"## {rule.heading}\n\n{text.strip()}")


def add_own_section(document: Document, heading: str, text: str) -> bytes:
    """The file with a heading of the author's own, where the kind puts those."""
    return _insert(document, _place_of(document, None), f"## {heading.strip()}\n\n{text.strip()}")


def rename_section(document: Document, section: Section, heading: str) -> bytes:
    """The file with another heading on a section."""
    data = document.source.data
    start, end = section.span
    marks = re.match(rb" {0,3}#+[ \t]*", data[start:end])
    start += marks.end() if marks else 0
    return data[:start] + heading.strip().encode() + data[end:]


def _place_of(document: Document, wanted: SectionRule | None) -> int:
    """Behind the nearest section that the kind puts before it; else before the first heading."""
    kind = document.kind
    free = kind.free_sections if kind else None
    layout: list[str] = []
    for rule in kind.sections if kind else ():
        layout += [rule.id, ""] if free and free.after == rule.id else [rule.id]
    layout += [] if "" in layout else [""]
    earlier = layout[: layout.index(wanted.id if wanted else "")] + ([] if wanted else [""])
    ends: dict[str, int] = {}
    for section, named in document.named_sections():
        ends[named.id if named else ""] = section.end
    # The author's own headings may stand anywhere: only those behind the last named one matter.
    places = [ends[name] for name in earlier if name in ends]
    sections = document.body.sections
    return max(places) if places else sections[0].end


def _insert(document: Document, position: int, text: str) -> bytes:
    """Put a text between blank lines, with the file's own line ends."""
    data = document.source.data
    position = len(data[:position].rstrip()) if position > document.body_start else position
    ending = b"\r\n" if b"\r\n" in data else b"\n"
    lines = re.sub(r"\r\n?|\n", "\n", text).strip("\n").rstrip()
    written = lines.encode().replace(b"\n", ending)
    before = ending if data[:position].endswith(b"\n") else ending * 2
    rest = data[position:]
    blank = re.match(rb"(?:[ \t]*\r?\n){0,2}", rest)
    newlines = blank[0].count(b"\n") if blank else 0
    after = ending * (2 - newlines if rest.strip() else max(0, 1 - newlines))
    return data[:position] + before + written + after + rest
