"""The author's guide is played step by step in a folder with a space and an accent: it shows what is printed.

Shape of docs/guide.fr.md: a console block holds commands after `> ` and what they print, `[…]` standing for anything;
a comment `édition` holds a text of the monography, or of the file it names, a line of equal signs, and what is written
instead;
a comment `image` names a picture to put there; a block after the comment `extrait` stands by now in the monography, or in the file it names;
a block after the comment `build` starts pandoc.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from clust_cli.cli.main import run

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "docs" / "guide.fr.md").read_text(encoding="utf-8")
MONOGRAPHY = Path("mementos/03-tourisme/monographies/pays-d-essai.md")
_STEP = re.compile(
    r"(?ms)^<!-- édition(?:: (?P<file>\S+))?\n(?P<old>.*?)\n=====\n(?P<new>.*?)\n-->$"
    r"|^<!-- image: (?P<image>\S+) -->$"
    r"|^<!-- extrait(?:: (?P<from>\S+))? -->\n```\w+\n(?P<excerpt>.*?)^```$"
    r"|(?P<build>^<!-- build -->\n)?^```console\n(?P<console>.*?)^```$"
)


@pytest.fixture
def collection(tmp_path, monkeypatch):
    """The collection as an author finds it, and the environment of a plain terminal."""
    folder = tmp_path / "Mon mémento"
    folder.mkdir()
    shutil.copy(ROOT / "clust.yaml", folder)
    for memento in (ROOT / "mementos").glob("02-*"):
        shutil.copytree(memento, folder / "mementos" / memento.name)
    monkeypatch.chdir(folder)
    for name in ("CLUST_LANG", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    return folder


def play(capsys, *, build: bool) -> Iterator[tuple[str, str, str]]:
    """Take every step; yield each command with what the guide shows and what is printed."""
    for step in _STEP.finditer(GUIDE):
        if step["old"] is not None:
            path = Path(step["file"] or MONOGRAPHY)
            path.write_text(edited(path.read_text(encoding="utf-8"), step["old"], step["new"]), encoding="utf-8")
        elif step["image"]:
            Path(step["image"]).parent.mkdir(parents=True)
            Path(step["image"]).write_bytes(png(900, 600))
        elif step["excerpt"]:
            path = Path(step["from"] or MONOGRAPHY)
            assert plain(step["excerpt"]).strip() in plain(path.read_text(encoding="utf-8"))
        elif build or not step["build"]:
            for command, shown in re.findall(r"(?m)^> (.+)\n((?:(?!> ).*\n)*)", step["console"]):
                words = shlex.split(command)
                assert words[0] == "clust"
                run(words[1:])
                printed = capsys.readouterr()
                yield command, shown, plain(printed.out + printed.err)


def edited(text: str, old: str, new: str) -> str:
    """The text with one edit made: at the first line that ends so, else where the words first stand."""
    assert old in text, old
    return text.replace(f"{old}\n", f"{new}\n", 1) if f"{old}\n" in text else text.replace(old, new, 1)


def plain(printed: str) -> str:
    """What is printed, its spaces made ordinary: the guide is typed on a keyboard."""
    return printed.translate(str.maketrans("\u00a0\u202f", "  ")).rstrip("\n") + "\n"


def png(width: int, height: int) -> bytes:
    """A small grey picture."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = (b"\0" + b"\x99\x99\x99" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def pattern(shown: str) -> str:
    """What the guide shows, as a pattern: `[…]` on a line of its own is any lines, inside a line any text."""
    lines = [r"(?:.*\n)*?" if line == "[…]" else _line(line) for line in shown.rstrip("\n").splitlines()]
    return "".join(lines)


def _line(line: str) -> str:
    return ".*?".join(re.escape(part) for part in line.split("[…]")) + r"\n"


def test_what_the_guide_shows_is_what_an_author_sees(collection, capsys):
    assert " " in os.path.basename(collection)  # noqa: PTH119
    for command, shown, printed in play(capsys, build=False):
        assert re.fullmatch(pattern(shown), printed), f"{command}\n{printed}"


@pytest.mark.pandoc
def test_the_guide_ends_with_printed_pages(collection, capsys):
    for command, shown, printed in play(capsys, build=True):
        assert re.fullmatch(pattern(shown), printed), f"{command}\n{printed}"
    assert (collection / "build" / "memento-3.pdf").read_bytes().startswith(b"%PDF")
    assert (collection / "build" / "memento-3.docx").is_file()
