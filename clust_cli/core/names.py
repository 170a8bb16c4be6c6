"""The register of names: how territories, organisations, clusters and people are written, and how they are not.

In: the bytes of names.yaml. Out: a Register, with what is wrong in the file. Knows no document.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.places import Place, Source
from clust_cli.core.plain import Plain
from clust_cli.core.reading.fields import Fields
from clust_cli.core.reading.fields_file import parse_fields_file
from clust_cli.core.reading.yaml_text import YamlText

NAMES = "names.yaml"
_TEXTS: Plain = {"type": "array", "items": {"type": "string"}}
_ANY: Plain = {"type": "object", "properties": {"short": _TEXTS, "rejected": _TEXTS}}
_ROLES: Plain = {"type": "array", "items": {"type": "string", "vocabulary": "roles"}}
_PERSON: Plain = {"type": "object", "properties": {**_ANY["properties"], "roles": _ROLES}}
_GROUPS = ("territories", "organisations", "clusters", "brands", "programmes", "towns")
SCHEMA: Plain = {
    "type": "object",
    "properties": {
        "format": {"type": "integer"},
        **{group: {"type": "object", "additionalProperties": _ANY} for group in _GROUPS},
        "people": {"type": "object", "additionalProperties": _PERSON},
    },
}
"""The fields of names.yaml, read like those of a document. No file: reading it took longer than reading the names."""


class Name(NamedTuple):
    """A registered name: its group, the other forms that are accepted, those that are refused, a person's roles."""

    text: str
    group: str
    short: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms that may be written, the name itself first."""
        return (self.text, *self.short)


@dataclass(frozen=True)
class Register:
    """The names of a collection, in the order of their file."""

    fields: Fields = field(default_factory=lambda: Fields(YamlText(Source("", b""), "", 0)))
    faults: tuple[Diagnostic, ...] = ()

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Every name that could be read."""
        return tuple(_names(self.fields.values))

    def place(self, name: Name, form: str = "") -> Place:
        """Where a name, or one of its other forms, is registered."""
        route = (name.group, name.text)
        said = self.fields.values[name.group][name.text] or {}
        for key, forms in said.items():
            if form in forms:
                return self.fields.place((*route, key, forms.index(form)))
        return self.fields.key_place(route)


def parse_names(data: bytes) -> Register:
    """Read names.yaml; one that is broken makes an empty register and says why.

    Source: docs/formats.md, “names.yaml”.
    """
    read = parse_fields_file(Source(NAMES, data), SCHEMA)
    return Register(faults=(read,)) if isinstance(read, Diagnostic) else Register(read, read.faults)


def _names(values: Mapping[str, Plain]) -> Iterator[Name]:
    for group, names in values.items():
        if not isinstance(names, Mapping):
            continue
        for text, said in names.items():
            about = said if isinstance(said, Mapping) else {}
            lists = (tuple(one for one in about.get(key, ()) if one) for key in ("short", "rejected", "roles"))
            yield Name(text, group, *lists)
