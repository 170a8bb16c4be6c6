"""What an annex is made from: a memento's pages as they stand, and where each document stands in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from clust_cli.core.documents import Document
from clust_cli.core.printing.ast import Nodes
from clust_cli.core.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Placed:
    """A memento put together, before its annexes.

    `anchors` maps the paths of the documents in the output to their labels.
    """

    workspace: Workspace
    blocks: Nodes
    documents: tuple[Document, ...]
    anchors: Mapping[str, str]
    phrases: Mapping[str, str]


Annex = Callable[[Placed], Nodes]
