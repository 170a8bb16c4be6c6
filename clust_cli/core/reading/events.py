"""The parser's events over a text, and what each is about. pyromark lives here alone.

In: bytes. Out: events with their spans. Source: pulldown-cmark's `Event` and `Tag`, as pyromark gives them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyromark

_OPTIONS = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_FOOTNOTES

Event = Any
"""A word, or a mapping of one name to what it is about."""


def events(data: bytes) -> Iterator[tuple[Event, int, int]]:
    """The events of a text, each with where it begins and ends. Units: bytes."""
    for event, span in pyromark.events_with_range(data.decode("utf-8"), options=_OPTIONS):
        yield event, span["start"], span["end"]


def tag(content: Any) -> tuple[str, Any]:
    """The name of the tag that an event opens or closes, and its details."""
    if isinstance(content, str):
        return content, None
    [(name, detail)] = content.items()
    return name, detail
