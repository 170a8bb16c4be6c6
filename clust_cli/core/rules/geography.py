"""What fields name of France: towns, departments, regions and EPCI that do not go together, or do not exist.

Which fields these are, a kind says by the keyword `geography`. Source: docs/kinds.md, “Geography”.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from clust_cli.core import catalogue
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.documents import Document
from clust_cli.core.geography import Epci, Geography
from clust_cli.core.kinds.vocabularies import Vocabulary
from clust_cli.core.naming import Named, Naming, nearest_owner
from clust_cli.core.places import Place
from clust_cli.core.workspace import Workspace

_BETWEEN = r" ?[,;:/&] ?| (?:et|ou|and|or|[-–—]) "
_BRACKETS = r"\([^)]*\)?"
_MANY = 3
_MOST_SUGGESTED = 10
_MOST_NAMED = 8
_FAR = 0.25


def check_geography(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report towns, departments, regions, EPCI and figures that do not go together, or that nobody knows."""
    for document in workspace.documents:
        if document.kind and document.kind.geography:
            naming = Naming(document)
            yield from _departments(document, naming, workspace)
            yield from _towns(document, naming, workspace)
            yield from _epci(document, naming, workspace.geography)
            yield from _figures(document, naming, workspace.geography)


def _departments(document: Document, naming: Naming, workspace: Workspace) -> Iterator[Diagnostic]:
    """Report a department that lies in none of the regions given; silent where either is itself wrong."""
    departments, regions = (workspace.vocabularies.get(name) for name in ("departments", "regions"))
    for one in naming.each("department"):
        term = departments.by_id.get(str(one.value)) if departments else None
        given = naming.around(one, "region") if term else ()
        if not term or not given or not regions or not all(name in regions.by_id for name in given):
            continue
        # A region of before 2016 is told as retired; its departments lie in the one that took its place.
        if term.group not in {regions.by_id[name].replaced_by or name for name in given}:
            yield catalogue.DEPARTMENT_OUTSIDE_REGION.at(
                document.fields.place(one.route),
                word=term.id,
                name=term.label,
                region=term.group,
                regions=tuple(given),
            )


def _towns(document: Document, naming: Naming, workspace: Workspace) -> Iterator[Diagnostic]:
    """Report a town that no commune is called, or that lies in none of the departments given."""
    geography = workspace.geography
    vocabulary = workspace.vocabularies.get("departments")
    suggested = 0
    for one, town, found in _each_town(naming, geography):
        given = naming.around(one, "department")
        if not found:
            near = geography.nearest_town(town, given) if suggested < _MOST_SUGGESTED else ""
            suggested += 1
            yield catalogue.UNKNOWN_TOWN.at(_place(document, one, town), "near" if near else "", word=town, near=near)
        elif vocabulary and _lies_outside(found, given, vocabulary):
            yield catalogue.TOWN_OUTSIDE_DEPARTMENT.at(
                _place(document, one, town),
                "many" if len(found) > _MANY else "",
                word=town,
                departments=tuple(f"{vocabulary.label(code)} ({code})" for code in found),
                count=len(found),
                given=tuple(f"{vocabulary.label(code)} ({code})" for code in given),
            )


def _lies_outside(found: Iterable[str], given: Collection[str], departments: Vocabulary) -> bool:
    """Whether departments are given, each of them is one, and a town lies in none of them."""
    return bool(given) and all(code in departments.by_id for code in given) and not any(code in given for code in found)


def _epci(document: Document, naming: Naming, geography: Geography) -> Iterator[Diagnostic]:
    """Report an EPCI that the official list does not have; those of an earlier year are not judged."""
    suggested = 0
    for one in naming.each("epci"):
        word = str(one.value)
        if not _is_past(naming, one, geography) and geography.find_epci(word) is None:
            near = geography.nearest_epci(word) if suggested < _MOST_SUGGESTED else ""
            suggested += 1
            place = document.fields.place(one.route)
            year = geography.vintage
            yield catalogue.UNKNOWN_EPCI.at(place, "near" if near else "", word=word, near=near, year=year)


def _figures(document: Document, naming: Naming, geography: Geography) -> Iterator[Diagnostic]:
    """Report a figure far from that of the EPCI which the document names nearest to it, where all are known."""
    groups = naming.groups("epci")
    known = {owner: _known(naming, group, geography) for owner, group in groups.items()}
    nearest = nearest_owner(groups)
    for one in naming.each("population", "communes") if groups else ():
        owner = nearest(one.owner)
        epci = known[owner] if owner is not None else ()
        official = sum(group.population if one.what == "population" else group.communes for group in epci)
        if epci and abs(one.value - official) > _FAR * official:
            yield catalogue.UNLIKE_OFFICIAL_FIGURE.at(
                document.fields.place(one.route),
                one.what,
                word=str(one.value),
                official=official,
                names=(*(group.name for group in epci[:_MOST_NAMED]), *["…"][: len(epci) - _MOST_NAMED]),
                year=geography.vintage,
            )


def _each_town(naming: Naming, geography: Geography) -> Iterator[tuple[Named, str, tuple[str, ...]]]:
    """The towns that the fields name, and where they lie; in a list, what begins with no capital is no name."""
    for one in naming.each("town"):
        text = " ".join(str(one.value).split())
        found = geography.departments_of(text)
        parts = () if found else re.split(_BETWEEN, re.sub(_BRACKETS, "", text))
        towns = [part.strip() for part in parts if part.strip()[:1].isupper()]
        yield from ((one, town, geography.departments_of(town)) for town in towns)
        if not towns:
            yield one, text, found


def _place(document: Document, one: Named, word: str) -> Place:
    """The place of a word inside a value, else that of the whole value."""
    place = document.fields.place(one.route)
    begin = place.source.data.find(word.encode(), *place.span)
    return place.source.place(begin, begin + len(word.encode())) if begin >= 0 else place


def _is_past(naming: Naming, one: Named, geography: Geography) -> bool:
    """Whether the year that stands by an EPCI is before that of the official list."""
    return any(year.isdigit() and int(year) < geography.vintage for year in naming.around(one, "year"))


def _known(naming: Naming, group: Iterable[Named], geography: Geography) -> tuple[Epci, ...]:
    """The EPCI that a group of names is, each once; none where one of them is unknown or of another time."""
    found: dict[Epci, None] = {}
    for one in group:
        epci = None if _is_past(naming, one, geography) else geography.find_epci(str(one.value))
        if epci is None:
            return ()
        found[epci] = None
    return tuple(found)
