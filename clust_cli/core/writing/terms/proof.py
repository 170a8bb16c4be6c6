"""The proof that a collection with a term renamed or merged says what it said, but for that term.

In: the workspace before and after, read from the new files. Out: the first file that does not read back, if any.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from clust_cli.core.blocks import WORDS
from clust_cli.core.check import Findings
from clust_cli.core.diagnostics import Diagnostic, Severity
from clust_cli.core.documents import Document
from clust_cli.core.plain import Plain
from clust_cli.core.reading.body import Claim
from clust_cli.core.workspace import Workspace
from clust_cli.core.writing.terms.in_fields import field_uses
from clust_cli.core.writing.terms.in_text import QUERIES, block_texts, code_ids, query_ids, rows
from clust_cli.core.writing.terms.recoding import Files, Recoded, trees
from clust_cli.core.writing.terms.swap import Swap
from clust_cli.core.writing.terms.yaml_words import swapped


def unlike(before: Workspace, sources: Files, after: Workspace, made: Recoded) -> str:
    """The path of the first file that does not say what it should; an empty text when all do."""
    expected = {**trees(before, sources), made.path: made.value}
    if made.swap:
        for use in field_uses(before, sources, made.swap):
            expected[use.text.source.path] = swapped(use.tree, use.hits, made.swap.new)
    found = trees(after, {**sources, **made.files})
    for path in {**expected, **found}:
        if expected.get(path) != found.get(path):
            return path
    for old, new in zip(before.documents, after.documents, strict=True):
        if list(_said(old, before, made.swap)) != list(_said(new, after, None)):
            return old.path
    return ""


def new_error(before: Findings, after: Findings) -> Diagnostic | None:
    """The first error that check did not find before."""
    known = Counter((one.rule.id, one.place.path) for one in before.diagnostics if one.severity is Severity.ERROR)
    for one in after.diagnostics:
        mark = (one.rule.id, one.place.path)
        if one.severity is Severity.ERROR and not known[mark]:
            return one
        known[mark] -= one.severity is Severity.ERROR
    return None


def _said(document: Document, workspace: Workspace, swap: Swap | None) -> Iterator[Plain]:
    """What a document's text says, places apart; with a swap, what it must say once the term has given way."""
    body = document.body
    yield [(one.heading, one.words, one.items, one.filled, one.text) for one in body.sections]
    yield [(one.level, one.text, one.id, one.nested) for one in body.headings]
    codes = swap if swap and swap.codes(document, workspace) else None
    for passage in body.passages:
        carried = code_ids(passage, codes) if codes else tuple(code.id for code in passage.codes)
        yield passage.text, passage.section, passage.form, carried
    yield [(link.target, link.empty) for link in body.links]
    yield [(image.target, image.alt) for image in body.images]
    yield [(table.header, table.rows) for table in body.tables]
    yield [(flaw.rule, flaw.word, flaw.variant) for flaw in body.flaws]
    yield body.notes
    yield [(claim.kinds, claim.text, _plain_keys(claim)) for claim in body.claims]
    yield [(fence.words, "" if fence.words and fence.words[0] in WORDS else fence.text) for fence in body.fences]
    for fence, fields in block_texts(document):
        values = {key: value for key, value in fields.values.items() if key != "where"}
        yield swapped(values, rows(fence, fields, swap, workspace), swap.new) if swap else values
    for query in query_ids(document, workspace):
        yield [(axis.name, swap.id(id) if swap and swap.sorts(axis, workspace) else id) for axis, id in query]


def _plain_keys(claim: Claim) -> tuple[tuple[str, str], ...]:
    """The attributes of a claim, but for the queries, which are read on their own."""
    return tuple((key, "" if key in QUERIES else value) for key, value, _span in claim.keys)
