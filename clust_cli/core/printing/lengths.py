"""How many pages each document takes, and whether that is more than the memento allows.

In: the printed tree and the page of each label. Out: lengths, in the order of print.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from clust_cli.core.documents import Document
from clust_cli.core.plain import Plain
from clust_cli.core.printing.ast import Nodes

IMPRINT = "imprint"
"""The label of the page that ends a memento."""
_NAMED = 3


class Length(NamedTuple):
    """A document and its pages. Units: pages begun."""

    document: Document
    pages: int


def lengths(
    blocks: Nodes, documents: Mapping[str, Document], pages: Mapping[str, int], total: int
) -> tuple[Length, ...]:
    """The length of each document: from the page of its title to that before the next title of its level.

    Shape: `documents` by the label of their title; `pages` by label, counted from 0. What follows on the page where
    a document ends belongs to neither.
    """
    end = pages.get(IMPRINT, total)
    headings = [heading for heading in _headings(blocks) if heading[1] in pages]
    found = []
    for index, (level, label) in enumerate(headings):
        if label in documents:
            after = (pages[other] for deep, other in headings[index + 1 :] if deep <= level)
            found.append(Length(documents[label], max(1, next(after, end) - pages[label])))
    return tuple(found)


def longest_sections(document: Document) -> Sequence[tuple[str, int]]:
    """The headings of the longest sections and their words, the longest first."""
    parts = [(section.heading, section.words) for section in document.body.sections if section.heading]
    return sorted(parts, key=lambda part: -part[1])[:_NAMED]


def most_pages(values: Mapping[str, Plain]) -> int:
    """The pages that a memento allows each document; 0 for no limit."""
    pages = values.get("pages")
    most = pages.get("max") if isinstance(pages, Mapping) else None
    return most if isinstance(most, int) else 0


def labels(blocks: Nodes) -> Sequence[str]:
    """The label of every heading of a tree."""
    return [label for _level, label in _headings(blocks)]


def _headings(blocks: Nodes) -> Sequence[tuple[int, str]]:
    """The level and the label of every heading, in the order of the text."""
    found: list[tuple[int, str]] = []

    def gather(nodes: Nodes) -> Nodes:
        for node in nodes:
            if node["t"] == "Header":
                found.append((node["c"][0], node["c"][1][0]))
            elif node["t"] == "Div":
                gather(node["c"][1])
        return nodes

    gather(blocks)
    return found
