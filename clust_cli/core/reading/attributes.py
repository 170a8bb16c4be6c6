"""Attributes in braces: the few that a text may give, and why the others are refused.

Ordinary attributes reach the PDF's program as code, so only these pass. The sanitiser holds the same list.
Source: docs/formats.md, “Attributes”.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

# As pandoc reads them: no single quotation marks, and no = in a bare value.
_ONE = r"""(?:[#.][^\s{}="']+|[\w:.-]+=(?:"[^"]*"|[^\s{}"'=<>`]+))"""
ATTRIBUTES = re.compile(rf"\{{\s*{_ONE}(?:\s+{_ONE})*\s*\}}")
_SIZE = re.compile(r"(?:100|[1-9]?\d)%|\d{1,3}(?:\.\d{1,2})?(?:cm|mm)")
_LANG = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")
_ID = re.compile(r"[a-z][a-z0-9-]*")
# Without the marks that either parser would take for more than text; a query may go over the line.
_QUERY = re.compile(r"(?:[^\"\\&<>{}\[\]*`_|\x00-\x1f]|[\t\r\n]){1,400}")
_NAME = re.compile(r"[a-z0-9][a-z0-9./-]{0,99}")
_ROUTE = re.compile(r"[a-z][a-z0-9]*(?:[_.][a-z0-9]+)*")

CLAIMS = ("count", "share", "list", "example", "sum", "all", "most", "several", "none")
"""The classes of a claim: what a stretch of prose says of the documents."""
QUOTE = "quote"
"""The class of a quotation: what a stretch of prose says another document says."""
PATTERNS = {
    "Image": {"width": _SIZE, "height": _SIZE},
    "Span": {"lang": _LANG},
    "Claim": {
        ".": re.compile("|".join((*CLAIMS, QUOTE))),
        "of": _NAME,
        "where": _QUERY,
        "among": _QUERY,
        "field": _ROUTE,
    },
    "Heading": {"#": _ID},
}
"""What each thing may carry: the attribute, and the form of its value. A claim is a span with one of its classes."""


class Verdict(NamedTuple):
    """What is refused, as the author wrote it, or nothing; and the id that is given."""

    refused: str
    identifier: str = ""


def allowed(text: str, thing: str) -> Verdict:
    """Judge the attributes in braces that follow a thing: Image, Span, Claim, Heading, or anything else."""
    patterns = PATTERNS.get(thing, {})
    identifier = ""
    for found in re.finditer(_ONE, text[1:-1]):
        name, value = split(found[0])
        pattern = patterns.get(name)
        if pattern is None or not pattern.fullmatch(value):
            return Verdict(found[0])
        if name == "#":
            identifier = value
    return Verdict("", identifier)


def is_claim(classes: Iterable[str]) -> bool:
    """Whether a span with these classes claims something, or quotes."""
    return any(name in CLAIMS or name == QUOTE for name in classes)


def split_all(text: str) -> tuple[tuple[str, str, int], ...]:
    """Every attribute in braces: its name, its value, and where the value begins. Units: characters of the text."""
    found = []
    for one in re.finditer(_ONE, text[1:-1]):
        name, value = split(one[0])
        found.append((name, value, 1 + one.start() + one[0].index(value, len(name))))
    return tuple(found)


def split(attribute: str) -> tuple[str, str]:
    """An attribute's name and value; an id is named #, a class is named with a full stop."""
    if attribute[0] in "#.":
        return attribute[0], attribute[1:]
    name, _, value = attribute.partition("=")
    return name, value.strip('"')
