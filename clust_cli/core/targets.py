"""Where links and images lead: outside, inside the workspace, or nowhere safe."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

from clust_cli.core.documents import Document

SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
SAFE = re.compile(r"(?:https?://[^\s/?#]+\.[^\s]*|mailto:[^\s@]+@[^\s@]+)\Z")


def resolve(document: Document, target: str) -> str | None:
    """The workspace path a relative target leads to, or None when it leaves the workspace."""
    return resolve_from(posixpath.dirname(document.path), unquote(target))


def resolve_from(folder: str, target: str) -> str | None:
    """The workspace path that a target leads to from a folder of it, or None when it leaves the workspace."""
    path = posixpath.normpath(posixpath.join(folder, target))
    return None if path.startswith(("../", "/")) or path == ".." else path
