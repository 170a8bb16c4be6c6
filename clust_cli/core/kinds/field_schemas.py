"""The fields of kinds as schemas: inherited and merged, in one language; which vocabularies they name.

In and out: JSON Schema with words of ours, as plain values. Source: docs/kinds.md, “Fields” and “Extending”.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clust_cli.core.kinds.vocabularies import label
from clust_cli.core.plain import Plain


def inherited_fields(
    value: Mapping[str, Plain], bases: Mapping[str, Mapping[str, Plain]], below: tuple[str, ...] = ()
) -> dict[str, Plain]:
    """A kind's fields merged over those of the kind it extends, and so on upwards; a circle ends where it closes."""
    name, base = value["kind"], bases.get(value.get("extends", ""))
    if base is None or name in below:
        return merged_fields({}, value["fields"])
    return merged_fields(inherited_fields(base, bases, (*below, name)), value["fields"])


def merged_fields(base: Mapping[str, Plain], own: Mapping[str, Plain]) -> dict[str, Plain]:
    """The base's fields, then the kind's own; a field named again is moved to where it is named."""
    base_properties, own_properties = base.get("properties", {}), own.get("properties", {})
    properties = {name: schema for name, schema in base_properties.items() if name not in own_properties}
    for name, schema in own_properties.items():
        properties[name] = {**base_properties.get(name, {}), **schema}
    required = [*base.get("required", ()), *own.get("required", ())]
    return {"type": "object", "required": required, "properties": properties}


def localised(schema: Plain, lang: str) -> Plain:
    """The schema with each label and prompt in one language."""
    if isinstance(schema, Mapping):
        return {
            key: label(inner, lang) if key in ("title", "description") and _is_label(inner) else localised(inner, lang)
            for key, inner in schema.items()
        }
    if isinstance(schema, list):
        return [localised(inner, lang) for inner in schema]
    return schema


def vocabularies_used(schema: Plain) -> Iterator[str]:
    """The names of the vocabularies that a schema refers to."""
    if isinstance(schema, Mapping):
        if isinstance(schema.get("vocabulary"), str):
            yield schema["vocabulary"]
        for inner in schema.values():
            yield from vocabularies_used(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from vocabularies_used(inner)


def _is_label(value: Plain) -> bool:
    """A `title` may also be the name of a field, whose value is then a schema."""
    return not isinstance(value, Mapping) or (not ({"type", "properties"} & set(value)) and bool(value))
