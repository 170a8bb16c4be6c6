"""DOCX: pandoc writes it over a reference document, and we finish its parts."""

from __future__ import annotations

from clust_cli.core.printing.ast import Node, document
from clust_cli.core.printing.docx_parts import Surroundings, docx_text, finish_docx
from clust_cli.core.printing.dress.docx import dress_docx
from clust_cli.core.printing.dress.surround import EMBLEM
from clust_cli.shell.outputs.faces import carried
from clust_cli.shell.outputs.office import around
from clust_cli.shell.outputs.output import Folder, Made, Output, Printing
from clust_cli.shell.outputs.raster import drawings, rasterised


def prepare(printing: Printing, folder: Folder) -> Node:
    """The tree in the styles of the reference document."""
    printing = rasterised(printing, folder)
    folder.copy_pictures(printing)
    folder.copy_template("reference.docx")
    folder.copy_template(EMBLEM)
    return document(dress_docx(printing.blocks, around(printing, folder)))


def finish(printing: Printing, folder: Folder) -> Made:
    """What pandoc wrote, finished."""
    drawn = {folder.read(png): folder.read(svg).decode() for png, svg in drawings(folder).items()}
    faces = carried(printing.brand)
    ends = Surroundings(printing.cover, printing.phrases, printing.styles, printing.brand, faces, drawn)
    data = finish_docx(folder.read("body.docx"), ends)
    return Made(data, docx_text(data))


DOCX = Output("docx", prepare, finish, ".docx")
