"""The codebook as nodes of a document: a table a vocabulary, of the terms that a memento uses.

In: vocabularies, the documents of a memento. Out: tables with a caption, dressed later by each format.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from clust_cli.core.blocks import CodebookBlock
from clust_cli.core.counting.codebook import TermUse, term_uses
from clust_cli.core.documents import Document
from clust_cli.core.kinds.vocabularies import Vocabulary
from clust_cli.core.printing.ast import Node, Nodes, Row, para, row, strong, table, words
from clust_cli.core.workspace import Workspace

_WIDTHS = (0.27, 0.46, 0.145, 0.125)
_ALIGNED = "llrr"


def codebook_nodes(
    block: CodebookBlock, workspace: Workspace, documents: Sequence[Document], phrases: Mapping[str, str]
) -> Nodes:
    """A table of each vocabulary that codes passages, or of the one asked for, and how its columns count.

    Shape: terms in their vocabulary's order, a full-width row before each group; those that no document names are left
    out, and so is a vocabulary without any other.
    """
    named = [one for one in workspace.vocabularies.values() if one.codable and block.vocabulary in ("", one.name)]
    used = [(one, [use for use in term_uses(workspace, one, documents) if use.documents]) for one in named]
    made = [_table(vocabulary, uses, phrases) for vocabulary, uses in used if uses]
    return [*made, para(words(phrases["codebook_legend"]))] if made else []


def _table(vocabulary: Vocabulary, uses: Sequence[TermUse], phrases: Mapping[str, str]) -> Node:
    names = ("codebook_term", "codebook_definition", "codebook_documents", "codebook_passages")
    rows = list(_rows(vocabulary, uses))
    return table([words(phrases[name]) for name in names], rows, _WIDTHS, _ALIGNED, words(vocabulary.title))


def _rows(vocabulary: Vocabulary, uses: Sequence[TermUse]) -> Iterator[Row]:
    before = ""
    for term, documents, passages in uses:
        if term.group != before and term.group in vocabulary.group_labels:
            yield row([[strong(words(vocabulary.group_labels[term.group]))]], len(_WIDTHS))
        before = term.group
        yield row([words(term.label), words(term.definition), words(str(documents)), words(str(passages))])
