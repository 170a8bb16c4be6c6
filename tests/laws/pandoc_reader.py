"""Pandoc kept running, so that a property test can ask it thousands of times; and what its tree says of a text."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from clust_cli.core.reading.attributes import is_claim
from clust_cli.core.words import count_words
from clust_cli.shell.packaged import ROOT
from clust_cli.shell.pandoc import find_pandoc

DIALECT = re.search(r'DIALECT = "(.+)"', (ROOT / "templates/lua/read.lua").read_text())[1]
LISTS = ("BulletList", "OrderedList")


class PandocReader:
    """Pandoc, waiting for texts."""

    def __init__(self):
        command = [find_pandoc(), "lua", str(Path(__file__).with_name("reader.lua")), DIALECT]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def read(self, text: str) -> list[Any]:
        """The blocks of a text."""
        self.process.stdin.write(json.dumps(text).encode() + b"\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())["blocks"]

    def close(self) -> None:
        """Let it end."""
        self.process.stdin.close()
        self.process.wait(10)
        self.process.stdout.close()


def nodes(value: Any, *, notes: bool = True) -> Iterator[dict[str, Any]]:
    """Every node of a tree, in reading order."""
    if isinstance(value, dict):
        if value.get("t") == "Note" and not notes:
            return
        if "t" in value:
            yield value
        for inner in value.values():
            yield from nodes(inner, notes=notes)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner, notes=notes)


def said(value: Any) -> str:
    """The plain text of a tree, without its notes and code blocks; blocks are parted by a space."""
    words = []
    # The caption of a figure is its image's text alternative once more.
    figures = [node["c"][1] for node in nodes(value, notes=False) if node["t"] == "Figure"]
    again = {id(node) for caption in figures for node in nodes(caption)}
    for node in nodes(value, notes=False):
        if id(node) in again:
            continue
        if node["t"] == "Str":
            words.append(node["c"])
        elif node["t"] == "Code":
            words.append(node["c"][1])
        elif node["t"] in ("Space", "SoftBreak", "LineBreak", "Para", "Plain", "Header"):
            words.append(" ")
    return " ".join("".join(words).split())


def facts(blocks: list[Any]) -> dict[str, Any]:
    """What a tree holds, in the words of core/reading/body.py."""
    found = list(nodes(blocks))
    sections: list[list[Any]] = [[]]
    for block in blocks:
        if block["t"] == "Header" and block["c"][0] <= 2:
            sections.append([])
        else:
            sections[-1].append(block)
    return {
        "headings": [(one["c"][0], said(one["c"][2])) for one in found if one["t"] == "Header"],
        "links": sorted(one["c"][2][0] for one in found if one["t"] == "Link"),
        "images": sorted((one["c"][2][0], said(one["c"][1])) for one in found if one["t"] == "Image"),
        "notes": sum(one["t"] == "Note" for one in found),
        "tables": [_table(one["c"]) for one in found if one["t"] == "Table"],
        "fences": [(one["c"][0][1][:1], one["c"][1].rstrip("\n")) for one in found if one["t"] == "CodeBlock"],
        "claims": sorted(
            (_claim(one["c"]) for one in found if one["t"] == "Span" and is_claim(one["c"][0][1])), key=str
        ),
        "filled": [any(map(_says, section)) for section in sections],
        "items": [_items(section) for section in sections],
        "words": [count_words(said(section)) for section in sections],
    }


def _claim(content: list[Any]) -> tuple[tuple[str, ...], dict[str, str], str]:
    (_id, classes, keys), inside = content
    return tuple(classes), dict(keys), said(inside)


def _table(content: list[Any]) -> tuple[list[str], int]:
    _attr, _caption, _columns, head, bodies, _foot = content
    header = [said(cell[4]) for row in head[1] for cell in row[1]]
    return header, sum(len(body[3]) for body in bodies)


def _says(block: dict[str, Any]) -> bool:
    things = ("Image", "Link", "Table", "CodeBlock")
    return block["t"] != "Header" and (
        bool(said(block)) or any(node["t"] in things for node in nodes(block, notes=False))
    )


def _items(section: list[Any]) -> int:
    listed = sum(len(_entries(block)) for block in section if block["t"] in LISTS)
    return listed or sum(_paragraphs(block) for block in section)


def _entries(block: dict[str, Any]) -> list[Any]:
    return block["c"] if block["t"] == "BulletList" else block["c"][1]


def _paragraphs(block: dict[str, Any]) -> int:
    if block["t"] in ("Para", "Plain"):
        return bool(said(block))
    if block["t"] == "Figure":
        return bool(said(block["c"][2]))
    return sum(map(_paragraphs, block["c"])) if block["t"] == "BlockQuote" else 0
