"""The fields that a kind marks with a keyword of ours, and their values in a document.

In: a kind's fields, a document's values. Out: steps, which lead through lists by "[]" and through mappings of free
keys by "{}", and values with their routes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clust_cli.core.plain import Plain, Route


def marked(schema: Mapping[str, Plain], keyword: str, steps: Route = ()) -> Iterator[tuple[Route, str]]:
    """Yield the steps to each field that has a keyword, and what the keyword says."""
    if keyword in schema:
        yield steps, schema[keyword]
    if "items" in schema:
        yield from marked(schema["items"], keyword, (*steps, "[]"))
    if "additionalProperties" in schema:
        yield from marked(schema["additionalProperties"], keyword, (*steps, "{}"))
    for name, inner in schema.get("properties", {}).items():
        yield from marked(inner, keyword, (*steps, name))


def along(value: Plain, steps: Route, route: Route = ()) -> Iterator[tuple[Route, Plain]]:
    """Yield the values that steps lead to, each with its route; "[]" enters every entry of a list, "{}" every key."""
    if not steps:
        if value is not None:
            yield route, value
    elif steps[0] == "[]":
        for index, inner in enumerate(value if isinstance(value, list) else ()):
            yield from along(inner, steps[1:], (*route, index))
    elif steps[0] == "{}":
        for key, inner in value.items() if isinstance(value, Mapping) else ():
            yield from along(inner, steps[1:], (*route, key))
    elif isinstance(value, Mapping):
        yield from along(value.get(steps[0]), steps[1:], (*route, steps[0]))
