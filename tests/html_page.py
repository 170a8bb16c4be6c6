"""A page read for the tests: its elements in a tree, with what each needs to be judged by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from owed import Held

MARK = "•"
VOID = ("img", "br", "hr", "meta", "input", "link")


@dataclass
class Element:
    name: str
    attributes: dict[str, str]
    inside: list[Element | str] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        """This element and every one in it, in the order of the text."""
        yield self
        for one in self.inside:
            if isinstance(one, Element):
                yield from one.walk()

    def all(self, *names: str) -> list[Element]:
        return [one for one in self.walk() if one.name in names]

    def with_class(self, name: str) -> list[Element]:
        return [one for one in self.walk() if name in one.attributes.get("class", "").split()]

    @property
    def text(self) -> str:
        """Its text, styles and scripts left out."""
        if self.name in ("style", "script"):
            return ""
        return "".join(one if isinstance(one, str) else one.text for one in self.inside)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("", {})]

    def handle_starttag(self, tag, attrs):
        made = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(made)
        if tag not in VOID:
            self.open.append(made)

    def handle_endtag(self, tag):
        closed = self.open.pop()
        assert closed.name == tag, f"<{closed.name}> is closed by </{tag}>"

    def handle_data(self, data):
        self.open[-1].inside.append(data)


def parse_page(page: str) -> Element:
    """The page as a tree; every element must be closed, in its order."""
    parser = _Parser()
    parser.feed(page)
    parser.close()
    [root] = parser.open
    return root


def heading_level(one: Element) -> int:
    """The level of a heading; 0 for anything else."""
    if one.attributes.get("role") == "heading":
        return int(one.attributes["aria-level"])
    return int(one.name[1]) if len(one.name) == 2 and one.name[0] == "h" and one.name[1].isdigit() else 0


def held(page: Element) -> Held:
    """What a page holds of what its source owes."""
    main = page.all("main")[0]
    notes = " ".join(one.text for one in main.with_class("notes"))
    calls = [one for one in main.all("a") if one.attributes.get("role") in ("doc-noteref", "doc-backlink")]
    targets = [one.attributes["href"] for one in main.all("a") if one not in calls]
    for one in (*calls, *main.with_class("notes")):
        one.name = "script"  # whose text is not read: it stands in the middle of another
    return Held(
        text=main.text,
        notes=notes,
        headings=tuple(one.text for one in main.walk() if heading_level(one)),
        alts=tuple(one.attributes["alt"] for one in main.all("img")),
        addresses=tuple(one for one in targets if not one.startswith("#")),
        marks=main.text.count(MARK),
        internal=sum(one.startswith("#") for one in targets),
    )
