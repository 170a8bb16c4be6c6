"""The body of a document as values: its sections, passages, links, images, notes, tables and blocks.

Everything keeps its place in the author's file. Source: docs/formats.md, “Body”.
Named tuples, not dataclasses: a collection makes a hundred thousand of them, and these are made four times faster.
"""

from __future__ import annotations

from typing import NamedTuple

from clust_cli.core.places import Span


class Code(NamedTuple):
    """A hashtag at the end of a passage: the id of an action or of a term. `span` covers `#id`."""

    id: str
    span: Span


class Passage(NamedTuple):
    """A paragraph, a list item or a heading, with its codes. `section` indexes Body.sections."""

    text: str
    span: Span
    section: int
    codes: tuple[Code, ...] = ()
    form: str = "paragraph"


class Heading(NamedTuple):
    """A heading; `nested` when it stands inside a list, a quotation or a note."""

    level: int
    text: str
    span: Span
    id: str
    nested: bool = False


class Section(NamedTuple):
    """A `##` section, or the opening before the first one (level 0, no heading).

    Units: `words` counts words outside comments and blocks; `items` top-level list items,
    or paragraphs where there is no list. `span` covers the heading, `end` is where the section ends.
    """

    heading: str
    span: Span
    end: int
    words: int = 0
    items: int = 0
    filled: bool = False
    text: str = ""
    """The first hundred characters and more of its prose: enough to know a prompt left in place."""


class Link(NamedTuple):
    """A link: where it leads, as written."""

    target: str
    span: Span
    empty: bool


class Image(NamedTuple):
    """An image: its path as written, and its text alternative."""

    target: str
    alt: str
    span: Span


class Table(NamedTuple):
    """A table: the texts of its header cells and how many rows follow."""

    span: Span
    header: tuple[str, ...]
    rows: int


class Fence(NamedTuple):
    """A fenced code block: its information words, its text and where the text stands."""

    words: tuple[str, ...]
    text: str
    span: Span
    content: Span


class Claim(NamedTuple):
    """A stretch of prose that says something of the documents, [six]{.count of=territory where="…"}, or quotes one.

    `kinds` are its classes, `text` what is printed; `span` covers its words, `braces` the attributes behind them.
    """

    kinds: tuple[str, ...]
    keys: tuple[tuple[str, str, Span], ...]
    text: str
    span: Span
    braces: Span

    def value(self, name: str) -> str:
        """What an attribute says, or an empty text."""
        return next((value for key, value, _span in self.keys if key == name), "")

    def place(self, name: str) -> Span:
        """Where an attribute's value stands; all the braces where it is not given."""
        return next((span for key, _value, span in self.keys if key == name), self.braces)


class Flaw(NamedTuple):
    """Something in the text that is refused: the rule's id, the variant of its sentence, and the word at fault."""

    rule: str
    span: Span
    word: str
    variant: str = ""


class Body(NamedTuple):
    """What a document's text holds. `prepared` is what the build reads: without comments and codes.

    `sections[0]` is the opening, before any heading.
    """

    sections: tuple[Section, ...] = ()
    headings: tuple[Heading, ...] = ()
    passages: tuple[Passage, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    tables: tuple[Table, ...] = ()
    fences: tuple[Fence, ...] = ()
    notes: tuple[str, ...] = ()
    flaws: tuple[Flaw, ...] = ()
    prepared: bytes = b""
    cut_short: bool = False
    """An unclosed comment hides the rest of the file: what is missing may stand in it."""
    claims: tuple[Claim, ...] = ()
