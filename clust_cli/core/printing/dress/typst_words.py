"""Words as typst reads them: what it may take for a mark is escaped, what goes into a call is checked.

In: nodes and names. Out: nodes, or a name that is fit for a raw node.
"""

from __future__ import annotations

import re

from clust_cli.core.printing.ast import Node, Nodes, para, raw_inline

NAME = re.compile(r"[a-z][a-z0-9-]*")
ID = re.compile(r"[a-z0-9-]+")
_LABEL = re.compile(r"[\w.-]+")
LANG = re.compile(r"[a-zA-Z]{2,3}")
_SAFE = re.compile(r"(?!\d+\.$)(?:[^\W_]|[,.;:?!()%°€²³’«»–—…\u00a0\u202f\u200b])*")
_TRAPS = re.compile(r"\.\.\.")
_SPECIAL = re.compile(r"([!-/:-@\[-`{-~])")
_LONGEST = 30
_LONG = re.compile(rf"\w{{{_LONGEST}}}(?=\w)")


def escaped(node: Node) -> Node:
    """Escape a word in which typst may see a mark: pandoc does it at the start of paragraphs only.

    A word longer than any line may break, for typst would let it run off the page.
    """
    if node["c"].isalpha() and len(node["c"]) < _LONGEST:
        return node
    text = _LONG.sub("\\g<0>\u200b", node["c"])
    if _SAFE.fullmatch(text) and not _TRAPS.search(text):
        return {"t": "Str", "c": text}
    return raw_inline("typst", _SPECIAL.sub(r"\\\1", text))


def within(call: str, inlines: Nodes) -> Nodes:
    """A call of a function around inlines."""
    return [raw_inline("typst", call), *inlines, raw_inline("typst", "];")]


def paged(paragraph: Node) -> Node:
    """An entry of the index, in which the pages stand for the documents it leads to."""
    inlines: Nodes = paragraph["c"]
    first = next((index for index, node in enumerate(inlines) if node["t"] == "Link"), len(inlines))
    targets = [checked(_LABEL, node["c"][2][0][1:]) for node in inlines if node["t"] == "Link"]
    labels = ", ".join(f'label("{target}")' for target in targets)
    return para([*inlines[:first], raw_inline("typst", f"#pages({labels});")])


def checked(pattern: re.Pattern[str], text: str) -> str:
    """A name that goes into a call.

    Errors: ValueError for one that the pattern does not know: a bug, not a fault of the text.
    """
    if not pattern.fullmatch(text):
        raise ValueError(f"not fit for a raw node: {text!r}")
    return text
