"""Where coded passages stand in print: an id each, which marks of cross-tables and lessons lead to.

In: a document, its label and its sanitised body. Out: ids by the numbers of passages. A passage is known in the body by
its letters and digits: notes, images and spaces fall differently in the two parsers' texts.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping

from clust_cli.core.documents import Document
from clust_cli.core.printing.ast import Node, Nodes, held, plain_text, rebuilt
from clust_cli.core.printing.ids import heading_ids

_NO_LETTERS = re.compile(r"[\W_]+")
_LEAVES = ("Para", "Plain")


def passage_ids(document: Document, anchor: str, body: Nodes) -> Mapping[int, str]:
    """The id of each coded passage that the body holds: a heading's own, slug--p-12 of any other.

    Units: passages count from 0, their ids from 1.
    """
    headings = iter(heading_ids(document, anchor))
    printed = {_letters(node) for node in _leaves(body)}
    ids: dict[int, str] = {}
    for number, passage in enumerate(document.body.passages):
        heading = next(headings, "") if passage.form == "heading" else ""
        if passage.codes and heading and not _left_out(document, passage.section):
            ids[number] = heading
        elif passage.codes and not heading and _flat(passage.text) in printed:
            ids[number] = f"{anchor}--p-{number + 1}"
    return ids


def mark_passages(document: Document, anchor: str, body: Nodes) -> Nodes:
    """The body with the id of each coded passage before its first word; passages of the same words take theirs in turn.

    Shape: an empty Span, so that nothing stands between a word and the one before it.
    """
    passages = [(number, one) for number, one in enumerate(document.body.passages) if one.form != "heading"]
    coded = {_flat(one.text) for _number, one in passages if one.codes}
    waiting: dict[str, deque[str]] = defaultdict(deque)
    for number, one in passages:
        if (flat := _flat(one.text)) in coded:
            waiting[flat].append(f"{anchor}--p-{number + 1}" if one.codes else "")

    def marked(nodes: Nodes) -> Nodes:
        return [_marked(node, waiting) if node["t"] in _LEAVES else rebuilt(node, marked, same) for node in nodes]

    def same(inlines: Nodes) -> Nodes:
        return inlines

    return marked(body) if waiting else body


def _marked(node: Node, waiting: Mapping[str, deque[str]]) -> Node:
    ids = waiting.get(_letters(node))
    id = ids.popleft() if ids else ""
    return {"t": node["t"], "c": [{"t": "Span", "c": [[id, [], []], []]}, *node["c"]]} if id else node


def _left_out(document: Document, section: int) -> bool:
    """Whether a section may be left out of print: one that its author declares unobtainable."""
    rule = document.rule_of(document.body.sections[section])
    return rule is not None and rule.id in document.gaps


def _leaves(nodes: Nodes) -> Iterator[Node]:
    for node in nodes:
        if node["t"] in _LEAVES:
            yield node
        else:
            for inside in held(node):
                yield from _leaves(inside)


def _letters(node: Node) -> str:
    return _flat(plain_text([node]))


def _flat(text: str) -> str:
    return _NO_LETTERS.sub("", text)
