"""The fields of an interview: asked in the kind's order, lists entry by entry, each answer validated and saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import typer

from clust_cli.cli.ask import Question, draw, read_answer
from clust_cli.cli.session import Session
from clust_cli.cli.words import N_, _, say
from clust_cli.core.diagnostics import Severity
from clust_cli.core.places import Place
from clust_cli.core.plain import Plain, Route, dotted
from clust_cli.core.writing.answers import schema_at, typed
from clust_cli.core.writing.choices import choices
from clust_cli.core.writing.edit import UneditableError, set_field
from clust_cli.core.writing.front_matter import demanded
from clust_cli.reports.sentences import tell

Schema = Mapping[str, Plain]


class FieldInterview:
    """Asks fields of a session's document."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def ask_route(self, route: Route) -> None:
        """Ask the field a route leads to."""
        schema = schema_at(self.session.kind.fields, route)
        if schema is not None:
            self._entry_heading(route[:-1])
            self.ask(route, schema)

    def ask(self, route: Route, schema: Schema) -> bool:
        """Ask a field, and all that is inside it; whether anything was answered."""
        items = schema.get("items", {})
        if schema.get("type") == "object" and "properties" in schema:
            typer.echo(f"\n— {self._label(route, schema)} —")
            answered = [self.ask((*route, name), inner) for name, inner in schema["properties"].items()]
            return any(answered)
        if schema.get("type") == "array" and "properties" in items:
            return self._entries(route, schema)
        return self._value(route, schema)

    def ask_demanded(self, place: Place) -> None:
        """Ask for the entry that a list must hold and does not, as the president among the people."""
        fields = self.session.trial.document.fields
        for route in tuple(fields.keys):
            schema = schema_at(self.session.kind.fields, route)
            if schema and demanded(schema) and fields.key_place(route) == place:
                self._entry((*route, len(self._at(route) or ())), schema["items"], demanded(schema))
                return

    def _entries(self, route: Route, schema: Schema) -> bool:
        """Ask the entries there are, then new ones until the first question of one is skipped."""
        typer.echo(f"\n— {self._label(route, schema)} —")
        if schema.get("description"):
            typer.echo(f"  {schema['description']}")
        index = 0
        while True:
            known = index < len(self._at(route) or ())
            if not self._entry((*route, index), schema["items"], {}) and not known:
                return index > 0
            index += 1

    def _entry(self, route: Route, schema: Schema, preset: Mapping[str, Plain]) -> bool:
        """Ask one entry: what it must say first; skipping that ends the list."""
        self._entry_heading(route, preset)
        (first, first_schema), *others = [pair for pair in _required_first(schema) if pair[0] not in preset]
        known = self._at(route) is not None
        if not self.ask((*route, first), first_schema) and not known:
            return False
        for name, value in preset.items():
            self._set((*route, name), value)
        for name, inner in others:
            self.ask((*route, name), inner)
        return True

    def _value(self, route: Route, schema: Schema) -> bool:
        """Ask one value until it is taken or skipped."""
        many = schema.get("type") == "array"
        question = Question(
            self._label(route, schema),
            str(schema.get("description", "")),
            choices(schema, self.session.workspace.vocabularies),
            str(schema.get("items", schema).get("vocabulary", "")),
            self._at(route),
            many,
        )
        draw(question)
        while True:
            answer = read_answer(question)
            if not answer:
                return False
            read = typed({"type": "object", "properties": {"value": schema}}, {"value": answer})
            wrong = [one for one in read.faults if one.severity is Severity.ERROR]
            if wrong:
                # The answer was read alone, under a name of its own; the sentence takes the field's.
                named = replace(wrong[0], arguments={**wrong[0].arguments, "label": question.label})
                self.session.refuse(tell(named, say()).message)
            elif self._set(route, read.values.get("value")):
                return True

    def _set(self, route: Route, value: Plain) -> bool:
        """Save a value; an answer that the text cannot take is told, and counts as settled."""
        try:
            return self.session.save(set_field(self.session.trial.document, route, value))
        except UneditableError:
            self.session.refuse(N_("clust cannot write this field without touching others: write it in the file"))
            return True

    def _entry_heading(self, route: Route, preset: Mapping[str, Plain] | None = None) -> None:
        """Say which entry of a list is asked, and what is known of it."""
        if not route or not isinstance(route[-1], int):
            return
        schema = schema_at(self.session.kind.fields, route[:-1]) or {}
        items: Schema = schema.get("items", {})
        values = {**(self._at(route) or {}), **(preset or {})}
        known = [self._named(items, name, value) for name, value in values.items() if isinstance(value, str | int)]
        title = f"{schema.get('title', dotted(route[:-1]))} {route[-1] + 1}"
        typer.echo(f"\n{title}" + (f" — {', '.join(known)}" if known else ""))
        if not known:
            typer.echo("  " + _("Enter at the first question: no more of them"))

    def _named(self, items: Schema, name: str, value: Plain) -> str:
        inner: Schema = items.get("properties", {}).get(name, {})
        vocabulary = self.session.workspace.vocabularies.get(inner.get("vocabulary", ""))
        return vocabulary.label(str(value)) if vocabulary else str(value)

    def _label(self, route: Route, schema: Schema) -> str:
        """The label, the key, and whether the question may be left for good."""
        title = schema.get("title")
        label = f"{title} ({dotted(route)})" if title else dotted(route)
        around = schema_at(self.session.kind.fields, route[:-1]) or {}
        return label if route[-1] in around.get("required", ()) else f"{label} — {_('optional')}"

    def _at(self, route: Route) -> Plain:
        """The value at a route, or None."""
        value: Plain = self.session.trial.document.values
        for step in route:
            if isinstance(step, int):
                value = value[step] if isinstance(value, list) and step < len(value) else None
            else:
                value = value.get(step) if isinstance(value, Mapping) else None
        return value


def _required_first(schema: Schema) -> list[tuple[str, Schema]]:
    required = schema.get("required", ())
    return sorted(schema.get("properties", {}).items(), key=lambda pair: pair[0] not in required)
