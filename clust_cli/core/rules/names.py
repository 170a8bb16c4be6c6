"""Names: what the register says twice, and what documents write otherwise than the register does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from clust_cli.core import catalogue
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.documents import Document
from clust_cli.core.name_index import index_names
from clust_cli.core.name_variants import Judges, Variant, find_variants
from clust_cli.core.places import Span
from clust_cli.core.printed_values import printed_value
from clust_cli.core.words import fold
from clust_cli.core.workspace import Workspace

_COMMON = frozenset(
    (
        "agence", "association", "banque", "centre", "chambre", "charte", "club", "comité", "commission", "communauté",
        "conseil", "crédit", "entreprises", "fonds", "formation", "groupement", "habitat", "institut", "maison",
        "ministère", "office", "parc", "pays", "plan", "pôle", "programme", "région", "réseau", "société", "syndicat",
        "territoire", "union", "université", "vallée", "ville",
    )
)  # fmt: skip
"""Words of names that are ordinary words too, whatever else the collection holds."""


def check_register(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report a form that the register accepts for two names of one group, or both accepts and rejects."""
    register = workspace.names
    owners: dict[tuple[str, str], str] = {}
    accepted = {form for name in register.names for form in name.forms}
    for name in register.names:
        for form in name.forms:
            owner = owners.setdefault((name.group, fold(form)), name.text)
            if owner != name.text:
                yield catalogue.DUPLICATE_NAME.at(register.place(name, form), word=form, near=owner)
        for form in name.rejected:
            if form in accepted:
                yield catalogue.DUPLICATE_NAME.at(register.place(name, form), "rejected", word=form)


def check_name_variants(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report names written otherwise than the register does, in prose and in fields."""
    if not workspace.names.names:
        return
    index = index_names(workspace.names)
    documents = [one for one in workspace.documents if not one.unreadable]
    collection = _Collection(workspace, [one.source.text for one in documents])
    judges = Judges(collection.is_ordinary, collection.is_known)
    for document in documents:
        variants = find_variants(document.source.text, index, judges)
        if variants:
            yield from _told(document, variants)


class _Collection:
    """What a collection knows of words, each looked up once."""

    def __init__(self, workspace: Workspace, texts: Sequence[str]) -> None:
        self.workspace = workspace
        self.texts = texts
        self.judged: dict[str, bool] = {}

    def is_ordinary(self, word: str) -> bool:
        """Whether prose uses a word in lower case: two documents that do make it an ordinary one."""
        if word not in self.judged:
            self.judged[word] = word in _COMMON or self._is_shared(re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])"))
        return self.judged[word]

    def is_known(self, word: str) -> bool:
        """Whether a word names something else: a town, a region, a term of a vocabulary."""
        return fold(word) in self.labels or self.workspace.geography.is_town(word)

    def _is_shared(self, word: re.Pattern[str]) -> bool:
        holding = (text for text in self.texts if word.search(text))
        return next(holding, None) is not None and next(holding, None) is not None

    @cached_property
    def labels(self) -> frozenset[str]:
        """The labels of all vocabularies, folded."""
        terms = (term for vocabulary in self.workspace.vocabularies.values() for term in vocabulary.terms)
        return frozenset(fold(name) for term in terms for name in (term.label, term.short, *term.terms) if name)


def _told(document: Document, variants: Sequence[Variant]) -> Iterator[Diagnostic]:
    text = document.source.text
    body_start = len(document.source.data[: document.body_start].decode())
    for start, end, form, _cost in variants:
        words, span = text[start:end].split(), _span(text, start, end)
        is_prose = start >= body_start and document.prose.within(span).text.split() == words
        if is_prose or (start < body_start and printed_value(document, span)):
            variant, near = ("rejected", form.name.text) if form.rejected else ("", form.text)
            yield catalogue.NAME_VARIANT.at(document.place(span), variant, word=" ".join(words), near=near)


def _span(text: str, start: int, end: int) -> Span:
    begin = len(text[:start].encode())
    return Span(begin, begin + len(text[start:end].encode()))
