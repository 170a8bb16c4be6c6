"""The reader's language, settled once before typer is imported, and the words said in it.

Order: --lang anywhere in the arguments, CLUST_LANG, the workspace's, the system's, Windows' too; else English.
"""

from __future__ import annotations

import locale
import os
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from clust_cli.reports.language import LANGUAGES, N_, Say, speaker

__all__ = ["N_", "_", "reader_language", "say", "settle"]

_LANG_LINE = re.compile(rb"(?m)^lang:\s*[\"']?(\w\w)")
_settled = "en"


def settle(lang: str) -> None:
    """Speak this language from now on."""
    global _settled  # noqa: PLW0603 - the one state of the command line: who reads
    _settled = lang if lang in LANGUAGES else "en"


def reader_language() -> str:
    """The language settled."""
    return _settled


def say() -> Say:
    """The function that says a sentence in the reader's language, for the reports."""
    return speaker(_settled)


def _(sentence: str) -> str:
    """Say an English sentence in the reader's language."""
    return speaker(_settled)(sentence)


def find_language(asked: str, folder: Path, environment: Mapping[str, str]) -> str:
    """The reader's language, from what was asked, the environment, the workspace and the system."""
    for code in (asked, environment.get("CLUST_LANG", ""), _of_workspace(folder), *_of_system(environment)):
        if code[:2].lower() in LANGUAGES:
            return code[:2].lower()
    return "en"


def _of_workspace(folder: Path) -> str:
    """The collection's language, read with one pattern: PyYAML is not yet needed here."""
    here = folder.absolute()
    for parent in (here, *here.parents):
        try:
            found = _LANG_LINE.search((parent / "clust.yaml").read_bytes()[:65536])
        except OSError:
            continue
        return found[1].decode() if found else ""
    return ""


def _of_system(environment: Mapping[str, str]) -> Sequence[str]:
    codes = [environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    if sys.platform == "win32":
        import ctypes

        codes.append(locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), ""))
    return codes


def environment() -> Mapping[str, str]:
    """The process's environment."""
    return os.environ
