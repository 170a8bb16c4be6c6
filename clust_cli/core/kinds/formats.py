"""Which fields of a kind have a format of our own, such as `image` or `isbn`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clust_cli.core.kinds.kind import Kind
from clust_cli.core.plain import Plain


def paths_of_format(kind: Kind, format: str) -> tuple[str, ...]:
    """The dotted paths of the fields that have a format; groups are entered, lists are not."""
    return tuple(_paths(kind.fields, format, ""))


def _paths(schema: Mapping[str, Plain], format: str, below: str) -> Iterator[str]:
    for name, inner in schema.get("properties", {}).items():
        if inner.get("format") == format:
            yield f"{below}{name}"
        yield from _paths(inner, format, f"{below}{name}.")
