"""The images of a tree: each file once, under a name of ours, in the order they come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from clust_cli.core.plain import Plain
from clust_cli.core.printing.ast import Node, Nodes, plain_text, rebuilt


@dataclass(frozen=True, slots=True)
class Picture:
    """An image as it is placed: the file, the name of its copy, its texts and its size."""

    path: str
    name: str
    alt: str
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


def renamed(blocks: Nodes, targets: Mapping[str, str]) -> Nodes:
    """The tree, with other targets for some of its images."""

    def rename(nodes: Nodes) -> Nodes:
        return [_retargeted(node, targets) if node["t"] == "Image" else rebuilt(node, rename, rename) for node in nodes]

    return rename(blocks)


def _retargeted(node: Node, targets: Mapping[str, str]) -> Node:
    attributes, alt, (path, title) = node["c"]
    return {"t": "Image", "c": [attributes, alt, [targets.get(path, path), title]]}


def _picture(node: Node, names: dict[str, str]) -> Picture:
    attributes, alt, (path, _title) = node["c"]
    ending = path.rsplit(".", 1)[-1].lower()
    name = names.setdefault(path, f"picture-{len(names) + 1}.{ending}")
    sizes = dict(attributes[2])
    return Picture(path, name, plain_text(alt), sizes.get("width", ""), sizes.get("height", ""))
