"""Pop-ups of the glossary: a button where a term stands, and what it says, shown without script.

In: the terms that a text uses and what the annex says of them. Out: HTML. A term is a button once under each heading:
a reader by keyboard meets it again where it may be forgotten, and not at every line.
Source: HTML, “The popover attribute”; WCAG 2.1, 1.4.13.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from html import escape

from clust_cli.core.printing.ast import Nodes, held
from clust_cli.core.printing.dress.html.elements import element

ENTRY = "glossary--"
"""What the id of an entry of the annex begins with."""


def entries_of(blocks: Nodes) -> Mapping[str, Nodes]:
    """What the annex says of each term, by the term's id."""
    return dict(_entries(blocks))


def _entries(nodes: Nodes) -> Iterator[tuple[str, Nodes]]:
    for node in nodes:
        if node["t"] == "Div" and node["c"][0][0].startswith(ENTRY):
            yield node["c"][0][0].removeprefix(ENTRY), node["c"][1]
        for nodes_within in held(node):
            yield from _entries(nodes_within)


class Terms:
    """The terms of one page: which are explained by a pop-up, and which were offered under this heading."""

    def __init__(self, entries: Mapping[str, Nodes], phrases: Mapping[str, str]) -> None:
        self._entries = entries
        self._phrases = phrases
        self._offered: set[str] = set()
        self.used: dict[str, Nodes] = {}

    def turn(self) -> None:
        """A heading: every term may be offered again."""
        self._offered.clear()

    def offered(self, term: str, inside: str) -> str:
        """A term as a button that opens its pop-up; as its words alone where it was one just before."""
        if term not in self._entries or term in self._offered:
            return inside
        self._offered.add(term)
        self.used[term] = self._entries[term]
        return element(
            "button",
            inside,
            type="button",
            class_="acronym",
            popovertarget=f"term--{term}",
            aria_describedby=f"means--{term}",
        )

    def popups(self, write: Callable[[Nodes], str]) -> str:
        """The pop-ups of the terms used: what the annex says, its first line being what a screen reader is told.

        No term is offered any more: a pop-up opens no other.
        """
        self._entries = {}
        return "\n".join(self._popup(term, write(blocks[:1]), write(blocks[1:])) for term, blocks in self.used.items())

    def _popup(self, term: str, first: str, rest: str) -> str:
        more = element("p", element("a", escape(self._phrases["glossary_more"]), href=f"#{ENTRY}{term}"))
        inside = f"\n{element('div', first, id=f'means--{term}')}\n{rest}\n{more}\n"
        return element("div", inside, id=f"term--{term}", class_="term", popover="auto")
