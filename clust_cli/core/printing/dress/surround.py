"""What stands around the text in DOCX: cover, contents, imprint. PDF has its own in the template.

In: a cover, the phrases of print and the names of the styles. Out: blocks. Raw nodes are ours, with every value
escaped for XML.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from clust_cli.core.printing.ast import (
    Node,
    Nodes,
    bullets,
    header,
    image,
    link,
    para,
    plain_text,
    raw_block,
    strong,
    styled,
    words,
)
from clust_cli.core.printing.cover import Card, Cover

Names = Mapping[str, str]
EMBLEM = "emblem.png"
_DEEPEST_CONTENTS = 2
_GALLERY = (
    '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
)
_FIELD_BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_FIELD_END = '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'


def front(cover: Cover, phrases: Names, styles: Names) -> Nodes:
    """The cover."""
    lines = (
        ("collection", cover.collection),
        ("numbered", phrases["draft"] if cover.draft else ""),
        ("numbered", cover.numbered),
        ("title", cover.title),
        ("subtitle", cover.subtitle),
        ("month", cover.month),
        ("author", ", ".join(author.name for author in cover.authors)),
        ("partners", ", ".join(cover.partners)),
    )
    made = [styled(styles[name], [para(words(text))]) for name, text in lines if text]
    return [*made, *_funding(cover, phrases, styles)]


def contents(blocks: Nodes, phrases: Names) -> Nodes:
    """The table of contents: a field, filled already with links.

    Only the program that opens the file knows its pages: their numbers come when the reader refreshes the field.
    Numbers of ours would stay as they are and be wrong (LibreOffice shows them as they stand inside a field TOC),
    and a field marked dirty makes Word ask about “fields that may refer to other files”, as `w:updateFields` does.
    """
    entries = [
        (node["c"][0], node["c"][1][0], plain_text(node["c"][2]))
        for node in blocks
        if node["t"] == "Header" and node["c"][0] <= _DEEPEST_CONTENTS
    ]
    lines = [
        f'<w:p><w:pPr><w:pStyle w:val="TOC{level}"/></w:pPr>{_FIELD_BEGIN if index == 0 else ""}'
        f'<w:hyperlink w:anchor="{escape(id)}" w:history="1"><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
        "</w:hyperlink></w:p>"
        for index, (level, id, text) in enumerate(entries)
    ]
    words_of_title = f"<w:r><w:t>{escape(phrases['contents'])}</w:t></w:r>"
    title = f'<w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr>{words_of_title}</w:p>'
    inside = title + "".join(lines) + (_FIELD_END if lines else "")
    return [raw_block("openxml", f"<w:sdt>{_GALLERY}<w:sdtContent>{inside}</w:sdtContent></w:sdt>")]


def imprint(cover: Cover, phrases: Names, styles: Names) -> Nodes:
    """The last page: who made the memento, with whom, and with whose money."""
    made: Nodes = [header(1, words(phrases["imprint"]), "imprint")]

    def part(name: str, blocks: Nodes) -> None:
        made.extend([styled(styles["small-head"], [para(words(phrases[name]))]), *blocks] if blocks else [])

    part("authors", [bullets(_author(one) for one in cover.authors)] if cover.authors else [])
    part("partners", [para(_card(one)) for one in cover.cards])
    supports = [
        [strong(words(one.role + phrases["colon"])), *words(" " + phrases["semicolon"].join(one.names))]
        for one in cover.supports
    ]
    part("supports", [bullets(supports)] if supports else [])
    part("funding", list(_funding(cover, phrases, styles)))
    part("licence", [para(words(cover.licence))] if cover.licence else [])
    made.append(styled(styles["version"], [para(words(" · ".join((cover.collection, cover.numbered, cover.version))))]))
    return made


def _author(author: Card) -> Nodes:
    return [strong(words(author.name)), *(words(f", {author.description}") if author.description else [])]


def _card(card: Card) -> Nodes:
    site = [*words(" "), link(words(card.website), card.website)] if card.website else []
    return [strong(words(card.name)), *(words(f" — {card.description}") if card.description else []), *site]


def _funding(cover: Cover, phrases: Names, styles: Names) -> Iterator[Node]:
    if cover.mention:
        alt = phrases.get(f"emblem_{cover.emblem}", "")
        if alt:
            yield styled(styles["emblem"], [para([image(alt, EMBLEM, width="2.4cm")])])
        yield styled(styles["mention"], [para(words(cover.mention))])
