"""Passages as a small accessible page, and as the list that stands below a cross-table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from clust_cli.reports.evidence.listing import Listing, cells, heads
from clust_cli.reports.language import Say
from clust_cli.reports.sentences import printable

STYLE = """\
body { font-family: sans-serif; margin: 2rem; }
table { border-collapse: collapse; margin-bottom: 2rem; }
caption { font-weight: bold; padding: .5rem; text-align: left; }
th, td { border: 1px solid #767676; padding: .25rem .5rem; vertical-align: top; }
tbody th { text-align: left; font-weight: normal; }
tbody th[scope=rowgroup] { font-weight: bold; background: #eee; }
td { text-align: center; }
.list td { text-align: left; }
summary { cursor: pointer; }
details ul { margin: .25rem 0; padding-left: 1rem; text-align: left; min-width: 16rem; }
.words { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
"""


def render_html(listing: Listing, lang: str, say: Say) -> str:
    """Render a listing as a page of its own."""
    return page(listing.title, lang, list_of(listing, listing.title, say))


def page(title: str, lang: str, lines: Iterable[str]) -> str:
    """A page of its own, without script or anything to fetch."""
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{escape(lang)}">',
            f'<head><meta charset="utf-8"><title>{text(title)}</title>',
            f"<style>\n{STYLE}</style></head>",
            "<body><main>",
            *lines,
            "</main></body>",
            "</html>\n",
        ]
    )


def list_of(listing: Listing, caption: str, say: Say) -> Iterator[str]:
    """A table that lists passages, a row each."""
    yield f'<table id="evidence" class="list"><caption>{text(caption)}</caption>'
    named = "".join(f'<th scope="col">{text(head)}</th>' for head in heads(listing, say))
    yield f"<thead><tr>{named}</tr></thead>"
    yield "<tbody>"
    for line in listing.lines:
        first, *rest = cells(line, say)
        yield f'<tr><th scope="row">{text(first)}</th>{"".join(f"<td>{text(cell)}</td>" for cell in rest)}</tr>'
    yield "</tbody></table>"


def text(words: str) -> str:
    """What an author wrote, as text of a page."""
    return escape(printable(words))
