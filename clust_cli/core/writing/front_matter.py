"""Front matter written from a kind: every field in its order, with its label, its prompt and its choices.

In: a kind's fields and the values known. Out: lines of YAML. An empty field is `key:`, which check calls unfilled.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from clust_cli.core.kinds.kind import Kind, WordLimits
from clust_cli.core.kinds.vocabularies import Vocabulary
from clust_cli.core.plain import Plain
from clust_cli.core.writing.choices import MOST_LISTED, choices
from clust_cli.core.writing.yaml_write import one_line, render_scalar, render_value

_WIDTH = 100
_HELD = re.compile(r" = | (?=[·»:;!?—])|(?<=«) ")
Lines = Iterator[str]
Schema = Mapping[str, Plain]


@dataclass(frozen=True, slots=True)
class Captions:
    """The few words of a scaffold that are the collection's language and no kind's own.

    Shape: `see` has the place {command}; the limits have {min} and {max}.
    """

    optional: str
    choices: str
    see: str
    between: str
    at_least: str
    at_most: str

    def limits(self, words: WordLimits) -> str:
        """Say how many words are asked, or nothing."""
        sentence = self.between if words.min and words.max else self.at_least if words.min else self.at_most
        return sentence.format(min=words.min, max=words.max) if words.min or words.max else ""


def render_front_matter(
    kind: Kind, values: Mapping[str, Plain], vocabularies: Mapping[str, Vocabulary], captions: Captions
) -> Lines:
    """Yield the lines between the two `---`."""
    return _Writer(kind, vocabularies, captions).mapping(kind.fields, values, "", owed=True)


@dataclass(frozen=True, slots=True)
class _Writer:
    kind: Kind
    vocabularies: Mapping[str, Vocabulary]
    captions: Captions

    def mapping(self, schema: Schema, values: Mapping[str, Plain], indent: str, *, owed: bool) -> Lines:
        """The fields of an object; `owed` when each that is required will be asked of the author."""
        for name, inner in schema.get("properties", {}).items():
            required = name in schema.get("required", ())
            yield from self.comment(inner, indent, optional=not required)
            yield from self.field(name, inner, values.get(name), indent, owed=owed and required)

    def field(self, name: str, schema: Schema, value: Plain, indent: str, *, owed: bool) -> Lines:
        items = schema.get("items", {})
        if schema.get("type") == "object" and "properties" in schema:
            yield f"{indent}{name}:"
            yield from self.mapping(schema, value or {}, f"{indent}  ", owed=owed)
        elif schema.get("type") == "array" and "properties" in items:
            yield f"{indent}{name}:"
            yield from self.entries(schema, value or [], f"{indent}  ", owed=owed)
        elif isinstance(value, Mapping):
            yield f"{indent}{name}:"
            yield from (f"{indent}  {render_scalar(key)}: {render_value(one)}" for key, one in value.items())
        else:
            value = schema.get("const") if value is None else value
            yield f"{indent}{name}:" + ("" if value in (None, "", []) else f" {render_value(value)}")

    def entries(self, schema: Schema, values: Plain, indent: str, *, owed: bool) -> Lines:
        """The entries of a list of objects, at least one; the first carries the prompts."""
        items = schema["items"]
        wanted = demanded(schema)
        if owed and wanted and not any(wanted.items() <= entry.items() for entry in values):
            values = [*values, wanted]
        for index, entry in enumerate(values or [{}]):
            if index == 0:
                lines = self.mapping(items, entry, f"{indent}  ", owed=False)
            else:
                lines = self.bare(items, entry, f"{indent}  ")
            yield from _dashed(lines, indent)

    def bare(self, schema: Schema, entry: Mapping[str, Plain], indent: str) -> Lines:
        """An entry without comments: what it says, and what it still owes."""
        for name, inner in schema["properties"].items():
            if name in entry or name in schema.get("required", ()):
                yield from self.field(name, inner, entry.get(name), indent, owed=False)

    def comment(self, schema: Schema, indent: str, *, optional: bool) -> Lines:
        title, prompt = (one_line(str(schema.get(key, ""))) for key in ("title", "description"))
        if optional:
            title = f"{title} ({self.captions.optional})" if title else self.captions.optional
        yield from _wrapped(" — ".join(part for part in (title, prompt) if part), f"{indent}# ")
        yield from _wrapped(self.choices(schema), f"{indent}#   ")

    def choices(self, schema: Schema) -> str:
        """What may be chosen, in one line; a long list is only named."""
        known = choices(schema, self.vocabularies)
        if len(known) > MOST_LISTED:
            name = schema.get("items", schema).get("vocabulary", self.kind.name)
            return self.captions.see.format(command=f"clust schema {name}")
        return f"{self.captions.choices} {' · '.join(_choice(*one) for one in known)}" if known else ""


def _choice(id: str, label: str) -> str:
    return one_line(id if id == label else f"{id} = {label}")


def demanded(schema: Schema) -> dict[str, Plain]:
    """What one entry of a list must hold: `contains` with constants, as the president among the people."""
    wanted: Mapping[str, Plain] = schema.get("contains", {}).get("properties", {})
    return {name: one["const"] for name, one in wanted.items() if isinstance(one, Mapping) and "const" in one}


def _dashed(lines: Lines, indent: str) -> Lines:
    """Put the dash of a list before the first key; comments above it stand at the dash."""
    begun = False
    for line in lines:
        if begun:
            yield line
        elif line.lstrip().startswith("#"):
            yield f"{indent}{line.lstrip()}"
        else:
            begun = True
            yield f"{indent}- {line.lstrip()}"


def _wrapped(text: str, prefix: str) -> Lines:
    """Wrap a comment; an id stays with its label, a punctuation mark with its word."""
    width = max(_WIDTH - len(prefix), 40)
    held = _HELD.sub(lambda found: found[0].replace(" ", "\0"), text)
    for line in textwrap.wrap(held, width, break_long_words=False, break_on_hyphens=False):
        yield prefix + line.replace("\0", " ")
