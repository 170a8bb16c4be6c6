"""Templates as the build uses them: the workspace's own, held to what its name promises, else the packaged one.

In: a template's name. Out: its bytes. A workspace's own may be a stranger's, or cut short by a clumsy copy.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree import ElementTree

from clust_cli.core.printing.dress.html.page import PLACE, PLACES
from clust_cli.core.reading.images import parse_image_header
from clust_cli.errors import ClustError
from clust_cli.reports.language import N_
from clust_cli.shell.packaged import ROOT, find_template

_LARGEST = 50_000_000
"""Units: bytes, of a reference document unpacked."""
_PARTS: Mapping[str, tuple[str, ...]] = {
    ".docx": ("[Content_Types].xml", "word/document.xml", "word/styles.xml"),
    ".odt": ("content.xml", "styles.xml"),
}
_DAMAGES = (
    zipfile.BadZipFile,
    zlib.error,
    ElementTree.ParseError,
    KeyError,
    ValueError,
    EOFError,
    OSError,
    RuntimeError,
)
"""What a damaged archive may raise. RuntimeError: one that asks for a password, or for a method that is not at hand."""
_ENDS = {".css": re.compile(r"(?i)</style|<!--"), ".js": re.compile(r"(?i)</script|<script|<!--")}
"""What would end a style or a script before its time, and let the rest stand in the page."""


def read_template(name: str, root: Path) -> bytes:
    """A template's bytes.

    Errors: ClustError when the workspace's own is not what its name says.
    """
    path = find_template(name, root)
    data = path.read_bytes()
    if path != ROOT / "templates" / name:
        _CHECKS.get(path.suffix, _check_text)(path, data)
    return data


def read_template_text(name: str, root: Path) -> str:
    """A template that is text, with line ends as on every machine."""
    return read_template(name, root).decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")


def _check_text(path: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ClustError(
            N_("the template “{path}” is not a text in UTF-8"), N_("save it in UTF-8"), path=path
        ) from error


def _check_part_of_page(path: Path, data: bytes) -> None:
    found = _ENDS[path.suffix].search(_check_text(path, data))
    if found:
        raise ClustError(
            N_("the template “{path}” holds “{word}”, which would end it too early"),
            N_("delete it there"),
            path=path,
            word=found[0],
        )


def _check_page(path: Path, data: bytes) -> None:
    used = {found[1] for found in PLACE.finditer(_check_text(path, data))}
    known = ", ".join(f"{{{{{name}}}}}" for name in PLACES)
    for name in sorted(used - set(PLACES)):
        raise ClustError(
            N_("the template “{path}” has “{word}”, and the build has nothing to put there"),
            N_("what it can put: {known}"),
            path=path,
            word=f"{{{{{name}}}}}",
            known=known,
        )
    for name in (name for name, is_owed in PLACES.items() if is_owed and name not in used):
        raise ClustError(
            N_("the template “{path}” lacks “{word}”"),
            N_("write it where the build shall put that part"),
            path=path,
            word=f"{{{{{name}}}}}",
        )


def _check_document(path: Path, data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(one.file_size for one in archive.infolist()) > _LARGEST:
                raise zipfile.BadZipFile
            for name in archive.namelist():
                held = archive.read(name)
                if name.endswith((".xml", ".rels")):
                    ElementTree.fromstring(held)
            for name in _PARTS[path.suffix]:
                archive.getinfo(name)
    except _DAMAGES as error:
        raise _unreadable(path) from error


def _check_image(path: Path, data: bytes) -> None:
    if parse_image_header(data, len(data), path.name).trouble:
        raise _unreadable(path)


def _unreadable(path: Path) -> ClustError:
    return ClustError(
        N_("the template “{path}” cannot be read as {format}"),
        N_("begin with a copy of the packaged file of that name, or delete it: the packaged one is then used"),
        path=path,
        format=path.suffix[1:].upper(),
    )


_CHECKS: Mapping[str, Callable[[Path, bytes], object]] = {
    ".css": _check_part_of_page,
    ".js": _check_part_of_page,
    ".html": _check_page,
    ".docx": _check_document,
    ".odt": _check_document,
    ".png": _check_image,
}
