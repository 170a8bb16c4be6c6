"""Elements of HTML as texts: every value escaped, no attribute without a value."""

from __future__ import annotations

from html import escape


def element(name: str, inside: str = "", **attributes: str) -> str:
    """An element around what is HTML already. Shape: `class_` and `aria_label` are written class and aria-label."""
    return f"<{name}{_written(attributes)}>{inside}</{name}>"


def void(name: str, **attributes: str) -> str:
    """An element that holds nothing: img, br."""
    return f"<{name}{_written(attributes)}>"


def _written(attributes: dict[str, str]) -> str:
    pairs = ((key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items() if value)
    return "".join(f' {key}="{escape(value)}"' for key, value in pairs)
