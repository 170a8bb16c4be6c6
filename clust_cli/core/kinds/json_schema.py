"""A kind's fields as plain JSON Schema 2020-12, for other tools and for the validator.

In: a kind and the vocabularies. Out: a schema without keywords of ours. Source: docs/kinds.md.
"""

from __future__ import annotations

from collections.abc import Mapping

import jsonschema_rs

from clust_cli.core.kinds.kind import Kind
from clust_cli.core.kinds.vocabularies import Vocabulary
from clust_cli.core.plain import Plain


def json_schema(kind: Kind, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Plain]:
    """Compile a kind's fields to plain JSON Schema 2020-12, the vocabularies filled in as enumerations."""
    schema = _compiled(kind.fields, vocabularies)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": kind.title, **schema}


def _compiled(schema: Plain, vocabularies: Mapping[str, Vocabulary]) -> Plain:
    if isinstance(schema, list):
        return [_compiled(inner, vocabularies) for inner in schema]
    if not isinstance(schema, Mapping):
        return schema
    compiled = {
        key: inner if key == "contains" else _compiled(inner, vocabularies)
        for key, inner in schema.items()
        if key not in ("vocabulary", "print", "geography", "quotes")
    }
    name = schema.get("vocabulary")
    if isinstance(name, str) and name in vocabularies:
        compiled["enum"] = [term.id for term in vocabularies[name].terms]
    if "properties" in schema and isinstance(schema["properties"], Mapping):
        compiled["additionalProperties"] = False
    return compiled


def validator(schema: dict[str, Plain]) -> jsonschema_rs.Draft202012Validator:
    """The validator of a schema, formats included; made once, it judges documents by the thousand."""
    return jsonschema_rs.Draft202012Validator(schema, validate_formats=True)


def is_pattern(text: str) -> bool:
    """Whether the validator understands a regular expression."""
    try:
        validator({"pattern": text})
    except (jsonschema_rs.ValidationError, ValueError):
        return False
    return True
