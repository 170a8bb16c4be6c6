"""The pages of docs/ say what the program does: examples are run, links lead somewhere, generated pages are fresh."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from conftest import make_workspace

from clust_cli.core.catalogue import BY_ID
from clust_cli.core.check import check
from clust_cli.core.completeness import progress
from clust_cli.core.counting.axes import find_axis
from clust_cli.core.counting.claims import claims
from clust_cli.core.counting.crosstab import counted_documents, crosstab
from clust_cli.core.counting.evidence import evidence, search
from clust_cli.core.counting.lessons import lessons, theme_axes
from clust_cli.core.counting.queries import matches, parse_query
from clust_cli.core.printing.sheet import sheet
from clust_cli.core.reading.attributes import CLAIMS
from clust_cli.core.words import slug
from clust_cli.core.workspace import Workspace
from clust_cli.core.writing.scaffold import Answers, scaffold, starting_fields
from clust_cli.reports import check_json
from clust_cli.reports.captions import captions
from clust_cli.reports.crosstab import json as crosstab_json
from clust_cli.reports.crosstab import text as crosstab_text
from clust_cli.reports.evidence import json as evidence_json
from clust_cli.reports.evidence import text as evidence_text
from clust_cli.reports.evidence.listing import evidence_listing
from clust_cli.reports.export import json as export_json
from clust_cli.reports.language import speaker
from clust_cli.reports.lessons import json as lessons_json
from clust_cli.reports.status import json as status_json

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = (*sorted(DOCS.glob("*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md")
_FILE = re.compile(r"(?ms)^<!-- file: (\S+) -->\n(`{3,})\w*\n(.*?)^\2$")
_FENCE = re.compile(r"(?ms)^(`{3,})[^\n]*\n.*?^\1[ \t]*$")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"(?m)^#{1,6} (.+)$")
_SOURCE = re.compile(r"docs/([\w.-]+\.md), “([^”]+)”")


def example() -> Workspace:
    """The workspace of the worked example of docs/kinds.md."""
    files = {path: text for path, _fence, text in _FILE.findall((DOCS / "kinds.md").read_text(encoding="utf-8"))}
    assert len(files) == 4
    return make_workspace(files)


def shape(value: object) -> object:
    """The keys of a JSON value, all the way down; of a list, those of its first entry; fields are the kind's own."""
    if isinstance(value, dict):
        return {key: None if key == "fields" else shape(inner) for key, inner in value.items()}
    return [shape(value[0])] if isinstance(value, list) and value else None


def shown(heading: str) -> object:
    """The example of a JSON contract that docs/formats.md shows under a heading."""
    page = (DOCS / "formats.md").read_text(encoding="utf-8").split(f"\n### {heading}\n")[1]
    return json.loads(re.search(r"(?s)```json\n(.*?)```", page)[1])


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    headings = _HEADING.findall(_FENCE.sub("", page.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_the_kind_of_the_worked_example_is_well_formed_and_its_place_complete():
    findings = check(example()).diagnostics
    assert {one.place.path for one in findings} == {"mementos/03-lieux/memento.md"}
    assert {one.rule.id for one in findings} == {"missing-section"}


def test_a_fresh_scaffold_of_the_worked_example_is_only_incomplete():
    workspace = example()
    kind = workspace.kinds["place"]
    fields = starting_fields(kind, "Le Moulin")
    text = scaffold(kind, Answers(fields), workspace.vocabularies, captions(speaker("fr")))
    alone = make_workspace(
        {
            **{path: text for path, _fence, text in _FILE.findall((DOCS / "kinds.md").read_text(encoding="utf-8"))},
            "mementos/03-lieux/lieux/le-moulin.md": text,
        }
    )
    found = [one.rule.id for one in check(alone).diagnostics if one.place.path.endswith("le-moulin.md")]
    assert found
    assert set(found) <= {"unfilled-field", "unfilled-section"}


def test_the_worked_example_counts_what_it_says():
    workspace = example()
    rows, columns = find_axis(workspace, "service"), find_axis(workspace, "place")
    assert rows
    assert columns
    table = crosstab(workspace, counted_documents(workspace, workspace.memento(3)), rows, columns)
    assert {pair: tuple(cell) for pair, cell in table.cells.items()} == {
        ("atelier", "la-filature"): ("03/la-filature",),
        ("coworking", "la-filature"): ("03/la-filature",),
    }


def test_the_tables_of_the_page_on_counting_are_those_counted():
    page = (DOCS / "crosstab.md").read_text(encoding="utf-8")
    workspace = make_workspace({path: text for path, _fence, text in _FILE.findall(page)})
    documents = counted_documents(workspace)
    territories, states = (
        crosstab(workspace, documents, find_axis(workspace, "action"), find_axis(workspace, columns), hide_empty=True)
        for columns in ("territory", "action-state")
    )
    shown = re.findall(r"(?ms)^```text\n(.+?)^```$", page)
    found = evidence(territories, documents)
    made = [crosstab_text.render_text(one, str) for one in (territories, states)]
    assert [*made, evidence_text.render_text(evidence_listing(territories, found), str)] == shown
    [planned] = [one for one in evidence(states, documents) if (one.row.id, one.column.id) == ("label", "planned")]
    assert planned.told.line == 16


def test_every_query_of_the_page_on_counting_holds_as_it_says():
    page = (DOCS / "crosstab.md").read_text(encoding="utf-8")
    lines = re.findall(r"(?m)^\| `([^`]+)` \| (yes|no) \|", page.partition("\n## Queries\n")[2].partition("\n## ")[0])
    sample = re.search(r"(?s)```yaml\n(actions:.+?)```", page)[1].replace("title: …", "title: x")
    text = f"---\nkind: monography\nedition: 1\ntitle: Essai\nstatus: draft\n{sample}---\n"
    workspace = make_workspace({"mementos/01-essai/monographies/essai.md": text})
    [document] = workspace.documents
    assert len(lines) == 8
    for query, holds in lines:
        assert matches(parse_query(query, workspace), document, workspace) == (holds == "yes"), query


def test_every_claim_of_the_page_on_counting_is_counted_as_it_says():
    page = (DOCS / "crosstab.md").read_text(encoding="utf-8")
    files = {path: text for path, _fence, text in _FILE.findall(page)}
    lines = re.findall(r"(?m)^\| `(\[.+?\]\{.+\})` \| (.+) \| (yes|no) \|$", page.partition("\n## Claims\n")[2])

    def judged(claim):
        own = "---\nkind: memento\nedition: 1\ntitle: Essai\nstatus: draft\nnumber: 1\n---\n\n"
        workspace = make_workspace({**files, "mementos/01-essai/memento.md": f"{own}Here {claim}.\n"})
        [(_document, _claim, found)] = claims(workspace)
        return found

    assert {re.search(r"\.(\w+)", claim)[1] for claim, _counted, _holds in lines} == {*CLAIMS}
    for claim, counted, holds in lines:
        assert judged(claim).holds == (holds == "yes"), claim
        number, _, whole = counted.partition(":")[0].partition(" of ")
        if whole:
            assert (judged(claim).part, judged(claim).whole) == (int(number), int(whole)), claim
        else:
            wrong = claim.replace(re.match(r"\[.+?\]", claim)[0], "[987654]")
            assert judged(wrong).actual.replace(" ", "") == number, claim
    hole = judged(re.search(r"(?m)^`(\[2\]\{\.sum .+?\})` is a sum with a hole", page)[1])
    assert (hole.variant, hole.near) == ("hole", "wood")


def test_the_json_of_a_search_is_the_one_shown(memento_2):
    query = parse_query("code=gtec", memento_2)
    found = next(search(memento_2, memento_2.documents, query))
    assert shape(json.loads(evidence_json.render_json([found]))) == shape(shown("Passages"))


def test_the_sheet_of_the_worked_example_is_the_one_shown():
    workspace = example()
    lines = sheet(workspace.by_id["03/la-filature"], workspace.vocabularies)
    made = [(line.label, ", ".join(line.values).replace("\u202f", " ")) for line in lines]
    shown = (DOCS / "kinds.md").read_text(encoding="utf-8").split("<!-- sheet: 03/la-filature -->")[1]
    rows = re.findall(r"(?m)^\| (.+) \| (.+) \|$", shown.split("\n\n")[0])
    assert made == rows


def test_the_json_of_a_check_is_the_one_shown(memento_2):
    placed = next(one for one in memento_2.documents if one.slug == "pays-de-langres")
    fault = BY_ID["unfilled-field"].at(placed.heading_place, word="x", label="x")
    findings = replace(check(memento_2), diagnostics=(fault,))
    assert shape(json.loads(check_json.render_json(findings, str))) == shape(shown("Check"))


def test_the_json_of_a_cross_table_is_the_one_shown(memento_2):
    rows, columns = find_axis(memento_2, "action"), find_axis(memento_2, "territory")
    table = crosstab(memento_2, counted_documents(memento_2), rows, columns)
    assert shape(json.loads(crosstab_json.render_json(table))) == shape(shown("Crosstab"))


def test_the_json_of_lessons_is_the_one_shown(memento_2):
    axes = (find_axis(memento_2, name) for name in ("action", "territory", "territory-type"))
    found = lessons(memento_2, counted_documents(memento_2), theme_axes(memento_2), *axes)
    made, page = json.loads(lessons_json.render_json(found)), shown("Lessons")
    for one in (*(term for themes in made["themes"] for term in themes["terms"]), *made["lone"]):
        one["types"] = None
    for one in (page["themes"][0]["terms"][0], page["lone"][0]):
        one["types"] = None
    assert shape(made) == shape(page)


def test_the_json_of_an_export_is_the_one_shown(memento_2):
    assert shape(json.loads(export_json.render_json(memento_2.mementos))) == shape(shown("Export"))


def test_the_json_of_a_status_is_the_one_shown(memento_2):
    made = json.loads(status_json.render_json(progress(memento_2, memento_2.mementos, date(2017, 4, 1))))
    assert shape(made) == shape(shown("Status"))


def test_the_page_of_diagnostics_is_what_the_catalogue_says(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    monkeypatch.delitem(sys.modules, "diagnostics", raising=False)
    import diagnostics

    page = (DOCS / "diagnostics.md").read_text(encoding="utf-8")
    assert page == diagnostics.page()
    assert [id for id in BY_ID if f"\n### {id}\n" not in page] == []


def test_the_page_of_evidence_is_what_memento_2_says(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    import evidence as script

    fresh = (DOCS / "evidence-2.md").read_text(encoding="utf-8") == script.page()
    assert fresh, "run python scripts/evidence.py, and read what changed"


def test_the_agreement_of_two_readers_is_counted_beyond_chance(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    from second_reader import Agreement

    assert Agreement(20, 5, 10, 15).kappa == pytest.approx(0.4)
    assert Agreement(10, 0, 0, 90).kappa == pytest.approx(1)
    assert Agreement(25, 25, 25, 25).kappa == pytest.approx(0)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_of_a_page_leads_somewhere(page):
    text = re.sub(r"(?s)<!--.*?-->", "", _FENCE.sub("", page.read_text(encoding="utf-8")))
    for target in _LINK.findall(re.sub(r"`[^`\n]*`", "", text)):
        if target.startswith(("http://", "https://", "mailto:")):
            continue
        path, _, anchor = target.partition("#")
        led = (page.parent / path).resolve() if path else page
        assert led.exists(), target
        if anchor:
            assert anchor in anchors(led), target


def test_every_page_that_the_code_names_as_its_source_has_that_heading():
    for path in sorted((ROOT / "clust_cli").rglob("*.py")):
        for page, heading in _SOURCE.findall(path.read_text(encoding="utf-8")):
            known = {slug(one) for one in _HEADING.findall((DOCS / page).read_text(encoding="utf-8"))}
            assert slug(heading) in known, f"{path.name}: {page}, “{heading}”"


@pytest.mark.parametrize("page", [DOCS / "design.md", ROOT / "CONTRIBUTING.md"], ids=lambda page: page.name)
def test_every_file_that_a_page_names_is_there(page):
    text = page.read_text(encoding="utf-8")
    for path in re.findall(r"`((?:clust_cli|tests|scripts|bench|schemas|templates)/[\w./-]*)`", text):
        assert (ROOT / path).exists(), path
