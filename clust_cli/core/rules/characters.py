"""The characters that no printed font has, wherever they would be printed: in fields and text, not in comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import yaml

from clust_cli.core import catalogue
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.documents import Document
from clust_cli.core.glyphs import UNPRINTABLE
from clust_cli.core.places import Source, Span
from clust_cli.core.reading.comments import find_comments
from clust_cli.core.reading.cuts import cut
from clust_cli.core.reading.fields import Fields
from clust_cli.core.workspace import Workspace


def check_characters(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report characters that none of the printed fonts has, each once a file."""
    for document in workspace.documents:
        if not document.unreadable and _may_hold(document.source.text, document.fields.text.text):
            yield from _told(document.source, (*_in_fields(document.fields), *_in_body(document)))
    # The collection's own files are printed as well: titles, names, what acronyms stand for.
    for fields in (workspace.config, workspace.names.fields, workspace.glossary.fields):
        if _may_hold(fields.text.text, fields.text.text):
            yield from _told(fields.text.source, _in_fields(fields))


def _may_hold(text: str, fields: str) -> bool:
    """Whether such a character stands in a text, or may be written in its YAML by an escape that shows none."""
    return "\\" in fields or UNPRINTABLE.search(text) is not None


def _told(source: Source, found: Iterable[tuple[str, Span]]) -> Iterator[Diagnostic]:
    told: set[str] = set()
    for character, span in found:
        if character not in told:
            told.add(character)
            variant = "" if character.isprintable() else "control"
            code = f"U+{ord(character):04X}"
            place = source.place(span.start, span.end)
            yield catalogue.UNPRINTABLE_CHARACTER.at(place, variant, word=character, code=code)


def _in_fields(fields: Fields) -> Iterator[tuple[str, Span]]:
    """Those of the keys and values, in the order they stand; between them there are only marks and comments."""
    nodes = [*fields.nodes.values(), *fields.keys.values()]
    scalars = [node for node in nodes if isinstance(node, yaml.ScalarNode)]
    for node in sorted(scalars, key=lambda one: int(one.start_mark.index)):
        if not UNPRINTABLE.search(node.value):
            continue
        span = fields.text.span(node.start_mark.index, node.end_mark.index)
        shown = dict(_found(fields.text.source.data[span.start : span.end]))
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
