"""HTML: one file that we write ourselves, with its images and fonts inside."""

from __future__ import annotations

import base64

from clust_cli.core.printing.dress.html.page import Frame, html_page
from clust_cli.core.printing.dress.surround import EMBLEM
from clust_cli.core.printing.html_text import html_text
from clust_cli.shell.outputs.output import Folder, Made, Output, Printing
from clust_cli.shell.packaged import find_template
from clust_cli.shell.typst import font_folder

_MEDIA = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "svg": "image/svg+xml", "otf": "font/otf"}
_FACES = (("Regular", "400", "normal"), ("Semibold", "600", "normal"), ("It", "400", "italic"))
_FAMILY = "Source Sans Pro"


def prepare(printing: Printing, folder: Folder) -> None:
    """The images; pandoc has nothing to write."""
    folder.copy_template(EMBLEM)


def finish(printing: Printing, folder: Folder) -> Made:
    """The page, with every image as an address that holds it."""
    found = folder.copy_pictures(printing)
    held = {one.path: _held(one.name, folder.read(one.name)) for one in found}
    held[EMBLEM] = _held(EMBLEM, folder.read(EMBLEM))
    page = html_page(printing.blocks, printing.cover, printing.phrases, held, _frame(printing))
    return Made(page.encode(), html_text(page))


def _frame(printing: Printing) -> Frame:
    """The templates; line ends as on every machine, or the page's policy would refuse its own style."""
    skeleton, style, script = (
        find_template(f"html/{name}", printing.root).read_text(encoding="utf-8")
        for name in ("page.html", "style.css", "script.js")
    )
    return Frame(skeleton, style, script, "\n".join(_face(*one) for one in _FACES))


def _face(name: str, weight: str, slope: str) -> str:
    source = font_folder() / f"SourceSansPro-{name}.otf"
    return (
        f'@font-face {{ font-family: "{_FAMILY}"; font-weight: {weight}; font-style: {slope}; '
        f'src: url("{_held(source.name, source.read_bytes())}") format("opentype"); }}'
    )


def _held(name: str, data: bytes) -> str:
    """An address that holds a file."""
    return f"data:{_MEDIA[name.rsplit('.', 1)[-1]]};base64,{base64.b64encode(data).decode()}"


HTML = Output("", prepare, finish)
