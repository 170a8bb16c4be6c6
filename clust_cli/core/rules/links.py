"""Links and images: where they lead, and whether everyone can read them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from clust_cli.core import catalogue
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.documents import Document
from clust_cli.core.places import Place
from clust_cli.core.reading.body import Image, Link
from clust_cli.core.reading.images import ENDINGS, MAX_BYTES, MAX_PIXELS
from clust_cli.core.targets import SAFE, SCHEME, resolve
from clust_cli.core.words import fold, nearest
from clust_cli.core.workspace import Workspace

_ADDRESS = re.compile(r"www\.|[^\s/@]+@[^\s/@]+\.\w+\Z")
_OUTSIDE = re.compile(r"(?i)(?:https?|ftp|data):|//")


def check_links(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report links that lead nowhere, or where no printed guide should lead."""
    for document in workspace.documents:
        for link in document.body.links:
            yield from _link(document, link, workspace)


def check_images(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report images that are missing, unreadable, outside the workspace, or without a text alternative."""
    for document in workspace.documents:
        for image in document.body.images:
            place = document.place(image.span)
            path = resolve(document, image.target) if image.target else None
            found = image_fault(image.target, path, place, workspace)
            if found:
                yield found
            elif is_mute(image):
                yield catalogue.MISSING_ALT.at(place, word=image.target)


def is_mute(image: Image) -> bool:
    """Whether an image has no text alternative, or only its file's name for one."""
    return not image.alt or fold(image.alt) == fold(image.target.rsplit("/", 1)[-1])


def image_fault(target: str, path: str | None, place: Place, workspace: Workspace) -> Diagnostic | None:
    """What is wrong with an image that is named somewhere; `path` is where its target leads in the workspace."""
    if _OUTSIDE.match(target):
        return catalogue.EXTERNAL_IMAGE.at(place, word=target[:80])
    if "\\" in target:
        return catalogue.MISSING_IMAGE.at(place, "backslash", word=target, near=target.replace("\\", "/"))
    if path is None or target.startswith("/") or SCHEME.match(target):
        return catalogue.OUTSIDE_IMAGE.at(place, word=target) if target else catalogue.MISSING_IMAGE.at(place, word="")
    header = workspace.images.get(path)
    if header is None:
        names = {posixpath.basename(known): known for known in workspace.images}
        near = nearest(posixpath.basename(path), names)
        return catalogue.MISSING_IMAGE.at(place, "near" if near else "", word=target, near=near)
    if header.trouble:
        limit = MAX_BYTES // (1024 * 1024) if header.trouble == "size" else MAX_PIXELS // 1_000_000
        # Only a file that was recognised has an ending to be expected.
        near = target.rpartition(".")[0] + ENDINGS[header.format][0] if header.trouble == "ending" else ""
        kind = header.format.upper()
        return catalogue.BAD_IMAGE.at(place, header.trouble, word=target, limit=limit, near=near, format=kind)
    return None


def _link(document: Document, link: Link, workspace: Workspace) -> Iterator[Diagnostic]:
    place = document.place(link.span)
    target = link.target
    if link.empty:
        yield catalogue.EMPTY_LINK.at(place, word=target)
    elif SCHEME.match(target) or target.startswith("//"):
        if not SAFE.match(target):
            yield catalogue.UNSAFE_LINK.at(place, word=target)
    elif _ADDRESS.match(target):
        yield catalogue.UNSAFE_LINK.at(place, word=target)
    elif not target or target.startswith("/") or "\\" in target:
        yield catalogue.BROKEN_LINK.at(place, word=target)
    else:
        path, _, anchor = target.partition("#")
        resolved = resolve(document, path) if path else document.path
        other = workspace.by_path.get(resolved or "")
        if other is None and not path.endswith(".md"):
            yield catalogue.BROKEN_LINK.at(place, "file", word=target)
        elif other is None:
            near = nearest(path, (posixpath.basename(known) for known in workspace.by_path))
            yield catalogue.BROKEN_LINK.at(place, "near" if near else "", word=target, near=near)
        elif other.unreadable or other.body.cut_short:
            return  # its headings are hidden by a fault of its own
        elif anchor and anchor not in {heading.id for heading in other.body.headings}:
            near = nearest(anchor, (heading.id for heading in other.body.headings))
            yield catalogue.BROKEN_LINK.at(place, "anchor", word=anchor, near=near)
