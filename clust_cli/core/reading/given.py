"""What a leaf is given in braces: attributes judged, and the claims found among them.

In: a leaf and the bytes it was read from. Out: what is refused, an id, and claims. Units: bytes of the text parsed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from clust_cli.core.places import Span
from clust_cli.core.reading.attributes import allowed, is_claim, split_all
from clust_cli.core.reading.body import Claim
from clust_cli.core.reading.leaves import Leaf, find_attributes, without_attributes

_MARKS = b"*_ \t\r\n"


class Refused(NamedTuple):
    """Attributes that are refused: where, the author's word, and the thing they stand at."""

    span: Span
    word: str
    thing: str


class Given(NamedTuple):
    """All that a leaf is given. `written` are the attributes as they are written, allowed or not."""

    identifier: str = ""
    refused: tuple[Refused, ...] = ()
    claims: tuple[Claim, ...] = ()
    written: frozenset[str] = frozenset()


def read_given(leaf: Leaf, data: bytes, ended: Mapping[int, str]) -> Given:
    """Judge every stretch of attributes in a leaf; `ended` tells which link or image ends right before an offset."""
    found = tuple(find_attributes(leaf, data))
    if not found:
        return Given()
    written = frozenset(text for text, _offset in found)
    begins = tuple(piece.begin for piece in leaf.pieces)
    opened: dict[int, int] | None = None
    identifier, refused, claims = "", [], []
    for text, offset in found:
        span = Span(offset, offset + len(text.encode()))
        thing = _thing(leaf, data, span, ended)
        if thing == "Span" and is_claim(name for key, name, _at in split_all(text) if key == "."):
            opened = _brackets(leaf, data) if opened is None else opened
            thing = "Claim" if offset - 1 in opened else ""
        verdict = allowed(text, thing)
        if verdict.refused:
            refused.append(Refused(span, verdict.refused, thing))
        elif thing == "Claim" and opened is not None:
            inside = Span(opened[offset - 1] + 1, offset - 1)
            claims.append(_claim(leaf, data, text, span, inside, begins, written))
        identifier = identifier or verdict.identifier
    return Given(identifier, tuple(refused), tuple(claims), written)


def _thing(leaf: Leaf, data: bytes, span: Span, ended: Mapping[int, str]) -> str:
    """What attributes stand at."""
    if span.start in ended:
        return ended[span.start]
    if data[span.start - 1 : span.start] == b"]":
        return "Span"
    ends_heading = leaf.tag == "Heading" and not data[span.end : leaf.end].strip(b" \t\r\n#")
    return "Heading" if ends_heading else ""


def _brackets(leaf: Leaf, data: bytes) -> dict[int, int]:
    """Each closing bracket of the plain text, with the one that it closes; code and targets of links have none."""
    opened: list[int] = []
    pairs: dict[int, int] = {}
    for piece in leaf.pieces:
        escaped = data[piece.begin - 1 : piece.begin] == b"\\"
        for offset in range(piece.begin + escaped, piece.end):
            if data[offset] == ord("["):
                opened.append(offset)
            elif data[offset] == ord("]") and opened:
                pairs[offset] = opened.pop()
    return pairs


def _claim(
    leaf: Leaf, data: bytes, text: str, braces: Span, inside: Span, begins: Sequence[int], written: frozenset[str]
) -> Claim:
    words = data[inside.start : inside.end]
    start = inside.start + len(words) - len(words.lstrip(_MARKS))
    end = max(start, inside.end - len(words) + len(words.rstrip(_MARKS)))
    attributes = split_all(text)
    keys = tuple((name, value, _value_span(text, braces.start, value, at)) for name, value, at in attributes)
    said = "".join(_said(leaf, data, inside, begins))
    said = without_attributes(written, said) if "{" in said else said
    kinds = tuple(value for name, value, _at in attributes if name == ".")
    return Claim(kinds, keys, " ".join(said.split()), Span(start, end), braces)


def _value_span(text: str, start: int, value: str, at: int) -> Span:
    begin = start + len(text[:at].encode())
    return Span(begin, begin + len(value.encode()))


def _said(leaf: Leaf, data: bytes, inside: Span, begins: Sequence[int]) -> Iterator[str]:
    """The plain text of a stretch; what was a line's end is a space, and code a backquote, which no claim can hold."""
    last = inside.start
    # A paragraph may hold thousands of claims: each looks at its own pieces only.
    first = max(0, bisect_right(begins, inside.start) - 1)
    for piece in leaf.pieces[first : bisect_left(begins, inside.end)]:
        begin, end = max(piece.begin, inside.start), min(piece.end, inside.end)
        if begin >= end:
            continue
        between = data[last:begin]
        yield "`" if b"`" in between else " " if b"\n" in between else ""
        whole = (begin, end) == (piece.begin, piece.end)
        yield piece.text if whole else data[begin:end].decode("utf-8", errors="replace")
        last = end
    yield "`" if b"`" in data[last : inside.end] else ""
