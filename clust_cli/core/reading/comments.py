"""Where the comments of a text stand, and the one that is never closed.

In: the bytes of a body. Out: spans to cut. Only what the parser calls HTML, or text, can be a comment:
between backquotes and in code, the marks of a comment are what they look like.
"""

from __future__ import annotations

from collections.abc import Mapping

from clust_cli.core.places import Span
from clust_cli.core.reading.events import events, tag


def find_comments(data: bytes) -> tuple[list[Span], Span | None]:
    """The spans of the comments, and the opening mark of the first that is never closed."""
    spans: list[Span] = []
    if b"<!--" not in data:
        return spans, None
    unclosed: list[int] = []
    in_code = False
    for event, begin, end in events(data):
        if not isinstance(event, Mapping):
            continue
        if "InlineHtml" in event or event == {"Start": "HtmlBlock"}:
            unclosed += _closed(data, begin, end, spans)
        elif "Text" in event and not in_code:
            opened = data.find(b"<!--", begin, end)
            if opened >= 0 and not (opened == begin and data[begin - 1 : begin] == b"\\"):
                unclosed.append(opened)
        elif tag(event.get("Start", event.get("End", "")))[0] == "CodeBlock":
            in_code = "Start" in event
    return spans, Span(unclosed[0], unclosed[0] + 4) if unclosed else None


def _closed(data: bytes, begin: int, end: int, spans: list[Span]) -> list[int]:
    """Add the comments of a stretch of HTML to the spans; return where one is opened that it does not close."""
    opened = data.find(b"<!--", begin, end)
    while opened >= 0:
        closed = data.find(b"-->", opened + 4, end)
        # A second opening before the closing mark: the first comment lost its own, and would hide what lies between.
        if closed < 0 or data.find(b"<!--", opened + 4, closed) >= 0:
            return [opened]
        spans.append(_with_line_end(data, opened, closed + 3))
        opened = data.find(b"<!--", closed + 3, end)
    return []


def _with_line_end(data: bytes, start: int, end: int) -> Span:
    """A comment at a line's end takes the spaces before it, which would else be a hard line break."""
    follows = data[end : end + 1]
    if follows in (b"\n", b"\r", b""):
        while start > 0 and data[start - 1 : start] in (b" ", b"\t"):
            start -= 1
    return Span(start, end)
