"""What is told of towns, departments, regions and EPCI: each rule's sentences, reason and example."""

from __future__ import annotations

from clust_cli.reports.language import N_
from clust_cli.reports.rules.entry import Entry, Words

_DOUBT = N_("correct the town or the departments; if it is meant so, accept the doubt with its reason")

ENTRIES: dict[str, Entry] = {
    "department-outside-region": Entry(
        says={
            "": Words(
                N_("department {word} ({name}) lies in {region}, and the regions given are: {regions}"),
                N_("correct the department or the region; if it is meant so, accept the doubt with its reason"),
            ),
        },
        why=N_("Region and department are counted in the tables; a wrong one moves a territory to another column."),
        bad='regions: [Hauts-de-France]\ndepartments: ["76"]',
        good='regions: [Hauts-de-France, Normandie]\ndepartments: ["76", "80"]',
    ),
    "town-outside-department": Entry(
        says={
            "": Words(
                N_("“{word}” lies in {departments}, and the departments given are: {given}"),
                _DOUBT,
            ),
            "many": Words(
                N_("“{word}” is a commune of {count} departments, none of which is given: {given}"),
                _DOUBT,
            ),
        },
        why=N_("A territory whose town lies elsewhere lacks a department, on its sheet, its map and in the tables."),
        bad='departments: ["22"]\nmain_town: Carhaix-Plouguer',
        good='departments: ["22", "29"]\nmain_town: Carhaix-Plouguer',
    ),
    "unknown-town": Entry(
        says={
            "near": Words(
                N_("no commune is called “{word}”; did you mean “{near}”?"),
                N_("write {near}; if the name is right, accept the doubt with its reason"),
            ),
            "": Words(
                N_("no commune is called “{word}”"),
                N_("write the commune's name alone; if it is right, accept the doubt with its reason"),
            ),
        },
        why=N_("A misspelt town is what its mayor sees first."),
        bad='departments: ["39"]\nmain_town: Lons-le-Saulnier',
        good='departments: ["39"]\nmain_town: Lons-le-Saunier',
    ),
    "unknown-epci": Entry(
        says={
            "near": Words(
                N_("no EPCI of {year} is called “{word}”; did you mean “{near}”?"),
                N_("write {near}; if the name is of another time, give its year beside it"),
            ),
            "": Words(
                N_("no EPCI of {year} is called “{word}”"),
                N_("write its official name; if the name is of another time, give its year beside it"),
            ),
        },
        why=N_("The EPCI named are what the territory's population is compared with."),
        bad="epci: [{value: 1, year: 2026, names: [CC du Grand Langre]}]",
        good="epci: [{value: 1, year: 2026, names: [CC du Grand Langres]}]",
    ),
    "unlike-official-figure": Entry(
        says={
            "population": Words(
                N_("{word} inhabitants, and the EPCI named have {official} together (list of {year}): {names}"),
                N_("check the number and the names; if both are right, accept the doubt with its reason"),
            ),
            "communes": Words(
                N_("{word} communes, and the EPCI named have {official} together (list of {year}): {names}"),
                N_("check the number and the names; if both are right, accept the doubt with its reason"),
            ),
        },
        why=N_("A digit too many is easily typed and hard to see."),
        bad=(
            "population: {value: 20701, year: 2023}\ncommunes: 172\n"
            "epci: [{value: 1, year: 2026, names: [CC du Grand Langres]}]"
        ),
        good=(
            "population: {value: 20701, year: 2023}\ncommunes: 54\n"
            "epci: [{value: 1, year: 2026, names: [CC du Grand Langres]}]"
        ),
    ),
}
