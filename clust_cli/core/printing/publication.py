"""What one build prints: a memento whole, or one of its documents alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from clust_cli.core.blocks import DocumentsBlock, blocks
from clust_cli.core.documents import Document
from clust_cli.core.workspace import Memento, Workspace


@dataclass(frozen=True)
class Publication:
    """A memento, or the one document of it that is printed alone, as its territory reads it over."""

    workspace: Workspace
    memento: Memento
    alone: Document | None = None

    @property
    def name(self) -> str:
        """The name of its files, without an ending."""
        return self.alone.slug if self.alone else f"memento-{self.memento.number}"

    @property
    def title(self) -> str:
        """What stands as the title of the file."""
        return self.alone.title if self.alone else self.memento.title

    @property
    def own(self) -> Document | None:
        """The memento's own document, where it is printed and can be read."""
        own = None if self.alone else self.memento.document
        return own if own is not None and own.kind is not None else None

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """What stands beside the memento's own text: what its blocks place, and what cannot be read."""
        if self.alone:
            return (self.alone,)
        if self.own is None:
            return self.memento.documents
        found = [block for _fence, block in blocks(self.own, self.workspace)]
        kinds = {block.kind for block in found if isinstance(block, DocumentsBlock)}
        return tuple(one for one in self.memento.documents if one.kind is None or self.kind_of(one) in kinds)

    @property
    def sources(self) -> tuple[Document, ...]:
        """Every document whose text is read."""
        own = self.memento.document
        return (self.alone,) if self.alone else (*([own] if own else []), *self.memento.documents)

    @property
    def scope(self) -> str:
        """The path, a folder's or a file's, whose errors keep it from being built."""
        return self.alone.path if self.alone else self.memento.folder

    def kind_of(self, document: Document) -> str:
        """The kind; for a document that cannot be read, the one whose folder it stands in."""
        if document.kind:
            return document.kind.name
        folder = document.path.split("/")[-2]
        return next((kind.name for kind in self.workspace.kinds.values() if kind.folder == folder), "")
