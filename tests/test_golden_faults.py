"""The faults a memento really suffers, done to a copy of Memento 2: each told once, at its line, in plain French."""

from __future__ import annotations

from functools import cache

import pytest
from conftest import ROOT

from clust_cli.core.check import check
from clust_cli.core.workspace import ImageHeader, parse
from clust_cli.reports.language import speaker
from clust_cli.reports.sentences import tell
from clust_cli.shell.files import read_disk
from clust_cli.shell.packaged import read_packaged_schemas

FOLDER = "mementos/02-clusters-et-territoires-locaux"
LANGRES = f"{FOLDER}/monographies/pays-de-langres.md"
CHAUMONT = f"{FOLDER}/monographies/pays-de-chaumont.md"
PLACE = "La place Diderot, un jour de marché"
IMAGE = f"{FOLDER}/monographies/images/place.png"


@cache
def collection():
    return dict(read_disk(ROOT).sources)


def told(files, images=None):
    """What check tells of Memento 2 with some files changed: rule, file, line, column, sentence."""
    workspace = parse({**collection(), **files}, read_packaged_schemas(), images)
    findings = check(workspace).diagnostics
    return [
        (one.rule.id, one.place.path, *one.place.start, tell(one, speaker("fr")).message.replace("\u00a0", " "))
        for one in findings
    ]


def edited(path, old, new):
    """A file with one passage changed, which must stand in it exactly once."""
    text = collection()[path].decode()
    assert text.count(old) == 1, (path, old)
    return {path: text.replace(old, new).encode()}


def line_of(path, text):
    """The line of a passage as the collection has it, counted from 1."""
    data = collection()[path].decode()
    assert data.count(text) == 1, (path, text)
    return data[: data.index(text)].count("\n") + 1


def section(path, heading):
    """A section with its heading, up to the next one."""
    text = collection()[path].decode()
    start = text.index(f"## {heading}\n")
    end = text.find("\n## ", start)
    return text[start : end if end >= 0 else len(text)]


def test_nothing_is_wrong_before():
    assert told({}) == []


def test_a_required_section_that_is_removed():
    obstacles = section(LANGRES, "Obstacles")
    files = edited(LANGRES, obstacles, "")
    last = files[LANGRES].decode().rstrip().count("\n") + 1
    assert told(files) == [("missing-section", LANGRES, last, 1, "la section « Obstacles » manque")]


def test_a_mistyped_value_of_a_list():
    files = edited(LANGRES, "type: rural-structure\n", "type: rural-structuré\n")
    line = line_of(LANGRES, "type: rural-structure\n")
    sentence = (
        "Type de territoire (territory.type) : « rural-structuré » n'est pas dans la liste ; "
        "vouliez-vous dire « rural-structure » ?"
    )
    assert told(files) == [("unknown-value", LANGRES, line, 9, sentence)]


def test_a_duplicated_key():
    files = edited(LANGRES, "  communes: 172\n", "  communes: 172\n  communes: 127\n")
    line = line_of(LANGRES, "  communes: 172\n") + 1
    assert told(files) == [("duplicate-key", LANGRES, line, 3, "« communes » figure deux fois ici")]


def test_fields_cut_short():
    text = collection()[LANGRES].decode()
    files = {LANGRES: text[: text.index('"52"]') + 2].encode()}
    assert told(files) == [("broken-yaml", LANGRES, 1, 1, "les champs sont ouverts ici et jamais refermés")]


def test_a_value_cut_short():
    files = edited(LANGRES, 'departments: ["52"]', 'departments: ["52')
    line = line_of(LANGRES, 'departments: ["52"]')
    assert told(files) == [("broken-yaml", LANGRES, line, 3, "un guillemet est ouvert ici et jamais refermé")]


def test_a_file_saved_as_latin_1():
    files = {LANGRES: collection()[LANGRES].decode().replace("’", "'").encode("latin-1", errors="replace")}
    lines = collection()[LANGRES].decode().splitlines()
    line, text = next((number, text) for number, text in enumerate(lines, 1) if not text.isascii())
    column = next(number for number, letter in enumerate(text, 1) if not letter.isascii())
    assert told(files) == [("not-utf8", LANGRES, line, column, "ce fichier n'est pas enregistré en UTF-8")]


def test_an_image_that_is_deleted():
    files = edited(LANGRES, "## Obstacles\n", f"## Obstacles\n\n![{PLACE}](images/place.png)\n")
    [(rule, *_where)] = told(files, {IMAGE: ImageHeader("png", 800, 600, 90_000)})
    assert rule == "missing-credit"
    files[LANGRES] = files[LANGRES].replace(
        b"territory:\n", b"images: [{file: images/place.png, credit: Marie}]\nterritory:\n", 1
    )
    assert told(files, {IMAGE: ImageHeader("png", 800, 600, 90_000)}) == []
    line = line_of(LANGRES, "## Obstacles\n") + 3
    assert told(files) == [("missing-image", LANGRES, line, 1, "l'image « images/place.png » n'existe pas")]


def test_a_comment_that_is_never_closed():
    files = edited(LANGRES, "## Obstacles\n", "<!-- à relire avec Sophie\n\n## Obstacles\n")
    line = line_of(LANGRES, "## Obstacles\n")
    assert told(files) == [("unclosed-comment", LANGRES, line, 1, "un commentaire est ouvert ici et jamais refermé")]


def test_a_wrong_region():
    files = edited(LANGRES, "regions: [Grand Est]", "regions: [Bretagne]")
    line = line_of(LANGRES, 'departments: ["52"]')
    sentence = "le département 52 (Haute-Marne) se trouve en Grand Est, et les régions indiquées sont : Bretagne"
    assert told(files) == [("department-outside-region", LANGRES, line, 17, sentence)]


def test_a_region_that_does_not_exist():
    files = edited(LANGRES, "regions: [Grand Est]", "regions: [Grand-Est]")
    line = line_of(LANGRES, "regions: [Grand Est]")
    sentence = (
        "Région (territory.regions[0]) : « Grand-Est » n'est pas dans la liste ; vouliez-vous dire « Grand Est » ?"
    )
    assert told(files) == [("unknown-value", LANGRES, line, 13, sentence)]


@pytest.mark.parametrize("second", ["## Obstacles\n", "status: published"])
def test_two_faults_in_two_files_are_both_told(second):
    broken = edited(LANGRES, "status: published\n", "status: published\nstatus: published\n")
    other = edited(CHAUMONT, second, {"## Obstacles\n": "## Obstacles {.rouge}\n"}.get(second, "status: parue"))
    assert [(rule, path) for rule, path, *_rest in told({**broken, **other})] == [
        ("unknown-attribute" if second.startswith("#") else "unknown-value", CHAUMONT),
        ("duplicate-key", LANGRES),
    ]
