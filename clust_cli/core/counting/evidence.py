"""Evidence: the passages behind the marks of a cross-table, and those that a search finds.

In: a table and its documents, or a query. Out: passages with what they tell of. Source: docs/crosstab.md, “Evidence”.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from clust_cli.core.coding import coded_entries
from clust_cli.core.counting.coded import ANY
from clust_cli.core.counting.crosstab import Header, Table
from clust_cli.core.counting.selections import AxisTest, Never, Query, matches
from clust_cli.core.documents import Document
from clust_cli.core.reading.body import Passage
from clust_cli.core.workspace import Workspace


class Told(NamedTuple):
    """A passage of a document; without one, the document alone, where nothing in its text tells of a mark."""

    document: Document
    number: int | None = None

    @property
    def passage(self) -> Passage | None:
        """The passage."""
        return None if self.number is None else self.document.body.passages[self.number]

    @property
    def text(self) -> str:
        """Its words, without codes."""
        return self.passage.text if self.passage else ""

    @property
    def heading(self) -> str:
        """The heading of the section it stands in; none before the first."""
        return self.document.body.sections[self.passage.section].heading if self.passage else ""

    @property
    def heading_id(self) -> str:
        """The id of that heading, to which links of other documents lead."""
        section = self.document.body.sections[self.passage.section].span if self.passage else None
        return next((one.id for one in self.document.body.headings if one.span == section), "")

    @property
    def line(self) -> int:
        """Where it begins. Units: lines count from 1."""
        return self.document.source.position(self.passage.span.start).line if self.passage else 1

    @property
    def where(self) -> str:
        """The file and the line, as editors and terminals open them; the file alone where no passage tells."""
        return f"{self.document.path}:{self.line}" if self.passage else self.document.path


class Evidence(NamedTuple):
    """A mark of a table, and a passage that tells of it."""

    row: Header
    column: Header
    told: Told


def evidence(table: Table, documents: Sequence[Document]) -> Iterator[Evidence]:
    """The passages of every mark, column by column; a mark that no passage tells of is there with its document alone.

    Shape: `documents` are those the table was counted from.
    """
    by_id = {document.id: document for document in documents}
    for column in table.columns:
        for row in table.rows:
            for id, numbers in table.cell(row.id, column.id).items():
                for number in numbers or (None,):
                    yield Evidence(row, column, Told(by_id[id], number))


def search(workspace: Workspace, documents: Sequence[Document], query: Query) -> Iterator[Told]:
    """The coded passages of the documents that satisfy a query.

    Shape: tests on `code` hold in one and the same passage; the others choose documents.
    """
    for document in documents:
        lists = workspace.schemas.coded_lists[document.kind.name] if document.kind else ()
        stands = {entry.id: entry.term for one in lists for entry in coded_entries(document, one) if entry.id}
        asked = [tests for one in query.alternatives if (tests := _asked(one, document, workspace)) is not None]
        for number, passage in enumerate(document.body.passages):
            codes = {name for code in passage.codes for name in (code.id, stands.get(code.id, code.id))}
            if codes and any(all((test.value in codes) == test.wanted for test in tests) for tests in asked):
                yield Told(document, number)


def _asked(
    alternative: Sequence[AxisTest | Never], document: Document, workspace: Workspace
) -> Sequence[AxisTest] | None:
    """What a document's passages must satisfy; None where the document itself does not satisfy the rest."""
    tests = [test for test in alternative if isinstance(test, AxisTest) and test.axis.codes == ANY]
    rest = tuple(test for test in alternative if test not in tests)
    return tests if matches(Query((rest,)), document, workspace) else None
