"""The values of a document's fields that are printed as an author's own words, found again by their place.

In: a document and a span of its front matter. Out: the route of the value there, or None.
"""

from __future__ import annotations

import re

import yaml

from clust_cli.core.documents import Document
from clust_cli.core.places import Span
from clust_cli.core.plain import Route

_UNPRINTED = ("accepted", "gaps", "kind", "order", "sources", "status")
_IDENTIFIER = re.compile(r"[a-z0-9-]+|https?://\S*")


def printed_value(document: Document, span: Span) -> Route | None:
    """The route of the value that holds a span: one that is printed, and no identifier; a comment is no value."""
    data = document.source.data
    if data[data.rfind(b"\n", 0, span.start) + 1 : span.start].lstrip().startswith(b"#"):
        return None
    for route, node in document.fields.nodes.items():
        if isinstance(node, yaml.ScalarNode):
            place = document.fields.place(route).span
            if place.start <= span.start and span.end <= place.end:
                is_read = route[0] not in _UNPRINTED and not _IDENTIFIER.fullmatch(node.value)
                return route if is_read else None
    return None
