"""A page read for the tests: its elements in a tree, with what each needs to be judged by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

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
