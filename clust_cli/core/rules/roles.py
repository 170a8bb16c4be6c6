"""The roles of people: what documents give them, against what the register does."""

from __future__ import annotations

from collections.abc import Iterator

from clust_cli.core import catalogue
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.kinds.kind import Kind
from clust_cli.core.reading.fields import entries
from clust_cli.core.words import fold, nearest
from clust_cli.core.workspace import Workspace

VOCABULARY = "roles"


def check_roles(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report a person whom a document gives a role that the register does not, and roles that do not exist."""
    people = [name for name in workspace.names.names if name.roles]
    vocabulary = workspace.vocabularies.get(VOCABULARY)
    if not people or vocabulary is None:
        return
    for person in people:
        for index, role in enumerate(person.roles):
            if role not in vocabulary.by_id:
                near = nearest(role, vocabulary.by_id)
                place = workspace.names.fields.place(("people", person.text, "roles", index))
                known = tuple(vocabulary.by_id)
                variant = "" if near else "list"
                yield catalogue.UNKNOWN_VALUE.at(place, variant, word=role, near=near, known=known, label="roles")
    roles = {fold(form): person.roles for person in people for form in person.forms}
    for document in workspace.documents:
        for field in _fields_of_people(document.kind) if document.kind else ():
            for index, entry in entries(document.values, field):
                role, name = str(entry.get("role", "")), str(entry.get("name", ""))
                expected = roles.get(fold(name), ())
                if expected and role in vocabulary.by_id and role not in expected:
                    place = document.fields.place((field, index, "role"))
                    yield catalogue.ROLE_MISMATCH.at(place, word=role, name=name, expected=expected)


def _fields_of_people(kind: Kind) -> Iterator[str]:
    """The lists of a kind whose entries have a coded role."""
    for name, schema in kind.fields.get("properties", {}).items():
        role = schema.get("items", {}).get("properties", {}).get("role", {})
        if role.get("vocabulary") == VOCABULARY:
            yield name
