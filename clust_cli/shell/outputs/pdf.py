"""PDF: pandoc writes typst, typst lays out the pages."""

from __future__ import annotations

from clust_cli.core.printing.ast import Node, document
from clust_cli.core.printing.dress.typst import dress_typst
from clust_cli.core.printing.lengths import IMPRINT, labels
from clust_cli.shell.outputs.output import Folder, Made, Output, Printing
from clust_cli.shell.pdf import read_pdf
from clust_cli.shell.typst import typeset_pdf

TEMPLATES = ("memento.typ", *(f"typst/{name}.typ" for name in ("base", "cover", "parts", "tables", "annexes", "press")))
"""The template and its parts; a workspace may have any of them for its own."""


def prepare(printing: Printing, folder: Folder) -> Node:
    """The tree in our templates' own calls; all it shows besides goes into meta.json."""
    found = folder.copy_pictures(printing)
    around = {**printing.cover.as_plain(), "phrases": dict(printing.phrases)}
    brand = {**printing.brand.as_plain(), "logo": folder.copy_logo(printing)}
    folder.write_json(
        "meta.json",
        {
            **around,
            "brand": brand,
            "pictures": [{**one.as_plain(), "pixels": folder.pixels(one.name)} for one in found],
        },
    )
    folder.copy_fonts(printing)
    for name in TEMPLATES:
        folder.copy_template(name)
    return document(dress_typst(printing.blocks))


def finish(printing: Printing, folder: Folder) -> Made:
    """Typst's pages, read again."""
    data = typeset_pdf(folder.path, printing.day, draft=printing.draft)
    read = read_pdf(data, [*labels(printing.blocks), IMPRINT])
    return Made(data, read.text, read.pages, read.labels)


PDF = Output("typst", prepare, finish, ".pdf")
