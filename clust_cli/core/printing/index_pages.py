"""The index: territories, organisations and clusters of the register, and the documents of an output that name them.

In: a memento put together. Out: nodes, each link to an anchor of the output. People are not indexed: nobody looks for
a mayor by the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from clust_cli.core.documents import Document
from clust_cli.core.name_index import NameIndex, index_names
from clust_cli.core.name_windows import find_mentions
from clust_cli.core.names import Name
from clust_cli.core.printing.annex import Placed
from clust_cli.core.printing.ast import SPACE, Node, Nodes, div, header, link, para, plain_text, rebuilt, strong, words
from clust_cli.core.printing.ids import unique
from clust_cli.core.words import fold

GROUPS = ("territories", "organisations", "clusters")
_LEAVES = ("Para", "Plain", "Header")
_DRAWN = ("crosstab", "map", "overview")
"""What only points at documents names nothing of its own."""
_LISTS = ("sheet", "card", "badges")
"""What lists a document's fields: the reader is rather sent to a sentence of it."""
_LONGEST_ACRONYM = 8


class Reference(NamedTuple):
    """Where the reader is sent: a place's name and its anchor; `listed` when a sheet names it and no sentence."""

    label: str
    anchor: str
    listed: bool = False


def index_pages(placed: Placed) -> Nodes:
    """The index of a memento; nothing where no registered name is found.

    Shape: a heading, and a Div `index` of one paragraph a name, in the order of a French dictionary; each document,
    or chapter of the memento's own text, is linked once, to the first heading under which it names what is sought.
    """
    names = placed.workspace.names
    found = _Reader(placed, index_names(names)).read() if names.names else {}
    if not found:
        return []
    entries = [_entry(name, references, placed) for name, references in sorted(found.items(), key=_alphabetical)]
    title = header(1, words(placed.phrases["index"]), unique("index", placed.anchors.values()))
    return [title, div("index", entries)]


class _Reader:
    """One walk through the pages: under which heading, and in which document."""

    def __init__(self, placed: Placed, index: NameIndex) -> None:
        self.index = index
        self.documents = {placed.anchors[one.path]: one for one in placed.documents}
        self.blocks = placed.blocks
        self.here = Reference("", "")
        self.found: dict[Name, dict[str, Reference]] = {}

    def read(self) -> Mapping[Name, tuple[Reference, ...]]:
        """The references of each name, in the order of the text."""
        self.walk(self.blocks)
        return {name: tuple(references.values()) for name, references in self.found.items()}

    def walk(self, nodes: Nodes) -> Nodes:
        for node in nodes:
            part = node["c"][0][1][0] if node["t"] == "Div" and node["c"][0][1] else ""
            if node["t"] == "Header":
                self.here = self.under(node)
            if node["t"] in _LEAVES:
                self.note(plain_text([node]))
            elif part in _LISTS:
                before, self.here = self.here, self.here._replace(listed=True)
                rebuilt(node, self.walk, lambda inlines: inlines)
                self.here = before
            elif part not in _DRAWN:
                rebuilt(node, self.walk, lambda inlines: inlines)
        return nodes

    def under(self, node: Node) -> Reference:
        """The place that a heading opens, or goes on with: a document, or a chapter of the memento's own text."""
        level, (id, _classes, _pairs), inlines = node["c"]
        document = self.documents.get(id.split("--")[0])
        if document:
            return Reference(_label(document), id)
        return Reference(plain_text(inlines) if level == 1 or not self.here.anchor else self.here.label, id)

    def note(self, text: str) -> None:
        for mention in find_mentions(text, self.index):
            name = mention.form.name
            if name.group in GROUPS and self.here.anchor:
                references = self.found.setdefault(name, {})
                if references.setdefault(self.here.label, self.here).listed:
                    references[self.here.label] = self.here


def _label(document: Document) -> str:
    return str(document.value("territory.short") or document.title)


def _alphabetical(entry: tuple[Name, tuple[Reference, ...]]) -> tuple[str, str]:
    """Letters first, as a French dictionary sorts: accents, case, hyphens and apostrophes do not count."""
    text = entry[0].text
    return fold(text).replace("-", " ").replace("'", " ").replace("œ", "oe"), text


def _entry(name: Name, references: tuple[Reference, ...], placed: Placed) -> Node:
    """A name, its acronym if it has one, and where it is named."""
    acronym = next((form for form in name.short if form.isupper() and len(form) <= _LONGEST_ACRONYM), "")
    text = name.text[:1].upper() + name.text[1:] + (f" ({acronym})" if acronym else "")
    return para([strong(words(text)), *words(placed.phrases["colon"]), SPACE, *_links(references, placed.phrases)])


def _links(references: tuple[Reference, ...], phrases: Mapping[str, str]) -> Iterator[Node]:
    for number, one in enumerate(references):
        if number:
            yield from words(phrases["semicolon"])
        yield link(words(one.label), f"#{one.anchor}")
