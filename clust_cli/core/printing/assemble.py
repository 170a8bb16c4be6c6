"""Assemble a memento: its own pages, and in their places its documents, sheets and cross-tables.

In: a workspace, a memento and the sanitised body of each document. Out: one neutral tree, in which classes of
Div name the special parts; the formats dress them. Knows no format.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from clust_cli.core.blocks import CrosstabBlock, DocumentsBlock, MapBlock, blocks
from clust_cli.core.counting.axes import find_axis
from clust_cli.core.counting.crosstab import counted_documents, crosstab
from clust_cli.core.counting.queries import QueryFault, parse_query
from clust_cli.core.documents import Document
from clust_cli.core.printing.annex import Annex, Placed
from clust_cli.core.printing.ast import Node, Nodes, div, header, para, row, table, words
from clust_cli.core.printing.atlas import Atlas
from clust_cli.core.printing.crosstab_nodes import crosstab_nodes
from clust_cli.core.printing.outlines import Outlines
from clust_cli.core.printing.placed_body import DEEPEST, Found, PlacedBody, Surroundings, unique
from clust_cli.core.printing.printed import printed
from clust_cli.core.printing.sheet import SheetLine, sheet
from clust_cli.core.words import slug
from clust_cli.core.workspace import Memento, Workspace

Bodies = Mapping[str, Nodes]
Phrases = Mapping[str, str]
_FEW_WORDS = 700
"""Units: characters. A chapter that has said less leaves room for its first document on the same page."""
ANNEXES: tuple[Annex, ...] = ()
"""What is gathered from a whole memento and stands behind it, in this order."""
_SIGNS = (("author", "author"), ("pull", "quote"))


@dataclass(frozen=True, slots=True)
class Assembly:
    """A memento as one tree, and the documents it prints.

    `drawings` is the SVG of what is drawn for it, by the target of the images that show it, and
    `credits` names whose work they were made from.
    """

    blocks: Nodes
    documents: tuple[Document, ...]
    drawings: Mapping[str, str] = field(default_factory=dict)
    credits: tuple[str, ...] = ()


def assemble(
    workspace: Workspace, memento: Memento, bodies: Bodies, phrases: Phrases, outlines: Outlines | None = None
) -> Assembly:
    """Put a memento together.

    Shape: its `##` become headings of level 1; a document placed under a heading of level n gets its title at
    n + 1 and its `##` at n + 2; every id becomes slug--id. What cannot be read becomes a page that says so.
    Units: `bodies` maps paths of documents to blocks. Without outlines there are no maps.
    Source: docs/design.md, “Merging”.
    """
    work = _Assembler(workspace, memento, bodies, phrases, Atlas(workspace, phrases, outlines))
    own = memento.document
    readable = own is not None and own.kind is not None
    if own is not None and readable:
        made = work.own_pages(own)
    else:
        made = [work.notice(phrases["unreadable_memento"].format(path=f"{memento.folder}/memento.md"))]
    for document in memento.documents:
        if document not in work.placed and (document.kind is None or not readable):
            made += work.document(document, 0)
    placed = Placed(workspace, made, tuple(work.placed), work.anchors, phrases)
    annexes = (node for annex in ANNEXES for node in annex(placed))
    return Assembly([*made, *annexes], placed.documents, work.atlas.drawings, work.atlas.credits)


class _Assembler:
    """One memento being put together: what is placed so far."""

    def __init__(self, workspace: Workspace, memento: Memento, bodies: Bodies, phrases: Phrases, atlas: Atlas) -> None:
        self.workspace = workspace
        self.memento = memento
        self.bodies = bodies
        self.phrases = phrases
        self.atlas = atlas
        self.placed: list[Document] = []
        self.anchors = _anchors(memento, self.to_be_printed())

    def to_be_printed(self) -> Iterator[Document]:
        """The documents that the memento's blocks place, and those that cannot be read."""
        own = self.memento.document
        found = [block for _fence, block in blocks(own, self.workspace)] if own and own.kind else []
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

    def own_pages(self, own: Document) -> Nodes:
        """The memento's own text, its documents where its blocks place them."""
        around = Surroundings(self.anchors[own.path], -1, self.target, self.generated)
        body = PlacedBody(own, self.workspace, around)
        return [node for part in body.parts(self.body(own)) for node in part.blocks]

    def document(self, document: Document, level: int, *, opens_page: bool = True) -> Nodes:
        """A document placed under a heading of a level; on a page of its own unless its chapter has hardly begun."""
        self.placed.append(document)
        title = header(min(DEEPEST, level + 1), words(document.title), self.anchors[document.path])
        if document.kind is None:
            opening = self.opening([para(words(document.path))], title, level, opens_page=True)
            return [*opening, self.notice(self.phrases["unreadable"].format(path=document.path))]
        lines = sheet(document, self.workspace.vocabularies)
        facts = [*self.atlas.locator(document), *([self.sheet(document, lines)] if lines else [])]
        kicker = para(words(self.kicker(document, lines)))
        signs = [(part, self.value(document, name)) for part, name in _SIGNS]
        return [
            *self.opening([kicker], title, level, opens_page=opens_page),
            *(div(part, [para(words(text))]) for part, text in signs if text),
            *self.text(document, level, facts),
        ]

    def opening(self, above: Nodes, title: Node, level: int, *, opens_page: bool) -> Nodes:
        """A document's title with what stands above it; outside any chapter the title is a chapter's own heading."""
        if level < 1:
            return [title]
        return [div("opening", [*above, title], page="new" if opens_page else "same")]

    def text(self, document: Document, level: int, sheet_nodes: Nodes) -> Nodes:
        """A document's text: a Div for each section of its kind, the sheet where it belongs."""
        around = Surroundings(self.anchors[document.path], level, self.target, self.inner_block)
        parts = tuple(PlacedBody(document, self.workspace, around).parts(self.body(document)))
        rules = document.kind.sections if document.kind else ()
        sheet_ids = {rule.id for rule in rules if rule.sheet}
        bearer = next((part for part in parts if part.id in sheet_ids), None)
        made: Nodes = [] if bearer else [*sheet_nodes]
        for part in parts:
            if part.id in document.gaps and len(part.blocks) == 1:
                continue  # a section that its author declares unobtainable leaves no bare heading
            inside = [part.blocks[0], *sheet_nodes, *part.blocks[1:]] if part is bearer else part.blocks
            made += [div("section", inside, id=part.id)] if part.id else inside
        return made

    def body(self, document: Document) -> Nodes:
        """A document's blocks; a sentence in their place where nobody could read them."""
        unreadable = [self.notice(self.phrases["unreadable"].format(path=document.path))]
        return self.bodies.get(document.path, unreadable)

    def kicker(self, document: Document, lines: tuple[SheetLine, ...]) -> str:
        """The words above a title: its kicker field, else what its sheet says first, else its kind."""
        own = self.value(document, "kicker")
        first = " · ".join(", ".join(line.values) for line in lines[:2])
        return own or first or (document.kind.title if document.kind else "")

    def value(self, document: Document, name: str) -> str:
        """A field as it is printed; nothing for a kind that does not have it."""
        if document.kind is None:
            return ""
        return printed(document.value(name), document.kind.schema_at(name), self.workspace.vocabularies)

    def sheet(self, document: Document, lines: tuple[SheetLine, ...]) -> Node:
        """The sheet as a table, headed by the document's title."""
        rows = [row([words(line.label), _by_line(line.values)]) for line in lines]
        head = [words(self.phrases["sheet"]), words(document.title)]
        return div("sheet", [table(head, rows, (0.3, 0.7), "ll")])

    def generated(self, block: Found, level: int, length: int) -> Nodes:
        """What stands in the place of a block of the memento's own text."""
        if not isinstance(block, DocumentsBlock):
            return self.inner_block(block, level, length)
        made: Nodes = []
        for one in self.memento.documents:
            if self.kind_of(one) == block.kind and one not in self.placed:
                made += self.document(one, level, opens_page=bool(made) or length > _FEW_WORDS)
        return made

    def inner_block(self, block: Found, _level: int, _length: int) -> Nodes:
        """What stands in the place of a block of a document: it places no other, only the memento does."""
        if isinstance(block, CrosstabBlock):
            return self.crosstab(block)
        if isinstance(block, MapBlock):
            return self.atlas.overview(block, self.memento.documents, self.anchors)
        return [] if isinstance(block, DocumentsBlock) else [self.notice(self.phrases["unreadable_block"])]

    def crosstab(self, block: CrosstabBlock) -> Nodes:
        """A cross-table of the memento's documents."""
        rows, columns = find_axis(self.workspace, block.rows), find_axis(self.workspace, block.columns)
        where = parse_query(block.where, self.workspace) if block.where else None
        if rows is None or columns is None or isinstance(where, QueryFault):
            return [self.notice(self.phrases["unreadable_block"])]
        documents = counted_documents(self.workspace, self.memento)
        found = crosstab(
            self.workspace, documents, rows, columns, where=where, only=block.only, hide_empty=block.hide_empty
        )
        by_id = {one.id: self.anchors[one.path] for one in documents if one.path in self.anchors}
        return [crosstab_nodes(found, by_id, self.phrases)]

    def notice(self, text: str) -> Node:
        """A sentence that stands where something could not be read."""
        return div("notice", [para(words(text))])

    def target(self, target: str) -> str:
        """Where a link leads in this output: an address, a label, or nowhere."""
        if not target.startswith("mementos/"):
            return target
        path, _, id = target.partition("#")
        anchor = self.anchors.get(path, "")
        if not anchor or (not id and path.endswith("/memento.md")):
            return ""
        return f"#{anchor}--{id}" if id else f"#{anchor}"


def _anchors(memento: Memento, documents: Iterable[Document]) -> dict[str, str]:
    """The label of each document of the output, by its path: its slug, numbered where two would be the same."""
    anchors: dict[str, str] = {}
    own = [memento.document] if memento.document else []
    for document in (*own, *documents):
        anchors[document.path] = unique(slug(document.slug) or "document", anchors.values())
    return anchors


def _by_line(values: tuple[str, ...]) -> Nodes:
    """The values, a line each."""
    made: Nodes = []
    for value in values:
        made += [{"t": "LineBreak"}] if made else []
        made += words(value)
    return made
