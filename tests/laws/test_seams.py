"""The seam law: a broken file is a value, told and quoted like any other, and it never hides the others."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mutations import broken
from rule_cases import MEMENTO, MONOGRAPHY, SHEET, base_files

from clust_cli.core.check import check
from clust_cli.core.workspace import parse
from clust_cli.reports.check_github import render_github
from clust_cli.reports.check_json import render_json
from clust_cli.reports.check_text import render_text
from clust_cli.reports.language import speaker
from clust_cli.shell.packaged import read_packaged_schemas

VIEW = "mementos/02-essai/regards/regard.md"
# Something to tell in each file, so that its silence would be seen; and a link from each document to another.
FAULTS = {
    SHEET: (b"Un ancien atelier", b"Un <b>ancien</b> [atelier](../monographies/pays-d-essai.md#obstacles)"),
    MONOGRAPHY: (b"Des plans", b"Des [plans](../fiches/tiers-lieu.md#l-idee) <i>communs</i>"),
    MEMENTO: (b"Il dure", b"Il <i>dure</i>"),
}
ELSEWHERE = ("stray-document", "document-behind", "broken-link")
"""Told of a document for what another one says: they may come and go with it,
but a document that cannot be read takes no link away from the others."""


def collection():
    files = base_files() | {
        VIEW: b"---\nkind: expert-view\nedition: 1\ntitle: Regard\nstatus: ready\n---\n\nTrop court.\n"
    }
    for path, (old, new) in FAULTS.items():
        files[path] = files[path].replace(old, new)
    return files


FILES = collection()
QUICK = settings(deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def told(workspace):
    """What is told of each file, as rule and place."""
    found = {}
    for one in check(workspace).diagnostics:
        found.setdefault(one.place.path, []).append((one.rule.id, one.place.span, one.severity))
    return found


def without(found, path, rules):
    """What is told of one file, but for some rules."""
    return [one for one in found.get(path, []) if one[0] not in rules]


WHOLE = told(parse(FILES, read_packaged_schemas()))


def test_there_is_something_to_tell_of_each_file():
    assert set(FAULTS) | {VIEW} <= set(WHOLE)


@pytest.mark.parametrize("path", [SHEET, MONOGRAPHY, VIEW, MEMENTO])
@settings(QUICK, max_examples=40)
@given(data=st.data())
def test_a_broken_file_never_hides_the_others(path, data):
    workspace = parse({**FILES, path: data.draw(broken(FILES[path]))}, read_packaged_schemas())
    now = told(workspace)
    rules = () if path != MEMENTO and workspace.by_path[path].unreadable else ELSEWHERE
    for other in FILES:
        if other != path:
            assert without(WHOLE, other, rules) == without(now, other, rules), other


@settings(QUICK, max_examples=150)
@given(data=st.data(), path=st.sampled_from([*FILES, "schemas/vocabularies/carriers.yaml"]))
def test_whatever_a_file_holds_it_is_told_at_a_place_inside_it_in_every_format(data, path):
    files = {**FILES, path: data.draw(st.one_of(broken(FILES.get(path, b"format: 1\n")), st.binary(max_size=60)))}
    findings = check(parse(files, read_packaged_schemas()))
    for one in findings.diagnostics:
        source = one.place.source
        assert source.path in files
        assert 0 <= one.place.span.start <= one.place.span.end <= len(source.data)
        assert (1, 1) <= one.place.start <= one.place.end
        assert one.place.end.line <= len(source.lines)
    for lang in ("fr", "en"):
        text = render_text(findings, speaker(lang))
        assert not [letter for letter in text if not letter.isprintable() and letter not in "\n\u00a0\u202f"]
        assert json.loads(render_json(findings, speaker(lang)))["version"] == 1
        render_github(findings, speaker(lang))


@settings(QUICK, max_examples=100)
@given(text=st.text(alphabet="ab:-[]{}#&*!|>'\"%@`, \n\t?~é1", max_size=80))
def test_any_fields_are_read_or_refused(text):
    files = {**FILES, SHEET: f"---\nkind: fiche\n{text}\n---\n\nTexte.\n".encode()}
    for one in check(parse(files, read_packaged_schemas())).diagnostics:
        assert one.place.span.end <= len(one.place.source.data)


@pytest.mark.parametrize(
    "piece",
    [
        "{",
        "<!-- ",
        "> ",
        "- ",
        "[",
        "*a**b",
        "<b></b>",
        "[^1]",
        "[x]{lang=en} ",
        "x{.a} ",
        "```\n<!--\n",
        "#gtec ",
        "| a ",
    ],
)
def test_a_file_full_of_one_mark_is_read_in_good_time(piece):
    text = piece * (190_000 // len(piece))
    files = {**FILES, SHEET: FILES[SHEET].split(b"\n## ")[0] + b"\n" + text.encode()}
    count = len(check(parse(files, read_packaged_schemas())).documents)
    assert count == 4  # a number alone: to show all that was read would take all the memory there is
