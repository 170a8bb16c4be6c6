"""Documents written for tests of counting: only what counting looks at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml


def monography(territory: str, /, *, title: str = "", body: str = "", **fields: Any) -> str:
    """A monography as text: a territory, and the fields given."""
    place = {"id": territory, "short": territory.title(), **fields.pop("territory", {})}
    values = {"kind": "monography", "edition": 1, "title": title or f"Pays {territory}", "status": "draft"}
    front = yaml.safe_dump({**values, "territory": place, **fields}, allow_unicode=True)
    return f"---\n{front}---\n{body}"


def action(type: str, **fields: Any) -> dict[str, Any]:
    """An action of a type."""
    return {"type": type, "title": f"Une action {type}", **fields}


def actions(*types: str) -> list[dict[str, Any]]:
    """Actions of these types."""
    return [action(type) for type in types]


def collection(documents: Mapping[str, str]) -> dict[str, str]:
    """A memento without a document of its own, that holds these monographies."""
    return {f"mementos/01-essai/monographies/{name}.md": text for name, text in documents.items()}
