"""What the commands print with: colours on a terminal, plain text elsewhere, choices checked in our words."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from clust_cli.core.diagnostics import Severity
from clust_cli.core.documents import Document
from clust_cli.core.words import nearest
from clust_cli.core.workspace import Memento, Workspace
from clust_cli.errors import ClustError
from clust_cli.reports.language import N_

_COLOURS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.NOTE: "36"}


def is_coloured() -> bool:
    """Whether this is a terminal that shows colours; NO_COLOR is obeyed."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def paint(text: str, severity: Severity) -> str:
    """Colour a text by its severity where colours are shown."""
    if not is_coloured():
        return text
    return f"\x1b[{_COLOURS[severity]}m{text}\x1b[0m"


def chosen(word: str, known: Iterable[str], option: str, hint: str = N_("there are: {known}")) -> str:
    """The word if it is one of the known ones; `option` is what the reader calls it.

    Errors: ClustError that names the nearest; its hint lists them all, or says where they are listed.
    """
    choices = tuple(known)
    if word in choices:
        return word
    near = nearest(word, choices)
    message = (
        N_("{option}: “{word}” is not known; did you mean “{near}”?") if near else N_("{option}: “{word}” is not known")
    )
    raise ClustError(message, hint, option=option, word=word, near=near, known=", ".join(choices))


def chosen_rule(id: str, option: str) -> str:
    """The id of a rule. Errors: ClustError that names the nearest; there are too many to list."""
    from clust_cli.core.catalogue import BY_ID

    return chosen(id, BY_ID, option, N_("“clust explain” lists the rules"))


def find_memento(workspace: Workspace, number: str, hint: str = N_("there are: {known}")) -> Memento:
    """The memento of a number written by the user.

    Errors: ClustError that lists the mementos there are.
    """
    known = ", ".join(f"{memento.number} ({memento.title})" for memento in workspace.mementos) or "–"
    memento = workspace.memento(int(number)) if number.isascii() and number.isdigit() else None
    folders = [one.folder for one in workspace.mementos if memento and one.number == memento.number]
    if len(folders) > 1:
        raise ClustError(
            N_("several folders carry the number {word}: {folders}"),
            N_("rename one of the two folders with another number"),
            word=number,
            folders=", ".join(folders),
        )
    if memento is None:
        raise ClustError(N_("there is no memento “{word}”"), hint, word=number, known=known)
    return memento


def find_document(workspace: Workspace, kind: str, name: str) -> Document:
    """The document of a kind that the user names by its file: pays-de-langres, or 02/pays-de-langres.

    Errors: ClustError that names the nearest, lists them, or asks which memento's is meant.
    """
    known = [one for one in workspace.documents if one.kind and one.kind.name == kind]
    found = [one for one in known if name.removesuffix(".md") in (one.slug, one.id)]
    ids = ", ".join(one.id for one in found or known) or "–"
    if len(found) > 1:
        raise ClustError(N_("several documents are called “{word}”"), N_("write one of: {known}"), word=name, known=ids)
    if not found:
        near = nearest(name, [one.slug for one in known])
        message = (
            N_("there is no document “{word}”; did you mean “{near}”?") if near else N_("there is no document “{word}”")
        )
        raise ClustError(message, N_("there are: {known}"), word=name, near=near, known=ids)
    return found[0]
