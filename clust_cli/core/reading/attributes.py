"""Attributes in braces: the few that a text may give, and why the others are refused.

Ordinary attributes reach the PDF's program as code, so only these pass. The sanitiser holds the same list.
Source: docs/formats.md, “Attributes”.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_ONE = r"""(?:[#.][^\s{}="']+|[\w:.-]+=(?:"[^"]*"|'[^']*'|[^\s{}"']+))"""
ATTRIBUTES = re.compile(rf"\{{\s*{_ONE}(?:\s+{_ONE})*\s*\}}")
_SIZE = re.compile(r"(?:100|[1-9]?\d)%|\d{1,3}(?:\.\d{1,2})?(?:cm|mm)")
_LANG = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")
_ID = re.compile(r"[a-z][a-z0-9-]*")

PATTERNS = {
    "Image": {"width": _SIZE, "height": _SIZE},
    "Span": {"lang": _LANG},
    "Heading": {"#": _ID},
}
"""What each thing may carry: the attribute, and the form of its value."""


class Verdict(NamedTuple):
    """What is refused, as the author wrote it, or nothing; and the id that is given."""

    refused: str
    identifier: str = ""


def allowed(text: str, thing: str) -> Verdict:
    """Judge the attributes in braces that follow a thing: Image, Span, Heading, or anything else."""
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


def split(attribute: str) -> tuple[str, str]:
    """An attribute's name and value; an id is named #, a class is named with a full stop."""
    if attribute[0] in "#.":
        return attribute[0], attribute[1:]
    name, _, value = attribute.partition("=")
    return name, value.strip("\"'")
