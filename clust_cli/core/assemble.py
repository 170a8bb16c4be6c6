"""Assemble a memento: its own pages, and in their places its documents, sheets and cross-tables.

In: a workspace, a memento and the sanitised body of each document. Out: one neutral tree, in which classes of
Div name the special parts; the formats dress them. Knows no format.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from clust_cli.core.ast import Node, Nodes, div, header, para, plain_text, rebuilt, row, table, words
from clust_cli.core.axes import find_axis
from clust_cli.core.blocks import WORDS, Block, CrosstabBlock, DocumentsBlock, blocks
from clust_cli.core.crosstab import counted_documents, crosstab
from clust_cli.core.crosstab_nodes import count_marks, crosstab_nodes
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.documents import Document
from clust_cli.core.printed import printed
from clust_cli.core.queries import QueryFault, parse_query
from clust_cli.core.sheet import SheetLine, sheet
from clust_cli.core.words import slug
from clust_cli.core.workspace import Memento, Workspace

Bodies = Mapping[str, Nodes]
Phrases = Mapping[str, str]
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Assembly:
    """A memento as one tree, the documents it prints, and how many marks its cross-tables have."""

    blocks: Nodes
    documents: tuple[Document, ...]
    marks: int


def assemble(workspace: Workspace, memento: Memento, bodies: Bodies, phrases: Phrases) -> Assembly:
    """Put a memento together.

    Shape: its `##` become headings of level 1; a document placed under a heading of level n gets its title at
    n + 1 and its `##` at n + 2; every id becomes slug--id. Unreadable documents become a page that says so.
    Units: `bodies` maps paths of documents to blocks.
    Source: docs/design.md, “Merging”.
    """
    work = _Assembler(workspace, memento, bodies, phrases)
    own = memento.document
    if own is not None and own.kind is not None:
        made = work.body(own, -1)
    else:
        made = [work.notice(phrases["unreadable_memento"].format(path=f"{memento.folder}/memento.md"))]
    left = [
        one
        for one in memento.documents
        if one not in work.placed and (one.kind is None or own is None or own.kind is None)
    ]
    for document in left:
        made += work.document(document, 0)
    return Assembly(made, tuple(work.placed), work.marks)


class _Assembler:
    """One memento being put together: what is placed so far, and at which heading we are."""

    def __init__(self, workspace: Workspace, memento: Memento, bodies: Bodies, phrases: Phrases) -> None:
        self.workspace = workspace
        self.memento = memento
        self.bodies = bodies
        self.phrases = phrases
        self.placed: list[Document] = []
        self.marks = 0
        self.level = 0
        self.anchors = _anchors(memento, self.printed_documents())

    def printed_documents(self) -> Iterator[Document]:
        """The documents that the memento's blocks place."""
        own = self.memento.document
        found = [block for _fence, block in blocks(own, self.workspace)] if own else []
        kinds = {block.kind for block in found if isinstance(block, DocumentsBlock)}
        for document in self.memento.documents:
            if self.kind_of(document) in kinds or document.kind is None or own is None or own.kind is None:
                yield document

    def kind_of(self, document: Document) -> str:
        """The kind; for a document that cannot be read, the one whose folder it stands in."""
        if document.kind:
            return document.kind.name
        folder = document.path.split("/")[-2]
        return next((kind.name for kind in self.workspace.kinds.values() if kind.folder == folder), "")

    def document(self, document: Document, level: int) -> Nodes:
        """A document placed under a heading of a level."""
        self.placed.append(document)
        title = header(min(_DEEPEST, level + 1), words(document.title), self.anchors[document.path])
        if document.kind is None:
            kicker = div("opening", [para(words(document.path))])
            return [kicker, title, self.notice(self.phrases["unreadable"].format(path=document.path))]
        lines = sheet(document, self.workspace.vocabularies)
        opening = [div("opening", [para(words(self.kicker(document, lines)))]), title]
        for name in ("author", "quote"):
            text = self.value(document, name)
            if text:
                opening.append(div(name, [para(words(text))]))
        made = self.body(document, level, [self.sheet(document, lines)] if lines else [])
        return opening + made

    def kicker(self, document: Document, lines: tuple[SheetLine, ...]) -> str:
        """The words above a title: its kicker field, else what its sheet says first, else its kind."""
        own = self.value(document, "kicker")
        first = " · ".join(", ".join(line.values) for line in lines[:2])
        return own or first or (document.kind.title if document.kind else "")

    def value(self, document: Document, name: str) -> str:
        if document.kind is None:
            return ""
        return printed(document.value(name), document.kind.schema_at(name), self.workspace.vocabularies)

    def body(self, document: Document, shift: int, sheet_nodes: Nodes | None = None) -> Nodes:
        """A document's text: sections of its kind in a Div of their own, the sheet where it belongs."""
        body = _Body(self, document, shift)
        parts = list(body.sections(self.bodies.get(document.path, [])))
        nodes = sheet_nodes or []
        has_place = any(id in body.sheet_sections for id, _nodes in parts)
        made: Nodes = [] if has_place else list(nodes)
        for id, inside in parts:
            if nodes and id in body.sheet_sections:
                inside = [inside[0], *nodes, *inside[1:]]
                nodes = []
            made += [div("section", inside, id=id)] if id and shift >= 0 else inside
        return made

    def sheet(self, document: Document, lines: tuple[SheetLine, ...]) -> Node:
        rows = [row([words(line.label), _lines(line.values)]) for line in lines]
        head = [words(self.phrases["sheet"]), words(document.title)]
        return div("sheet", [table(head, rows, (0.3, 0.7), "ll")])

    def generated(self, document: Document, block: Block | tuple[Diagnostic, ...] | None) -> Nodes:
        """What stands in the place of a generated block."""
        if isinstance(block, CrosstabBlock):
            return self.crosstab(block)
        if not isinstance(block, DocumentsBlock):
            return [self.notice(self.phrases["unreadable_block"])]
        if document is not self.memento.document:
            return []  # a document places no other: only the memento does
        level = self.level
        made: Nodes = []
        for one in self.memento.documents:
            if self.kind_of(one) == block.kind and one not in self.placed:
                made += self.document(one, level)
        self.level = level
        return made

    def crosstab(self, block: CrosstabBlock) -> Nodes:
        rows, columns = find_axis(self.workspace, block.rows), find_axis(self.workspace, block.columns)
        where = parse_query(block.where, self.workspace) if block.where else None
        if rows is None or columns is None or isinstance(where, QueryFault):
            return [self.notice(self.phrases["unreadable_block"])]
        documents = counted_documents(self.workspace, self.memento)
        found = crosstab(
            self.workspace, documents, rows, columns, where=where, only=block.only, hide_empty=block.hide_empty
        )
        self.marks += count_marks(found)
        by_id = {one.id: self.anchors[one.path] for one in documents if one.path in self.anchors}
        return [crosstab_nodes(found, by_id, self.phrases)]

    def notice(self, text: str) -> Node:
        return div("notice", [para(words(text))])

    def target(self, target: str) -> str:
        """Where a link leads in this output: an address, a label, or nowhere."""
        if not target.startswith("mementos/"):
            return target
        path, _, id = target.partition("#")
        document = self.workspace.by_path[path]
        anchor = self.anchors.get(path, "")
        if not anchor or (not id and document is self.memento.document):
            return ""
        return f"#{anchor}--{id}" if id else f"#{anchor}"


class _Body:
    """One body being placed: its headings take their ids, levels and sections in the order they come."""

    def __init__(self, work: _Assembler, document: Document, shift: int) -> None:
        self.work = work
        self.document = document
        self.shift = shift
        self.headings = iter(document.body.headings)
        self.named = document.named_sections()
        self.fences = (block for fence, block in blocks(document, work.workspace) if fence.words[0] in WORDS)
        self.ids: set[str] = set()
        self.sheet_sections = {rule.id for rule in document.kind.sections if rule.sheet} if document.kind else set()

    def sections(self, nodes: Nodes) -> Iterator[tuple[str, Nodes]]:
        """The body parted at its `##`: the id of the kind's rule, or nothing, and the blocks."""
        id, inside = "", []
        for node in nodes:
            if node["t"] == "Header" and node["c"][0] <= 2:
                yield id, inside
                _section, rule = next(self.named, (None, None))
                id, inside = rule.id if rule else "", []
            inside += self.block(node)
        yield id, inside

    def block(self, node: Node) -> Nodes:
        if node["t"] == "CodeBlock" and node["c"][0][1]:
            return self.work.generated(self.document, next(self.fences, None))
        if node["t"] == "Header":
            return [self.header(node)]
        return [rebuilt(node, self.blocks, self.inlines)]

    def blocks(self, nodes: Nodes) -> Nodes:
        return [made for node in nodes for made in self.block(node)]

    def inlines(self, nodes: Nodes) -> Nodes:
        return [made for node in nodes for made in self.inline(node)]

    def inline(self, node: Node) -> Nodes:
        if node["t"] != "Link":
            return [rebuilt(node, self.blocks, self.inlines)]
        target = self.work.target(node["c"][2][0])
        inside = self.inlines(node["c"][1])
        return [{"t": "Link", "c": [node["c"][0], inside, [target, ""]]}] if target else inside

    def header(self, node: Node) -> Node:
        level = min(_DEEPEST, max(1, self.shift + 2, node["c"][0] + self.shift))
        self.work.level = level
        heading = next(self.headings, None)
        own = heading.id if heading else slug(plain_text(node["c"][2]))
        id = _unique(f"{self.work.anchors[self.document.path]}--{own}", self.ids)
        self.ids.add(id)
        return header(level, self.inlines(node["c"][2]), id)


def _anchors(memento: Memento, printed_documents: Iterable[Document]) -> dict[str, str]:
    """The label of each document of the output, by its path: its slug, numbered where two would be the same."""
    anchors: dict[str, str] = {}
    own = [memento.document] if memento.document else []
    for document in (*own, *printed_documents):
        anchors[document.path] = _unique(slug(document.slug) or "document", anchors.values())
    return anchors


def _unique(id: str, taken: Collection[str]) -> str:
    numbered = (f"{id}-{number}" for number in count(2))
    return id if id not in taken else next(one for one in numbered if one not in taken)


def _lines(values: tuple[str, ...]) -> Nodes:
    """The values, a line each."""
    made: Nodes = []
    for value in values:
        made += [{"t": "LineBreak"}] if made else []
        made += words(value)
    return made
