"""A cross-table as a small accessible page: caption, heads with their scope, and the marks listed in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from itertools import groupby

from clust_cli.core.counting.crosstab import Header, Table
from clust_cli.core.documents import Document
from clust_cli.reports.language import N_, Say
from clust_cli.reports.sentences import printable

_MARK = "●"
_STYLE = """\
body { font-family: sans-serif; margin: 2rem; }
table { border-collapse: collapse; margin-bottom: 2rem; }
caption { font-weight: bold; padding: .5rem; text-align: left; }
th, td { border: 1px solid #767676; padding: .25rem .5rem; }
tbody th { text-align: left; font-weight: normal; }
tbody th[scope=rowgroup] { font-weight: bold; background: #eee; }
td { text-align: center; }
.list td { text-align: left; }
.words { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
"""


def render_html(table: Table, documents: Mapping[str, Document], lang: str, say: Say) -> str:
    """Render a table as a page of its own, without script or anything to fetch.

    Source: WCAG 2.1, technique H63 (scope). A mark is a sign for the eye and words for the ear.
    """
    title = f"{_text(table.rows_axis.title)} × {_text(table.columns_axis.title)}"
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(lang)}">',
        f'<head><meta charset="utf-8"><title>{title}</title>',
        f"<style>\n{_STYLE}</style></head>",
        "<body><main>",
        f'<table id="table"><caption>{title}</caption>',
        *_head(table, say),
        *_body(table, say),
        "</table>",
        *_marks(table, documents, say),
        "</main></body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _head(table: Table, say: Say) -> Iterator[str]:
    yield "<thead>"
    if any(column.group for column in table.columns):
        groups = [(label, len(list(columns))) for label, columns in groupby(table.columns, lambda one: one.group_label)]
        cells = "".join(f'<th scope="colgroup" colspan="{length}">{_text(label)}</th>' for label, length in groups)
        yield f"<tr><td></td>{cells}<td></td></tr>"
    cells = "".join(f'<th scope="col">{_text(column.label)}</th>' for column in table.columns)
    yield f'<tr><th scope="col">{_text(table.rows_axis.title)}</th>{cells}<th scope="col">{say(N_("Total"))}</th></tr>'
    yield "</thead>"


def _body(table: Table, say: Say) -> Iterator[str]:
    for group, rows in groupby(table.rows, key=lambda row: row.group_label):
        yield "<tbody>"
        if group:
            yield f'<tr><th scope="rowgroup" colspan="{len(table.columns) + 2}">{_text(group)}</th></tr>'
        yield from (_row(table, row) for row in rows)
        yield "</tbody>"
    totals = "".join(f"<td>{column.total}</td>" for column in table.columns)
    yield f'<tfoot><tr><th scope="row">{say("Total")}</th>{totals}<td>{table.total}</td></tr></tfoot>'


def _row(table: Table, row: Header) -> str:
    cells = "".join(_cell(len(table.documents(row.id, column.id))) for column in table.columns)
    return f'<tr><th scope="row">{_text(row.label)}</th>{cells}<td>{row.total}</td></tr>'


def _cell(count: int) -> str:
    if count == 1:
        return f'<td><span aria-hidden="true">{_MARK}</span><span class="words">1</span></td>'
    return f"<td>{count or ''}</td>"


def _marks(table: Table, documents: Mapping[str, Document], say: Say) -> Iterator[str]:
    yield f'<table id="marks" class="list"><caption>{say(N_("Marks"))}</caption>'
    heads = (_text(table.rows_axis.title), _text(table.columns_axis.title), say(N_("Document")), "id")
    cells = "".join(f'<th scope="col">{head}</th>' for head in heads)
    yield f"<thead><tr>{cells}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        for column in table.columns:
            for name in table.documents(row.id, column.id):
                texts = (column.label, documents[name].title, name)
                cells = "".join(f"<td>{_text(text)}</td>" for text in texts)
                yield f'<tr><th scope="row">{_text(row.label)}</th>{cells}</tr>'
    yield "</tbody></table>"


def _text(text: str) -> str:
    return escape(printable(text))
