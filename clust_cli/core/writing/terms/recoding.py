"""A term renamed, or given up for another, in a whole collection: every new file, before any is written.

In: a workspace, its files and the packaged ones. Out: the new bytes of files, with each change at its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.kinds.compiled import read_packaged
from clust_cli.core.kinds.schema_files import SchemaFile, parse_schema_file
from clust_cli.core.kinds.vocabularies import parse_vocabulary
from clust_cli.core.places import Source
from clust_cli.core.plain import Plain
from clust_cli.core.workspace import Workspace, is_schema_path
from clust_cli.core.writing.splicing import Change, spliced
from clust_cli.core.writing.terms.in_fields import field_uses, schema_hits
from clust_cli.core.writing.terms.in_text import text_changes
from clust_cli.core.writing.terms.swap import Swap
from clust_cli.core.writing.terms.vocabulary_file import Edited
from clust_cli.core.writing.terms.yaml_words import word_changes

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Recoded:
    """A collection with a vocabulary changed. `files` maps paths to new bytes; `swap` is none for a term added.

    `value` is what must be read in the vocabulary's file at `path`.
    """

    path: str
    value: Mapping[str, Plain]
    files: Files
    changes: tuple[Change, ...]
    swap: Swap | None = None


def vocabulary_file(name: str, sources: Files, packaged: Files) -> SchemaFile | None:
    """The file that holds a vocabulary, the workspace's own first; None where there is none that can be read."""
    for files in (sources, packaged):
        for path, data in files.items():
            if is_schema_path(path) and "/vocabularies/" in path and name.encode() in data:
                file = parse_schema_file(Source(path, data))
                if isinstance(file, SchemaFile) and file.value.get("vocabulary") == name:
                    return file
    return None


def with_term(file: SchemaFile, edited: Edited) -> Recoded:
    """The vocabulary with a term more; nothing else names it yet."""
    path = file.text.source.path
    return Recoded(path, edited.value, {path: spliced(file.text.source.data, edited.changes)}, edited.changes)


def recoded(workspace: Workspace, sources: Files, file: SchemaFile, edited: Edited, old: str, new: str) -> Recoded:
    """The vocabulary changed, and every file that names the term.

    Errors: UnsureError, with its place, when something cannot be changed surely.
    """
    before = workspace.vocabularies[file.value["vocabulary"]]
    swap = Swap(before, parse_vocabulary(edited.value, workspace.lang), old, new)
    found = list(edited.changes)
    for use in field_uses(workspace, sources, swap):
        found += word_changes(use, new)
    for document in workspace.documents:
        found += text_changes(document, swap, workspace)
    by_path: dict[str, list[Change]] = {}
    for change in sorted(found, key=lambda one: (one.place.path, one.place.span)):
        by_path.setdefault(change.place.path, []).append(change)
    files = {path: spliced(some[0].place.source.data, some) for path, some in by_path.items()}
    changes = tuple(change for some in by_path.values() for change in some)
    return Recoded(file.text.source.path, edited.value, files, changes, swap)


def packaged_use(workspace: Workspace, own: Iterable[str], packaged: Files, swap: Swap) -> str:
    """The path of a packaged kind or funder in use that names the term; an empty text where none does."""
    for path in packaged:
        if is_schema_path(path) and path not in own:
            value = read_packaged(path, packaged).value
            if any(True for _ in schema_hits(value, workspace, swap)):
                return path
    return ""


def trees(workspace: Workspace, sources: Files) -> dict[str, Plain]:
    """What is read in every file that may name terms, by its path."""
    schemas = {path: parse_schema_file(Source(path, data)) for path, data in sources.items() if is_schema_path(path)}
    read = {path: file.value for path, file in schemas.items() if not isinstance(file, Diagnostic)}
    names = workspace.names.fields
    documents = {document.path: document.values for document in workspace.documents}
    return {**read, **documents, names.text.source.path: names.values}
