"""The table of contents of an ODT: an index that its reader can refresh, filled already with links and page numbers.

In: dressed blocks. Out: one raw node of ours, every value in it escaped for XML.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from clust_cli.core.printing.ast import Nodes, raw_block
from clust_cli.core.printing.dress.contents import DEEPEST, Entry, entries
from clust_cli.core.printing.odt.names import style_name


def contents(blocks: Nodes, phrases: Mapping[str, str]) -> Nodes:
    """The table of contents.

    A page number is a reference to the heading's bookmark, which whoever lays the pages out computes: none of
    ours is written, so that none is wrong.
    """
    title = escape(phrases["contents"], quote=False)
    templates = "".join(_template(level) for level in range(1, DEEPEST + 1))
    lines = "".join(_line(entry) for entry in entries(blocks))
    heading = style_name("TOC Heading")
    return [
        raw_block(
            "opendocument",
            '<text:table-of-content text:name="Sommaire" text:protected="false"><text:table-of-content-source'
            f' text:outline-level="{DEEPEST}"><text:index-title-template text:style-name="{heading}">{title}'
            f"</text:index-title-template>{templates}</text:table-of-content-source><text:index-body>"
            f'<text:index-title text:name="Sommaire-titre"><text:p text:style-name="{heading}">{title}</text:p>'
            f"</text:index-title>{lines}</text:index-body></text:table-of-content>",
        )
    ]


def _template(level: int) -> str:
    """How the reader's program writes a line when it refreshes the index."""
    return (
        f'<text:table-of-content-entry-template text:outline-level="{level}"'
        f' text:style-name="{style_name(f"TOC {level}")}">'
        '<text:index-entry-link-start text:style-name="Index_20_Link"/><text:index-entry-text/>'
        '<text:index-entry-tab-stop style:type="right" style:leader-char="."/><text:index-entry-page-number/>'
        "<text:index-entry-link-end/></text:table-of-content-entry-template>"
    )


def _line(entry: Entry) -> str:
    name = escape(entry.id)
    page = f'<text:bookmark-ref text:reference-format="page" text:ref-name="{name}"></text:bookmark-ref>'
    return (
        f'<text:p text:style-name="{style_name(f"TOC {entry.level}")}"><text:a xlink:type="simple"'
        f' xlink:href="#{name}" text:style-name="Index_20_Link" text:visited-style-name="Index_20_Link">'
        f"{escape(entry.text, quote=False)}<text:tab/>{page}</text:a></text:p>"
    )
