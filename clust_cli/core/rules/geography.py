"""What fields name of France: towns, departments, regions and EPCI that do not go together, or do not exist.

Which fields these are, a kind says by the keyword `geography`. Source: docs/kinds.md, “Geography”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from clust_cli.core import catalogue
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.documents import Document
from clust_cli.core.geography import Epci, Geography
from clust_cli.core.kinds.marked import along
from clust_cli.core.places import Place
from clust_cli.core.plain import Plain, Route
from clust_cli.core.workspace import Workspace

_BETWEEN = r" ?[,;:/&] ?| (?:et|ou|and|or|[-–—]) "
_BRACKETS = r"\([^)]*\)?"
_MANY = 3
_MOST_SUGGESTED = 10
_FAR = 0.25


class Named(NamedTuple):
    """What a field names: a town, a department…; the object of the document that holds the field owns it."""

    what: str
    route: Route
    value: Plain

    @property
    def owner(self) -> Route:
        """The route of the object that holds the field, whether the value stands alone or in a list."""
        route = self.route
        while isinstance(route[-1], int):
            route = route[:-1]
        return route[:-1]


def check_geography(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report towns, departments, regions, EPCI and figures that do not go together, or that nobody knows."""
    for document in workspace.documents:
        steps = document.kind.geography if document.kind else ()
        named = [
            Named(what, route, value)
            for step, what in steps
            for route, value in along(document.values, step)
            if isinstance(value, str | int)
        ]
        if named:
            yield from _departments(document, named, workspace)
            yield from _towns(document, named, workspace)
            yield from _epci(document, named, workspace.geography)
            yield from _figures(document, named, workspace.geography)


def _departments(document: Document, named: Sequence[Named], workspace: Workspace) -> Iterator[Diagnostic]:
    """Report a department that lies in none of the regions given; silent where either is itself wrong."""
    departments, regions = (workspace.vocabularies.get(name) for name in ("departments", "regions"))
    for one in named if departments and regions else ():
        term = departments.by_id.get(str(one.value)) if departments and one.what == "department" else None
        given = _around(named, one, "region") if term else ()
        if not term or not given or not regions or not all(name in regions.by_id for name in given):
            continue
        # A region of before 2016 is told as retired; its departments lie in the one that took its place.
        if term.group not in {regions.by_id[name].replaced_by or name for name in given}:
            yield catalogue.DEPARTMENT_OUTSIDE_REGION.at(
                document.fields.place(one.route),
                word=term.id,
                name=term.label,
                region=term.group,
                regions=given,
            )


def _towns(document: Document, named: Sequence[Named], workspace: Workspace) -> Iterator[Diagnostic]:
    """Report a town that no commune is called, or that lies in none of the departments given."""
    geography = workspace.geography
    vocabulary = workspace.vocabularies.get("departments")
    suggested = 0
    for one, town, found in _each_town(named, geography):
        given = _around(named, one, "department")
        if not found:
            near = geography.nearest_town(town, given) if suggested < _MOST_SUGGESTED else ""
            suggested += 1
            yield catalogue.UNKNOWN_TOWN.at(_place(document, one, town), "near" if near else "", word=town, near=near)
        elif given and vocabulary and vocabulary.by_id.keys() >= set(given) and not set(found) & set(given):
            yield catalogue.TOWN_OUTSIDE_DEPARTMENT.at(
                _place(document, one, town),
                "many" if len(found) > _MANY else "",
                word=town,
                departments=tuple(f"{vocabulary.label(code)} ({code})" for code in found),
                count=len(found),
                given=tuple(f"{vocabulary.label(code)} ({code})" for code in given),
            )


def _epci(document: Document, named: Sequence[Named], geography: Geography) -> Iterator[Diagnostic]:
    """Report an EPCI that the official list does not have; those of an earlier year are not judged."""
    suggested = 0
    for one in named:
        word = str(one.value)
        if one.what == "epci" and not _is_past(named, one, geography) and geography.find_epci(word) is None:
            near = geography.nearest_epci(word) if suggested < _MOST_SUGGESTED else ""
            suggested += 1
            place = document.fields.place(one.route)
            year = geography.vintage
            yield catalogue.UNKNOWN_EPCI.at(place, "near" if near else "", word=word, near=near, year=year)


def _figures(document: Document, named: Sequence[Named], geography: Geography) -> Iterator[Diagnostic]:
    """Report a figure far from that of the EPCI which the document names, where all of them are known."""
    for one in named:
        is_figure = one.what in ("population", "communes") and isinstance(one.value, int)
        epci = _official(named, one, geography) if is_figure else ()
        official = sum(group.population if one.what == "population" else group.communes for group in epci)
        if epci and abs(one.value - official) > _FAR * official:
            yield catalogue.UNLIKE_OFFICIAL_FIGURE.at(
                document.fields.place(one.route),
                one.what,
                word=str(one.value),
                official=official,
                names=tuple(group.name for group in epci),
                year=geography.vintage,
            )


def _around(named: Sequence[Named], one: Named, what: str) -> tuple[str, ...]:
    """What the nearest object around a field names of this sort: its own department before the document's."""
    around = [other for other in named if other.what == what and one.owner[: len(other.owner)] == other.owner]
    nearest = max((other.owner for other in around), key=len, default=())
    return tuple(str(other.value) for other in around if other.owner == nearest)


def _each_town(named: Sequence[Named], geography: Geography) -> Iterator[tuple[Named, str, tuple[str, ...]]]:
    """The towns that the fields name, and where they lie; in a list, what begins with no capital is no name."""
    for one in named:
        if one.what == "town":
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


def _is_past(named: Sequence[Named], one: Named, geography: Geography) -> bool:
    """Whether the year that stands by an EPCI is before that of the official list."""
    return any(year.isdigit() and int(year) < geography.vintage for year in _around(named, one, "year"))


def _official(named: Sequence[Named], one: Named, geography: Geography) -> tuple[Epci, ...]:
    """The EPCI that a figure is the sum of: those named nearest to it, where all are known."""
    owners = dict.fromkeys(other.owner for other in named if other.what == "epci")
    if not owners:
        return ()
    nearest = max(reversed(owners), key=lambda owner: _shared(owner, one.owner))
    group = [other for other in named if other.what == "epci" and other.owner == nearest]
    found = [geography.find_epci(str(other.value)) for other in group if not _is_past(named, other, geography)]
    known = tuple(dict.fromkeys(epci for epci in found if epci))
    return known if len(known) == len(group) else ()


def _shared(one: Route, other: Route) -> int:
    """How many steps two routes have in common."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
