"""Codes: hashtags of no or a retired meaning, actions that no passage tells of, passages and words without one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cached_property

from clust_cli.core import catalogue
from clust_cli.core.coding import CodedEntry, coded_entries, known_codes
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.documents import Document
from clust_cli.core.kinds.coded_lists import CodedList
from clust_cli.core.kinds.vocabularies import Term
from clust_cli.core.mentions import find_mention, flattened, may_name
from clust_cli.core.reading.body import Code, Passage
from clust_cli.core.words import nearest, slug
from clust_cli.core.workspace import Workspace


def check_codes(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report hashtags of no or a retired meaning, actions without a passage, passages and words without an action."""
    labels = _labels(workspace)
    for document in workspace.documents:
        lists = workspace.schemas.coded_lists[document.kind.name] if document.kind else ()
        codings = [_Coding(document, coded) for coded in lists]
        known = known_codes(document, workspace)
        unknown = list(_unknown(document, known, labels))
        yield from unknown
        yield from _retired(document, workspace, {entry.id for coding in codings for entry in coding.entries})
        for coding in codings:
            yield from coding.ambiguous(labels)
        for coding in codings if not document.body.cut_short else ():
            # A hashtag that names nothing may be the very one that is missed.
            yield from () if unknown else coding.unsupported()
            yield from coding.unanswered()


def _labels(workspace: Workspace) -> Mapping[str, Sequence[str]]:
    """How each term that may code a passage is called, by its id."""
    codable = (vocabulary for vocabulary in workspace.vocabularies.values() if vocabulary.codable)
    return {term.id: (term.label, *term.terms) for vocabulary in codable for term in vocabulary.terms}


def _unknown(document: Document, known: Set[str], labels: Mapping[str, Sequence[str]]) -> Iterator[Diagnostic]:
    """Hashtags that name neither an action of the document nor a term."""
    suggested: dict[str, tuple[str, str]] = {}
    for passage in document.body.passages:
        for code in passage.codes:
            if code.id not in known:
                if code.id not in suggested:
                    suggested[code.id] = _suggested(code.id, known, labels)
                variant, near = suggested[code.id]
                yield catalogue.UNKNOWN_CODE.at(document.place(code.span), variant, word=code.id, near=near)


def _retired(document: Document, workspace: Workspace, own: Set[str]) -> Iterator[Diagnostic]:
    """Hashtags that name a term which another has replaced; an id that an action gives itself means that action."""
    terms = workspace.schemas.codable.by_id
    for passage in document.body.passages:
        for code in passage.codes:
            near = terms[code.id].replaced_by if code.id in terms and code.id not in own else ""
            if near:
                yield catalogue.RETIRED_VALUE.at(document.place(code.span), "code", word=code.id, near=near)


class _Coding:
    """The codes of a document beside the entries of one of its lists."""

    def __init__(self, document: Document, coded: CodedList) -> None:
        self.document = document
        self.title = document.kind.label(coded.name) if document.kind else coded.name
        self.terms: Mapping[str, Term] = coded.vocabulary.by_id
        self.entries: Sequence[CodedEntry] = tuple(coded_entries(document, coded))
        self.codes: dict[str, Code] = {}
        for passage in document.body.passages:
            for code in passage.codes:
                self.codes.setdefault(code.id, code)

    @cached_property
    def declared(self) -> frozenset[str]:
        """The terms that the entries name."""
        return frozenset(name for entry in self.entries for name in entry.codes)

    @cached_property
    def told(self) -> frozenset[str]:
        """The terms that passages are coded with, those that took the place of a retired one among them."""
        replaced = {self.terms[id].replaced_by for id in self.codes if id in self.terms}
        return frozenset({*self.codes, *replaced} - {""})

    def ambiguous(self, labels: Mapping[str, Sequence[str]]) -> Iterator[Diagnostic]:
        """Entries whose own id is that of a term which is not theirs: a code could not say which of them it means."""
        given = Counter(entry.id for entry in self.entries)
        for entry in self.entries:
            own = (entry.term, self.terms[entry.term].replaced_by) if entry.term else (entry.id,)
            # Two entries of one id are told as such.
            if entry.id in labels and entry.id not in own and given[entry.id] == 1:
                place, near = self.document.fields.place(entry.route), labels[entry.id][0]
                yield catalogue.DUPLICATE_ID.at(place, "term", word=entry.id, near=near, label=self.title)

    def unsupported(self) -> Iterator[Diagnostic]:
        """Entries that no passage is coded with."""
        for entry in self.entries:
            if entry.term and entry.codes.isdisjoint(self.told):
                place = self.document.fields.place(entry.route)
                yield catalogue.UNSUPPORTED_ACTION.at(place, word=entry.id or entry.term)

    def unanswered(self) -> Iterator[Diagnostic]:
        """Codes and words of the text that no entry answers; a term that cannot be read may be the very one."""
        if all(entry.term for entry in self.entries):
            yield from self._undeclared()
            yield from self._uncoded()

    def _undeclared(self) -> Iterator[Diagnostic]:
        """Current terms that code a passage and that no entry names, each at its first passage."""
        for id, code in self.codes.items():
            term = self.terms.get(id)
            if term and not term.replaced_by and term.id not in self.declared:
                yield catalogue.UNDECLARED_ACTION.at(self.document.place(code.span), word=id)

    def _uncoded(self) -> Iterator[Diagnostic]:
        """Words of the prose that name a term which neither entries nor codes know, each term once.

        Passages that carry a code are passed over: whoever coded them has read them.
        """
        passages = [passage for passage in self.document.body.passages if not passage.codes]
        flat = flattened("\n".join(passage.text for passage in passages))
        for term in self.terms.values():
            told = term.id in self.declared or term.id in self.told or term.replaced_by
            if not told and any(may_name(flat, name) for name in term.terms):
                yield from self._first_mention(term, passages)

    def _first_mention(self, term: Term, passages: Sequence[Passage]) -> Iterator[Diagnostic]:
        for passage in passages:
            flat = flattened(passage.text)
            names = [name for name in term.terms if may_name(flat, name)]
            span = find_mention(self.document, passage, names) if names else None
            if span:
                place = self.document.place(span)
                yield catalogue.UNCODED_MENTION.at(place, word=" ".join(place.quoted.split()), near=term.id)
                return


def _suggested(word: str, known: Set[str], labels: Mapping[str, Sequence[str]]) -> tuple[str, str]:
    """The variant of the sentence and the id that was meant: a label written as a hashtag, or a slip."""
    by_label = {slug(name): id for id, names in labels.items() for name in names}
    if slug(word) in by_label:
        return "label", by_label[slug(word)]
    near = nearest(word, known) or by_label.get(nearest(slug(word), by_label), "")
    return ("", near) if near else ("list", "")
