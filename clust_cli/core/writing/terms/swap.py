"""A swap: one term of a vocabulary gives way to another, by its new name or to one that stands already.

In: a vocabulary before and after. Out: what tells whether words, queries and codes mean the term that goes.
"""

from __future__ import annotations

from dataclasses import dataclass

from clust_cli.core.coding import coded_entries
from clust_cli.core.counting.axes import GROUP
from clust_cli.core.counting.axis_values import AxisValue, find_value
from clust_cli.core.counting.coded import ANY
from clust_cli.core.counting.queries import QueryValue
from clust_cli.core.documents import Document
from clust_cli.core.kinds.kind import Axis
from clust_cli.core.kinds.vocabularies import Vocabulary
from clust_cli.core.words import fold
from clust_cli.core.workspace import Workspace


@dataclass(frozen=True)
class Swap:
    """`old` gives way to `new` in a vocabulary; `after` is the vocabulary as it will be."""

    before: Vocabulary
    after: Vocabulary
    old: str
    new: str

    @property
    def vocabulary(self) -> str:
        """The vocabulary's name."""
        return self.before.name

    def id(self, word: str) -> str:
        """An id of the vocabulary as it will be."""
        return self.new if word == self.old else word

    def is_named_by(self, value: QueryValue, workspace: Workspace) -> bool:
        """Whether a query names the term, and no longer would."""
        if value.id != self.old or not self.sorts(value.axis, workspace):
            return False
        by_id = fold(value.word) == fold(self.old) and value.word != self.before.label(self.old)
        known = (AxisValue(term.id, term.label, term.narrow) for term in self.after.terms)
        return by_id or find_value(known, value.word) != self.new

    def is_ambiguous(self, axis: Axis, workspace: Workspace) -> bool:
        """Whether a value of the axis of any code is also an action's own id, of another type: it names both."""
        return axis.codes == ANY and any(
            own_ids(document, workspace).get(self.old, self.old) not in (self.old, self.new)
            for document in workspace.documents
        )

    def sorts(self, axis: Axis, workspace: Workspace) -> bool:
        """Whether the values of an axis are terms of the vocabulary."""
        if axis.codes:
            return self.before.codable if axis.codes == ANY else axis.codes == self.vocabulary
        kinds = [kind for kind in workspace.kinds.values() if axis.name in kind.axes]
        names = {kind.vocabulary_of(kind.axes[axis.name].route) for kind in kinds}
        return not axis.name.endswith(GROUP) and self.vocabulary in names

    def codes(self, document: Document, workspace: Workspace) -> bool:
        """Whether the code of the term means the term: in a document whose action has that id it means the action."""
        return self.before.codable and self.old not in own_ids(document, workspace)


def own_ids(document: Document, workspace: Workspace) -> dict[str, str]:
    """The ids that entries of a document give themselves, each with the entry's term."""
    lists = workspace.schemas.coded_lists[document.kind.name] if document.kind else ()
    return {entry.id: entry.term for one in lists for entry in coded_entries(document, one) if entry.id}
