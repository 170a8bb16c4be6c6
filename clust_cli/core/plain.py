"""The border with YAML and JSON: what their values are called, and the routes that lead into them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Plain = Any
"""A value as YAML or JSON knows it: a mapping, a list, a text, a number, or nothing."""

Route = tuple[str | int, ...]
"""The keys and indexes that lead to a value: ("epci", 0, "year")."""


def dotted(route: Route) -> str:
    """Write a route as authors write it: epci[0].year."""
    text = ""
    for step in route:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def value_at(values: Mapping[str, Plain], path: str) -> Plain:
    """Follow a dotted path of keys; None where it leads nowhere."""
    value: Plain = values
    for key in path.split("."):
        if not isinstance(value, Mapping):
            return None
        value = value.get(key)
    return value


def walk(value: Plain, route: Route = ()) -> Iterator[tuple[Route, Plain]]:
    """Yield every value with its route, parents before children."""
    yield route, value
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from walk(inner, (*route, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from walk(inner, (*route, index))
