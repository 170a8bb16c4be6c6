"""The mementos: their numbers, their documents, and which of them is ahead of the others."""

from __future__ import annotations

from collections.abc import Iterator

from clust_cli.core import catalogue
from clust_cli.core.blocks import DocumentsBlock, blocks
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.documents import STATUSES, Document
from clust_cli.core.words import nearest
from clust_cli.core.workspace import Memento, Workspace


def check_numbers(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report two folders of one number, a number that is not the folder's, and a folder without memento.md."""
    seen: dict[int, Memento] = {}
    for memento in workspace.mementos:
        document = memento.document
        if document is None:
            first = memento.documents[0]
            yield catalogue.MISSING_MEMENTO.at(first.heading_place, word=memento.folder)
            continue
        place = document.fields.place(("number",))
        if memento.number in seen:
            other = seen[memento.number].folder
            yield catalogue.DUPLICATE_MEMENTO_NUMBER.at(place, word=str(memento.number), other=other)
        seen.setdefault(memento.number, memento)
        number = document.value("number")
        if isinstance(number, int) and number != memento.number:
            yield catalogue.MEMENTO_NUMBER_MISMATCH.at(place, word=str(number), number=memento.number)


def check_order(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report documents that are named and have no file, that no block places, or that stand twice."""
    for memento in workspace.mementos:
        yield from _duplicates(memento)
        if memento.document and memento.document.kind:
            yield from _named(memento, memento.document)
            yield from _strays(memento, memento.document, workspace)


def check_progress(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report a memento that claims to be further on than one of the documents it prints."""
    for memento in workspace.mementos:
        if memento.document is None or not memento.document.is_finished:
            continue
        for document in memento.documents:
            known = document.value("status") in STATUSES
            if known and STATUSES.index(document.status) < STATUSES.index(memento.document.status):
                yield catalogue.DOCUMENT_BEHIND.at(
                    document.fields.place(("status",)), word=document.status, other=memento.document.status
                )


def _duplicates(memento: Memento) -> Iterator[Diagnostic]:
    seen: dict[str, Document] = {}
    for document in sorted(memento.documents, key=lambda one: one.path):
        if document.slug in seen:
            other = seen[document.slug].path
            yield catalogue.DUPLICATE_DOCUMENT.at(document.heading_place, word=document.slug, other=other)
        seen.setdefault(document.slug, document)


def _named(memento: Memento, document: Document) -> Iterator[Diagnostic]:
    known = {one.slug for one in memento.documents}
    seen: set[str] = set()
    for index, slug in enumerate(document.values.get("order") or ()):
        place = document.fields.place(("order", index))
        if slug not in known:
            near = nearest(str(slug), known)
            yield catalogue.MISSING_DOCUMENT.at(place, "near" if near else "", word=str(slug), near=near)
        elif slug in seen:
            yield catalogue.DUPLICATE_DOCUMENT.at(place, "order", word=str(slug))
        seen.add(str(slug))


def _strays(memento: Memento, document: Document, workspace: Workspace) -> Iterator[Diagnostic]:
    found = [block for _fence, block in blocks(document, workspace)]
    if any(isinstance(block, tuple) for block in found) or document.body.cut_short:
        return  # a block that cannot be understood may be the one that places them
    placed = {block.kind for block in found if isinstance(block, DocumentsBlock)}
    for one in memento.documents:
        if one.kind and one.kind.name not in placed:
            yield catalogue.STRAY_DOCUMENT.at(one.heading_place, word=one.title, kind=one.kind.name)
