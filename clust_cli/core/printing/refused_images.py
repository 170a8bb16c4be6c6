"""What stands in a draft in place of an image that cannot be printed: a box that names its file.

In: a document's sanitised body. Out: the same, a notice for each image that was refused. Knows no format.
"""

from __future__ import annotations

from clust_cli.core.printing.ast import Node, Nodes, div, para, plain_text, rebuilt, strong, words

REFUSED = "refused-image"
_MOST = 160
"""Units: characters. An address may hold the whole picture."""


def refused_image(alt: str, target: str) -> Node:
    """The mark that the sanitiser leaves for a refused image: what it shows, and where it should have come from."""
    return {"t": "Span", "c": [["", [REFUSED], [["path", target]]], words(alt)]}


def told_images(blocks: Nodes, sentence: str) -> Nodes:
    """The body with a sentence in place of each mark: a box where the image stood alone, else strong words."""

    def walk(nodes: Nodes) -> Nodes:
        return [_boxed(node, sentence) or rebuilt(node, walk, inside) for node in nodes]

    def inside(nodes: Nodes) -> Nodes:
        return [
            strong(words(_told(node, sentence))) if _is_refused(node) else rebuilt(node, walk, inside) for node in nodes
        ]

    return walk(blocks)


def _boxed(node: Node, sentence: str) -> Node | None:
    """The notice in place of a figure or paragraph that shows a refused image and says nothing."""
    if node["t"] not in ("Figure", "Para"):
        return None
    inlines: Nodes = node["c"][2][0]["c"] if node["t"] == "Figure" else node["c"]
    marks = [one for one in inlines if _is_refused(one)]
    if len(marks) != 1 or plain_text([one for one in inlines if one not in marks]).strip():
        return None
    return div("notice", [para(words(_told(marks[0], sentence)))])


def _told(mark: Node, sentence: str) -> str:
    path = str(dict(mark["c"][0][2])["path"])
    return sentence.format(path=path if len(path) <= _MOST else f"{path[:_MOST]}…")


def _is_refused(node: Node) -> bool:
    return node["t"] == "Span" and REFUSED in node["c"][0][1]
