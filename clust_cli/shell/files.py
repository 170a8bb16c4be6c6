"""Read a workspace from disk, and write files whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from clust_cli.core.documents import is_document_path
from clust_cli.core.glossary import GLOSSARY
from clust_cli.core.names import NAMES
from clust_cli.core.reading.images import parse_image_header
from clust_cli.core.words_file import WORDS
from clust_cli.core.workspace import CONFIG, FontHeader, ImageHeader, Workspace, parse
from clust_cli.errors import ClustError
from clust_cli.reports.language import N_
from clust_cli.shell.packaged import read_packaged_schemas

IMAGE_ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp", ".tif", ".tiff")
FONT_ENDINGS = (".ttf", ".otf", ".ttc", ".woff", ".woff2", ".pfb")
# Notepad adds .txt; other editors write the ending in their own way.
_MISNAMED = re.compile(r"(?i)\.md\.txt$|\.markdown$|\.mdown$|(?-i:\.(?:MD|Md|mD))$")
_FOLDERS = ("mementos", "schemas", "images", "fonts")
_BESIDE = (GLOSSARY, NAMES, WORDS)
"""Files beside clust.yaml that a collection may have."""
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_LARGEST_READ = 6 * 1024 * 1024


class Disk(NamedTuple):
    """What was read from a workspace: texts, headers of images and fonts, and the paths that are symbolic links."""

    root: Path
    sources: Mapping[str, bytes]
    images: Mapping[str, ImageHeader]
    fonts: Mapping[str, FontHeader]
    links: frozenset[str]
    misnamed: tuple[str, ...]

    def parse(self, lang: str | None = None) -> Workspace:
        """The workspace these files make; labels in a language, else in the collection's."""
        return parse(
            self.sources,
            read_packaged_schemas(),
            self.images,
            fonts=self.fonts,
            links=self.links,
            misnamed=self.misnamed,
            lang=lang,
        )


def find_root(start: Path) -> Path | None:
    """The nearest folder, from here upwards, that holds clust.yaml; None where there is none."""
    here = start.absolute()
    return next((folder for folder in (here, *here.parents) if (folder / CONFIG).is_file()), None)


def read_disk(start: Path) -> Disk:
    """Read the workspace that holds a folder.

    Errors: ClustError when the folder does not exist or no workspace holds it.
    """
    if not start.is_dir():
        raise ClustError(N_("the folder “{path}” does not exist"), N_("check the path given after -C"), path=start)
    root = find_root(start)
    if root is None:
        raise ClustError(
            N_("no clust.yaml in “{path}” nor in the folders above it"),
            N_("run the command inside the collection's folder, or give it with -C FOLDER"),
            path=start.absolute(),
        )
    if (root / CONFIG).is_symlink():
        raise ClustError(N_("“{path}” is a symbolic link"), N_("replace the link by the file itself"), path=CONFIG)
    sources: dict[str, bytes] = {CONFIG: _read(root / CONFIG)}
    images: dict[str, ImageHeader] = {}
    fonts: dict[str, FontHeader] = {}
    links: set[str] = set()
    misnamed: list[str] = []
    for path in _walk(root):
        name = path.relative_to(root).as_posix()
        ending = path.suffix.lower()
        if _MISNAMED.search(path.name) and is_document_path(f"{name}.md"):
            misnamed.append(name)
        elif path.suffix in (".md", ".yaml") or name == WORDS:
            is_link = path.is_symlink()
            links |= {name} if is_link else set()
            sources[name] = b"" if is_link else _read(path)
        elif ending in IMAGE_ENDINGS:
            images[name] = _image(path)
        elif ending in FONT_ENDINGS:
            fonts[name] = _font(path)
        if path.suffix == ".md" and name.startswith("mementos/") and name.count("/") > 1 and not is_document_path(name):
            misnamed.append(name)
    return Disk(root, sources, images, fonts, frozenset(links), tuple(misnamed))


def read_schemas(start: Path, lang: str) -> Workspace:
    """The kinds and vocabularies at hand: the workspace's where there is one, else the packaged ones."""
    if find_root(start) is None:
        return parse({}, read_packaged_schemas(), lang=lang)
    return read_disk(start).parse(lang)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: to a neighbour first, then renamed over the old one.

    Errors: ClustError when the disk refuses.
    """
    write_all({path: data})


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write several files, all or none: each to a neighbour first, then renamed over the old ones.

    Shape: a file keeps its permissions; one that is read-only is not replaced.
    Errors: ClustError when the disk refuses; the files that were already replaced are put back.
    """
    # A neighbour, so that the rename stays on one disk; the process's number, so that two of us never share one.
    neighbours = {path: path.with_name(f".{path.name}.{os.getpid()}") for path in files}
    begun: list[Path] = []
    replaced: dict[Path, bytes | None] = {}
    path = Path()
    try:
        for path, data in files.items():
            _refuse_link(path.parent)
            path.parent.mkdir(parents=True, exist_ok=True)
            begun.append(neighbours[path])
            neighbours[path].write_bytes(data)
            if path.is_file():
                _keep_mode(path, neighbours[path])
        for path in files:
            old = path.read_bytes() if len(files) > 1 and path.is_file() else None
            neighbours[path].replace(path)
            replaced[path] = old
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        # Ctrl-C between two files is no more welcome than a full disk.
        if len(replaced) < len(files):
            _put_back(replaced)
        for neighbour in begun:
            neighbour.unlink(missing_ok=True)


def _keep_mode(path: Path, neighbour: Path) -> None:
    """Give a neighbour the permissions of the file that it replaces; one that nobody may write is not replaced."""
    mode = stat.S_IMODE(path.stat().st_mode)
    if not mode & _WRITABLE:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    neighbour.chmod(mode)


def _refuse_link(folder: Path) -> None:
    if folder.is_symlink():
        raise ClustError(N_("“{path}” is a symbolic link"), N_("replace the link by the file itself"), path=folder)


def _put_back(replaced: Mapping[Path, bytes | None]) -> None:
    for path, old in replaced.items():
        if old is None:
            path.unlink(missing_ok=True)
        else:
            write_whole(path, old)


def unwritable(path: Path, error: OSError) -> ClustError:
    """The trouble of a file that cannot be written; the commonest cause on Windows is that it is open."""
    return ClustError(
        N_("“{path}” cannot be written: {reason}"),
        N_("close the file if another program has it open, and check that you may write in this folder"),
        path=path,
        reason=error.strerror or str(error),
    )


def _walk(root: Path) -> Iterator[Path]:
    """Every file of the workspace's folders and those beside clust.yaml; folders that are links are not entered."""
    yield from (root / name for name in _BESIDE if os.path.lexists(root / name))
    for top in _FOLDERS:
        if (root / top).is_symlink():
            continue
        for folder, names, files in os.walk(root / top, followlinks=False):
            names[:] = sorted(name for name in names if not name.startswith("."))
            for name in sorted(files):
                if not name.startswith("."):
                    yield Path(folder, name)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST_READ)
    except OSError as error:
        raise ClustError(
            N_("“{path}” cannot be read: {reason}"),
            N_("check that the file may be read and that no other program holds it"),
            path=path,
            reason=error.strerror or str(error),
        ) from error


def _image(path: Path) -> ImageHeader:
    if path.is_symlink():
        return ImageHeader(trouble="symlink")
    return parse_image_header(_read(path), path.stat().st_size, path.name)


def _font(path: Path) -> FontHeader:
    if path.is_symlink():
        return FontHeader(trouble="symlink")
    from clust_cli.core.reading.fonts import parse_font_header

    return parse_font_header(_read(path), path.stat().st_size)
