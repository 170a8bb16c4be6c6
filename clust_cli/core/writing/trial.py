"""Try a document before it is written: what check would refuse, and what it would still miss.

In: a workspace, a path, the bytes to try. Out: the document and its diagnostics, judged by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from clust_cli.core.check import GAP_RULES, check
from clust_cli.core.diagnostics import Diagnostic, Severity
from clust_cli.core.documents import Document, parse_document
from clust_cli.core.places import Source
from clust_cli.core.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Trial:
    """A document tried: `missing` is what it still owes, `refused` are its errors of any other sort."""

    document: Document
    missing: tuple[Diagnostic, ...]
    refused: tuple[Diagnostic, ...]

    def refused_since(self, before: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
        """The errors that an earlier trial of the document did not have."""
        known = Counter(map(_mark, before))
        new = []
        for one in self.refused:
            if known[_mark(one)] > 0:
                known[_mark(one)] -= 1
            else:
                new.append(one)
        return tuple(new)


def try_document(workspace: Workspace, path: str, data: bytes) -> Trial:
    """Read and check one document alone, as if it stood at a path of the workspace."""
    document = parse_document(Source(path, data), workspace.kinds)
    alone = replace(workspace, documents=(document,), mementos=(), faults=())
    found = [one for one in check(alone).diagnostics if one.place.path == path]
    missing = tuple(one for one in found if one.rule.id in GAP_RULES)
    refused = tuple(one for one in found if one.rule.id not in GAP_RULES and one.severity is Severity.ERROR)
    return Trial(document, missing, refused)


def _mark(diagnostic: Diagnostic) -> tuple[str, str]:
    return diagnostic.rule.id, diagnostic.word
