"""Kinds: what a document of each kind holds, read from `schemas/<kind>.yaml`.

In: the plain value of a kind file that its meta-schema accepts. Out: a Kind. Source: docs/kinds.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from clust_cli.core.kinds.field_schemas import inherited_fields, localised
from clust_cli.core.kinds.marked import marked
from clust_cli.core.kinds.vocabularies import label
from clust_cli.core.plain import Plain, Route
from clust_cli.core.words import fold

MAPPED = "departments"
"""The vocabulary whose terms are areas of a map."""


class WordLimits(NamedTuple):
    """Units: words. None where there is no limit."""

    min: int | None = None
    max: int | None = None


class SectionRule(NamedTuple):
    """A section that documents of a kind have.

    `items`: its text is a list; `sheet`: the sheet stands at its head; `tables`: those of the fields, at its end.
    """

    id: str
    heading: str
    aliases: tuple[str, ...] = ()
    required: bool = False
    items: bool = False
    sheet: bool = False
    tables: bool = False
    words: WordLimits = WordLimits()
    prompt: str = ""
    scaffold: str = ""


class OpeningRule(NamedTuple):
    """The text that stands before any heading."""

    title: str
    required: bool = False
    words: WordLimits = WordLimits()
    prompt: str = ""


class FreeSections(NamedTuple):
    """The headings of the author's own: how many at least, and how a scaffold suggests the first."""

    min: int = 0
    heading: str = ""
    prompt: str = ""
    after: str = ""


class SheetRow(NamedTuple):
    """A row of the sheet: a field, another printed beside it in brackets, or a list grouped by one of its fields."""

    field: str
    beside: str = ""
    by: str = ""


class TableRule(NamedTuple):
    """A list that is printed as a table: its field, and the fields of its entries that are the columns."""

    field: str
    columns: tuple[str, ...]


class Axis(NamedTuple):
    """A way to sort documents: by a field's route, or by the codes of their text.

    `route` is dotted, with [] after each list: actions[].type. `label` and `short` are fields of the document, or of
    the entry in which the value stands.
    """

    name: str
    title: str
    route: str = ""
    label: str = ""
    short: str = ""
    codes: str = ""
    section: str = ""


@dataclass(frozen=True)
class Kind:
    """A document kind. `fields` is JSON Schema with `vocabulary` and `print`, its labels in one language.

    `map` is the field of the areas that a map shows.
    """

    name: str
    edition: int
    title: str
    description: str
    fields: Mapping[str, Plain]
    folder: str = ""
    abstract: bool = False
    sections: tuple[SectionRule, ...] = ()
    opening: OpeningRule | None = None
    free_sections: FreeSections | None = None
    sheet: tuple[SheetRow, ...] = ()
    tables: tuple[TableRule, ...] = ()
    map: str = ""
    badges: str = ""
    axes: Mapping[str, Axis] = field(default_factory=dict)
    filters: tuple[str, ...] = ()

    @cached_property
    def rules_by_heading(self) -> Mapping[str, SectionRule]:
        """The rule that each heading and alias answers, folded; the first where two rules share one."""
        names = ((fold(name), rule) for rule in reversed(self.sections) for name in (rule.heading, *rule.aliases))
        return dict(names)

    def schema_at(self, path: str) -> Mapping[str, Plain]:
        """The schema of a field, by its dotted path; lists are entered: people.role, epci.year."""
        schema: Mapping[str, Plain] = self.fields
        for name in path.replace("[]", "").split("."):
            if schema.get("type") == "array":
                schema = schema.get("items", {})
            schema = schema.get("properties", {}).get(name, {})
        return schema

    def label(self, route: Route | str) -> str:
        """The label of a field with its key, as messages show it: « Ville principale (main_town) »."""
        path = route if isinstance(route, str) else ".".join(str(step) for step in route if isinstance(step, str))
        title = self.schema_at(path).get("title")
        return f"{title} ({path})" if title else path

    @cached_property
    def geography(self) -> tuple[tuple[Route, str], ...]:
        """The fields that name something of France, each by its steps ("[]" after a list), and what they name."""
        return tuple(marked(self.fields, "geography"))

    @cached_property
    def quoting(self) -> tuple[tuple[Route, str], ...]:
        """The fields that quote a text, each by its steps, and which text: the document's own."""
        return tuple(marked(self.fields, "quotes"))

    @cached_property
    def ageing(self) -> tuple[tuple[Route, str], ...]:
        """The fields that may have changed by a new edition, each by its steps, and what says how old they are."""
        return tuple(marked(self.fields, "ages"))

    @cached_property
    def coded_fields(self) -> tuple[tuple[Route, str], ...]:
        """The fields whose values are terms, each by its steps, and the vocabulary they take them from."""
        return tuple(marked(self.fields, "vocabulary"))

    def vocabulary_of(self, path: str) -> str:
        """The vocabulary of a field, or of the entries of a list; nothing where its values are free."""
        schema = self.schema_at(path)
        return str(schema.get("vocabulary") or schema.get("items", {}).get("vocabulary", ""))

    def has_field(self, path: str) -> bool:
        """Whether the kind knows a field, by its dotted path."""
        return bool(self.schema_at(path))


def parse_kind(value: Mapping[str, Plain], bases: Mapping[str, Mapping[str, Plain]], lang: str) -> Kind:
    """Make a kind of a plain value that the meta-schema accepts, merged over the kind it extends."""
    free = value.get("free_sections")
    opening = value.get("opening")
    return Kind(
        name=value["kind"],
        edition=int(value["edition"]),
        title=label(value["title"], lang),
        description=label(value.get("description", ""), lang),
        fields=localised(inherited_fields(value, bases), lang),
        folder=value.get("folder", ""),
        abstract=bool(value.get("abstract")),
        sections=tuple(_section(entry, lang) for entry in value.get("sections", ())),
        opening=_opening(opening, lang) if opening else None,
        free_sections=_free_sections(free, lang) if free is not None else None,
        sheet=tuple(_sheet_row(entry) for entry in value.get("sheet", ())),
        tables=tuple(TableRule(entry["field"], tuple(entry["columns"])) for entry in value.get("tables", ())),
        map=value.get("map", ""),
        badges=value.get("badges", ""),
        axes={name: _axis(name, entry, lang) for name, entry in value.get("axes", {}).items()},
        filters=tuple(value.get("filters", ())),
    )


def _section(entry: Mapping[str, Plain], lang: str) -> SectionRule:
    return SectionRule(
        id=entry["id"],
        heading=label(entry["heading"], lang),
        aliases=(*_labels(entry["heading"]), *entry.get("aliases", ())),
        required=bool(entry.get("required")),
        items=bool(entry.get("items")),
        sheet=bool(entry.get("sheet")),
        tables=bool(entry.get("tables")),
        words=_words(entry),
        prompt=label(entry.get("prompt", ""), lang),
        scaffold=entry.get("scaffold", ""),
    )


def _labels(text: Plain) -> tuple[str, ...]:
    return tuple(text.values()) if isinstance(text, Mapping) else (str(text),)


def _opening(entry: Mapping[str, Plain], lang: str) -> OpeningRule:
    return OpeningRule(
        title=label(entry["title"], lang),
        required=bool(entry.get("required")),
        words=_words(entry),
        prompt=label(entry.get("prompt", ""), lang),
    )


def _free_sections(entry: Mapping[str, Plain], lang: str) -> FreeSections:
    heading, prompt = (label(entry.get(name, ""), lang) for name in ("heading", "prompt"))
    return FreeSections(entry.get("min", 0), heading, prompt, entry.get("after", ""))


def _words(entry: Mapping[str, Plain]) -> WordLimits:
    words = entry.get("words", {})
    return WordLimits(words.get("min"), words.get("max"))


def _sheet_row(entry: Plain) -> SheetRow:
    if isinstance(entry, str):
        return SheetRow(entry)
    return SheetRow(entry["field"], entry.get("with", ""), entry.get("by", ""))


def _axis(name: str, entry: Mapping[str, Plain], lang: str) -> Axis:
    return Axis(
        name=name,
        title=label(entry.get("title", name), lang),
        route=entry.get("field", ""),
        label=entry.get("label", ""),
        short=entry.get("short", ""),
        codes=entry.get("codes", ""),
        section=entry.get("section", ""),
    )
