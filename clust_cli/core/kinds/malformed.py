"""What is malformed in a workspace's own kinds, vocabularies and funders, told at its line.

In: schema files as plain values. Out: diagnostics, and which files cannot be used.
Source: schemas/meta/*.yaml, checked with jsonschema, the reference implementation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import yaml

from clust_cli.core import catalogue
from clust_cli.core.diagnostics import Diagnostic, Rule
from clust_cli.core.glyphs import UNPRINTABLE
from clust_cli.core.kinds.field_schemas import vocabularies_used
from clust_cli.core.kinds.funders import FUNDERS
from clust_cli.core.kinds.json_schema import is_pattern
from clust_cli.core.kinds.kind import MAPPED, Kind, parse_kind
from clust_cli.core.kinds.schema_files import SchemaFile, parse_schema_file
from clust_cli.core.places import Source
from clust_cli.core.plain import Plain, Route, dotted, value_at
from clust_cli.core.words import nearest

_RULES = {
    "kind": catalogue.BROKEN_KIND,
    "vocabulary": catalogue.BROKEN_VOCABULARY,
    "funder": catalogue.BROKEN_FUNDER,
}


class Malformed(NamedTuple):
    """The faults, the files that have one, and the names of what they would have held."""

    faults: tuple[Diagnostic, ...]
    files: tuple[SchemaFile, ...]
    names: frozenset[str]


def malformed(own: Sequence[SchemaFile], trusted: Sequence[SchemaFile], packaged: Mapping[str, bytes]) -> Malformed:
    """Check a workspace's own schema files against the meta-schemas, then against each other."""
    faults: list[Diagnostic] = []
    bad: list[SchemaFile] = []
    names: set[str] = set()
    for file in own:
        found = list(_against_meta_schema(file, packaged)) or list(_against_the_others(file, [*own, *trusted]))
        if found:
            faults += found
            bad.append(file)
            names.add(_name(file))
        faults += _unprintable(file) if _sort(file) == "funder" else ()
    return Malformed(tuple(faults), tuple(bad), frozenset(names))


def _unprintable(file: SchemaFile) -> Iterator[Diagnostic]:
    """The first character that no printed font has, for a funder's sentence is printed; the file stays in use."""
    for node in file.nodes.values():
        found = UNPRINTABLE.search(node.value) if isinstance(node, yaml.ScalarNode) else None
        if found:
            variant, code = "" if found[0].isprintable() else "control", f"U+{ord(found[0]):04X}"
            yield catalogue.UNPRINTABLE_CHARACTER.at(file.text.place(node), variant, word=found[0], code=code)
            return


def _name(file: SchemaFile) -> str:
    stem = file.text.source.path.rsplit("/", 1)[-1].removesuffix(".yaml")
    name = file.value.get(_sort(file)) or stem
    return name if isinstance(name, str) else stem


def _sort(file: SchemaFile) -> str:
    """What a file holds, by the folder it stands in; also the name of its meta-schema."""
    folder = file.text.source.path.split("/")[1]
    return {"vocabularies": "vocabulary", "funders": "funder"}.get(folder, "kind")


def _against_meta_schema(file: SchemaFile, packaged: Mapping[str, bytes]) -> Iterator[Diagnostic]:
    # jsonschema costs a tenth of a second to import, and most workspaces have no schema of their own.
    from jsonschema import Draft202012Validator

    path = f"schemas/meta/{_sort(file)}.yaml"
    meta = parse_schema_file(Source(path, packaged[path]))
    if isinstance(meta, Diagnostic):
        raise ValueError(f"{path}: the packaged meta-schema cannot be read")
    rule = _RULES[_sort(file)]
    lacking_at: set[Route] = set()
    for error in Draft202012Validator(meta.value).iter_errors(file.value):
        route: Route = tuple(error.absolute_path)
        keyword, expected = str(error.validator), error.validator_value
        if keyword == "additionalProperties" and isinstance(error.instance, Mapping):
            known = tuple(error.schema.get("properties", {}))
            for key in error.instance:
                if key not in known:
                    near = nearest(str(key), known)
                    place = file.key_place((*route, key))
                    yield rule.at(place, "key", word=str(key), within=dotted(route), near=near, known=known)
        elif keyword == "required":
            lacking = [key for key in expected if key not in error.instance]
            # A key that is misspelt is told where it stands; it is not missing too.
            known = error.schema.get("properties", {})
            misspelt = {nearest(str(key), known) for key in error.instance if key not in known}
            if lacking[0] not in misspelt and route not in lacking_at:
                lacking_at.add(route)  # one error for each key that lacks; the first is enough to begin with
                yield rule.at(file.place(route), "required", word=lacking[0], within=dotted(route))
        else:
            wanted = tuple(str(one) for one in expected) if isinstance(expected, list) else (str(expected),)
            word = str(error.instance) if not isinstance(error.instance, dict | list) else dotted(route)
            yield rule.at(file.place(route), keyword, word=word, within=dotted(route), expected=wanted)


def _against_the_others(file: SchemaFile, files: Sequence[SchemaFile]) -> Iterator[Diagnostic]:
    sort = _sort(file)
    if sort == "vocabulary":
        yield from _vocabulary(file)
        yield from _clashes(file, files)
    elif sort == "funder":
        yield from _funder(file, files)
    else:
        yield from _kind(file, files)


def _kind(file: SchemaFile, files: Sequence[SchemaFile]) -> Iterator[Diagnostic]:
    rule = catalogue.BROKEN_KIND
    kinds = {one.value["kind"]: one.value for one in files if "kind" in one.value and "fields" in one.value}
    base = file.value.get("extends")
    if base and base not in kinds:
        yield _nowhere(rule, file, ("extends",), base, kinds, within="extends")
        return
    names = {FUNDERS, *(one.value["vocabulary"] for one in files if isinstance(one.value.get("vocabulary"), str))}
    for route, name in _vocabulary_routes(file.value.get("fields"), ("fields",)):
        if name not in names:
            yield _nowhere(rule, file, route, name, sorted(map(str, names)), within=dotted(route))
    kind = parse_kind(file.value, kinds, "fr")
    for route, pattern in _patterns(file.value.get("fields"), ("fields",)):
        if not is_pattern(pattern):
            yield rule.at(file.place(route), "pattern", word=pattern, within=dotted(route))
    for axis in kind.axes.values():
        if axis.route and not kind.has_field(axis.route):
            yield _no_field(file, ("axes", axis.name, "field"), axis.route)
        for key in ("label", "short"):
            path = getattr(axis, key)
            if path and not kind.has_field(path):
                yield _no_field(file, ("axes", axis.name, key), path)
        if axis.codes and axis.codes not in names:
            route = ("axes", axis.name, "codes")
            yield _nowhere(rule, file, route, axis.codes, sorted(map(str, names)), within=dotted(route))
    for index, name in enumerate(kind.filters):
        if name not in kind.axes:
            yield _nowhere(rule, file, ("filters", index), name, kind.axes, within="filters")
    if kind.badges and kind.badges not in kind.axes:
        yield _nowhere(rule, file, ("badges",), kind.badges, kind.axes, within="badges")
    for index, row in enumerate(kind.sheet):
        if not kind.has_field(row.field):
            yield _no_field(file, ("sheet", index), row.field)
    yield from _tables(file, kind)
    if kind.map and kind.vocabulary_of(kind.map) != MAPPED:
        yield rule.at(file.place(("map",)), "map", word=kind.map, expected=(MAPPED,))
    for index, section in enumerate(kind.sections):
        if section.id in {one.id for one in kind.sections[:index]}:
            yield rule.at(file.place(("sections", index, "id")), "duplicate", word=section.id, within="sections")


def _tables(file: SchemaFile, kind: Kind) -> Iterator[Diagnostic]:
    """A table names a list, and fields of its entries."""
    for index, table in enumerate(kind.tables):
        if kind.schema_at(table.field).get("type") != "array":
            yield _no_field(file, ("tables", index, "field"), table.field)
            continue
        for number, name in enumerate(table.columns):
            if not kind.has_field(f"{table.field}.{name}"):
                yield _no_field(file, ("tables", index, "columns", number), name)


def _nowhere(rule: Rule, file: SchemaFile, route: Route, word: str, known: Iterable[str], within: str) -> Diagnostic:
    near = nearest(word, known)
    return rule.at(file.place(route), "reference" if near else "nowhere", word=word, near=near, within=within)


def _no_field(file: SchemaFile, route: Route, path: str) -> Diagnostic:
    return catalogue.BROKEN_KIND.at(file.place(route), "field", word=path, within=dotted(route))


def _funder(file: SchemaFile, files: Sequence[SchemaFile]) -> Iterator[Diagnostic]:
    """The fields that a funder speaks of are those of the kind memento."""
    kinds = {one.value["kind"]: one.value for one in files if "kind" in one.value and "fields" in one.value}
    memento = parse_kind(kinds["memento"], kinds, "fr") if "memento" in kinds else None
    for index, duty in enumerate(file.value.get("duties", ())):
        for route in (("field",), ("when", "field")):
            path = str(value_at(duty, ".".join(route)) or "")
            if path and memento and not memento.has_field(path):
                place = file.place(("duties", index, *route))
                yield catalogue.BROKEN_FUNDER.at(place, "field", word=path, within="duties")


def _vocabulary(file: SchemaFile) -> Iterator[Diagnostic]:
    rule = catalogue.BROKEN_VOCABULARY
    known = {term["id"] for term in file.value["terms"]}
    seen: set[str] = set()
    groups = {group["id"] for group in file.value.get("groups", ())}
    for index, term in enumerate(file.value["terms"]):
        route: Route = ("terms", index)
        if term["id"] in seen:
            yield rule.at(file.place((*route, "id")), "duplicate", word=term["id"], within="terms")
        seen.add(term["id"])
        group = term.get("group", "")
        if group and group not in groups:
            yield _nowhere(rule, file, (*route, "group"), group, sorted(groups), within="groups")
        replacement = term.get("replaced_by", "")
        if replacement and replacement not in known:
            yield _nowhere(rule, file, (*route, "replaced_by"), replacement, sorted(known), within="terms")


def _clashes(file: SchemaFile, files: Sequence[SchemaFile]) -> Iterator[Diagnostic]:
    """Terms that may code a passage and stand in another vocabulary too: a code could not say which it means."""
    others = (one for one in files if one is not file and one.value.get("codable") and file.value.get("codable"))
    taken = {str(term.get("id")): one for one in others for term in one.value.get("terms") or ()}
    for index, term in enumerate(file.value["terms"]):
        if term["id"] in taken:
            place = file.place(("terms", index, "id"))
            yield catalogue.BROKEN_VOCABULARY.at(place, "clash", word=term["id"], within=_name(taken[term["id"]]))


def _vocabulary_routes(schema: Plain, route: Route) -> Iterator[tuple[Route, str]]:
    if not list(vocabularies_used(schema)):
        return
    if isinstance(schema, Mapping):
        if isinstance(schema.get("vocabulary"), str):
            yield (*route, "vocabulary"), schema["vocabulary"]
        for key, inner in schema.items():
            yield from _vocabulary_routes(inner, (*route, key))


def _patterns(schema: Plain, route: Route) -> Iterator[tuple[Route, str]]:
    if isinstance(schema, Mapping):
        if isinstance(schema.get("pattern"), str):
            yield (*route, "pattern"), schema["pattern"]
        for key, inner in schema.items():
            yield from _patterns(inner, (*route, key))
