"""What was met while reading: files, front matter, clust.yaml, kinds and vocabularies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clust_cli.core import catalogue
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.places import Source
from clust_cli.core.words import nearest
from clust_cli.core.workspace import Workspace


def check_workspace_files(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report what is wrong in clust.yaml, the kinds and the vocabularies."""
    yield from workspace.faults
    config = workspace.config
    for name, known in (("lang", ("fr", "en")), ("funder", tuple(workspace.schemas.funders))):
        word = str(config.values.get(name, ""))
        if word and word not in known and word not in workspace.schemas.broken:
            near = nearest(word, known)
            place = config.place((name,))
            variant = "" if near else "list"
            yield catalogue.UNKNOWN_VALUE.at(place, variant, word=word, near=near, known=known, label=name)
    if not workspace.title and not config.faults:
        yield catalogue.BROKEN_WORKSPACE.at(config.text.source.place())


def check_misnamed(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report files whose name keeps them from being read as documents: Notepad's .md.txt, and other endings."""
    for path in workspace.misnamed:
        if path.endswith(".md"):
            folder = path.split("/")[1]
            yield catalogue.MISNAMED_DOCUMENT.at(Source(path, b"").place(), "folder", word=folder)
            continue
        right = re.sub(r"(?i)\.(?:md\.txt|markdown|mdown|md)$", ".md", path.rsplit("/", 1)[-1])
        yield catalogue.MISNAMED_DOCUMENT.at(Source(path, b"").place(), word=path.rsplit("/", 1)[-1], near=right)


def check_reading(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report what kept a document, or a part of it, from being read."""
    for document in workspace.documents:
        yield from document.faults
        edition = document.value("edition")
        if document.kind and isinstance(edition, int) and edition > document.kind.edition:
            place = document.fields.place(("edition",))
            yield catalogue.EDITION_AHEAD.at(place, word=str(edition), known=str(document.kind.edition))
