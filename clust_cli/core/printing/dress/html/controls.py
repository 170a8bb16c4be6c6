"""The controls of a cross-table: hidden until the script of the page shows them, for without it they do nothing."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from clust_cli.core.printing.dress.html.elements import element
from clust_cli.core.printing.filters import Filter, read
from clust_cli.core.printing.typography import typeset_text


def filter_controls(attributes: Mapping[str, str], phrases: Mapping[str, str]) -> str:
    """One choice for each filter, a button that undoes them, and a line that says how much is left."""
    found = read(attributes.get("filters", ""))
    if not found:
        return ""
    choices = "\n".join(_choice(one, phrases) for one in found)
    reset = element("button", escape(phrases["filter_reset"]), type="reset")
    title = typeset_text(attributes.get("title", ""), phrases["lang"])
    line = phrases["filter_shown"].format(title=title, shown="{shown}", all="{all}")
    status = element("p", "", role="status", data_line=line)
    inside = f"{element('legend', escape(phrases['filter']))}\n{choices}\n{reset}\n{status}"
    return f'<form class="filter" hidden>{element("fieldset", inside)}</form>\n'


def _choice(one: Filter, phrases: Mapping[str, str]) -> str:
    any_value = f'<option value="">{escape(phrases["filter_any"])}</option>'
    values = (
        element("option", _words(choice.label, phrases), value=" ".join(map(str, choice.columns)))
        for choice in one.choices
    )
    return element("label", f"{_words(one.title, phrases)} " + element("select", any_value + "".join(values)))


def _words(text: str, phrases: Mapping[str, str]) -> str:
    return escape(typeset_text(text, phrases["lang"]))
