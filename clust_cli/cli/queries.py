"""Queries of the command line: what cannot be understood is told in one sentence and one hint."""

from __future__ import annotations

from clust_cli.core.counting.queries import Query, QueryFault, parse_query
from clust_cli.core.workspace import Workspace
from clust_cli.errors import ClustError
from clust_cli.reports.language import N_

_MESSAGES = {
    "axis": N_("--where: there is no axis “{word}”"),
    "value": N_("--where: “{word}” is no value of this axis"),
    "test": N_("--where: a test such as region=Bretagne is expected at character {position}"),
    "operator": N_("--where: after “{word}”, = or != is expected"),
    "quote": N_("--where: the quotation mark at character {position} is never closed"),
    "parenthesis": N_("--where: the parenthesis at character {position} is never closed"),
    "end": N_("--where: “{word}” cannot stand here; and or or may be missing before it"),
    "complex": N_("--where: this query is too long"),
}
_NO_VALUE = N_("--where: a value is expected after = or !=")
_LISTED = 30


def read_query(text: str, workspace: Workspace) -> Query:
    """Read a query.

    Errors: ClustError that names the word at fault and what was perhaps meant.
    """
    query = parse_query(text, workspace)
    if isinstance(query, Query):
        return query
    empty = query.variant == "value" and not query.word
    raise ClustError(
        _NO_VALUE if empty else _MESSAGES[query.variant],
        _hint(query),
        word=query.word,
        position=query.position + 1,
        near=query.near,
        known=", ".join(query.known[:_LISTED]) + ("…" if len(query.known) > _LISTED else ""),
    )


def _hint(fault: QueryFault) -> str:
    if fault.near:
        return N_("did you mean “{near}”?")
    if fault.known:
        return N_("there are: {known}")
    return N_('example: --where "region=Bretagne and not action=label"')
