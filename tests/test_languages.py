"""The reader's language: settled in one order, and spoken alone, in help, usage errors and diagnostics."""

from __future__ import annotations

import re

import pytest
import typer
from rule_cases import case_findings
from variants import CHANGES, changed

from clust_cli.cli import commands
from clust_cli.cli.app import app
from clust_cli.cli.main import run
from clust_cli.cli.words import find_language
from clust_cli.core.catalogue import RULES
from clust_cli.reports.check_text import render_text
from clust_cli.reports.language import speaker

# Words of typer's, click's, argparse's and jsonschema's, and our own English ones, that no French page may hold.
ENGLISH = re.compile(
    r"\b(?:Usage:|Options:|Arguments:|Commands:|Show this message|and exit|Missing|Error|Invalid|No such|Got unexpected"
    r"|Try '|is not of type|is a required|required property|does not match|is not one of|is too (?:long|short)|default"
    r"|required|unexpected|extra argument|requires an argument|[Aa]dditional properties|is not valid"
    r"|the|with|this|that|and|there|write|see|of|is|are|not|file|folder|missing|did you mean)\b"
)
FRENCH = re.compile(r"[éèêàùçœ«»]|\b(?:le|la|les|une|des|est|sont|pas|avec|pour|fichier|dossier|voir)\b", re.IGNORECASE)
# What is English by nature: names to be typed, and names of things.
NAMES = re.compile(r"--?[\w-]+|\b(?:gaps|accepted|file|documents|kind|territory\.\w+|title|LEADER|of)\b(?==|:|\.|,|\])")

commands.register(app)
COMMANDS = tuple(typer.main.get_command(app).commands)
USAGE_ERRORS = [
    ["chek"],
    ["zzzz"],
    ["check", "--foramt", "json"],
    ["check", "--zzzz"],
    ["-z"],
    ["check", "--format"],
    ["check", "--format", "xml"],
    ["check", "--rule", "zzzz"],
    ["check", "--memento", "deux"],
    ["check", "rien.md"],
    ["check", "-C"],
    ["check", "-C", "rien"],
    ["check", "--strict=oui"],
    ["explain", "zzzz"],
    ["explain", "raw-html", "raw-html"],
    ["new-monography"],
    ["new"],
    ["new", "monography"],
    ["new", "zzzz", "Essai"],
    ["crosstab", "2", "3"],
    ["crosstab", "--rows", "zzzz"],
    ["schema", "zzzz"],
    ["schema"],
    ["build"],
    ["build", "memento"],
    ["build", "memento", "deux"],
    ["status", "9"],
    ["export", "--format", "xml"],
    ["completion", "zzzz"],
]


@pytest.fixture
def say(capsys, monkeypatch, tmp_path):
    """Run clust in an empty collection; everything it says."""
    monkeypatch.delenv("CLUST_LANG", raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    (tmp_path / "clust.yaml").write_text("title: Essai\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def call(arguments, lang):
        status = run(["--lang", lang, *arguments])
        return status, "".join(capsys.readouterr())

    return call


def english_of(text):
    """The English words left in a French text, without names and examples to be typed."""
    prose = re.split(r"(?m)^Exemples", text)[0]
    prose = re.sub(r"(?:il y a|connus ici)\s: [\w, -]+", "", prose)  # lists of names to be typed
    return ENGLISH.findall(NAMES.sub("", prose))


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)], ids="-".join)
def test_help_is_french_alone(say, command):
    status, text = say([*command, "--help"], "fr")
    assert status == 0
    assert text.startswith("Utilisation\u00a0: clust" if "Utilisation" in text else "Usage\u00a0: clust")
    assert "Options\u00a0:" in text
    assert english_of(text) == []


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)], ids="-".join)
def test_help_is_english_alone(say, command):
    status, text = say([*command, "--help"], "en")
    assert status == 0
    assert text.startswith("Usage: clust")
    prose = re.split(r"(?m)^Examples", text)[0]
    assert FRENCH.findall(re.sub(r"“[^”]*”|[A-ZÉ]\w+ [A-ZÉ]\w+", "", prose)) == []


@pytest.mark.parametrize("arguments", USAGE_ERRORS, ids=" ".join)
def test_a_usage_error_is_french_alone(say, arguments):
    status, text = say(arguments, "fr")
    assert status == 2
    assert text.startswith("clust: ")
    assert "Traceback" not in text
    assert english_of(text) == []


@pytest.mark.parametrize("arguments", USAGE_ERRORS, ids=" ".join)
def test_a_usage_error_is_english_alone(say, arguments):
    status, text = say(arguments, "en")
    assert status == 2
    assert FRENCH.findall(re.sub(r"“[^”]*”", "", text)) == []


def all_findings():
    yield from ((rule.id, case_findings(f"{rule.id}/bad")) for rule in RULES)
    yield from (("/".join(names), changed(changes)) for names, changes in CHANGES.items())


@pytest.mark.parametrize(("name", "findings"), [pytest.param(*one, id=one[0]) for one in all_findings()])
def test_a_diagnostic_is_french_alone(name, findings):
    text = render_text(findings, speaker("fr"))
    # The author's line, what is quoted or to be typed, and rule ids are nobody's language.
    prose = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("|") and "/" not in line)
    prose = re.sub(r"where: .*|«[^»]*»|\[[\w-]+\]|\{[^}]*\}|\([\w.\[\]]+\)", "", prose)
    assert english_of(re.sub(r"\w+: [\w-]+|: [\w, -]+$", "", prose)) == []


@pytest.mark.parametrize(
    ("asked", "environment", "workspace", "expected"),
    [
        ("en", {"CLUST_LANG": "fr", "LANG": "fr_FR.UTF-8"}, "fr", "en"),
        ("", {"CLUST_LANG": "en", "LANG": "fr_FR.UTF-8"}, "fr", "en"),
        ("", {"LANG": "en_GB.UTF-8"}, "fr", "fr"),
        ("", {"LANG": "fr_FR.UTF-8"}, "", "fr"),
        ("", {"LC_ALL": "fr_FR.UTF-8", "LANG": "en_GB.UTF-8"}, "", "fr"),
        ("", {"LC_MESSAGES": "fr_BE", "LANG": "en_GB.UTF-8"}, "", "fr"),
        ("", {"CLUST_LANG": "FR"}, "en", "fr"),
        ("", {"CLUST_LANG": "de"}, "fr", "fr"),
        ("", {"LANG": "de_DE.UTF-8"}, "", "en"),
        ("", {"LANG": "C.UTF-8"}, "", "en"),
        ("", {}, "", "en"),
        ("zz", {"LANG": "fr_FR"}, "", "fr"),
    ],
)
def test_the_language_is_what_is_asked_then_the_environment_the_workspace_and_the_system(
    tmp_path, asked, environment, workspace, expected
):
    if workspace:
        (tmp_path / "clust.yaml").write_text(f"title: Essai\nlang: {workspace}\n", encoding="utf-8")
    below = tmp_path / "mementos" / "02-essai"
    below.mkdir(parents=True)
    assert find_language(asked, below, environment) == expected


@pytest.mark.parametrize(
    "arguments", [["--lang", "en", "explain"], ["explain", "--lang", "en"], ["explain", "--lang=en"]]
)
def test_the_language_can_be_asked_for_anywhere(capsys, monkeypatch, arguments):
    monkeypatch.setenv("CLUST_LANG", "fr")
    assert run(arguments) == 0
    assert "A field left empty" in capsys.readouterr().out


def test_a_language_that_clust_does_not_speak_is_told(capsys, monkeypatch):
    monkeypatch.setenv("CLUST_LANG", "fr")
    assert run(["check", "--lang", "de"]) == 2
    assert "«\u00a0de\u00a0»" in capsys.readouterr().err
