"""The date a build bears, with and without git."""

from __future__ import annotations

from datetime import date

import git
import pytest

from clust_cli.core.printing.cover import Version
from clust_cli.shell.git import find_version


@pytest.fixture
def outside(tmp_path, monkeypatch):
    """A folder that no repository holds."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    return tmp_path


@pytest.fixture
def repository(outside):
    (outside / "clust.yaml").write_text("title: Essai\n", encoding="utf-8")
    made = git.Repo.init(outside)
    made.index.add(["clust.yaml"])
    someone = git.Actor("Quelqu'un", "quelqu.un@exemple.fr")
    made.index.commit("un", author=someone, committer=someone, commit_date="2025-03-04T23:30:00+0000")
    yield outside, made.head.commit.hexsha[:7]
    made.close()


def test_outside_a_repository_the_date_is_that_of_the_environment(outside):
    assert find_version(outside, None, {"SOURCE_DATE_EPOCH": "86400"}) == Version(date(1970, 1, 2))


def test_when_nothing_tells_the_date_it_is_a_working_version(outside):
    assert find_version(outside, None, {}) == Version(date(1980, 1, 1), working=True)


def test_in_a_repository_the_date_is_the_last_commit_s(repository):
    root, commit = repository
    assert find_version(root, None, {"SOURCE_DATE_EPOCH": "0"}) == Version(date(2025, 3, 4), commit)


def test_the_memento_s_own_date_comes_first(repository):
    root, commit = repository
    assert find_version(root, "2024-05-06", {}) == Version(date(2024, 5, 6), commit)


def test_files_that_differ_from_the_commit_are_told(repository):
    root, commit = repository
    (root / "clust.yaml").write_text("title: Autre\n", encoding="utf-8")
    assert find_version(root, None, {}) == Version(date(2025, 3, 4), commit, working=True)
