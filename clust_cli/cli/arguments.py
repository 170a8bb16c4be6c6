"""What every command accepts, taken out of the arguments before typer sees them: -C, --lang."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Common:
    """The folder to work in, the language asked for, and the arguments that are left."""

    folder: Path
    lang: str
    rest: tuple[str, ...]
    lacking: str = ""
    """The option that came last, without its value."""


def parse_common(arguments: Sequence[str]) -> Common:
    """Find -C and --lang anywhere before `--`."""
    folder, lang, rest, lacking = Path(), "", [], ""
    words = iter(arguments)
    for word in words:
        if word == "--":
            rest += [word, *words]
        elif word in ("-C", "--lang"):
            value = next(words, None)
            if value is None:
                lacking = word
            elif word == "-C":
                folder = Path(value)
            else:
                lang = value
        elif word.startswith("--lang="):
            lang = word.partition("=")[2]
        elif word.startswith("-C") and len(word) > 2:
            folder = Path(word[2:])
        else:
            rest.append(word)
    return Common(folder, lang, tuple(rest), lacking)
