"""The characters that no printed font has, wherever they would be printed: in fields and text, not in comments."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from clust_cli.core import catalogue
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.documents import Document
from clust_cli.core.glyphs import UNPRINTABLE
from clust_cli.core.places import Span
from clust_cli.core.reading.comments import find_comments
from clust_cli.core.reading.cuts import cut
from clust_cli.core.workspace import Workspace


def check_characters(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report characters that none of the printed fonts has, each once a document."""
    for document in workspace.documents:
        text = document.source.text
        # An escape of YAML's ("\\x07") writes a character that the source does not show.
        if document.unreadable or not (UNPRINTABLE.search(text) or "\\" in document.fields.text.text):
            continue
        told: set[str] = set()
        for character, span in (*_in_fields(document), *_in_body(document)):
            if character not in told:
                told.add(character)
                variant = "" if character.isprintable() else "control"
                code = f"U+{ord(character):04X}"
                place = document.place(span)
                yield catalogue.UNPRINTABLE_CHARACTER.at(place, variant, word=character, code=code)


def _in_fields(document: Document) -> Iterator[tuple[str, Span]]:
    """Those of the keys and values, in the order they stand; between them there are only marks and comments."""
    fields = document.fields
    nodes = [*fields.nodes.values(), *fields.keys.values()]
    scalars = [node for node in nodes if isinstance(node, yaml.ScalarNode)]
    for node in sorted(scalars, key=lambda one: int(one.start_mark.index)):
        if not UNPRINTABLE.search(node.value):
            continue
        span = fields.text.span(node.start_mark.index, node.end_mark.index)
        shown = dict(_found(document.source.data[span.start : span.end]))
        for character in UNPRINTABLE.findall(node.value):
            start = span.start + shown.get(character, 0)
            yield character, Span(start, start + len(character.encode())) if character in shown else span


def _in_body(document: Document) -> Iterator[tuple[str, Span]]:
    body = document.source.data[document.body_start :]
    comments, _unclosed = find_comments(body)
    shown = cut(body, comments)
    for character, offset in _found(shown.data):
        start = document.body_start + shown.original(offset)
        yield character, Span(start, start + len(character.encode()))


def _found(data: bytes) -> Iterator[tuple[str, int]]:
    """Each such character of a text and where it begins. Units: bytes."""
    text, offset, before = data.decode("utf-8", errors="replace"), 0, 0
    for found in UNPRINTABLE.finditer(text):
        offset += len(text[before : found.start()].encode())
        before = found.start()
        yield found[0], offset
