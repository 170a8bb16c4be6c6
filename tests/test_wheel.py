"""The wheel as it is installed: what it carries is enough to check and build a collection, in French."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

pytestmark = [pytest.mark.wheel, pytest.mark.pandoc]


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """The wheel, built from the sources and unpacked where nothing else of ours is."""
    folder = tmp_path_factory.mktemp("roue")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run(
        [*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT], check=True, cwd=folder
    )
    [wheel] = folder.glob("clust-*.whl")
    subprocess.run([*pip, "install", "--no-deps", "--target", folder / "site", wheel], check=True, cwd=folder)
    return folder / "site"


@pytest.fixture(scope="module")
def collection(tmp_path_factory) -> Path:
    """A copy of the real collection without its schemas, in a folder with a space and an accent."""
    folder = tmp_path_factory.mktemp("Ma collection é")
    shutil.copy(ROOT / "clust.yaml", folder)
    shutil.copytree(ROOT / "mementos", folder / "mementos")
    return folder


def clust(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    return subprocess.run(
        [sys.executable, "-m", "clust_cli", *arguments],
        cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip


def test_the_wheel_carries_its_schemas_templates_and_french(installed):
    package = installed / "clust_cli"
    carried = ("schemas/monography.yaml", "schemas/meta/kind.yaml", "schemas/geography/communes.txt",
               "schemas/geography/epci.txt", "schemas/dictionaries/fr.txt", "schemas/dictionaries/fr.aff",
               "schemas/dictionaries/LICENCE.md", "templates/memento.typ", "templates/reference.docx",
               "locale/fr/LC_MESSAGES/clust.mo", "py.typed")  # fmt: skip
    assert [name for name in carried if not (package / name).is_file()] == []


def test_the_installed_wheel_checks_the_collection_in_french(installed, collection):
    done = clust(installed, collection, "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Lacunes déclarées" in done.stdout


def test_the_installed_wheel_builds_the_collection(installed, collection):
    done = clust(installed, collection, "build", "memento", "2")
    assert (done.returncode, done.stderr) == (0, "")
    assert (collection / "build" / "memento-2.pdf").read_bytes().startswith(b"%PDF")
    assert (collection / "build" / "memento-2.docx").stat().st_size > 100_000


def test_the_installed_wheel_writes_a_monography_that_is_only_incomplete(installed, collection):
    assert clust(installed, collection, "new", "memento", "Essai", "--memento", "7").returncode == 0
    assert clust(installed, collection, "new-monography", "Pays d'Essai", "--memento", "7").returncode == 0
    path = collection / "mementos" / "07-essai" / "monographies" / "pays-d-essai.md"
    before = path.read_bytes()
    done = clust(installed, collection, "check", "--memento", "7", "--format", "github")
    rules = {line.split("title=")[1].split("::")[0] for line in done.stdout.splitlines() if "title=" in line}
    assert done.returncode == 0
    assert rules == {"unfilled-field", "unfilled-section"}
    again = clust(installed, collection, "new-monography", "Pays d'Essai", "--memento", "7")
    assert (again.returncode, path.read_bytes()) == (2, before)
