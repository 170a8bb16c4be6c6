"""What the print shop gets: the pages and the cover, on sheets larger than the page, with bleed and crop marks.

The template draws the sheets, as it does the pages; here they are told where to be cut. What typst cannot do is left
to the print shop and said in docs/formats.md, “For the print shop”: colours stay RGB, and nothing claims PDF/X.
"""

from __future__ import annotations

from clust_cli.core.printing.lengths import IMPRINT
from clust_cli.shell.outputs.output import Folder, Made, Output, Printing
from clust_cli.shell.outputs.pdf import prepare
from clust_cli.shell.pdf import read_pdf, trimmed
from clust_cli.shell.typst import typeset_pdf

MARKS, BLEED = 10.0, 3.0
"""Units: millimetres around the trimmed page: what holds the crop marks, and how far colours run over the cut.
Source: templates/typst/press.typ draws the same."""


def _finish(part: str, printing: Printing, folder: Folder) -> Made:
    data = trimmed(typeset_pdf(folder.path, printing.day, draft=printing.draft, press=part), MARKS, BLEED)
    read = read_pdf(data, [IMPRINT])
    return Made(data, read.text, read.pages)


def _interior(printing: Printing, folder: Folder) -> Made:
    return _finish("interior", printing, folder)


def _cover(printing: Printing, folder: Folder) -> Made:
    return _finish("cover", printing, folder)


INTERIOR = Output("typst", prepare, _interior, "-interior.pdf")
COVER = Output("typst", prepare, _cover, "-cover.pdf")
