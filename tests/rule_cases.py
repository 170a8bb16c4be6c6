"""The cases of the rules: `rules/<id>/bad` and `ok`, small workspaces laid over `rules/base`, read into memory."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from conftest import make_workspace

from clust_cli.core.check import SPELLING, Findings, check
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.documents import MAX_BYTES
from clust_cli.core.reading.fonts import parse_font_header
from clust_cli.core.reading.images import parse_image_header
from clust_cli.core.rules.spelling import Speller, check_spelling
from clust_cli.core.words_file import WORDS
from clust_cli.core.workspace import Workspace, parse
from clust_cli.shell.files import FONT_ENDINGS, IMAGE_ENDINGS
from clust_cli.shell.packaged import read_packaged_schemas

FOLDER = Path(__file__).parent / "rules"
MEMENTO = "mementos/02-essai/memento.md"
MONOGRAPHY = "mementos/02-essai/monographies/pays-d-essai.md"
SHEET = "mementos/02-essai/fiches/tiers-lieu.md"

# What no file of a repository should be: a link that Windows cannot check out, and 200 kB of filling.
LINKS = {"symbolic-link/bad": frozenset({"mementos/02-essai/fiches/lien.md"})}
PADDING = b"[PADDING]"
PADDED_TO = {"too-large/bad": MAX_BYTES + 1, "too-large/ok": MAX_BYTES}


def read_files(folder: Path) -> dict[str, bytes]:
    """The files of a folder by their path in it."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@cache
def base_files() -> dict[str, bytes]:
    """A whole workspace in which nothing is wrong."""
    return read_files(FOLDER / "base")


def case_files(name: str) -> dict[str, bytes]:
    """The files of a case, such as `raw-html/bad`, over those of the base."""
    files = base_files() | read_files(FOLDER / name)
    size = PADDED_TO.get(name, 0)
    return {path: _padded(data, size) for path, data in files.items()}


def case_workspace(name: str) -> Workspace:
    """The workspace of a case."""
    files = case_files(name)
    texts = {path: data for path, data in files.items() if path.endswith((".md", ".yaml")) or path == WORDS}
    images = {
        path: parse_image_header(data, len(data), path) for path, data in files.items() if path.endswith(IMAGE_ENDINGS)
    }
    fonts = {path: parse_font_header(data, len(data)) for path, data in files.items() if path.endswith(FONT_ENDINGS)}
    misnamed = tuple(path for path in files if path.endswith(".md.txt"))
    links = LINKS.get(name, frozenset())
    return parse(texts, read_packaged_schemas(), images, fonts=fonts, links=links, misnamed=misnamed)


@cache
def case_findings(name: str) -> Findings:
    """What check finds in a case."""
    return check_case(name, case_workspace(name))


def check_case(name: str, workspace: Workspace) -> Findings:
    """What check finds in the workspace of a case; of its spelling only where the case is about that."""
    return check(workspace, check_words if name.split("/", maxsplit=1)[0] in SPELLING else None)


def check_words(workspace: Workspace) -> Iterator[Diagnostic]:
    """The rule of spelling, with the dictionaries that clust has."""
    return check_spelling(workspace, speller())


@cache
def speller() -> Speller:
    """What knows French and English; without the extra clust[spelling] the tests that ask for it are skipped."""
    pytest.importorskip("spylls", reason="spylls is missing: pip install -r requirements/test.txt")
    from clust_cli.shell.speller import SpyllsSpeller

    return SpyllsSpeller()


def findings_with(files: dict[str, str | bytes]) -> Findings:
    """What check finds in the base with some files laid over it."""
    return check(make_workspace({**base_files(), **files}))


def _padded(data: bytes, size: int) -> bytes:
    if PADDING not in data:
        return data
    words = b"des entreprises\n\n" * (size // 16 + 1)
    return data.replace(PADDING, words[: size - len(data) + len(PADDING)])
