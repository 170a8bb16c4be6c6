"""A cross-table as a small accessible page: caption, heads with their scope, marks that open their passages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from clust_cli.core.counting.crosstab import Header, Table
from clust_cli.core.counting.evidence import Told, evidence
from clust_cli.core.documents import Document
from clust_cli.reports.evidence.html import list_of, page, text
from clust_cli.reports.evidence.listing import evidence_listing
from clust_cli.reports.language import N_, Say

_MARK = "●"
Behind = Mapping[tuple[str, str], Sequence[Told]]
"""The passages behind each mark, by row and column."""


def render_html(table: Table, documents: Sequence[Document], lang: str, say: Say) -> str:
    """Render a table as a page of its own, without script or anything to fetch; `documents` are those it counted.

    Source: WCAG 2.1, technique H63 (scope). A mark is a sign for the eye and words for the ear; it opens the passages
    that tell of it.
    """
    found = tuple(evidence(table, documents))
    behind: dict[tuple[str, str], list[Told]] = {}
    for one in found:
        behind.setdefault((one.row.id, one.column.id), []).append(one.told)
    title = f"{table.rows_axis.title} × {table.columns_axis.title}"
    lines = [
        f'<table id="table"><caption>{text(title)}</caption>',
        *_head(table, say),
        *_body(table, behind, say),
        "</table>",
        *list_of(evidence_listing(table, found), say(N_("Evidence")), say),
    ]
    return page(title, lang, lines)


def _head(table: Table, say: Say) -> Iterator[str]:
    yield "<thead>"
    if any(column.group for column in table.columns):
        groups = [(label, len(list(columns))) for label, columns in groupby(table.columns, lambda one: one.group_label)]
        cells = "".join(f'<th scope="colgroup" colspan="{length}">{text(label)}</th>' for label, length in groups)
        yield f"<tr><td></td>{cells}<td></td></tr>"
    cells = "".join(f'<th scope="col">{text(column.label)}</th>' for column in table.columns)
    yield f'<tr><th scope="col">{text(table.rows_axis.title)}</th>{cells}<th scope="col">{say(N_("Total"))}</th></tr>'
    yield "</thead>"


def _body(table: Table, behind: Behind, say: Say) -> Iterator[str]:
    for group, rows in groupby(table.rows, key=lambda row: row.group_label):
        yield "<tbody>"
        if group:
            yield f'<tr><th scope="rowgroup" colspan="{len(table.columns) + 2}">{text(group)}</th></tr>'
        yield from (_row(table, row, behind, say) for row in rows)
        yield "</tbody>"
    totals = "".join(f"<td>{column.total}</td>" for column in table.columns)
    yield f'<tfoot><tr><th scope="row">{say("Total")}</th>{totals}<td>{table.total}</td></tr></tfoot>'


def _row(table: Table, row: Header, behind: Behind, say: Say) -> str:
    cells = "".join(
        _cell(len(table.documents(row.id, column.id)), behind.get((row.id, column.id), ()), say)
        for column in table.columns
    )
    return f'<tr><th scope="row">{text(row.label)}</th>{cells}<td>{row.total}</td></tr>'


def _cell(count: int, behind: Sequence[Told], say: Say) -> str:
    if not count:
        return "<td></td>"
    sign = f'<span aria-hidden="true">{_MARK}</span><span class="words">1</span>' if count == 1 else str(count)
    listed = "".join(f"<li>{_told(told, say)}</li>" for told in behind)
    return f"<td><details><summary>{sign}</summary><ul>{listed}</ul></details></td>"


def _told(told: Told, say: Say) -> str:
    title = f"<strong>{text(told.document.title)}</strong>"
    heading = f", {text(told.heading)}" if told.heading else ""
    words = text(told.text) if told.passage else say(N_("(no passage)"))
    return say(N_("{name}: {text}")).format(name=title + heading, text=words)
