"""Put right the numbers that documents claim of one another, and leave every other byte as it was.

In: a workspace and what check tells of it. Out: the new bytes of files. Knows no disk.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from clust_cli.core import catalogue
from clust_cli.core.counting.claim_words import Finding
from clust_cli.core.counting.claims import claims
from clust_cli.core.diagnostics import Diagnostic, Severity
from clust_cli.core.documents import Document
from clust_cli.core.places import Span
from clust_cli.core.reading.body import Claim
from clust_cli.core.reading.markdown import parse_body
from clust_cli.core.workspace import Workspace, memento_folder
from clust_cli.core.writing.splicing import Change, spliced


class Fixed(NamedTuple):
    """A file with its claims put right."""

    document: Document
    data: bytes
    changes: tuple[Change, ...]


def fix_claims(workspace: Workspace, told: Iterable[Diagnostic], everything: Iterable[Diagnostic]) -> tuple[Fixed, ...]:
    """Put right those of the false claims told that have a number which can be written as its author did.

    Shape: a claim whose words hold marks, a comment or a line's end is left to its author; so are all of a memento in
    whose fields or codes check tells errors, for they may hide what should be counted.
    """
    faulty = {memento_folder(one.place.path) for one in everything if _hides(one, workspace)}
    places = {(one.place.path, one.place.span) for one in told if one.rule is catalogue.FALSE_CLAIM}
    changes: dict[str, list[Change]] = {}
    for document, claim, found in claims(workspace) if places else ():
        place = document.place(claim.span)
        is_told = (document.path, claim.span) in places and memento_folder(document.path) not in faulty
        if is_told and isinstance(found, Finding) and found.written and place.quoted == claim.text:
            changes.setdefault(document.path, []).append(Change(place, claim.text, found.written))
    return tuple(_proved(workspace.by_path[path], tuple(some)) for path, some in changes.items())


def _hides(diagnostic: Diagnostic, workspace: Workspace) -> bool:
    """Whether a fault may keep something from being counted: an error in fields, or a code that is none."""
    document = workspace.by_path.get(diagnostic.place.path)
    in_fields = document is not None and diagnostic.place.span.start < document.body_start
    return diagnostic.severity is Severity.ERROR and (in_fields or diagnostic.rule is catalogue.UNKNOWN_CODE)


def _proved(document: Document, changes: tuple[Change, ...]) -> Fixed:
    """The file with its changes; reading it back, the claims are the same but for their numbers.

    Errors: ValueError when they are not: a bug, and nothing may be written.
    """
    data = spliced(document.source.data, changes)
    said = {change.place.span: change for change in changes}
    before = document.body.claims
    after = parse_body(data[document.body_start :], document.body_start).claims
    if len(before) != len(after) or not all(_same(*pair, said) for pair in zip(before, after, strict=True)):
        raise ValueError(f"{document.path}: the claims do not read back")
    return Fixed(document, data, changes)


def _same(before: Claim, after: Claim, said: Mapping[Span, Change]) -> bool:
    """Whether a claim reads back as it should; a longer one around a number put right differs from what it was."""
    own = said.get(before.span)
    if own or before.text == after.text:
        return (before.kinds, own.after if own else before.text) == (after.kinds, after.text)
    inside = any(before.span.start <= span.start and span.end <= before.span.end for span in said)
    return inside and before.kinds == after.kinds
