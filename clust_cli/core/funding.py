"""Whose money a memento is made with, and what is told of it: in its own fields, else in clust.yaml for all of them."""

from __future__ import annotations

from clust_cli.core.documents import Document
from clust_cli.core.kinds.funders import Duty, Funder
from clust_cli.core.plain import Plain, value_at
from clust_cli.core.workspace import Workspace


def funder_of(workspace: Workspace, memento: Document) -> Funder | None:
    """The funder of a memento."""
    return workspace.schemas.funders.get(str(told(workspace, memento, "funder") or ""))


def told(workspace: Workspace, memento: Document, field: str) -> Plain:
    """What is told of a field, by its dotted path."""
    return memento.value(field) or value_at(workspace.config.values, field)


def holds(workspace: Workspace, memento: Document, duty: Duty) -> bool:
    """Whether a funder's duty holds for a memento."""
    return duty.when is None or told(workspace, memento, duty.when.field) == duty.when.value
