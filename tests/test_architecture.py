"""The house: who may import whom, how long a file may be, and what a quick command must not wait for."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

PACKAGE = ROOT / "clust_cli"
FILES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))
LONGEST = 260
GENERATED = ("core/glyphs.py",)

# The world: what no value needs. `posixpath` only joins names; it touches no disk.
WORLD = ("os", "pathlib", "subprocess", "git", "time", "typer", "locale", "random", "tempfile", "shutil",
         "sys", "socket", "urllib.request", "gettext", "typst", "pypandoc", "pypdfium2")  # fmt: skip
CLOCK = ("now", "today", "utcnow", "open", "read_text", "read_bytes")
# gettext needs to know where its catalogues stand.
WORLDLY_REPORTS = {"reports/language.py": ("gettext", "pathlib")}
LAYERS = {
    "core": ("core",),
    "reports": ("core", "reports"),
    "shell": ("core", "shell", "errors", "reports.language"),
    "cli": ("core", "reports", "shell", "cli", "errors"),
}
LATE = {
    "core/rules/glossary.py": "most documents have no unknown acronym, and what looks for its place is four files",
    "core/rules/seldom.py": "most collections have no need of these rules, and should not wait for them",
    "shell/files.py": "most collections bring no font",
    "core/kinds/malformed.py": "jsonschema costs a tenth of a second, and most workspaces have no schema of their own",
    "reports/workbook.py": "XlsxWriter is needed for one format of several",
    "shell/git.py": "importing GitPython fails on a machine without git, where every command must still work",
    "shell/build.py": "typst and pdfium are made ready while pandoc is at work",
    "shell/pdf.py": "pdfium is needed once a PDF is there to be read",
    "shell/typst.py": "typst is needed once pandoc has written",
    "shell/pandoc.py": "pypandoc is slow to import, and asked only when its pandoc is not where it should be",
}
"""Files outside cli/ that import inside a function, and why."""


def imports(path):
    """Every module a file imports, and whether it does so inside a function."""
    tree = ast.parse((PACKAGE / path).read_text(encoding="utf-8"))
    inside = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node in inside
        elif isinstance(node, ast.ImportFrom):
            if node.module == "clust_cli":
                for alias in node.names:
                    yield f"clust_cli.{alias.name}", node in inside
            else:
                yield node.module, node in inside


def layer(path):
    return path.split("/")[0] if "/" in path else ""


def is_one_of(module, names):
    return any(module == name or module.startswith(f"{name}.") for name in names)


@pytest.mark.parametrize("path", [path for path in FILES if layer(path) in LAYERS])
def test_imports_point_downwards_only(path):
    allowed = tuple(f"clust_cli.{name}" for name in (*LAYERS[layer(path)], "__version__"))
    ours = [module for module, _inside in imports(path) if is_one_of(module, ["clust_cli"])]
    assert [module for module in ours if not is_one_of(module, allowed)] == []


@pytest.mark.parametrize("path", [path for path in FILES if layer(path) in ("core", "reports")])
def test_values_know_no_world(path):
    wrong = [module for module, _inside in imports(path) if is_one_of(module, WORLD)]
    assert sorted(set(wrong)) == sorted(WORLDLY_REPORTS.get(path, ()))


@pytest.mark.parametrize("path", [path for path in FILES if layer(path) in ("core", "reports")])
def test_values_ask_no_clock_and_open_no_file(path):
    tree = ast.parse((PACKAGE / path).read_text(encoding="utf-8"))
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    names = [getattr(call, "attr", getattr(call, "id", "")) for call in calls]
    assert [name for name in names if name in CLOCK] == []


@pytest.mark.parametrize("path", [path for path in FILES if layer(path) == "core"])
def test_the_core_knows_no_terminal(path):
    assert [module for module, _inside in imports(path) if is_one_of(module, ["rich", "typer", "click"])] == []


@pytest.mark.parametrize("path", [path for path in FILES if layer(path) != "cli"])
def test_nothing_is_imported_inside_a_function_outside_cli(path):
    late = [module for module, inside in imports(path) if inside]
    assert bool(late) is (path in LATE)


@pytest.mark.parametrize(
    "module", ["git", "pypandoc", "typst", "pypdfium2", "xlsxwriter", "pyromark", "jsonschema_rs", "spylls"]
)
def test_each_program_lives_behind_one_file(module):
    users = {path for path in FILES for name, _inside in imports(path) if is_one_of(name, [module])}
    assert len(users - {"shell/build.py"}) == 1


@pytest.mark.parametrize("path", [path for path in FILES if layer(path) != "cli"])
def test_nothing_prints_outside_cli(path):
    tree = ast.parse((PACKAGE / path).read_text(encoding="utf-8"))
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    assert [call for call in calls if isinstance(call, ast.Name) and call.id in ("print", "input", "exit")] == []


@pytest.mark.parametrize("path", [path for path in FILES if path not in GENERATED])
def test_a_file_can_be_read_in_one_go(path):
    assert (PACKAGE / path).read_text(encoding="utf-8").count("\n") <= LONGEST


@pytest.mark.parametrize("path", FILES)
def test_every_file_says_what_it_is(path):
    text = (PACKAGE / path).read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text))


def test_check_waits_for_nothing_it_does_not_need():
    command = [sys.executable, "-X", "importtime", "-m", "clust_cli", "check"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    imported = {line.rsplit("|", 1)[-1].strip() for line in run.stderr.splitlines() if line.startswith("import time:")}
    assert "clust_cli.core.check" in imported
    heavy = ("rich", "git", "pypandoc", "jsonschema", "typst", "pypdfium2", "xlsxwriter", "fontTools", "babel", "spylls",
             "clust_cli.core.rules.spelling", "clust_cli.core.dictionary")  # fmt: skip
    assert [name for name in heavy if name in imported] == []


def test_no_path_of_a_machine_is_written_anywhere():
    texts = list(PACKAGE.rglob("*.py"))
    here = (str(ROOT.parent) + "/", str(Path.home()) + "/")
    assert [path for path in texts if any(place in path.read_text(encoding="utf-8") for place in here)] == []
