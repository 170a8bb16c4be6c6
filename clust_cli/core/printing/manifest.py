"""The manifest of a build: what was read, with which tools, and what came out, each with its fingerprint."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A file: its path, its size in bytes, its SHA-256 in hexadecimal; pages where they are known."""

    path: str
    bytes: int
    sha256: str
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Manifest:
    """Paths of inputs are those of the workspace; those of outputs begin at the folder they were written to.

    `tools` maps names to versions. `packaged` is the fingerprint of the schemas and templates that clust ships.
    """

    name: str
    title: str
    date: str
    commit: str
    working: bool
    tools: Mapping[str, str]
    packaged: str
    inputs: tuple[Entry, ...]
    outputs: tuple[Entry, ...]
