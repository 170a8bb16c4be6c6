"""The examples of `clust explain` are true: what is shown to fail does, and what is shown mended no longer."""

from __future__ import annotations

import re

import pytest
from rule_cases import MEMENTO, MONOGRAPHY, SHEET, base_files, check_case

from clust_cli.core.catalogue import RULES
from clust_cli.core.workspace import FontHeader, ImageHeader, parse
from clust_cli.reports.rules import ENTRIES
from clust_cli.shell.packaged import read_packaged_schemas

NO_TEXT = {
    "symbolic-link": "shows two paths",
    "not-utf8": "names two encodings",
    "too-large": "gives two sizes",
    "misnamed-document": "shows the paths of files",
    "too-long-paragraph": "gives two lengths in words",
    "long-section": "gives two lengths in words",
    "duplicate-document": "shows the paths of files",
    "missing-memento": "shows the paths of files",
    "duplicate-memento-number": "shows the paths of folders",
    "memento-number-mismatch": "shows a line of a file",
    "document-behind": "shows the lines of two files",
    "stray-document": "tells half of it in words",
    "needless-gap": "tells half of it in words",
    "needless-accepted": "tells half of it in words",
    "broken-kind": "shows two lines of a kind",
    "broken-funder": "shows two lines of a funder",
    "broken-vocabulary": "shows two lines of a vocabulary",
    "missing-credit": "shows a field and a line of the text",
    "low-resolution": "depends on the points of an image",
    "short-section": "ends in an ellipsis",
    "too-few-entries": "no packaged kind wants more than one entry",
}
"""The rules whose example is no text that can be checked, and why; `rules/` has a case for each."""

# Where the lines of an example stand: in which file, and below which line, instead of those of the same names.
LINES = {
    "missing-field": MONOGRAPHY,
    "unfilled-field": MONOGRAPHY,
    "missing-entry": MONOGRAPHY,
    "wrong-type": MONOGRAPHY,
    "spaced-number": MONOGRAPHY,
    "unknown-field": MONOGRAPHY,
    "unknown-value": MONOGRAPHY,
    "out-of-range": MONOGRAPHY,
    "wrong-form": MONOGRAPHY,
    "duplicate-id": MONOGRAPHY,
    "retired-value": MONOGRAPHY,
    "department-outside-region": MONOGRAPHY,
    "town-outside-department": MONOGRAPHY,
    "unknown-town": MONOGRAPHY,
    "unknown-epci": MONOGRAPHY,
    "unlike-official-figure": MONOGRAPHY,
    "broken-yaml": MONOGRAPHY,
    "duplicate-key": MONOGRAPHY,
    "yaml-anchor": MONOGRAPHY,
    "too-deep": MONOGRAPHY,
    "unknown-kind": MONOGRAPHY,
    "edition-ahead": MONOGRAPHY,
    "gap-without-reason": MONOGRAPHY,
    "accepted-without-reason": MONOGRAPHY,
    "missing-document": MEMENTO,
    "missing-funder-mention": MEMENTO,
    "unmet-funder-duty": MEMENTO,
    "unconfirmed-funder": MEMENTO,
    "wrong-isbn": MEMENTO,
    "broken-workspace": "clust.yaml",
    "wrong-colour": "clust.yaml",
    "low-contrast": "clust.yaml",
    "missing-font": "clust.yaml",
    "duplicate-name": "names.yaml",
    "role-mismatch": MONOGRAPHY,
    "broken-glossary": "glossary.yaml",
    "duplicate-term": "glossary.yaml",
    "unused-definition": "glossary.yaml",
    "broken-word-list": "words.txt",
}
SECTIONS = ("missing-section", "unfilled-section", "duplicate-section", "leftover-prompt",
            "unsupported-action", "undeclared-action", "uncoded-mention")  # fmt: skip
TEXTS = [rule.id for rule in RULES if rule.id not in (*NO_TEXT, *LINES, *SECTIONS)]
IMAGES = {
    f"mementos/02-essai/fiches/{name}": ImageHeader("png", 4, 3, 80) for name in ("place.png", "images/place.png")
}
FONTS = {"fonts/Marianne-Regular.ttf": FontHeader("ttf", "Marianne")}
REGISTER = b"towns:\n  Lons-le-Saunier:\npeople:\n  Camille Martin:\n    roles: [director]\n"
GIF = {"mementos/02-essai/fiches/place.gif": ImageHeader(trouble="format")}


def count(id, files):
    """How often a rule is told of the base with some files laid over it."""
    everything = {**base_files(), "names.yaml": REGISTER, **files}
    # The examples speak of Langres.
    everything["mementos/02-essai/fiches/pays-de-langres.md"] = base_files()[SHEET].replace(
        b"Un tiers-lieu", b"Langres"
    )
    if id == "missing-funder-mention":
        everything["clust.yaml"] = everything["clust.yaml"].replace(b"funder: feader-2014-2020\n", b"")
    if id == "unmet-funder-duty":
        everything["clust.yaml"] = everything["clust.yaml"].partition(b"responsible")[0]
    findings = check_case(id, parse(everything, read_packaged_schemas(), IMAGES | GIF, fonts=FONTS))
    return sum(one.rule.id == id for one in findings.diagnostics)


def put_lines(text, snippet):
    """Put lines of YAML in place of the lines of the same names, with what stands below those."""
    names = re.findall(r"(?m)^(\w+):", snippet)
    for name in dict.fromkeys(names):
        found = re.search(rf"(?m)^( *){name}:.*\n(?:\1(?: |- ).*\n)*", text)
        indent = found[1] if found else ""
        if found:
            text = text[: found.start()] + text[found.end() :]
            at = found.start()
    if not re.search(rf"(?m)^ *{names[0]}:", base_files()[MONOGRAPHY].decode() + base_files()[MEMENTO].decode()):
        at, indent = text.index("status:"), ""
    lines = "".join(f"{indent}{line}\n" for line in snippet.splitlines())
    return text[:at] + lines + text[at:]


def with_lines(path, snippet):
    """The files of an example made of lines of YAML."""
    if path in ("clust.yaml", "glossary.yaml", "names.yaml", "words.txt"):
        return {path: snippet.encode()}
    return {path: put_lines(base_files()[path].decode(), snippet).encode()}


def with_sections(snippet):
    """A monography whose sections are those of the example."""
    front = base_files()[MONOGRAPHY].decode().split("\n## ", 1)[0]
    return {MONOGRAPHY: f"{front}\n{snippet}\n".encode()}


def with_text(snippet):
    """A document whose text is the example, or that is the example."""
    if snippet.startswith(("---", "## Contexte\n\nLe Pays est devenu")):
        return {SHEET: snippet.encode()}
    front = base_files()[SHEET].decode().split("\n## ", 1)[0]
    heading = "" if snippet.startswith(("#", "-")) else "## L'idée\n\n"
    return {SHEET: f"{front}\n{heading}{snippet}\n".encode()}


def files_of(id, snippet):
    if id in LINES:
        return with_lines(LINES[id], snippet)
    if id == "undefined-acronym":
        return {**with_text(snippet), "glossary.yaml": b"terms: []"}
    return with_sections(snippet) if id in SECTIONS else with_text(snippet)


@pytest.mark.parametrize("id", [rule.id for rule in RULES if rule.id not in NO_TEXT])
def test_the_example_fails_and_its_mended_form_does_not(id):
    entry = ENTRIES[id]
    told_of_bad, told_of_good = count(id, files_of(id, entry.bad)), count(id, files_of(id, entry.good))
    assert told_of_bad > 0, "what is shown to fail is not told"
    # An example shows a few lines; what else its document lacks may be told of both.
    assert told_of_good < told_of_bad, "what is shown mended is still told"
    if id not in ("missing-field", "missing-section"):
        assert told_of_good == 0
