"""Claims: what a sentence says of the documents of its memento, counted again.

In: a claim as it was read, and the memento it stands in. Out: a Finding, or what keeps it from being counted.
Source: docs/formats.md, “Claims”; counted as a cross-table counts, each value of an axis once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from clust_cli.core.counting.axes import GROUP, all_values, axis_names, find_axis, lists_of, vocabulary_of
from clust_cli.core.counting.axis_values import axis_values
from clust_cli.core.counting.claim_words import JUDGES, ClaimFault, Counted, Finding
from clust_cli.core.counting.queries import QueryFault, parse_query
from clust_cli.core.counting.selections import EVERYTHING, Query, contents, entries, tested, values_met
from clust_cli.core.diagnostics import Severity
from clust_cli.core.documents import Document
from clust_cli.core.kinds.kind import Axis
from clust_cli.core.plain import Plain, value_at
from clust_cli.core.reading.attributes import QUOTE
from clust_cli.core.reading.body import Claim
from clust_cli.core.words import nearest
from clust_cli.core.workspace import Workspace

_KEYS: Mapping[str, tuple[str, ...]] = {
    "count": ("of", "where"),
    "share": ("of", "where", "among"),
    "list": ("of", "where"),
    "example": ("of", "where"),
    "sum": ("of", "where", "field"),
    "all": ("of", "where", "among"),
    "most": ("of", "where", "among"),
    "several": ("of", "where"),
    "none": ("of", "where"),
}
_NEEDED: Mapping[str, tuple[str, ...]] = {"sum": ("of", "field"), "count": ("of",), "list": ("of",), "several": ("of",)}
_OF_DOCUMENTS = (("value", "where"), ("value", "among"), ("hole", "field"), ("unreadable", "list"))
"""The faults that a document which cannot be read may be the cause of: what they look for may stand in it."""
_Counts = dict[tuple[str, str, str], Counted]
"""What was counted already, by axis and queries: many sentences ask the same."""


def claims(workspace: Workspace) -> Iterator[tuple[Document, Claim, Finding | ClaimFault]]:
    """Every claim of a collection, counted in the memento it stands in; quotations are none.

    Shape: while a document of the memento cannot be read whole, nobody knows what is true: only faults are told. A
    claim that is false for the sake of a value outside its vocabulary is left out: the value is told.
    """
    for memento in workspace.mementos:
        documents = contents(memento)
        counts: _Counts = {}
        is_whole = all(map(_is_whole, documents))
        for document in documents:
            for claim in (one for one in document.body.claims if one.kinds != (QUOTE,)):
                found = _judge(claim, documents, workspace, counts)
                if found is not None and (is_whole or _is_own(found)):
                    yield document, claim, found


def _judge(
    claim: Claim, documents: Sequence[Document], workspace: Workspace, counts: _Counts
) -> Finding | ClaimFault | None:
    """Count one claim again; None where it is false for the sake of a value that is no term, which is told itself."""
    malformed = _malformed(claim)
    if malformed:
        return malformed
    axis = find_axis(workspace, claim.value("of"))
    if axis is None:
        known, word = axis_names(workspace), claim.value("of")
        return ClaimFault("of", "of", word, nearest(word, known), known)
    queries = {}
    for key in ("where", "among"):
        text = claim.value(key)
        query = parse_query(text, workspace) if text else EVERYTHING
        if isinstance(query, QueryFault):
            variant = "value" if query.variant == "value" else "query"
            return ClaimFault(variant, key, query.word or text, query.near, query.known)
        queries[key] = query
    asked = (axis.name, claim.value("where"), claim.value("among"))
    if asked not in counts:
        counts[asked] = _count(axis, documents, queries["where"], queries["among"], workspace)
    counted = counts[asked]
    if claim.value("field"):
        total = _sum(claim.value("field"), axis, documents, counted.part, queries["where"], workspace)
        if isinstance(total, ClaimFault):
            return total
        counted = Counted(counted.part, counted.whole, counted.values, total)
    found = JUDGES[claim.kinds[0]](claim, counted)
    asked_of = (axis, *(one for query in queries.values() for one in tested(query)))
    is_false = isinstance(found, Finding) and not found.holds
    return None if is_false and any(_is_strange(one, documents, workspace) for one in asked_of) else found


def _is_strange(axis: Axis, documents: Sequence[Document], workspace: Workspace) -> bool:
    """Whether a field that an axis reads holds a value outside its vocabulary."""
    vocabulary = None if axis.codes else vocabulary_of(workspace, axis)
    if vocabulary is None:
        return False
    own = axis._replace(name=axis.name.removesuffix(GROUP))
    return any(value not in vocabulary.by_id for one in documents for value in all_values(workspace, own, one))


def _is_own(found: Finding | ClaimFault) -> bool:
    """Whether a fault is the claim's own, whatever the documents hold."""
    return isinstance(found, ClaimFault) and (found.variant, found.key) not in _OF_DOCUMENTS


def _is_whole(document: Document) -> bool:
    """Whether all of a document could be read."""
    broken = any(fault.severity is Severity.ERROR for fault in document.faults)
    return not (broken or document.unreadable or document.kind is None or document.body.cut_short)


def _malformed(claim: Claim) -> ClaimFault | None:
    if len(claim.kinds) > 1:
        return ClaimFault("two", ".", claim.kinds[1])
    kind = claim.kinds[0]
    names = [key for key, _value, _span in claim.keys if key != "."]
    for index, name in enumerate(names):
        if name not in _KEYS[kind] or name in names[:index]:
            return ClaimFault("key", name, name, known=_KEYS[kind])
    for name in _NEEDED.get(kind, ("of", "where")):
        if name not in names:
            return ClaimFault("needs", "", name)
    return None if claim.text else ClaimFault("unreadable")


def _count(axis: Axis, documents: Sequence[Document], where: Query, among: Query, workspace: Workspace) -> Counted:
    def met(query: Query) -> tuple[str, ...]:
        met_in = (sorted(values_met(query, axis, document, workspace)) for document in documents)
        return tuple(dict.fromkeys(value for values in met_in for value in values))

    whole = met(among)
    known = frozenset(whole)
    part = tuple(value for value in met(where) if value in known)
    return Counted(part, whole, cache(lambda: axis_values(workspace, axis, documents)))


def _sum(
    name: str, axis: Axis, documents: Sequence[Document], ids: Sequence[str], where: Query, workspace: Workspace
) -> int | ClaimFault:
    """Add a field up: once for each value of the axis, or for each entry where the field stands in a list."""
    known = tuple(dict.fromkeys(route for kind in workspace.kinds.values() for route in _numbers(kind.fields)))
    routes = tuple(route for route in known if _name(route) == name)
    if not routes:
        names = tuple(dict.fromkeys(map(_name, known)))
        return ClaimFault("field", "field", name, nearest(name, names), names)
    route = routes[0]
    if lists_of(route):
        return _sum_of_entries(route, axis, documents, where, workspace)
    amounts: dict[str, int] = {}
    for document in documents:
        amount = document.value(route)
        for value in values_met(EVERYTHING, axis, document, workspace) if isinstance(amount, int) else ():
            amounts.setdefault(value, amount)
    for id in ids:
        if id not in amounts:
            return ClaimFault("hole", "field", name, id)
    return sum(amounts[id] for id in ids)


def _sum_of_entries(
    route: str, axis: Axis, documents: Sequence[Document], where: Query, workspace: Workspace
) -> int | ClaimFault:
    """Add up the number of every entry in which the query holds."""
    total = 0
    for document in documents:
        for entry in entries(where, axis, route, document, workspace):
            amount = value_at(entry, route.rpartition("[].")[2])
            if not isinstance(amount, int):
                return ClaimFault("hole", "field", _name(route), str(entry.get("id") or document.title))
            total += amount
    return total


def _name(route: str) -> str:
    """A route as authors write it in a claim: questions.answers.count."""
    return route.replace("[]", "")


def _numbers(schema: Mapping[str, Plain], route: str = "") -> Iterator[str]:
    """The routes of the whole numbers of documents, with [] after each list."""
    for name, inner in schema.get("properties", {}).items():
        if inner.get("type") == "integer":
            yield f"{route}{name}"
        elif inner.get("type") == "object":
            yield from _numbers(inner, f"{route}{name}.")
        elif inner.get("type") == "array":
            yield from _numbers(inner.get("items", {}), f"{route}{name}[].")
