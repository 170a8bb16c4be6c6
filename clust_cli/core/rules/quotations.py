"""Quotations: words set in the mouth of a document that has others."""

from __future__ import annotations

from collections.abc import Iterator

from clust_cli.core import catalogue
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.documents import Document
from clust_cli.core.kinds.marked import along
from clust_cli.core.places import Place
from clust_cli.core.quoting import Quoted, has_words
from clust_cli.core.reading.attributes import QUOTE
from clust_cli.core.reading.body import Claim
from clust_cli.core.words import nearest
from clust_cli.core.workspace import Workspace

_MARKS = "«»“”\"' \u00a0\u202f"
_MOST_COMPARED = 20
"""Sentences are looked for so many times: a file full of false quotations is mended in several rounds."""


def check_quotations(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report quotations that do not stand in the text they are said to be taken from."""
    texts: dict[str, Quoted] = {}
    told = 0
    for document in workspace.documents:
        for place, words, other, variant in _quotations(document, workspace):
            if isinstance(other, Diagnostic):
                yield other
                continue
            quoted = texts.setdefault(other.id, Quoted(other.body.passages))
            if other.unreadable or other.body.cut_short or quoted.holds(words):
                continue
            told += 1
            near = quoted.nearest(words) if told <= _MOST_COMPARED else ""
            name = variant if near else f"{variant}-far".lstrip("-")
            yield catalogue.FALSE_QUOTE.at(place, name, word=words.strip(_MARKS), near=near, title=other.title)


def _quotations(document: Document, workspace: Workspace) -> Iterator[tuple[Place, str, Document | Diagnostic, str]]:
    """Every quotation of a document: where, its words, whose they should be or why nobody knows, and a variant."""
    for claim in document.body.claims:
        if claim.kinds == (QUOTE,):
            yield document.place(claim.span), claim.text, _source(document, claim, workspace), ""
    # A text that is not yet written has nothing to be set apart from.
    for steps, _where in document.kind.quoting if document.kind and document.body.passages else ():
        for route, words in along(document.values, steps):
            yield document.fields.place(route), str(words), document, "own"


def _source(document: Document, claim: Claim, workspace: Workspace) -> Document | Diagnostic:
    """The document that a quotation is taken from."""
    id = claim.value("of")
    other = workspace.by_id.get(id)
    surplus = next((name for name, _value, _span in claim.keys if name not in (".", "of")), "")
    if surplus:
        place = document.place(claim.place(surplus))
        return catalogue.BROKEN_CLAIM.at(place, "key", word=surplus, kind=QUOTE, known=("of",))
    if not has_words(claim.text):
        return catalogue.UNREADABLE_CLAIM.at(document.place(claim.braces), "quote", word=claim.text)
    if not id:
        return catalogue.BROKEN_CLAIM.at(document.place(claim.braces), "needs-document", word="of", kind=QUOTE)
    if other is None:
        known = tuple(workspace.by_id)
        near = nearest(id, known)
        place = document.place(claim.place("of"))
        return catalogue.UNKNOWN_VALUE.at(
            place, "" if near else "list", word=id, near=near, known=known[:20], label="of"
        )
    return other
