"""Sanitise a tree that pandoc read from a text nobody vouches for: only what is known to be harmless goes on.

In: blocks. Out: blocks built anew from a whitelist, and what was refused, each under the rule by which
`check` tells the same fault at its line: this is the second lock.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from clust_cli.core.blocks import WORDS
from clust_cli.core.documents import Document
from clust_cli.core.printing.ast import Node, Nodes, plain_text, rebuilt, words
from clust_cli.core.printing.refused_images import refused_image
from clust_cli.core.reading.attributes import PATTERNS, is_claim
from clust_cli.core.targets import SAFE, SCHEME, resolve
from clust_cli.core.workspace import ImageHeader, Workspace

MAX_DEPTH = 40
REFUSALS: Mapping[str, str] = {
    "RawBlock": "raw-html",
    "RawInline": "raw-html",
    "attribute": "unknown-attribute",
    "code word": "unknown-block",
    "depth": "too-nested",
    "link elsewhere": "unsafe-link",
    "link nowhere": "broken-link",
    "image elsewhere": "external-image",
    "image outside": "outside-image",
    "image nowhere": "missing-image",
    "image unreadable": "bad-image",
}
"""What is refused, and the rule that tells it."""

_LEAVES = ("Space", "SoftBreak", "LineBreak", "HorizontalRule")
_BRANCHES = ("Para", "Plain", "Emph", "Strong", "BlockQuote", "BulletList", "Note")
_UNSAFE_IN_URL = re.compile(r"[\"'\\<>`{}\x00-\x20]")
_EXTERNAL = re.compile(r"(?i)(?:https?|ftp|data):|//")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something refused: what it is, a key of REFUSALS, and the author's word."""

    what: str
    word: str

    @property
    def rule(self) -> str:
        """The id of the rule that tells it."""
        return REFUSALS[self.what]


@dataclass(frozen=True, slots=True)
class Sanitised:
    """Harmless blocks. Shape: internal links lead to `path#id`, images to a path, both from the workspace's root.

    A refused image leaves a mark that printing.refused_images turns into a sentence.
    """

    blocks: Nodes
    refusals: tuple[Refusal, ...] = ()


def sanitise(blocks: Nodes, document: Document, workspace: Workspace) -> Sanitised:
    """Build a document's blocks anew from the whitelist.

    Errors: ValueError for a node that our dialect of Markdown cannot give: a bug, not a fault of the text.
    """
    judge = _Judge(document, workspace)
    return Sanitised(judge.nodes(blocks), tuple(judge.refusals))


class _Judge:
    """One walk through one tree: what was refused, and how deep we are."""

    def __init__(self, document: Document, workspace: Workspace) -> None:
        self.document = document
        self.workspace = workspace
        self.refusals: list[Refusal] = []
        self.depth = 0

    def nodes(self, nodes: Nodes) -> Nodes:
        return [kept for node in nodes for kept in self.node(node)]

    def node(self, node: Node) -> Nodes:
        if self.depth > MAX_DEPTH:
            return self.refused("depth", node["t"])
        self.depth += 1
        kept = self.judged(node)
        self.depth -= 1
        return kept

    def judged(self, node: Node) -> Nodes:
        kind: str = node["t"]
        content: Any = node.get("c")
        if kind in _LEAVES:
            return [{"t": kind}]
        if kind == "Str":
            return [{"t": kind, "c": str(content)}]
        if kind in _BRANCHES:
            return [self.inside(node)]
        if kind in ("RawBlock", "RawInline"):
            return self.refused(kind, str(content[1]))
        if kind in ("Div", "Span"):
            return self.wrapper(node)
        if kind in ("Code", "CodeBlock"):
            return self.code(node)
        if kind == "Link":
            return self.link(node)
        if kind == "Image":
            return self.image(node)
        return [self.structure(node)]

    def inside(self, node: Node) -> Node:
        return rebuilt(node, self.nodes, self.nodes)

    def structure(self, node: Node) -> Node:
        kind, content = node["t"], node["c"]
        if kind == "Header":
            self.attributes(["", *content[1][1:]])
            return self.inside({"t": kind, "c": [int(content[0]), ["", [], []], content[2]]})
        if kind == "OrderedList":
            start, _style, _delimiter = content[0]
            order = [int(start), {"t": "Decimal"}, {"t": "Period"}]
            return self.inside({"t": kind, "c": [order, content[1]]})
        if kind == "Figure":
            self.attributes(content[0])
            return self.inside({"t": kind, "c": [["", [], []], [None, []], content[2]]})
        if kind == "Table":
            return self.inside({"t": kind, "c": self.table(content)})
        raise ValueError(f"pandoc gave a node that our dialect does not have: {kind}")

    def table(self, content: list[Any]) -> list[Any]:
        attributes, _caption, columns, head, bodies, foot = content
        self.attributes(attributes)
        return [["", [], []], [None, []], columns, head, bodies, foot]

    def wrapper(self, node: Node) -> Nodes:
        """A span keeps its language; any other wrapper, a claim among them, gives way to what it holds."""
        _identifier, classes, pairs = node["c"][0]
        thing = node["t"] if node["t"] == "Span" else ""
        # pandoc wraps whatever else stands before braces: attributes of a word are no claim.
        if thing and is_claim(classes) and "wrapper" not in dict(pairs):
            thing = "Claim"
        given = self.attributes(node["c"][0], thing)
        given = [] if thing == "Claim" else given
        inside = self.nodes(node["c"][1])
        return [{"t": "Span", "c": [["", [], given], inside]}] if given else inside

    def code(self, node: Node) -> Nodes:
        identifier, classes, pairs = node["c"][0]
        kept = []
        if node["t"] == "CodeBlock":
            kept = [name for name in classes[:1] if name in WORDS]
            for name in classes:
                if name not in kept:
                    self.refused("code word", name)
            classes = []
        self.attributes([identifier, classes, pairs])
        return [{"t": node["t"], "c": [["", kept, []], str(node["c"][1])]}]

    def link(self, node: Node) -> Nodes:
        attributes, text, (target, _title) = node["c"]
        self.attributes(attributes)
        inside = self.nodes(text)
        led = self.led(target)
        return [{"t": "Link", "c": [["", [], []], inside, [led, ""]]}] if led else inside

    def led(self, target: str) -> str:
        """Where a link leads: an address, `path#id`, or nowhere."""
        if SCHEME.match(target) or target.startswith("//"):
            if SAFE.match(target):
                return _UNSAFE_IN_URL.sub(lambda found: f"%{ord(found[0]):02X}", target)
            self.refused("link elsewhere", target)
            return ""
        path, _, anchor = target.partition("#")
        resolved = resolve(self.document, path) if path else self.document.path
        document = self.workspace.by_path.get(resolved or "")
        known = {heading.id for heading in document.body.headings} if document else set()
        if document is None or target.startswith("/") or (anchor and anchor not in known):
            self.refused("link nowhere", target)
            return ""
        return f"{document.path}#{anchor}"

    def image(self, node: Node) -> Nodes:
        attributes, alt, (target, title) = node["c"]
        given = self.attributes(attributes, "Image")
        path = resolve(self.document, target)
        trouble = _image_trouble(target, path, self.workspace.images)
        if trouble:
            self.refused(trouble, target)
            return [refused_image(plain_text(alt), target)]
        return [{"t": "Image", "c": [["", [], given], words(plain_text(alt)), [path, str(title)]]}]

    def attributes(self, attributes: list[Any], thing: str = "") -> list[list[str]]:
        """The attributes that a thing may have; pandoc's own `wrapper` goes without a word."""
        identifier, classes, pairs = attributes
        patterns = PATTERNS.get(thing, {})
        kept = []
        known = patterns.get(".")
        for name in [*([identifier] if identifier else []), *classes]:
            if not (known and name in classes and known.fullmatch(name)):
                self.refused("attribute", str(name))
        for name, value in pairs:
            if name in patterns and patterns[name].fullmatch(value):
                kept.append([str(name), str(value)])
            elif name != "wrapper":
                self.refused("attribute", f"{name}={value}")
        return kept

    def refused(self, what: str, word: str) -> Nodes:
        self.refusals.append(Refusal(what, word))
        return []


def _image_trouble(target: str, path: str | None, images: Mapping[str, ImageHeader]) -> str:
    if _EXTERNAL.match(target):
        return "image elsewhere"
    if path is None or target.startswith("/") or SCHEME.match(target) or "\\" in target:
        return "image outside" if target else "image nowhere"
    if path not in images:
        return "image nowhere"
    return "image unreadable" if images[path].trouble else ""
