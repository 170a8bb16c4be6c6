"""The images of a tree: each file once, under a name of ours, in the order they come."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from clust_cli.core.plain import Plain
from clust_cli.core.printing.ast import Node, Nodes, plain_text, rebuilt


@dataclass(frozen=True, slots=True)
class Picture:
    """An image as it is placed: the file, the name of its copy, its texts and its size."""

    path: str
    name: str
    alt: str
    caption: str
    width: str = ""
    height: str = ""

    def as_plain(self) -> dict[str, Plain]:
        """The picture as plain values, for JSON."""
        return asdict(self)


def pictures(blocks: Nodes) -> tuple[Picture, ...]:
    """Every image of a tree, in the order of the text."""
    found: list[Picture] = []
    names: dict[str, str] = {}

    def gather(nodes: Nodes) -> Nodes:
        for node in nodes:
            if node["t"] == "Image":
                found.append(_picture(node, names))
            rebuilt(node, gather, gather)
        return nodes

    gather(blocks)
    return tuple(found)


def _picture(node: Node, names: dict[str, str]) -> Picture:
    attributes, alt, (path, title) = node["c"]
    ending = path.rsplit(".", 1)[-1].lower()
    name = names.setdefault(path, f"picture-{len(names) + 1}.{ending}")
    sizes = dict(attributes[2])
    return Picture(path, name, plain_text(alt), title, sizes.get("width", ""), sizes.get("height", ""))
