"""Assemble a publication: its own pages, and in their places its documents, sheets and cross-tables.

In: a publication and the sanitised body of each document. Out: one neutral tree, in which classes of
Div name the special parts; the formats dress them. Knows no format.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from clust_cli.core.blocks import CodebookBlock, CrosstabBlock, DocumentsBlock, MapBlock
from clust_cli.core.counting.axes import find_axis
from clust_cli.core.counting.crosstab import counted_documents, crosstab
from clust_cli.core.counting.queries import QueryFault, parse_query
from clust_cli.core.documents import STATUSES, Document
from clust_cli.core.glossary_words import GlossaryWords
from clust_cli.core.printing.acronyms import mark_acronyms
from clust_cli.core.printing.annex import Annex, Placed
from clust_cli.core.printing.ast import SPACE, Node, Nodes, div, header, para, row, strong, table, words
from clust_cli.core.printing.atlas import Atlas
from clust_cli.core.printing.captions import captioned
from clust_cli.core.printing.card import card
from clust_cli.core.printing.chapters import opened
from clust_cli.core.printing.codebook_nodes import codebook_nodes
from clust_cli.core.printing.crosstab_nodes import Place, crosstab_nodes
from clust_cli.core.printing.field_tables import field_tables
from clust_cli.core.printing.filters import filters
from clust_cli.core.printing.glossary_pages import glossary_pages
from clust_cli.core.printing.ids import unique
from clust_cli.core.printing.image_credits import image_credits
from clust_cli.core.printing.index_pages import index_pages
from clust_cli.core.printing.outlines import Outlines
from clust_cli.core.printing.passages import mark_passages, passage_ids
from clust_cli.core.printing.placed_body import DEEPEST, Found, PlacedBody, Surroundings
from clust_cli.core.printing.printed import printed
from clust_cli.core.printing.publication import Publication
from clust_cli.core.printing.refused_images import told_images
from clust_cli.core.printing.sheet import SheetLine, sheet
from clust_cli.core.words import slug

Bodies = Mapping[str, Nodes]
Phrases = Mapping[str, str]
_FEW_WORDS = 700
"""Units: characters. A chapter that has said less leaves room for its first document on the same page."""
ANNEXES: tuple[Annex, ...] = (glossary_pages, index_pages)
"""What is gathered from a whole memento and stands behind it, in this order."""
RESERVED = ("imprint", "running", "stretch-end", "last-page", "main", "contents", "row", "term", "means", "glossary")
"""The labels, or what they begin with before two hyphens, that templates and formats give themselves.

Source: templates/typst, templates/html/page.html, dress/html.
"""
_SIGNS = (("author", "author"), ("pull", "quote"))


@dataclass(frozen=True, slots=True)
class Assembly:
    """A memento as one tree, and the documents it prints.

    `anchors` maps the paths of documents to the labels of their titles; `drawings` is the SVG of what is drawn for
    it, by the target of the images that show it, and `credits` names whose work they were made from.
    """

    blocks: Nodes
    documents: tuple[Document, ...]
    anchors: Mapping[str, str]
    drawings: Mapping[str, str] = field(default_factory=dict)
    credits: tuple[str, ...] = ()


def assemble(publication: Publication, bodies: Bodies, phrases: Phrases, outlines: Outlines | None = None) -> Assembly:
    """Put a memento together, or one of its documents alone.

    Shape: its `##` become headings of level 1; a document placed under a heading of level n gets its title at
    n + 1 and its `##` at n + 2; every id becomes slug--id. What cannot be read becomes a page that says so.
    Units: `bodies` maps paths of documents to blocks. Without outlines there are no maps.
    Source: docs/design.md, “Merging”.
    """
    workspace = publication.workspace
    work = _Assembler(publication, bodies, phrases, Atlas(workspace, phrases, outlines))
    made = work.alone(publication.alone) if publication.alone else work.whole()
    placed = Placed(workspace, made, tuple(work.placed), work.anchors, phrases)
    # One document alone is read over by its territory in a few pages: it expands its acronyms itself, and has no annex.
    annexes = () if publication.alone else ANNEXES
    whole = [*made, *(node for annex in annexes for node in annex(placed))]
    numbered = captioned(whole, phrases, image_credits(placed.documents, phrases))
    return Assembly(numbered, placed.documents, work.anchors, work.atlas.drawings, work.atlas.credits)


class _Assembler:
    """One publication being put together: what is placed so far."""

    def __init__(self, publication: Publication, bodies: Bodies, phrases: Phrases, atlas: Atlas) -> None:
        self.publication = publication
        self.workspace = publication.workspace
        self.memento = publication.memento
        self.bodies = bodies
        self.phrases = phrases
        self.atlas = atlas
        self.glossary = GlossaryWords(self.workspace.glossary, self.workspace.names.names)
        self.placed: list[Document] = []
        self.anchors = _anchors(publication)

    def whole(self) -> Nodes:
        """The memento's own pages and its documents; those no page of its own can place stand behind it."""
        own = self.publication.own
        lost = self.phrases["unreadable_memento"].format(path=f"{self.memento.folder}/memento.md")
        made = self.own_pages(own) if own else [self.notice(lost)]
        for document in self.memento.documents:
            if document not in self.placed and (document.kind is None or own is None):
                made += self.document(document, 0)
        return made

    def alone(self, document: Document) -> Nodes:
        """One document; before it is published, its territory signs it at the end."""
        made = self.document(document, 0, opens_page=False)
        if document.status == STATUSES[-1] or document.kind is None:
            return made
        head = [words(self.phrases[f"approval_{name}"]) for name in ("name", "date", "signature")]
        blank = row([words("\u00a0") for _ in head])
        about = [strong(words(self.phrases["approval"])), SPACE, *words(self.phrases["approval_text"])]
        return [*made, div("approval", [para(about), table(head, [blank], (0.4, 0.2, 0.4), "lll")])]

    def own_pages(self, own: Document) -> Nodes:
        """The memento's own text, its documents where its blocks place them."""
        around = Surroundings(self.anchors[own.path], -1, self.target, self.generated)
        body = PlacedBody(own, self.workspace, around)
        return [node for part in body.parts(self.body(own)) for node in opened(part.blocks)]

    def document(self, document: Document, level: int, *, opens_page: bool = True) -> Nodes:
        """A document placed under a heading of a level; on a page of its own unless its chapter has hardly begun."""
        self.placed.append(document)
        title = header(min(DEEPEST, level + 1), words(document.title), self.anchors[document.path])
        if document.kind is None:
            opening = self.opening([para(words(document.path))], title, level, opens_page=True)
            return [*opening, self.notice(self.phrases["unreadable"].format(path=document.path))]
        lines = sheet(document, self.workspace.vocabularies, self.phrases["months"])
        facts = card(document, lines, self.workspace, self.phrases, self.atlas.locator(document))
        kicker = para(words(self.kicker(document, lines)))
        signs = [(part, self.value(document, name)) for part, name in _SIGNS]
        return [
            *self.opening([kicker], title, level, opens_page=opens_page),
            *(div(part, [para(words(text))]) for part, text in signs if text),
            *self.text(document, level, facts),
        ]

    def opening(self, above: Nodes, title: Node, level: int, *, opens_page: bool) -> Nodes:
        """A document's title with what stands above it; outside any chapter the title is a chapter's own heading."""
        if level < 1 and not self.publication.alone:
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
        tables = field_tables(document, self.workspace.vocabularies)
        table_ids = {rule.id for rule in rules if rule.tables}
        for part in parts:
            if part.id in document.gaps and len(part.blocks) == 1:
                continue  # a section that its author declares unobtainable leaves no bare heading
            inside = [part.blocks[0], *sheet_nodes, *part.blocks[1:]] if part is bearer else part.blocks
            if part.id in table_ids:
                inside, tables = [*inside, *tables], []
            made += [div("section", inside, id=part.id)] if part.id else inside
        return [*made, *tables]

    def body(self, document: Document) -> Nodes:
        """A document's blocks; a sentence in their place where nobody could read them."""
        unreadable = [self.notice(self.phrases["unreadable"].format(path=document.path))]
        body = mark_passages(document, self.anchors[document.path], self.bodies.get(document.path, unreadable))
        marked = mark_acronyms(body, self.glossary, self.workspace.lang)
        return told_images(marked, self.phrases["refused_image"])

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

    def generated(self, block: Found, level: int, length: int) -> Nodes:
        """What stands in the place of a block of the memento's own text."""
        if not isinstance(block, DocumentsBlock):
            return self.inner_block(block, level, length)
        made: Nodes = []
        for one in self.memento.documents:
            if self.publication.kind_of(one) == block.kind and one not in self.placed:
                made += self.document(one, level, opens_page=bool(made) or length > _FEW_WORDS)
        return made

    def inner_block(self, block: Found, _level: int, _length: int) -> Nodes:
        """What stands in the place of a block of a document: it places no other, only the memento does."""
        if isinstance(block, CrosstabBlock):
            return self.crosstab(block)
        if isinstance(block, MapBlock):
            return self.atlas.overview(block, self.memento.documents, self.anchors)
        if isinstance(block, CodebookBlock):
            counted = counted_documents(self.workspace, self.memento)
            return codebook_nodes(block, self.workspace, counted, self.phrases)
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
        places = {one.id: self.place(one) for one in documents if one.path in self.anchors}
        return [crosstab_nodes(found, places, self.phrases, filters(self.workspace, documents, found, where))]

    def place(self, document: Document) -> Place:
        """Where a document and its coded passages stand in this output."""
        anchor = self.anchors[document.path]
        return Place(anchor, passage_ids(document, anchor, self.bodies.get(document.path, [])))

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


def _anchors(publication: Publication) -> dict[str, str]:
    """The label of each document of the output, by its path: its slug, numbered where two would be the same.

    A document may have the name of a label of ours, too.
    """
    anchors: dict[str, str] = {}
    own = [publication.own] if publication.own else []
    for document in (*own, *publication.documents):
        anchors[document.path] = unique(slug(document.slug) or "document", (*RESERVED, *anchors.values()))
    return anchors
