"""What a memento's sources owe to every output, and what of it an output lacks.

The list is made from the authors' own files, read by pandoc and sanitised, before anything is assembled or dressed:
titles, headings, passages, notes, marks, images and links. Letters and digits only are compared, and passages are
parted at their acronyms, which the build may expand there.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from clust_cli.core.blocks import CrosstabBlock, DocumentsBlock, blocks
from clust_cli.core.counting.axes import find_axis
from clust_cli.core.counting.crosstab import counted_documents, crosstab
from clust_cli.core.counting.queries import parse_query
from clust_cli.core.documents import Document
from clust_cli.core.printing.ast import Node, plain_text, rebuilt
from clust_cli.core.printing.publication import Publication
from clust_cli.core.printing.sanitise import sanitise
from clust_cli.core.workspace import Memento, Workspace
from clust_cli.shell.files import read_disk
from clust_cli.shell.pandoc import begin_reading

_ACRONYM = re.compile(r"\b\w*[A-Z]\w*[A-Z]\w*\b((?:\s(?:[A-Z][\w'’-]*|\d{4}(?:-\d{4})?))*)")
"""An acronym, and the name or the years behind it, a piece of their own: an expansion may stand behind either."""

_CAPTION = re.compile(r"(?:Tableau|Table)\s*:\s*")


@dataclass(frozen=True)
class Texts:
    """What a source owes, or an output holds. `internal` counts links inside the memento, marks included."""

    titles: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    alts: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    marks: int = 0
    internal: int = 0


@dataclass(frozen=True)
class Held:
    """What was read back from an output: its running text without notes, its notes, and what its links lead to."""

    text: str
    notes: str
    headings: tuple[str, ...]
    alts: tuple[str, ...]
    addresses: tuple[str, ...]
    marks: int
    internal: int
    letters: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "letters", letters(self.text))


def owed(root: Path, number: int) -> Texts:
    """All that a memento of a workspace on disk owes."""
    workspace = read_disk(root).parse()
    memento = workspace.memento(number)
    assert memento is not None
    assert memento.document is not None
    found = _Gathering()
    printed = {one.path for one in _printed(workspace, memento)}
    for path, nodes in begin_reading(Publication(workspace, memento)).bodies().items():
        if path in printed:
            found.blocks(sanitise(nodes, workspace.by_path[path], workspace).blocks)
    for path in printed:
        found.passages += _field_tables(workspace.by_path[path])
    marks = _marks(workspace, memento)
    inner = [one for one in found.targets if one.startswith("mementos/")]
    # A link to the memento as a whole has no place to lead to: its words alone are printed.
    whole = f"{memento.document.path}#"
    return Texts(
        tuple(workspace.by_path[path].title for path in printed if path != memento.document.path),
        tuple(found.headings),
        tuple(found.passages),
        tuple(found.notes),
        tuple(found.alts),
        tuple(one for one in found.targets if not one.startswith("mementos/")),
        marks,
        marks + sum(one.partition("#")[0] in printed and one != whole for one in inner),
    )


def lacking(source: Texts, held: Held) -> list[str]:
    """What an output does not hold of all that it owes."""
    missing = [f"title: {one}" for one in source.titles if letters(one) not in held.letters]
    known = Counter(letters(one) for one in held.headings)
    missing += [f"heading: {one}" for one in source.headings if not any(letters(one) in other for other in known)]
    missing += [f"passage: {piece}" for one in source.passages for piece in pieces(one) if piece not in held.letters]
    notes = letters(held.notes)
    missing += [f"note: {piece}" for one in source.notes for piece in pieces(one) if piece not in notes]
    missing += [f"alt: {one}" for one in _short_of(source.alts, held.alts)]
    missing += [f"address: {one}" for one in _short_of(source.addresses, held.addresses)]
    missing += [f"marks: {held.marks} of {source.marks}"] if held.marks < source.marks else []
    missing += [f"links inside: {held.internal} of {source.internal}"] if held.internal < source.internal else []
    return missing


def pieces(text: str) -> list[str]:
    """A text by letters and digits, parted at its acronyms."""
    return [piece for piece in map(letters, _ACRONYM.split(text)) if piece]


def letters(text: str) -> str:
    """Letters and digits alone, in lower case, without accents: what hyphenation and spaces cannot change."""
    return "".join(one for one in unicodedata.normalize("NFKD", text).casefold() if one.isalnum())


def _short_of(owed_ones: Iterable[str], held_ones: Iterable[str]) -> list[str]:
    left = Counter(letters(one) for one in held_ones)
    short = []
    for one in owed_ones:
        left[letters(one)] -= 1
        short += [one] if left[letters(one)] < 0 else []
    return short


def _printed(workspace: Workspace, memento: Memento) -> Iterator:
    """The memento's own document, and those that its blocks place."""
    found = [block for _fence, block in blocks(memento.document, workspace)]
    kinds = {block.kind for block in found if isinstance(block, DocumentsBlock)}
    yield memento.document
    yield from (one for one in memento.documents if one.kind and one.kind.name in kinds)


def _field_tables(document: Document) -> Iterator[str]:
    """What the tables of a document's own fields say: each question of a survey whose answers have numbers, its rows."""
    for question in document.values.get("questions", ()):
        if any("count" in answer for answer in question["answers"]):
            yield question["title"]
            yield from (f"{answer['label']}{answer.get('count', '')}" for answer in question["answers"])


def _marks(workspace: Workspace, memento: Memento) -> int:
    """How many documents stand in the cells of the memento's own cross-tables."""
    count = 0
    for _fence, block in blocks(memento.document, workspace):
        if isinstance(block, CrosstabBlock):
            table = crosstab(
                workspace,
                counted_documents(workspace, memento),
                find_axis(workspace, block.rows),
                find_axis(workspace, block.columns),
                where=parse_query(block.where, workspace) if block.where else None,
                only=block.only,
                hide_empty=block.hide_empty,
            )
            count += sum(len(table.documents(row.id, column.id)) for row in table.rows for column in table.columns)
    return count


class _Gathering:
    """One walk over many bodies."""

    def __init__(self) -> None:
        self.headings: list[str] = []
        self.passages: list[str] = []
        self.notes: list[str] = []
        self.alts: list[str] = []
        self.targets: list[str] = []

    def blocks(self, nodes: list[Node]) -> list[Node]:
        for node in nodes:
            if node["t"] in ("Para", "Plain"):
                text = plain_text(_without_images(node["c"]))
                # A caption is printed with its number between its first word and what it says.
                self.passages.append(_CAPTION.sub("", text))
            elif node["t"] == "Header":
                self.headings.append(plain_text(node["c"][2]))
            elif node["t"] == "CodeBlock" and not node["c"][0][1]:
                self.passages.append(node["c"][1])
            rebuilt(node, self.blocks, self.inlines)
        return nodes

    def inlines(self, nodes: list[Node]) -> list[Node]:
        for node in nodes:
            if node["t"] == "Link":
                self.targets.append(node["c"][2][0])
            elif node["t"] == "Image":
                self.alts.append(plain_text(node["c"][1]))
                self.passages.append(node["c"][2][1])
            elif node["t"] == "Note":
                self.note(node)
                continue
            rebuilt(node, self.blocks, self.inlines)
        return nodes

    def note(self, node: Node) -> None:
        passages = len(self.passages)
        self.blocks(node["c"])
        self.notes += self.passages[passages:]
        del self.passages[passages:]


def _without_images(nodes: list[Node]) -> list[Node]:
    """Inlines without their images, whose words are no text of the page."""
    return [
        rebuilt(node, _without_images, _without_images) if node["t"] != "Image" else {"t": "Space"} for node in nodes
    ]
