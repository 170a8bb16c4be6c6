"""A kind, a vocabulary or a funder for people: its fields, choices and sections, as an author meets them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clust_cli.core.kinds.funders import Funder
from clust_cli.core.kinds.kind import Kind
from clust_cli.core.kinds.vocabularies import Vocabulary
from clust_cli.core.plain import Plain
from clust_cli.reports.language import N_, Say

_TYPES = {
    "string": N_("text"),
    "integer": N_("whole number"),
    "number": N_("number"),
    "array": N_("list"),
    "object": N_("group"),
}
_PLACES = {"cover": N_("cover"), "imprint": N_("imprint"), "documents": N_("each document printed alone")}
_SHOWN = 24


def render_kind(kind: Kind, vocabularies: Mapping[str, Vocabulary], say: Say) -> str:
    """Render a kind: fields with type, choices and prompt, then sections, then axes."""
    lines = [f"{kind.title} ({kind.name}, {say('edition')} {kind.edition})", kind.description, "", say("Fields")]
    lines += _fields(kind.fields, vocabularies, say, 1)
    if kind.opening or kind.sections:
        lines += ["", say("Sections")]
    if kind.opening:
        lines += _part(f"({kind.opening.title})", kind.opening.prompt, say, required=kind.opening.required)
    for section in kind.sections:
        lines += _part(f"## {section.heading}  [{section.id}]", section.prompt, say, required=section.required)
    if kind.free_sections is not None and kind.free_sections.prompt:
        lines += _part("## …", kind.free_sections.prompt, say, required=kind.free_sections.min > 0)
    lines += ["", say("Axes of the cross-table")]
    lines += [f"  {axis.name}: {axis.title}" for axis in kind.axes.values()]
    return "\n".join(lines) + "\n"


def render_vocabulary(vocabulary: Vocabulary, say: Say) -> str:
    """Render a vocabulary: its terms with label, group and definition."""
    lines = [f"{vocabulary.title} ({vocabulary.name})", ""]
    width = max(len(term.id) for term in vocabulary.terms)
    for term in vocabulary.terms:
        group = vocabulary.group_labels.get(term.group, "")
        retired = f" → {term.replaced_by}" if term.replaced_by else ""
        lines.append(f"  {term.id:<{width}}  {term.label}{f' [{group}]' if group else ''}{retired}")
        if term.definition:
            lines.append(f"  {'':<{width}}    {term.definition}")
    return "\n".join(lines) + "\n"


def render_funder(funder: Funder, memento: Kind | None, say: Say) -> str:
    """Render a funder: its sentence and where it stands, then the fields that it wants told, each with its source."""
    places = ", ".join(say(_PLACES[place]) for place in funder.places)
    lines = [f"{funder.title} ({funder.id})", "", f"  {funder.sentence}"]
    lines += [f"  {say('printed:')} {places}", f"  {_sourced(funder.source, say, confirmed=funder.confirmed)}"]
    lines += ["", say("What it wants told")] if funder.duties else []
    for duty in funder.duties:
        only = say("only if {field} is {value}").format(**duty.when._asdict()) if duty.when else ""
        label = memento.label(duty.field) if memento else duty.field
        lines += [f"  {label}{f' — {only}' if only else ''}"]
        lines += [f"      {_sourced(duty.source, say, confirmed=duty.confirmed)}"]
    return "\n".join(lines) + "\n"


def _sourced(source: str, say: Say, *, confirmed: bool) -> str:
    return source if confirmed else f"{source} — {say('not confirmed')}"


def _fields(schema: Mapping[str, Plain], vocabularies: Mapping[str, Vocabulary], say: Say, depth: int) -> Iterator[str]:
    required = schema.get("required", ())
    for name, inner in schema.get("properties", {}).items():
        pad = "  " * depth
        owed = f", {say('required')}" if name in required else ""
        yield f"{pad}{inner.get('title', name)} ({name}) — {say(_TYPES[inner.get('type', 'string')])}{owed}"
        if inner.get("description"):
            yield f"{pad}    {inner['description']}"
        items = inner.get("items", {})
        vocabulary = vocabularies.get(inner.get("vocabulary") or items.get("vocabulary") or "")
        if vocabulary:
            ids = vocabulary.current
            shown = ", ".join(ids) if len(ids) <= _SHOWN else f"clust schema {vocabulary.name}"
            yield f"{pad}    {say('choices:')} {shown}"
        yield from _fields(items if "properties" in items else inner, vocabularies, say, depth + 1)


def _part(heading: str, prompt: str, say: Say, *, required: bool) -> Iterator[str]:
    owed = f" — {say('required')}" if required else ""
    yield f"  {heading}{owed}"
    if prompt:
        yield f"      {prompt}"
