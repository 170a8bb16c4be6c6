"""The whole tree of an ODT, for our own writer: cover, contents, text."""

from __future__ import annotations

from clust_cli.core.printing.ast import Node, Nodes, raw_block
from clust_cli.core.printing.dress.odt_contents import contents
from clust_cli.core.printing.dress.office import Around, dress_office
from clust_cli.core.printing.dress.turned import turned

_FOOT_BEGINS = (
    '<text:p text:style-name="Standard"><draw:frame draw:style-name="Pied_20_de_20_couverture" draw:name="Pied"'
    ' text:anchor-type="paragraph" svg:x="2.5cm" svg:y="19.4cm" svg:width="16cm" svg:height="2cm">'
    '<draw:text-box fo:min-height="2cm">'
)
_ASIDE, _UPRIGHT = "Vers_20_le_20_paysage", "Retour_20_au_20_portrait"
"""Empty paragraphs whose styles begin a page of another form."""
_FOOT_ENDS = "</draw:text-box></draw:frame></text:p>"
"""The cover's foot stands in a frame, so that a long title does not push it down."""


def dress_odt(blocks: Nodes, by: Around) -> Nodes:
    """Dress a whole tree, cover and imprint included."""
    dressed = dress_office(blocks, by)
    body = turned(dressed.body, by.styles, _turn, _begun(_UPRIGHT))
    if by.cover.alone:
        return [*dressed.foot, *body]
    foot = [raw_block("opendocument", _FOOT_BEGINS), *dressed.foot, raw_block("opendocument", _FOOT_ENDS)]
    return [*dressed.title, *foot, *contents(dressed.body, by.phrases), *body]


def _turn(heading: Node | None) -> Nodes:
    """A page on its side begins with its heading; where there is none, with an empty paragraph."""
    if heading is None:
        return [_begun(_ASIDE)]
    level, (id, classes, pairs), inlines = heading["c"]
    style = dict(pairs).get("custom-style", f"Heading {level}")
    return [{"t": "Header", "c": [level, [id, classes, [["custom-style", f"{style} en paysage"]]], inlines]}]


def _begun(style: str) -> Node:
    return raw_block("opendocument", f'<text:p text:style-name="{style}"/>')
