"""The whole tree of an ODT, for our own writer: cover, contents, text."""

from __future__ import annotations

from collections.abc import Mapping

from clust_cli.core.printing.ast import Nodes, raw_block
from clust_cli.core.printing.cover import Cover
from clust_cli.core.printing.dress.odt_contents import contents
from clust_cli.core.printing.dress.office import dress_office

Names = Mapping[str, str]
_FOOT_BEGINS = (
    '<text:p text:style-name="Standard"><draw:frame draw:style-name="Pied_20_de_20_couverture" draw:name="Pied"'
    ' text:anchor-type="paragraph" svg:x="2.5cm" svg:y="19.4cm" svg:width="16cm" svg:height="2cm">'
    '<draw:text-box fo:min-height="2cm">'
)
_FOOT_ENDS = "</draw:text-box></draw:frame></text:p>"
"""The cover's foot stands in a frame, so that a long title does not push it down."""


def dress_odt(blocks: Nodes, cover: Cover, phrases: Names, styles: Names) -> Nodes:
    """Dress a whole tree, cover and imprint included."""
    dressed = dress_office(blocks, cover, phrases, styles)
    if cover.alone:
        return [*dressed.foot, *dressed.body]
    foot = [raw_block("opendocument", _FOOT_BEGINS), *dressed.foot, raw_block("opendocument", _FOOT_ENDS)]
    return [*dressed.title, *foot, *contents(dressed.body, phrases), *dressed.body]
