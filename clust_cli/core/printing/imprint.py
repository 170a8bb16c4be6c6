"""The details of the imprint: what a funder wants told, what is told of the book, and who wrote what.

In: a workspace, a memento and the phrases of print. Out: labelled texts, their typography corrected; logos by path.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from clust_cli.core.documents import Document
from clust_cli.core.funding import funder_of, holds, told
from clust_cli.core.kinds.formats import paths_of_format
from clust_cli.core.kinds.funders import Duty
from clust_cli.core.printing.printed import printed
from clust_cli.core.printing.typography import typeset_text
from clust_cli.core.targets import resolve
from clust_cli.core.workspace import Workspace

Phrases = Mapping[str, str]
_FUNDING = ("responsible", "managing_authority")
_PUBLICATION = ("publisher", "director", "printer", "legal_deposit", "isbn")


@dataclass(frozen=True, slots=True)
class Detail:
    """A line of the imprint: what it tells of, and what it tells."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class FunderLogo:
    """A logo that a funder wants beside its sentence: the image, the name of its copy, and what it says."""

    path: str
    name: str
    alt: str


def duties(workspace: Workspace, memento: Document, phrases: Phrases) -> Iterator[Detail]:
    """Who answers for the content, who manages the programme, and what else the funder wants told."""
    yield from _details(workspace, memento, (*_FUNDING, *_other_duties(workspace, memento)), phrases)


def book_details(workspace: Workspace, memento: Document, phrases: Phrases) -> Iterator[Detail]:
    """What is told of the book."""
    yield from _details(workspace, memento, _PUBLICATION, phrases)


def funder_logos(workspace: Workspace, memento: Document) -> Iterator[FunderLogo]:
    """The images that the funder's duties name, where they can be printed."""
    funder = funder_of(workspace, memento)
    for number, duty in enumerate(funder.duties if funder else (), 1):
        field = _image_of(memento, duty)
        target = memento.value(field) if field else None
        path = resolve(memento, target) if isinstance(target, str) else None
        header = workspace.images.get(path or "")
        if path and header and not header.trouble and holds(workspace, memento, duty):
            alt = str(memento.value(f"{field.rpartition('.')[0]}.alt") or "")
            yield FunderLogo(path, f"funder-{number}.{path.rsplit('.', 1)[-1].lower()}", alt)


def writers(documents: Iterable[Document], phrases: Phrases) -> Iterator[Detail]:
    """Who wrote each document, where it says so."""
    for document in documents:
        schema = document.kind.schema_at("authors") if document.kind else {}
        text = printed(document.value("authors"), schema, {}) if schema else ""
        if text:
            yield Detail(typeset_text(document.title, phrases["lang"]), typeset_text(text, phrases["lang"]))


def month_and_year(text: str, phrases: Phrases) -> str:
    """« Avril 2017 » of 2017-04: it stands alone, so it begins with a capital."""
    year, _, month = text.partition("-")
    if not month.isdigit() or not 1 <= int(month) <= 12:
        return ""
    return f"{phrases['months'].split()[int(month) - 1].capitalize()} {year}"


def _other_duties(workspace: Workspace, memento: Document) -> Iterator[str]:
    """The fields that this funder wants told beyond those that every imprint tells; its images stand elsewhere."""
    funder = funder_of(workspace, memento)
    for duty in funder.duties if funder else ():
        known = duty.field in (*_FUNDING, *_PUBLICATION) or _image_of(memento, duty)
        if not known and holds(workspace, memento, duty):
            yield duty.field


def _image_of(memento: Document, duty: Duty) -> str:
    """The path of the image field that a duty speaks of, or an empty text: the field itself, or the file of a group."""
    paths = paths_of_format(memento.kind, "image") if memento.kind else ()
    return next((path for path in paths if f"{path}.".startswith(f"{duty.field}.")), "")


def _details(workspace: Workspace, memento: Document, names: Iterable[str], phrases: Phrases) -> Iterator[Detail]:
    """The filled ones of some fields, each with the label that the kind gives it."""
    for name in names:
        schema = memento.kind.schema_at(name) if memento.kind else {}
        text = printed(told(workspace, memento, name), schema, workspace.vocabularies)
        month = month_and_year(text, phrases) if name == "legal_deposit" else ""
        if text and schema:
            label = typeset_text(str(schema.get("title", name)), phrases["lang"])
            yield Detail(label, month.lower() or (text if name == "isbn" else typeset_text(text, phrases["lang"])))
