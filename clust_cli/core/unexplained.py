"""The acronyms of one document that nobody explains.

In: a document, the texts of its fields that may have some, and the words that are known. Out: words and their places.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clust_cli.core.acronyms import acronyms, expanded_by_hand
from clust_cli.core.documents import Document
from clust_cli.core.places import Place, Span
from clust_cli.core.plain import Route


def unexplained(
    document: Document, fields: Sequence[tuple[Route, str]], known: frozenset[str], *, in_body: bool
) -> Iterator[tuple[str, Place]]:
    """Each use of an acronym that the document does not spell out itself, in the order of the file.

    Shape: without `in_body` only the fields are looked at.
    """
    by_hand = expanded_by_hand(document.body.prepared.decode("utf-8", errors="replace"))
    for word, place in (*_in_fields(document, fields), *(_in_body(document) if in_body else ())):
        if word not in known and word not in by_hand and word.removesuffix("s") not in known:
            yield word, place


def _in_fields(document: Document, fields: Sequence[tuple[Route, str]]) -> Iterator[tuple[str, Place]]:
    for route, text in fields:
        by_hand = expanded_by_hand(text)
        for word, _start in acronyms(text):
            if word not in by_hand:
                place = document.fields.place(route)
                start = place.span.start + max(0, document.source.data[place.span.start :].find(word.encode()))
                yield word, document.place(Span(start, start + len(word.encode())))


def _in_body(document: Document) -> Iterator[tuple[str, Place]]:
    for word, start in acronyms(document.prose.text):
        yield word, document.place(document.prose.span(start, start + len(word)))
