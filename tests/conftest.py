"""What the tests share: workspaces made of a dict of path → text, the real collection, golden files."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

from clust_cli.core.workspace import FontHeader, ImageHeader, Workspace, parse
from clust_cli.shell.files import read_disk
from clust_cli.shell.packaged import read_packaged_schemas

ROOT = Path(__file__).parent.parent
# No test is timed: a busy machine is not a fault of the code.
settings.register_profile("clust", deadline=None)
settings.load_profile("clust")
CLUST_YAML = "format: 1\ntitle: Mémentos d'essai\nlang: fr\nfunder: feader-2014-2020\n"
CLUST_YAML += "responsible: Réseau d'essai\nmanaging_authority: Ministère d'essai\n"


def make_workspace(
    files: Mapping[str, str | bytes],
    images: Mapping[str, ImageHeader] | None = None,
    fonts: Mapping[str, FontHeader] | None = None,
) -> Workspace:
    """Parse a workspace from memory, over the packaged schemas."""
    sources = {path: text.encode() if isinstance(text, str) else text for path, text in files.items()}
    sources.setdefault("clust.yaml", CLUST_YAML.encode())
    return parse(sources, read_packaged_schemas(), images, fonts=fonts)


@pytest.fixture
def workspace() -> Callable[..., Workspace]:
    """Make a workspace from a dict of path → text."""
    return make_workspace


@pytest.fixture(scope="session")
def memento_2() -> Workspace:
    """The real collection."""
    return read_disk(ROOT).parse()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files from what is printed now")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with a golden file, or rewrite the file with --update-golden."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return compare


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say why tests were skipped; where every program is at hand, CLUST_TESTS_MAY_SKIP=no makes it a failure."""
    skipped = terminalreporter.stats.get("skipped", [])
    for report in skipped:
        terminalreporter.write_line(f"skipped: {report.nodeid}: {report.longrepr}")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    if skipped and os.environ.get("CLUST_TESTS_MAY_SKIP") == "no":
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
