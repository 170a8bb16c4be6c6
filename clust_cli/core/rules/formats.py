"""Fields of a format of our own: images, ISBNs and moments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clust_cli.core import catalogue
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.documents import Document
from clust_cli.core.kinds.formats import paths_of_format
from clust_cli.core.moments import first_day
from clust_cli.core.places import Place
from clust_cli.core.rules.links import image_fault
from clust_cli.core.targets import resolve
from clust_cli.core.words import fold
from clust_cli.core.workspace import Workspace

_ISBN = re.compile(r"97[89]\d{10}")
_SHORT_ISBN = re.compile(r"\d{9}[\dX]")
_MOMENT = re.compile(r"(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?")


def check_images(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report images named in fields as those of the text are; where the kind has an `alt` beside one, it is owed."""
    for document, path, target, place in _fields(workspace, "image"):
        found = image_fault(target, resolve(document, target), place, workspace)
        beside = f"{path.rpartition('.')[0]}.alt"
        alt = str(document.value(beside) or "")
        if found:
            yield found
        elif document.kind and document.kind.has_field(beside) and fold(alt) in ("", fold(target.rsplit("/", 1)[-1])):
            yield catalogue.MISSING_ALT.at(document.fields.place(tuple(beside.split("."))), "field", word=target)


def check_isbn(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report book numbers that are none.

    Source: ISO 2108, ISBN of 13 digits: the digits, counted once and three times in turn, add up to tens.
    """
    for _document, _path, word, place in _fields(workspace, "isbn"):
        digits = re.sub(r"[\s-]", "", word.upper().removeprefix("ISBN"))
        if _SHORT_ISBN.fullmatch(digits):
            yield catalogue.WRONG_ISBN.at(
                place, "ten", word=word, near=f"978{digits[:9]}{_check_digit('978' + digits[:9])}"
            )
        elif not _ISBN.fullmatch(digits):
            yield catalogue.WRONG_ISBN.at(place, "", word=word)
        elif digits[-1] != _check_digit(digits[:12]):
            yield catalogue.WRONG_ISBN.at(place, "digit", word=word, digit=_check_digit(digits[:12]))


def check_moments(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report moments of the right form that no calendar has: 2016-02-31."""
    for document, path, word, place in _fields(workspace, "moment"):
        if _MOMENT.fullmatch(word) and first_day(word) is None:
            label = document.kind.label(path) if document.kind else path
            yield catalogue.WRONG_FORM.at(place, "moment", word=word, label=label)


def _check_digit(digits: str) -> str:
    return str(-sum(int(one) * (1, 3)[index % 2] for index, one in enumerate(digits)) % 10)


def _fields(workspace: Workspace, format: str) -> Iterator[tuple[Document, str, str, Place]]:
    """Every filled field of a format: its document, its dotted path, what is written and where."""
    paths = {kind.name: paths_of_format(kind, format) for kind in workspace.kinds.values()}
    for document in workspace.documents:
        for path in paths[document.kind.name] if document.kind else ():
            word = document.value(path)
            if isinstance(word, str) and word:
                yield document, path, word, document.fields.place(tuple(path.split(".")))
