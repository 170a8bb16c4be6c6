"""The text: refused marks, headings, tables and blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clust_cli.core import catalogue
from clust_cli.core.blocks import blocks
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.documents import Document
from clust_cli.core.places import Span
from clust_cli.core.reading.attributes import CLAIMS, QUOTE
from clust_cli.core.words import nearest
from clust_cli.core.workspace import Workspace

MAX_LEVEL = 4
MAX_WORD = 200
"""Units: letters. The cover cannot part a longer one; the longest that French dictionaries have is of twenty-seven."""
MAX_PARAGRAPH = 16_000
"""Units: bytes. What lays out pages takes ever longer over one paragraph, and French has none of this length."""


def check_marks(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report what the text may not hold: raw HTML, unknown attributes, misplaced notes, deep nesting."""
    for document in workspace.documents:
        for flaw in document.body.flaws:
            is_class = flaw.variant == "span" and flaw.word.startswith(".")
            near = nearest(flaw.word[1:], (*CLAIMS, QUOTE)) if is_class else ""
            variant = "class" if near else flaw.variant
            yield catalogue.BY_ID[flaw.rule].at(document.place(flaw.span), variant, word=flaw.word, near=near)


def check_lengths(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report words, paragraphs and lines that no page could hold: a mistake, or an attempt to block the build."""
    for document in workspace.documents:
        yield from _long_words(document)
        data, start = document.source.data, document.body_start
        if document.unreadable or len(data) - start <= MAX_PARAGRAPH:
            continue
        spans = [passage.span for passage in document.body.passages]
        for line in data[start:].splitlines(keepends=True):
            spans.append(Span(start, start + len(line)))
            start += len(line)
        longest = max(spans, key=lambda span: span.end - span.start)
        if longest.end - longest.start > MAX_PARAGRAPH:
            place = document.source.place(longest.start, longest.start + 40)
            yield catalogue.TOO_LONG_PARAGRAPH.at(place, limit=MAX_PARAGRAPH // 1000)


def _long_words(document: Document) -> Iterator[Diagnostic]:
    """The first word of a document, fields included, that no line could hold."""
    data = document.source.data
    if document.unreadable or max(map(len, data.split()), default=0) <= MAX_WORD:
        return
    found = re.search(rf"[^\W\d_]{{{MAX_WORD + 1},}}", document.source.text)
    if found:
        start = len(document.source.text[: found.start()].encode())
        place = document.source.place(start, start + len(found[0].encode()))
        word = found[0][:20]
        yield catalogue.TOO_LONG_PARAGRAPH.at(place, "word", word=word, count=len(found[0]), limit=MAX_WORD)


def check_headings(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report headings that skip a level, go too deep, say nothing, or are the title's own."""
    for document in workspace.documents:
        before = 1
        for heading in document.body.headings:
            place = document.place(heading.span)
            if heading.nested:
                yield catalogue.NESTED_HEADING.at(place, word=heading.text)
            elif heading.level == 1:
                yield catalogue.TOP_LEVEL_HEADING.at(place, word=heading.text)
            elif not heading.text:
                yield catalogue.EMPTY_HEADING.at(place)
            elif heading.level > MAX_LEVEL:
                yield catalogue.HEADING_TOO_DEEP.at(place, word=heading.text, limit="#" * MAX_LEVEL)
            elif heading.level > before + 1:
                yield catalogue.HEADING_SKIP.at(place, word=heading.text, wanted="#" * (before + 1))
            before = max(heading.level, 1)


def check_tables(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report tables that have no header to read their columns by."""
    for document in workspace.documents:
        for table in document.body.tables:
            if not any(table.header):
                yield catalogue.HEADLESS_TABLE.at(document.place(table.span))


def check_blocks(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report generated blocks that cannot be understood."""
    for document in workspace.documents:
        for _fence, block in blocks(document, workspace):
            if isinstance(block, tuple):
                yield from block
