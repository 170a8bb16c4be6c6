"""What a second reader, who saw the passages of the monographies alone and shuffled, coded them with, beside our codes.

In: scripts/second_reader.tsv and the workspace of today. Out: readings, and the lines of docs/evidence-2.md about them.
Shape of the file: a document, the words its passage begins with, our codes at the time, the second reader's; a code
that the reader was not sure of ends with a question mark.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from clust_cli.core.coding import coded_entries
from clust_cli.core.documents import Document
from clust_cli.core.workspace import Workspace
from clust_cli.reports.pipes import escaped, pipe_row

FILE = Path(__file__).resolve().parent / "second_reader.tsv"
VOCABULARIES = ("action-types", "advice-themes", "obstacle-themes")
_LONGEST = 80
"""Units: characters of a passage that are shown."""


class Reading(NamedTuple):
    """A passage by two readers. `first` are our codes when it was read, `now` those of today; all are terms' ids."""

    document: Document
    line: int
    text: str
    first: frozenset[str]
    now: frozenset[str]
    second: frozenset[str]
    unsure: frozenset[str]


class Agreement(NamedTuple):
    """Decisions « this passage has this code » of two readers. Units: decisions."""

    both: int
    first_alone: int
    second_alone: int
    neither: int

    @property
    def kappa(self) -> float:
        """Cohen's kappa: how far beyond chance the two agree, 1 being always.

        Source: J. Cohen, “A coefficient of agreement for nominal scales”, 1960.
        """
        total = sum(self)
        observed = (self.both + self.neither) / total
        first, second = self.both + self.first_alone, self.both + self.second_alone
        chance = (first * second + (total - first) * (total - second)) / total**2
        return (observed - chance) / (1 - chance)


def readings(workspace: Workspace) -> tuple[Reading, ...]:
    """The passages that were read, in the order of their documents.

    Errors: SystemExit when a passage is no longer in the text, for then the reading is out of date.
    """
    documents = {document.slug: document for document in workspace.documents}
    found: list[Reading] = []
    after = 0
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            document = documents[row["document"]]
            after = after if found and found[-1].document is document else 0
            after = _passage(document, row["opening"], after) + 1
            found.append(_reading(workspace, document, after - 1, row))
    return tuple(found)


def agreement(read: Sequence[Reading], terms: Sequence[str]) -> Agreement:
    """How our codes of the time compare with the second reader's, unsure ones included, over some terms."""
    pairs = [(term in one.first, term in one.second) for one in read for term in terms]
    return Agreement(*(pairs.count(pair) for pair in ((True, True), (True, False), (False, True), (False, False))))


def second_marks(read: Sequence[Reading]) -> dict[tuple[str, str], str]:
    """Each document and term that the second reader found told in it: « yes », or « unsure » where nowhere surely."""
    marks: dict[tuple[str, str], str] = {}
    for one in read:
        for code in one.second:
            if code not in one.unsure:
                marks[one.document.id, code] = "yes"
            else:
                marks.setdefault((one.document.id, code), "unsure")
    return marks


def chapter(workspace: Workspace, read: Sequence[Reading]) -> Iterator[str]:
    """The lines about agreement, and every passage on which the two readers differ still."""
    yield "| Vocabulary | Both | First reader alone | Second reader alone | Neither | Cohen's kappa |"
    yield "| --- | --: | --: | --: | --: | --: |"
    for name in VOCABULARIES:
        counted = agreement(read, tuple(workspace.vocabularies[name].by_id))
        yield pipe_row([name, *(str(number) for number in counted), f"{counted.kappa:.2f}"])
    taken = [(one, code) for one in read for code in sorted(one.second & one.now - one.first)]
    yield ""
    yield f"Read again, {len(taken)} codes of the second reader were taken up:"
    yield ""
    for one, code in taken:
        yield f"- {escaped(one.document.title)}, line {one.line}: {code}"
    yield from ("", "On the others the two readers differ still:", "")
    yield pipe_row(["Territory", "Line", "First reader alone", "Second reader alone", "Passage"])
    yield pipe_row(["---"] * 5)
    for one in read:
        if one.now != one.second:
            first = ", ".join(sorted(one.now - one.second))
            second = ", ".join(f"{code}?" if code in one.unsure else code for code in sorted(one.second - one.now))
            name = str(one.document.value("territory.short") or one.document.title)
            yield pipe_row([escaped(name), str(one.line), first, second, escaped(shortened(one.text, _LONGEST))])


def shortened(text: str, longest: int) -> str:
    """A text cut at a word. Units: characters."""
    return text if len(text) <= longest else text[: text.rfind(" ", 0, longest)] + " …"


def _passage(document: Document, opening: str, after: int) -> int:
    """The number of the next passage that begins with these words; headings were not read."""
    for number, passage in enumerate(document.body.passages):
        if number >= after and passage.form != "heading" and passage.text.startswith(opening):
            return number
    raise SystemExit(f"{document.path}: no passage begins with “{opening}”: mend scripts/second_reader.tsv")


def _reading(workspace: Workspace, document: Document, number: int, row: dict[str, str]) -> Reading:
    passage = document.body.passages[number]
    types = {
        entry.id: entry.term
        for coded in workspace.schemas.coded_lists[document.kind.name if document.kind else ""]
        for entry in coded_entries(document, coded)
        if entry.id
    }
    second = row["second"].split()
    return Reading(
        document,
        document.place(passage.span).start.line,
        passage.text,
        frozenset(row["first"].split()),
        frozenset(types.get(code.id, code.id) for code in passage.codes),
        frozenset(code.removesuffix("?") for code in second),
        frozenset(code.removesuffix("?") for code in second if code.endswith("?")),
    )
