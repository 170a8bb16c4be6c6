"""The interview on a real terminal: questions by the kind, answers saved at once, and what is left asked again."""

import os
import select
import sys
from pathlib import Path

import pytest
from conftest import CLUST_YAML

from clust_cli.core.check import GAP_RULES, check
from clust_cli.shell.files import read_disk

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminal in Python's library")

MEMENTO = """\
---
kind: memento
edition: 1
title: Eau
status: draft
number: 4
---
## Monographies
```documents
kind: monography
```
"""
STOP = "\x03"
SKIP = ""
PATH = "mementos/04-eau/monographies/essai.md"
CHECKOUT = str(Path(__file__).parent.parent)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "clust.yaml").write_text(CLUST_YAML, encoding="utf-8")
    memento = tmp_path / "mementos/04-eau/memento.md"
    memento.parent.mkdir(parents=True)
    memento.write_text(MEMENTO, encoding="utf-8")
    return tmp_path


def interview(folder: Path, *answers: str) -> str:
    """Answer the questions in turn, then stop; what the terminal showed."""
    import pty

    pid, terminal = pty.fork()
    if pid == 0:
        os.environ |= {"PYTHONPATH": CHECKOUT, "CLUST_LANG": "en"}
        arguments = ["-C", str(folder), "new-monography", "Essai", "--interview"]
        os.execv(sys.executable, [sys.executable, "-m", "clust_cli", *arguments])
    left, shown = [*answers], b""
    while True:
        if not select.select([terminal], [], [], 20 if left or not shown else 8)[0]:
            # Pressed between the prompt and the reading of the answer, Ctrl-C is not seen: press again, as people do; but
            # pressed before the program has begun, or while it ends, it stops Python itself: a busy machine has its time.
            assert not left, shown.decode()
            os.write(terminal, STOP.encode())
            continue
        try:
            chunk = os.read(terminal, 65536)
        except OSError:
            break
        shown += chunk
        if not chunk:
            break
        if shown.endswith((b"> ", b"| ")):
            answer = left.pop(0) if left else STOP
            os.write(terminal, answer.encode() + (b"" if answer == STOP else b"\n"))
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0, shown.decode()
    return shown.decode().replace("\r", "")


def owed(folder: Path) -> list[str]:
    found = check(read_disk(folder).parse()).diagnostics
    assert {one.rule.id for one in found if one.place.path == PATH} <= {*GAP_RULES, "short-section"}
    paths = [one for one in found if one.place.path == PATH and one.rule.id in GAP_RULES]
    return [str(one.arguments.get("field", one.word)) for one in paths]


def test_stopping_at_once_leaves_a_valid_scaffold_and_says_so(folder):
    shown = interview(folder)
    assert "Stopped. What you answered is saved" in shown
    assert "Confié à (assigned) — optional" in shown
    assert len(owed(folder)) == 14


def test_each_answer_is_chosen_validated_and_saved(folder):
    shown = interview(folder, "Anne", SKIP, SKIP, SKIP, SKIP, "Essai", "2", "bretagne, 11", "99", "35", "Rennes")
    document = read_disk(folder).parse().by_path[PATH]
    assert document.values["assigned"] == "Anne"
    assert document.values["territory"] == {
        "id": "essai",
        "short": "Essai",
        "type": "rural-structure-faible-densite",
        "regions": ["Bretagne", "Grand Est"],
        "departments": ["35"],
        "main_town": "Rennes",
    }
    assert "“99” is not in the list" in shown
    assert "1. Rural structuré (rural-structure)" in shown


def test_a_second_interview_asks_only_what_check_finds_missing(folder):
    interview(folder)
    path = folder / PATH
    before = path.read_bytes()
    fields = ["Essai", "1", "13", "35", "Rennes", "12 000", "2015", "dix", "10"]
    lists = ["3", "2016", SKIP, SKIP, "Anne Martin"]
    first = interview(folder, *fields, *lists)
    assert "Confié à" not in first
    assert owed(folder) == ["Contexte", "Titre de la partie", "Conseils à d'autres territoires", "Obstacles"]
    texts = ["Un contexte.", SKIP, "Suite.", SKIP, SKIP, "La *filière* #solution-concrete", "Du texte.", SKIP, SKIP]
    texts += ["- <b>un</b>", SKIP, SKIP, "- un", "- deux", SKIP, SKIP, "Des freins.", SKIP, SKIP]
    second = interview(folder, *texts)
    assert "is HTML, which is not printed" in second
    assert owed(folder) == []
    assert "nothing is missing" in interview(folder)
    after = path.read_text("utf-8")
    assert "Un contexte.\n\nSuite.\n" in after
    assert "## La *filière* #solution-concrete\n" in after
    comments = [line for line in before.decode().splitlines() if line.lstrip().startswith("# ")]
    assert [line for line in after.splitlines() if line.lstrip().startswith("# ")] == comments


def test_an_interview_keeps_the_line_ends_of_windows(folder):
    path = folder / PATH
    path.parent.mkdir(parents=True)
    path.write_bytes(b"---\r\nkind: monography\r\nedition: 1\r\nstatus: draft\r\n---\r\n")
    interview(folder, "Essai", SKIP, "essai", "Essai")
    after = path.read_bytes()
    assert b"title: Essai\r\nstatus: draft" in after
    assert after.count(b"\n") == after.count(b"\r\n")
