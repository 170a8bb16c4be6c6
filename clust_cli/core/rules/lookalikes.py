"""Text that looks like a list, a heading, a table, a link, an image or a code, and will be printed as it is typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clust_cli.core import catalogue
from clust_cli.core.coding import known_codes
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.documents import Document
from clust_cli.core.places import Span
from clust_cli.core.reading.attributes import CLAIMS, QUOTE
from clust_cli.core.reading.body import Passage
from clust_cli.core.words import fold, slug
from clust_cli.core.workspace import Workspace

_LOOKALIKES = (
    # Bounded, so that a paragraph of opening brackets costs no more than one of words.
    ("claim", ("]{",), re.compile(rf"\]\{{\s*\.?(?:{'|'.join((*CLAIMS, QUOTE))})\b[^}}\n]{{0,400}}\}}")),
    ("image", ("![",), re.compile(r"!\[[^\]\n]{0,200}\] ?\([^)\n]{0,200}\)")),
    ("link", ("]",), re.compile(r"\[[^\]\n]{1,200}\](?: \([^)\n]{1,200}\)|\([^)\n ]{0,200} [^)\n]{0,200}\))")),
    # A dash begins a line in the middle of a paragraph as often as an aside: only at its beginning is it a bullet.
    ("bullet", tuple("o–—"), re.compile(r"\A[ \t]*[o–—][\t\u00a0 ]{1,8}\S[^\n]{0,40}")),
    ("bullet", tuple("•▪◦●·"), re.compile(r"(?m)^[ \t]*[•▪◦●·][ \t\u00a0]*\S[^\n]{0,40}")),
    ("list", ("-",), re.compile(r"(?m)^[ \t]*-[^\W\d_][^\n]{0,40}")),
    ("heading", ("#",), re.compile(r"(?m)^#{1,6}(?=[^#\s])[^\n]{0,40}(?=\s[^\n]|$)")),
    ("table", ("|",), re.compile(r"(?m)^\|[^\n]*\|[ \t]*$")),
)
"""What it looks like, the signs of which it must have one, and its form."""
_HASHTAG = re.compile(r"(?<![\w/#&])#([^\W\d_][\w'’-]*)")
_CODE_SPAN = re.compile(r"`[^`\n]*`")
_GARBLED_SIGNS = ("Ã", "Â", "â€")
_GARBLED = re.compile(r"Ã[©¨ª§®´¹»¢‰]|Â[«»°]|â€[™œ\u009d“”¦]")


def check_unread_marks(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report each paragraph's first mark that takes no effect, and each such code, for they are printed as typed."""
    for document in workspace.documents:
        links, images = document.body.links, document.body.images
        told = (flaw.span for flaw in document.body.flaws if flaw.rule == "unknown-attribute")
        claims = (claim.braces for claim in document.body.claims)
        stray = tuple(_stray_codes(document, workspace))
        read = [*(link.span for link in links), *(image.span for image in images), *claims, *told, *stray]
        for passage in document.body.passages:
            found = None if passage.form == "heading" else _lookalike(document, passage, read)
            if found:
                name, span = found
                place = document.place(span)
                yield catalogue.UNREAD_MARK.at(place, name, word=place.quoted.strip())
        for span in stray:
            place = document.place(span)
            yield catalogue.UNREAD_MARK.at(place, "code", word=place.quoted)


def _stray_codes(document: Document, workspace: Workspace) -> Iterator[Span]:
    """Where a text writes codes that end no passage: in a sentence, before a comma, in a table.

    Shape: only words that are codes in this document; a hashtag of another sort is the author's own.
    """
    body = document.body
    # What ends a passage has been cut from `prepared`; a text without one is not read again.
    hashtags = _HASHTAG.findall(body.prepared.decode("utf-8", errors="replace")) if b"#" in body.prepared else ()
    known = known_codes(document, workspace) if hashtags else frozenset()
    if known.isdisjoint(map(slug, hashtags)):
        return
    data = document.source.data
    read = {code.span.start for passage in body.passages for code in passage.codes}
    for found in _HASHTAG.finditer(document.prose.written):
        span = document.prose.span(*found.span())
        if slug(found[1]) in known and span.start not in read and data[span.start - 1 : span.start] != b"\\":
            yield span


def _lookalike(document: Document, passage: Passage, read: Sequence[Span]) -> tuple[str, Span] | None:
    """The first look-alike of a passage: not in code, not what the parser did read, not a code of ours."""
    data = document.source.data[passage.span.start : passage.span.end]
    text = data.decode("utf-8", errors="replace")
    if "`" in text:
        text = _CODE_SPAN.sub(lambda code: " " * len(code[0].encode()), text)
    for name, signs, pattern in _LOOKALIKES:
        if not any(map(text.__contains__, signs)):
            continue
        for hit in pattern.finditer(text):
            start = passage.span.start + len(text[: hit.start()].encode())
            span = Span(start, start + len(hit[0].encode()))
            known = any(one.start < span.end and span.start < one.end for one in read)
            escaped = hit.start() == 0 and document.source.data[span.start - 1 : span.start] == b"\\"
            if not known and not escaped and not (name == "heading" and _is_told(hit[0], passage, document)):
                return name, span
    return None


def _is_told(text: str, passage: Passage, document: Document) -> bool:
    """Whether a heading without its space is a code, or a section that is told to be missing."""
    rules = document.kind.sections if document.kind else ()
    return bool(passage.codes) or fold(text.lstrip("#")) in {fold(rule.heading) for rule in rules}


def check_garbled_text(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report text saved in one encoding and read in another, once a document: Ã© for é."""
    for document in workspace.documents:
        text = "" if document.unreadable else document.source.text
        found = _GARBLED.search(text) if any(map(text.__contains__, _GARBLED_SIGNS)) else None
        if found:
            start = len(text[: found.start()].encode())
            place = document.source.place(start, start + len(found[0].encode()))
            yield catalogue.GARBLED_TEXT.at(place, word=found[0])
