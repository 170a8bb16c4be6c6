"""Write schemas/geography/: France's communes and EPCI, from two versions of one npm package. Run it for a new vintage.

    npm pack @etalab/decoupage-administratif@6.0.0
    npm pack @etalab/decoupage-administratif@0.7.0
    python scripts/make_geography.py etalab-decoupage-administratif-6.0.0.tgz etalab-decoupage-administratif-0.7.0.tgz

The package is MIT (Etalab); its data are under the Licence ouverte 2.0: INSEE, Code officiel géographique and
populations; DGCL, list of the EPCI. 6.0.0 is of 2026. Only 0.7.0, of 2019,
has the names that communes have lost since 1943.
"""

from __future__ import annotations

import json
import sys
import tarfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from clust_cli.core.geography import epci_key, town_key

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "schemas" / "geography"
YEAR = 2026
SOURCE = f"""\
# Source: {{what}}, as of 1 January {YEAR}; Licence ouverte 2.0;
# through @etalab/decoupage-administratif 6.0.0{{also}} (MIT). Made by scripts/make_geography.py; do not edit.
"""
TOWNS_HEAD = SOURCE.format(
    what="INSEE, Code officiel géographique", also=" and, for names lost from 1943 to 2019, 0.7.0"
)
TOWNS_HEAD += "# A line: town_key of the name, name, departments. Communes of today, delegated, associated, former.\n"
EPCI_HEAD = SOURCE.format(what="DGCL, EPCI à fiscalité propre; INSEE, municipal populations", also="")
EPCI_HEAD += "# A line: epci_key of the name, name, SIREN, number of communes, inhabitants.\n"

Record = dict[str, Any]


def load(package: str, name: str) -> list[Record]:
    with tarfile.open(package) as archive:
        file = archive.extractfile(f"package/data/{name}.json")
        if file is None:
            raise SystemExit(f"{package} has no {name}.json")
        return list(json.load(file))


def department(code: str) -> str:
    return code[:3] if code.startswith(("97", "98")) else code[:2]


def former_names(history: Iterable[Record]) -> Iterator[tuple[str, str]]:
    """Names with the department of what the commune became: Seine-et-Oise and Corsica have been divided."""
    by_id = {one["id"]: one for one in history}
    for one in by_id.values():
        last, seen = one, set()
        while last["id"] not in seen and (last.get("successeur") in by_id or last.get("pole") in by_id):
            seen.add(last["id"])
            last = by_id[last["successeur"] if last.get("successeur") in by_id else last["pole"]]
        yield one["nom"], department(last["code"])


def towns(now: Iterable[Record], history: Iterable[Record]) -> Iterator[tuple[str, ...]]:
    departments: dict[str, set[str]] = defaultdict(set)
    for one in now:
        departments[one["nom"]].add(one["departement"])
    known = {code for codes in departments.values() for code in codes}
    for name, code in former_names(history):
        if code in known:
            departments[name].add(code)
    for name, codes in departments.items():
        yield name, " ".join(sorted(codes))


def epci(groups: Iterable[Record]) -> Iterator[tuple[str, ...]]:
    for one in groups:
        name = " ".join(one["nom"].split())
        yield name, one["code"], str(len(one["membres"])), str(one["populationMunicipale"])


def write(name: str, head: str, lines: Iterable[tuple[str, ...]], key: Callable[[str], str]) -> None:
    ordered = sorted("\t".join((key(line[0]), *line)) + "\n" for line in lines)
    text = head + "".join(ordered)
    TARGET.mkdir(exist_ok=True)
    (TARGET / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"{name}: {len(ordered)} lines, {len(text.encode())} bytes")


def main(present: str, past: str) -> None:
    now, history = load(present, "communes"), load(past, "historique-communes")
    write("communes.txt", TOWNS_HEAD, towns(now, history), town_key)
    write("epci.txt", EPCI_HEAD, epci(load(present, "epci")), epci_key)


if __name__ == "__main__":
    main(*sys.argv[1:])
