"""ODT: written by us from the same dressed tree as the DOCX, into the reference document; no program is asked."""

from __future__ import annotations

from clust_cli.core.printing.dress.odt import dress_odt
from clust_cli.core.printing.dress.pictures import pictures
from clust_cli.core.printing.dress.surround import EMBLEM
from clust_cli.core.printing.odt.body import Body
from clust_cli.core.printing.odt.package import Written, finish_odt, odt_text
from clust_cli.core.reading.images import parse_image_header
from clust_cli.shell.outputs.faces import carried
from clust_cli.shell.outputs.office import around
from clust_cli.shell.outputs.output import Folder, Made, Output, Printing
from clust_cli.shell.outputs.raster import drawings, rasterised

REFERENCE = "reference.odt"
_PIXELS_PER_CM = 96 / 2.54


def prepare(printing: Printing, folder: Folder) -> None:
    """The images and the reference document; the tree is for nobody else to write."""
    folder.copy_pictures(rasterised(printing, folder))
    folder.copy_template(REFERENCE)
    folder.copy_template(EMBLEM)
    folder.copy_logo(printing)


def finish(printing: Printing, folder: Folder) -> Made:
    """The whole file; a drawing stands in it as such, with a PNG for those who read no SVG."""
    tree = dress_odt(rasterised(printing, folder).blocks, around(printing, folder))
    images = {one.path: folder.read(one.path) for one in pictures(tree)}
    drawn = {png: svg for png, svg in drawings(folder).items() if png in images}
    body = Body({name: _natural_size(data) for name, data in images.items()}, {name: _vector(name) for name in drawn})
    kept = {**images, **{_vector(png): folder.read(svg) for png, svg in drawn.items()}}
    written = Written(body.blocks(tree), "".join(body.styles.values()), kept, carried(printing.brand))
    made = finish_odt(folder.read(REFERENCE), written, printing.cover, printing.phrases, printing.brand)
    return Made(made, odt_text(made))


def _vector(name: str) -> str:
    """The name of the drawing itself beside its PNG."""
    return f"{name.rpartition('.')[0]}.svg"


def _natural_size(data: bytes) -> tuple[float, float]:
    """How large an image is of itself. Units: centimetres, at 96 pixels an inch."""
    header = parse_image_header(data, len(data))
    return header.width / _PIXELS_PER_CM, header.height / _PIXELS_PER_CM


ODT = Output("", prepare, finish, ".odt")
