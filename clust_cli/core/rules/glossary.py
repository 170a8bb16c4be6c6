"""The glossary: what is malformed in it, acronyms that nobody explains, terms told twice or used nowhere.

A workspace without glossary.yaml is told nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from clust_cli.core import catalogue
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.documents import Document
from clust_cli.core.glossary import GlossaryTerm
from clust_cli.core.plain import Plain, Route, walk
from clust_cli.core.workspace import Workspace

NAMES = ("name", "short", "acronym")
"""The fields that name something: what they hold is a name wherever it stands."""
_NOT_PRINTED = ("sources", "gaps", "accepted")
# Everything but capitals and the sign of R&D made a space: what is left are the runs of capitals of a text.
_CAPITALS = bytes(code if code in b"ABCDEFGHIJKLMNOPQRSTUVWXYZ&" else 32 for code in range(256))


def check_glossary(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report what is malformed in glossary.yaml, and terms that stand there twice."""
    glossary = workspace.glossary
    yield from glossary.faults
    seen: dict[str, GlossaryTerm] = {}
    for term in glossary.terms:
        for form in dict.fromkeys((term.id, *term.forms)):
            if seen.setdefault(form, term) is not term:
                place = glossary.fields.place(("terms", term.rank, "acronym" if term.is_acronym else "term"))
                other = seen[form].word
                variant = "" if other == term.word else "form"
                yield catalogue.DUPLICATE_TERM.at(place, variant, word=term.word, near=other, form=form)
                break


def check_acronyms(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report each acronym that is used and explained nowhere, at its first place in each document."""
    if not workspace.glossary.readable:
        return
    known = _known_words(workspace)
    quick = _runs(" ".join(known).encode())
    for document in workspace.documents:
        if not _runs(document.fields.text.text.encode() + document.body.prepared) <= quick:
            yield from _undefined(document, known, quick)


def check_definitions(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report terms of the glossary that no document uses."""
    glossary = workspace.glossary
    if not glossary.terms or any(document.unreadable or document.body.cut_short for document in workspace.documents):
        return  # what cannot be read may use them all
    texts = [_said(document) for document in workspace.documents]
    runs = frozenset().union(*map(_runs, texts))
    for term in glossary.terms:
        if not any(_is_used(form, texts, runs) for form in term.forms):
            place = glossary.fields.place(("terms", term.rank, "acronym" if term.is_acronym else "term"))
            yield catalogue.UNUSED_DEFINITION.at(place, word=term.word)


def _undefined(document: Document, known: frozenset[str], quick: frozenset[bytes]) -> Iterator[Diagnostic]:
    """The acronyms of a document that neither it nor anyone else explains, each at its first place."""
    fields = [(route, value) for route, value in _printed_texts(document) if not _runs(value.encode()) <= quick]
    in_body = not _runs(document.body.prepared) <= quick
    if not fields and not in_body:
        return
    # Few documents come here, and most collections have none: the rest is imported and looked at for them alone.
    from clust_cli.core.unexplained import unexplained

    told: set[str] = set()
    for word, place in unexplained(document, fields, known, in_body=in_body):
        if word not in told:
            told.add(word)
            yield catalogue.UNDEFINED_ACRONYM.at(place, word=word)


def _printed_texts(document: Document) -> Iterator[tuple[Route, str]]:
    """The texts of the fields; names are names, and what is never printed needs no reader."""
    for route, value in walk(document.values):
        if isinstance(value, str) and route[0] not in _NOT_PRINTED and route[-1] not in NAMES:
            yield route, value


def _known_words(workspace: Workspace) -> frozenset[str]:
    """The words that need no expansion: those of the glossary, of names, and of terms that say what they mean."""
    words = set(workspace.glossary.by_form)
    for registered in workspace.names.names:
        words.update(word for form in registered.forms for word in form.split())
    for document in workspace.documents:
        for name in _names(document.values):
            words.update(name.split())
    return frozenset(words | _explained(workspace))


def _names(value: Plain) -> Iterator[str]:
    """The names that fields give: of people, clusters, partners."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if key in NAMES and isinstance(inner, str):
                yield inner
            elif not isinstance(inner, str):
                yield from _names(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _names(inner)


def _explained(workspace: Workspace) -> set[str]:
    """The words of a vocabulary's terms that have a definition, or that expand themselves in their label."""
    return {
        word
        for vocabulary in workspace.vocabularies.values()
        for term in vocabulary.terms
        if not term.label.islower()
        for word in term.label.split()
        if term.definition or f"{word} (" in term.label
    }


def _runs(data: bytes) -> frozenset[bytes]:
    """The runs of two capitals and more: a quick look at a whole text, far quicker than to look for words."""
    return frozenset(run for run in data.translate(_CAPITALS).split() if len(run) > 1 and run.strip(b"IVX"))


def _said(document: Document) -> bytes:
    """What a document says, in its fields and its text."""
    return document.fields.text.text.encode() + document.body.prepared


def _is_used(form: str, texts: Sequence[bytes], runs: frozenset[bytes]) -> bool:
    """Whether texts use a form; a word of capitals alone is one of their runs."""
    data = form.encode()
    if _runs(data) == {data}:
        return data in runs
    capital = (form[:1].upper() + form[1:]).encode()
    return any(data in text or capital in text for text in texts)
