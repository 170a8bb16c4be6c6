"""HTML: one file that we write ourselves, with its images and fonts inside."""

from __future__ import annotations

import base64
from collections.abc import Iterator

from clust_cli.core.printing.dress.html.page import Frame, html_page
from clust_cli.core.printing.dress.pictures import pictures
from clust_cli.core.printing.dress.surround import EMBLEM
from clust_cli.core.printing.html_text import html_text
from clust_cli.core.reading.fonts import parse_font_header
from clust_cli.shell.outputs.output import Folder, Made, Output, Printing
from clust_cli.shell.templates import read_template_text
from clust_cli.shell.typst import font_folder

_MEDIA = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "svg": "image/svg+xml",
    "otf": "font/otf",
    "ttf": "font/ttf",
}
_OURS = "Source Sans Pro"
_FACES = ("Regular", "Semibold", "It")
"""The faces of our own font that the style uses, whole: its licence lets nobody change a font under its name."""


def prepare(printing: Printing, folder: Folder) -> None:
    """The images; pandoc has nothing to write."""
    folder.copy_pictures(printing)
    folder.copy_template(EMBLEM)
    folder.copy_logo(printing)


def finish(printing: Printing, folder: Folder) -> Made:
    """The page, with every image as an address that holds it."""
    held = {one.path: _held(one.name, folder.read(one.name)) for one in pictures(printing.blocks)}
    held |= {logo.name: _held(logo.name, folder.read(logo.name)) for logo in printing.cover.logos}
    held[EMBLEM] = _held(EMBLEM, folder.read(EMBLEM))
    logo = folder.copy_logo(printing)
    if logo and printing.brand.logo:
        held[printing.brand.logo.path] = _held(logo["name"], folder.read(logo["name"]))
    frame = _frame(printing, folder)
    page = html_page(printing.blocks, printing.cover, printing.brand, printing.phrases, held, frame)
    return Made(page.encode(), html_text(page))


def _frame(printing: Printing, folder: Folder) -> Frame:
    """The templates; line ends as on every machine, or the page's policy would refuse its own style."""
    skeleton, style, script = (
        read_template_text(f"html/{name}", printing.root) for name in ("page.html", "style.css", "script.js")
    )
    return Frame(skeleton, style, script, "\n".join(_faces(printing, folder)))


def _faces(printing: Printing, folder: Folder) -> Iterator[str]:
    """The fonts: the collection's own files, and ours where it is used."""
    paths = sorted(folder.copy_fonts(printing).iterdir())
    if _OURS in (printing.brand.fonts.text, printing.brand.fonts.headings):
        paths += [font_folder() / f"SourceSansPro-{name}.otf" for name in _FACES]
    for path in paths:
        data = path.read_bytes()
        header = parse_font_header(data, len(data))
        slope = "italic" if header.italic else "normal"
        yield (
            f'@font-face {{ font-family: "{header.family}"; font-weight: {header.weight}; font-style: {slope}; '
            f'src: url("{_held(path.name, data)}"); }}'
        )


def _held(name: str, data: bytes) -> str:
    """An address that holds a file."""
    return f"data:{_MEDIA[name.rsplit('.', 1)[-1]]};base64,{base64.b64encode(data).decode()}"


HTML = Output("", prepare, finish, ".html")
