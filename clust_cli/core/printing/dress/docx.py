"""The whole tree of a DOCX, for pandoc to write: cover, contents, text."""

from __future__ import annotations

from clust_cli.core.printing.ast import Node, Nodes, para, raw_block, styled
from clust_cli.core.printing.docx_sections import END_ASIDE, END_UPRIGHT
from clust_cli.core.printing.dress.docx_contents import contents
from clust_cli.core.printing.dress.office import Around, dress_office
from clust_cli.core.printing.dress.turned import turned


def dress_docx(blocks: Nodes, by: Around) -> Nodes:
    """Dress a whole tree, cover and imprint included."""
    dressed = dress_office(blocks, by)
    text = [_settled(node) for node in turned(dressed.body, by.styles, _turn, _ended(END_ASIDE))]
    if by.cover.alone:
        return [*dressed.foot, *text]
    # What is framed stands where the paragraph after it does, which must be on the cover.
    cover_end = raw_block("openxml", "<w:p/>")
    return [*dressed.title, *dressed.foot, cover_end, *contents(dressed.body, by.phrases), *text]


def _turn(heading: Node | None) -> Nodes:
    return [_ended(END_UPRIGHT), *([heading] if heading else [])]


def _ended(mark: str) -> Node:
    """The end of a section: the last of its paragraphs tells its form."""
    return raw_block("openxml", f"<w:p><w:pPr>{mark}</w:pPr></w:p>")


def _settled(node: Node) -> Node:
    """A heading with a style of its own as a paragraph in that style, which has its level and bears its bookmark.

    Pandoc 3.9 gives the style of one such heading to every heading after it.
    """
    if node["t"] != "Header" or not node["c"][1][2]:
        return node
    _level, (id, _classes, [[_name, style]]), inlines = node["c"]
    return styled(style, [para([{"t": "Span", "c": [[id, [], []], inlines]}])])
