"""Scaffold: a fresh document of any kind, every field and section with its prompt, and only incomplete.

In: a kind, what is already answered, the vocabularies. Out: the text of the document.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from clust_cli.core.kinds.kind import FreeSections, Kind, SectionRule, WordLimits
from clust_cli.core.kinds.vocabularies import Vocabulary
from clust_cli.core.plain import Plain
from clust_cli.core.words import slug
from clust_cli.core.writing.front_matter import Captions, render_front_matter
from clust_cli.core.writing.yaml_write import one_line

OPENING = "opening"
"""The name under which answers give the text before any heading."""
_WIDTH = 100


@dataclass(frozen=True, slots=True)
class Answers:
    """What an author has already answered: fields by name, and texts by the id of their section."""

    fields: Mapping[str, Plain] = field(default_factory=dict)
    sections: Mapping[str, str] = field(default_factory=dict)


def scaffold(kind: Kind, answers: Answers, vocabularies: Mapping[str, Vocabulary], captions: Captions) -> str:
    """Write a fresh document of a kind; `starting_fields` gives what every document begins with."""
    front = render_front_matter(kind, answers.fields, vocabularies, captions)
    parts = ["\n".join(["---", *front, "---"]), *_body(kind, answers.sections, captions)]
    return "\n\n".join(parts) + "\n"


def starting_fields(kind: Kind, title: str) -> dict[str, Plain]:
    """What clust fills in by itself: kind, edition, title, status, and the id of what the document is about.

    Shape: an `id` is filled where it is a required text of an object of the document, as `territory.id` is.
    """
    properties: Mapping[str, Plain] = kind.fields.get("properties", {})
    known = {"kind": kind.name, "edition": kind.edition, "title": title, "status": "draft"}
    fields: dict[str, Plain] = {name: value for name, value in known.items() if name in properties}
    for name, schema in properties.items():
        if schema.get("type") == "object" and _takes_slug(schema, slug(title)):
            fields[name] = {"id": slug(title)}
    return fields


def _takes_slug(schema: Mapping[str, Plain], name: str) -> bool:
    own: Mapping[str, Plain] = schema.get("properties", {}).get("id", {})
    if "id" not in schema.get("required", ()) or own.get("type", "string") != "string":
        return False
    free = not {"vocabulary", "enum", "const", "format"} & set(own)
    return free and re.search(own.get("pattern", ""), name) is not None


def _body(kind: Kind, texts: Mapping[str, str], captions: Captions) -> Iterator[str]:
    if kind.opening:
        yield from _prompt(kind.opening.prompt, kind.opening.words, captions)
        yield from _text(texts.get(OPENING, ""))
    placed = False
    for rule in kind.sections:
        yield from _section(rule, texts.get(rule.id, ""), captions)
        if kind.free_sections and kind.free_sections.after == rule.id:
            placed = True
            yield from _free(kind.free_sections)
    if kind.free_sections and not placed:
        yield from _free(kind.free_sections)


def _section(rule: SectionRule, text: str, captions: Captions) -> Iterator[str]:
    yield f"## {one_line(rule.heading)}"
    yield from _prompt(rule.prompt, rule.words, captions)
    yield from _text(text)
    yield from _text(rule.scaffold)


def _free(free: FreeSections) -> Iterator[str]:
    """The author's own headings: the first as the kind words it, the others numbered, for none may stand twice."""
    for count in range(1, free.min + 1):
        yield f"## {one_line(free.heading)}" + (f" {count}" if count > 1 else "")
        if free.prompt:
            yield _comment(free.prompt)


def _text(text: str) -> Iterator[str]:
    if text.strip():
        yield text.strip("\r\n").rstrip()


def _prompt(prompt: str, words: WordLimits, captions: Captions) -> Iterator[str]:
    limits = captions.limits(words)
    if prompt:
        yield _comment(f"{prompt} ({limits})" if limits else prompt)


def _comment(text: str) -> str:
    """A comment that the text can neither close nor seem to open a second time."""
    safe = re.sub(r"<!--+", "←", re.sub(r"--+>", "→", one_line(text)))
    return textwrap.fill(f"<!-- {safe} -->", _WIDTH, break_long_words=False, break_on_hyphens=False)
