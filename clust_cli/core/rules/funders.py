"""The funders: each memento names one, and tells what that one wants told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clust_cli.core import catalogue
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.documents import Document
from clust_cli.core.funding import funder_of, holds, told
from clust_cli.core.kinds.funders import Duty, Funder
from clust_cli.core.kinds.kind import Kind
from clust_cli.core.plain import Plain
from clust_cli.core.workspace import Workspace


def check_funder(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report a memento whose compulsory mention cannot be printed: nobody names the funder."""
    if workspace.config.faults:
        return  # clust.yaml may name the funder in a line that could not be read
    for memento in workspace.mementos:
        document = memento.document
        if document is None or document.kind is None:
            continue
        named = document.value("funder") or workspace.config.values.get("funder")
        if not named and ("funder",) not in document.fields.wrong and "funder" not in document.gaps:
            yield catalogue.MISSING_FUNDER_MENTION.at(document.heading_place, word="funder")


def check_duties(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report what a memento's funder wants told and nobody tells; and a funder whose wording nobody has confirmed."""
    for memento in workspace.mementos:
        document = memento.document
        funder = funder_of(workspace, document) if document else None
        if document is None or document.kind is None or funder is None:
            continue
        for duty in funder.duties:
            if holds(workspace, document, duty) and not told(workspace, document, duty.field):
                yield from _unmet(document, document.kind, duty, funder)
        if not funder.confirmed:
            place = (
                document.fields.place(("funder",)) if document.value("funder") else workspace.config.place(("funder",))
            )
            yield catalogue.UNCONFIRMED_FUNDER.at(place, word=funder.id, source=funder.source)


def _unmet(document: Document, kind: Kind, duty: Duty, funder: Funder) -> Iterator[Diagnostic]:
    route = tuple(duty.field.split("."))
    if any(route[:length] in document.fields.wrong for length in range(1, len(route) + 1)):
        return  # it is there, and told as unreadable
    is_there = route in document.fields.keys
    schema = kind.schema_at(duty.field)
    if is_there and not document.is_finished:
        # What a scaffold leaves to be filled in is unfinished, like any field; it becomes a duty in the end.
        place, prompt = document.fields.key_place(route), str(schema.get("description", ""))
        label = kind.label(duty.field)
        yield catalogue.UNFILLED_FIELD.at(place, word=route[-1], field=duty.field, label=label, prompt=prompt)
        return
    yield catalogue.UNMET_FUNDER_DUTY.at(
        document.fields.key_place(route) if is_there else document.heading_place,
        "" if len(route) == 1 else "group",
        word=duty.field,
        label=kind.label(duty.field),
        funder=funder.title,
        source=duty.source,
        line=_line(route, schema),
    )


def _line(route: tuple[str, ...], schema: Mapping[str, Plain]) -> str:
    """What to write, on one line: funding: {leader_logo: {file: …, alt: …}}."""
    *outer, last = route
    group = ", ".join(f"{name}: …" for name in schema.get("properties", {}))
    return "".join(f"{name}: {{" for name in outer) + f"{last}: {f'{{{group}}}' if group else '…'}" + "}" * len(outer)
