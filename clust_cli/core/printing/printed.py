"""Values as they are printed: labels for codes, grouped thousands, and the `print:` templates of a kind.

In: a value, its schema and the vocabularies. Out: a text. Source: docs/kinds.md, “Printing”.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from clust_cli.core.kinds.vocabularies import Vocabulary
from clust_cli.core.plain import Plain

FINE = "\u202f"
_PART = re.compile(r"\[([^\[\]]*)\]|([^\[\]]+)")
_NAME = re.compile(r"\{(\w+)\}")


def printed(value: Plain, schema: Mapping[str, Plain], vocabularies: Mapping[str, Vocabulary]) -> str:
    """A value as it is printed; an empty text where there is nothing to print."""
    if value is None:
        return ""
    if isinstance(value, list):
        entries = (printed(entry, schema.get("items", {}), vocabularies) for entry in value)
        return ", ".join(entry for entry in entries if entry)
    if isinstance(value, Mapping):
        return _object(value, schema, vocabularies)
    if isinstance(value, int | float):
        return str(value) if _is_year(schema) else number(value)
    vocabulary = vocabularies.get(schema.get("vocabulary", ""))
    return vocabulary.label(str(value)) if vocabulary else str(value)


def filled(template: str, values: Mapping[str, str]) -> str:
    """Fill a template: `{name}` is a value, `[…]` drops out when a value inside it is missing.

    Shape: an empty text when a value outside brackets is missing.
    """
    parts = []
    for optional, plain in _PART.findall(template):
        part = optional or plain
        if all(values.get(name) for name in _NAME.findall(part)):
            parts.append(_NAME.sub(lambda found: values[found[1]], part))
        elif plain:
            return ""
    return "".join(parts)


def number(value: float) -> str:
    """A number with its thousands set apart by a fine space: 46 462. From ten thousand on, and for thousands too."""
    return f"{value:,}".replace(",", FINE)


def _object(value: Mapping[str, Plain], schema: Mapping[str, Plain], vocabularies: Mapping[str, Vocabulary]) -> str:
    properties: Mapping[str, Plain] = schema.get("properties", {})
    texts = {name: printed(inner, properties.get(name, {}), vocabularies) for name, inner in value.items()}
    if "print" in schema:
        # Two brackets in a row are run together: « PETR (pôle…) (depuis 2016) ».
        return filled(schema["print"], texts).replace(") (", ", ")
    return ", ".join(text for text in texts.values() if text)


def _is_year(schema: Mapping[str, Plain]) -> bool:
    """An integer that must lie between 1900 and 2100 is a year, which has no thousands to set apart."""
    return bool(schema.get("minimum") == 1900 and schema.get("maximum") == 2100)
