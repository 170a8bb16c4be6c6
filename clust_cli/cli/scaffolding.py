"""Where a new document goes, and its first text, tried before it is written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from clust_cli.cli.answers import refusal
from clust_cli.cli.output import chosen, find_memento
from clust_cli.cli.words import N_, _
from clust_cli.core.documents import Document
from clust_cli.core.kinds.kind import Kind
from clust_cli.core.plain import Plain
from clust_cli.core.words import slug
from clust_cli.core.workspace import Memento, Workspace
from clust_cli.core.writing.scaffold import Answers, scaffold, starting_fields
from clust_cli.core.writing.trial import try_document
from clust_cli.errors import ClustError
from clust_cli.reports.captions import captions
from clust_cli.reports.language import speaker

MEMENTO = "memento"
"""The one kind whose documents make a folder of their own."""
_LAST_NUMBER = 99
_BEGIN_MEMENTO = N_('there are: {known}; begin it first: clust new memento "…" --memento {word}')


@dataclass(frozen=True, slots=True)
class Target:
    """A document to be: its kind, title, path, and the document that already stands under its id."""

    kind: Kind
    title: str
    path: str
    number: int
    existing: Document | None


def chosen_kind(workspace: Workspace, name: str) -> Kind:
    """The kind of a name; ClustError suggests the nearest."""
    kinds = {kind.name: kind for kind in workspace.kinds.values() if not kind.abstract}
    return kinds[chosen(name, kinds, _("KIND"))]


def find_target(workspace: Workspace, kind: Kind, name: str, memento: str) -> Target:
    """Where a document of this kind and name goes.

    Errors: ClustError when the name has no letter, or its memento is unknown, taken or not said.
    """
    title = " ".join(name.split())
    if not slug(title):
        raise ClustError(N_("“{word}” gives no file name"), N_("give a title with letters or figures"), word=name)
    if kind.name == MEMENTO:
        return _new_memento(workspace, kind, title, memento)
    holder = find_memento(workspace, memento, _BEGIN_MEMENTO) if memento else _draft(workspace)
    folder = f"{holder.folder}/{kind.folder}" if kind.folder else holder.folder
    existing = workspace.by_id.get(f"{holder.number:02}/{slug(title)}")
    return Target(kind, title, f"{folder}/{slug(title)}.md", holder.number, existing)


def refuse_to_overwrite(root: Path, target: Target) -> None:
    """Stop when the file is there, or another of the memento has its name.

    Errors: ClustError; nothing was changed.
    """
    path = root / target.path
    if target.existing or path.exists() or path.is_symlink():
        raise ClustError(
            N_("“{path}” already exists; nothing was changed"),
            N_("give another name, or complete the file with --interview"),
            path=target.existing.path if target.existing else target.path,
        )


def fresh(workspace: Workspace, target: Target, answers: Answers) -> bytes:
    """The scaffold with its answers, in the collection's language.

    Errors: ClustError when check would refuse an answer; nothing is written then.
    """
    start = starting_fields(target.kind, target.title)
    if target.kind.name == MEMENTO:
        start["number"] = target.number
    filled = Answers(_over(start, answers.fields), answers.sections)
    text = scaffold(target.kind, filled, workspace.vocabularies, captions(speaker(workspace.lang)))
    data = text.encode()
    trial = try_document(workspace, target.path, data)
    if trial.refused:
        raise refusal(trial.refused)
    return data


def _over(start: Plain, answers: Plain) -> dict[str, Plain]:
    """The answers over what clust fills in, field by field."""
    both = dict(start)
    for name, value in answers.items():
        known = both.get(name)
        both[name] = {**known, **value} if isinstance(known, dict) and isinstance(value, dict) else value
    return both


def _new_memento(workspace: Workspace, kind: Kind, title: str, number: str) -> Target:
    taken = {memento.number: memento for memento in workspace.mementos}
    if number and not (number.isascii() and number.isdigit() and 1 <= int(number) <= _LAST_NUMBER):
        raise ClustError(N_("“{word}” is no memento number"), N_("give a number from 1 to 99"), word=number)
    chosen_number = int(number) if number else max(taken, default=0) + 1
    folder = f"mementos/{chosen_number:02}-{slug(title)}"
    if chosen_number in taken and taken[chosen_number].folder != folder:
        raise ClustError(
            N_("memento {number} already exists: “{path}”; nothing was changed"),
            N_("choose another number, or none: the next free one is taken"),
            number=chosen_number,
            path=taken[chosen_number].folder,
        )
    path = f"{folder}/memento.md"
    return Target(kind, title, path, chosen_number, workspace.by_path.get(path))


def _draft(workspace: Workspace) -> Memento:
    """The only memento in draft."""
    drafts = [one for one in workspace.mementos if one.document is None or one.document.status == "draft"]
    if len(drafts) == 1:
        return drafts[0]
    known = ", ".join(f"{memento.number} ({memento.title})" for memento in workspace.mementos) or "–"
    raise ClustError(N_("which memento does it belong to?"), N_("add --memento N; there are: {known}"), known=known)
