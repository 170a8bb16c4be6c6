"""Git: the last commit, to date a build. Nothing else asks git anything, and nothing fails without it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from clust_cli.core.plain import Plain
from clust_cli.core.printing.cover import Version

_PRINTED = ("mementos", "schemas", "templates", "clust.yaml")
_LONG_AGO = date(1980, 1, 1)


def find_version(root: Path, given: Plain, environment: Mapping[str, str]) -> Version:
    """The date a build bears: the memento's own, else the last commit's (UTC), else SOURCE_DATE_EPOCH's, else 1980.

    `given` is the memento's `date:`.
    """
    commit, day, dirty = _last_commit(root)
    own = _parsed(given)
    epoch = environment.get("SOURCE_DATE_EPOCH", "")
    if own or day:
        return Version(own or day or _LONG_AGO, commit, dirty)
    if epoch.isdigit():
        return Version(datetime.fromtimestamp(int(epoch), UTC).date())
    return Version(_LONG_AGO, working=True)


def _last_commit(root: Path) -> tuple[str, date | None, bool]:
    """The short hash and day of HEAD, and whether files differ from it; nothing outside a repository."""
    # GitPython complains aloud when git is missing, unless told not to.
    os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")
    try:
        import git
    except ImportError:
        return "", None, False
    try:
        repository = git.Repo(root, search_parent_directories=True)
        line = repository.git.log("-1", "--format=%h %ct", "--abbrev=7")
        dirty = bool(repository.git.status("--porcelain", "--", *(str(root / name) for name in _PRINTED)))
    except (git.GitError, OSError, ValueError):
        return "", None, False
    short, _, seconds = line.partition(" ")
    return short, datetime.fromtimestamp(int(seconds), UTC).date(), dirty


def _parsed(given: Plain) -> date | None:
    try:
        return date.fromisoformat(str(given))
    except ValueError:
        return None
