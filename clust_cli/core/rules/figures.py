"""Images as they are printed: whose they are, and whether they have points enough for their size on paper."""

from __future__ import annotations

from collections.abc import Iterator

from clust_cli.core import catalogue
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.documents import Document
from clust_cli.core.reading.attributes import ATTRIBUTES, split
from clust_cli.core.reading.body import Image
from clust_cli.core.reading.fields import entries
from clust_cli.core.rules.links import is_mute
from clust_cli.core.targets import resolve
from clust_cli.core.workspace import Workspace

LEAST, GOOD = 150, 300
"""Units: points an inch. Below the first a print shows steps; the second is what a print shop asks for."""
_LINE = 13.6
_INCH = 2.54
"""Units: centimetres. The line is that of the PDF."""
_TEN = 10


def check_figures(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report images that nobody is credited for, and those printed larger than their points allow."""
    for document in workspace.documents:
        credited = {
            resolve(document, str(entry.get("file", "")))
            for _index, entry in entries(document.values, "images")
            if entry.get("credit")
        }
        for image in document.body.images:
            path = resolve(document, image.target) if image.target else None
            header = workspace.images.get(path or "")
            if header is None or header.trouble or is_mute(image):
                continue
            place = document.place(image.span)
            if path not in credited:
                yield catalogue.MISSING_CREDIT.at(place, word=image.target)
            width = _printed_width(document, image)
            density = round(header.width * _INCH / width) if width else GOOD
            if density < LEAST:
                widest = f"{max(0.1, header.width * _INCH / LEAST):.1f}cm"
                yield catalogue.LOW_RESOLUTION.at(place, word=image.target, density=density, widest=widest, good=GOOD)


def _printed_width(document: Document, image: Image) -> float:
    """The width that the author gives; 0 where none is given: it is then printed as wide as it may be.

    Units: centimetres.
    """
    following = document.source.data[image.span.end :].split(b"\n", 1)[0].decode("utf-8", errors="replace")
    found = ATTRIBUTES.match(following)
    given = dict(split(one) for one in found[0][1:-1].split()) if found else {}
    width = given.get("width", "")
    if width.endswith("%"):
        return _LINE * float(width[:-1]) / 100
    return float(width[:-2]) / (_TEN if width.endswith("mm") else 1) if width.endswith(("cm", "mm")) else 0
