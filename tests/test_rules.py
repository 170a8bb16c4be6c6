"""Each rule: a case that breaks it once and alone, one that comes near and does not, and the whole of what is said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rule_cases import FOLDER, base_files, case_files, case_findings, case_workspace, check_case, findings_with

from clust_cli.core.catalogue import RULES
from clust_cli.core.diagnostics import Severity
from clust_cli.core.documents import parse_document
from clust_cli.core.places import Source
from clust_cli.reports.check_text import render_text
from clust_cli.reports.language import speaker

IDS = [rule.id for rule in RULES]
# These are told of a file that is no document, or of one that cannot say how finished it is.
WITHOUT_STATUS = {"missing-funder-mention": "mementos/02-essai/memento.md"}


def test_every_rule_has_a_case_and_every_case_a_rule():
    assert sorted(path.name for path in FOLDER.iterdir() if path.name != "base") == sorted(IDS)


def test_nothing_is_wrong_in_the_base():
    assert findings_with({}).diagnostics == ()


@pytest.mark.parametrize("id", IDS)
def test_the_fault_is_told_once_and_its_neighbours_stay_silent(id):
    assert [one.rule.id for one in case_findings(f"{id}/bad").diagnostics] == [id]


@pytest.mark.parametrize("id", IDS)
def test_what_only_looks_like_the_fault_is_not_told(id):
    assert case_findings(f"{id}/ok").diagnostics == ()


@pytest.mark.parametrize("id", IDS)
def test_the_whole_report_is_as_expected(id, golden):
    golden(FOLDER / id / "expected.txt", render_text(case_findings(f"{id}/bad"), speaker("fr")))


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.tightens], ids=lambda rule: rule.id)
def test_incompleteness_is_an_error_once_the_document_claims_to_be_ready(rule):
    [told] = case_findings(f"{rule.id}/bad").diagnostics
    assert told.severity is Severity.WARNING
    files = case_files(f"{rule.id}/bad")
    path = WITHOUT_STATUS.get(rule.id, told.place.path)
    files[path] = files[path].replace(b"status: draft", b"status: ready")
    [told] = [one for one in findings_with(files).diagnostics if one.rule is rule]
    assert told.severity is Severity.ERROR


@pytest.mark.parametrize("id", IDS)
def test_a_second_fault_in_another_file_is_told_beside_it(id):
    path = "mementos/02-essai/regards/autre.md"
    other = base_files()["mementos/02-essai/fiches/tiers-lieu.md"].replace(b"status: draft", b"status: brouillon")
    workspace = case_workspace(f"{id}/bad")
    document = parse_document(Source(path, other), workspace.kinds, workspace.schemas.broken)
    found = check_case(id, replace(workspace, documents=(*workspace.documents, document))).diagnostics
    first = [(one.rule.id, one.place.path) for one in case_findings(f"{id}/bad").diagnostics]
    # A document whose kind is itself broken has nothing more to tell.
    second = [] if id == "broken-kind" else [("unknown-value", path)]
    assert sorted((one.rule.id, one.place.path) for one in found) == sorted(first + second)
