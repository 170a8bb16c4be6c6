"""One body put in its place: headings take their ids and levels, links their targets, sections their names.

In: a document's sanitised blocks and where they stand. Out: its parts, a section of the kind each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from clust_cli.core.blocks import WORDS, Block, blocks
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.documents import Document
from clust_cli.core.printing.ast import Node, Nodes, header, plain_text, rebuilt
from clust_cli.core.printing.ids import heading_ids
from clust_cli.core.words import slug
from clust_cli.core.workspace import Workspace

DEEPEST = 6

Found = Block | tuple[Diagnostic, ...] | None


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a body, from one `##` to the next: the id of the kind's rule it answers, or nothing."""

    id: str
    blocks: Nodes


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a body is placed.

    `anchor` begins every id in it, `shift` is added to every level. `target` says where a link leads in this
    output; `generated` gives what stands in place of a block, from the level of the heading above it and how many
    characters stand between the two.
    """

    anchor: str
    shift: int
    target: Callable[[str], str]
    generated: Callable[[Found, int, int], Nodes]


class PlacedBody:
    """One walk over one body: which heading, section and block come next."""

    def __init__(self, document: Document, workspace: Workspace, around: Surroundings) -> None:
        self._around = around
        self._ids = iter(heading_ids(document, around.anchor))
        self._sections = document.named_sections()
        self._found = (block for fence, block in blocks(document, workspace) if fence.words[0] in WORDS)
        self._level = max(0, around.shift + 1)
        self._length = 0

    def parts(self, nodes: Nodes) -> Iterator[Part]:
        """The body parted at its `##`; the first part is what stands before any."""
        id = ""
        inside: Nodes = []
        for node in nodes:
            if node["t"] == "Header" and node["c"][0] <= 2:
                yield Part(id, inside)
                _section, rule = next(self._sections, (None, None))
                id, inside = rule.id if rule else "", []
            made = self._block(node)
            self._length += len(plain_text(made))
            inside += made
        yield Part(id, inside)

    def _block(self, node: Node) -> Nodes:
        if node["t"] == "CodeBlock" and node["c"][0][1]:
            return self._around.generated(next(self._found, None), self._level, self._length)
        if node["t"] == "Header":
            return [self._header(node)]
        return [rebuilt(node, self._blocks, self._inlines)]

    def _blocks(self, nodes: Nodes) -> Nodes:
        return [made for node in nodes for made in self._block(node)]

    def _inlines(self, nodes: Nodes) -> Nodes:
        return [made for node in nodes for made in self._inline(node)]

    def _inline(self, node: Node) -> Nodes:
        if node["t"] != "Link":
            return [rebuilt(node, self._blocks, self._inlines)]
        target = self._around.target(node["c"][2][0])
        inside = self._inlines(node["c"][1])
        return [{"t": "Link", "c": [node["c"][0], inside, [target, ""]]}] if target else inside

    def _header(self, node: Node) -> Node:
        shift = self._around.shift
        self._level = min(DEEPEST, max(1, shift + 2, node["c"][0] + shift))
        self._length = 0
        id = next(self._ids, "") or f"{self._around.anchor}--{slug(plain_text(node['c'][2]))}"
        return header(self._level, self._inlines(node["c"][2]), id)
