"""Claims: what prose says of the documents and the documents do not."""

from __future__ import annotations

from collections.abc import Iterator

from clust_cli.core import catalogue
from clust_cli.core.counting.claim_words import ClaimFault, Finding
from clust_cli.core.counting.claims import claims
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.documents import Document
from clust_cli.core.reading.body import Claim
from clust_cli.core.workspace import Workspace

_LISTED = 12


def check_claims(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report claims that do not hold, that cannot be read, and that name what does not exist."""
    for document, claim, found in claims(workspace):
        if isinstance(found, ClaimFault):
            yield _broken(document, claim, found)
        elif not found.holds:
            yield _false(document, claim, found)


def _broken(document: Document, claim: Claim, fault: ClaimFault) -> Diagnostic:
    place = document.place(claim.place(fault.key) if fault.key else claim.braces)
    near, known = fault.near, fault.known
    if fault.variant == "unreadable":
        variant = "near" if near else fault.key
        return catalogue.UNREADABLE_CLAIM.at(
            document.place(claim.span), variant, word=claim.text, near=near, known=known
        )
    if fault.variant in ("query", "value"):
        variant = "near" if near else "list" if known else ""
        return catalogue.BROKEN_QUERY.at(place, variant, word=fault.word, near=near, known=known)
    if fault.variant in ("of", "field"):
        variant = "" if near else "list"
        label = fault.variant
        return catalogue.UNKNOWN_VALUE.at(place, variant, word=fault.word, near=near, known=known, label=label)
    if fault.variant == "hole":
        return catalogue.BROKEN_CLAIM.at(place, "hole", word=fault.word, near=near)
    kind = claim.kinds[0]
    return catalogue.BROKEN_CLAIM.at(place, fault.variant, word=fault.word, kind=kind, known=known)


def _false(document: Document, claim: Claim, found: Finding) -> Diagnostic:
    place = document.place(claim.span)
    if found.kind == "example":
        variant = "example"
    elif found.kind == "list":
        variant = "list" if found.without and found.behind else "missing" if found.without else "surplus"
    elif found.actual:
        # What --fix leaves to people: see `fix_claims`.
        is_written = bool(found.written) and place.quoted == claim.text
        variant = ("" if is_written else "hand") if found.behind else "hand-nobody"
    else:
        variant = "without" if found.kind == "all" and found.part else "quantity" if found.part else "nobody"
    return catalogue.FALSE_CLAIM.at(
        place,
        variant,
        word=claim.text,
        actual=found.actual,
        part=found.part,
        whole=found.whole,
        behind=_listed(found.behind),
        without=_listed(found.without),
    )


def _listed(names: tuple[str, ...]) -> tuple[str, ...]:
    return names if len(names) <= _LISTED else (*names[:_LISTED], "…")
