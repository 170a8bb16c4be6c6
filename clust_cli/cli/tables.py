"""What `clust crosstab` asks for, made a table and shown: settings, axes and queries in our words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from clust_cli.cli.output import chosen
from clust_cli.cli.queries import read_query
from clust_cli.cli.saved import save
from clust_cli.cli.words import N_, say
from clust_cli.core.blocks import CrosstabBlock, blocks
from clust_cli.core.counting.axes import axis_names, find_axis
from clust_cli.core.counting.axis_values import AxisValue, axis_values, find_value, nearest_value
from clust_cli.core.counting.crosstab import Table, counted_documents, crosstab
from clust_cli.core.documents import Document
from clust_cli.core.kinds.kind import Axis
from clust_cli.core.workspace import Memento, Workspace
from clust_cli.errors import ClustError
from clust_cli.reports.language import Say, speaker

Render = Callable[[Say], str | bytes]
"""What makes the text or the bytes of a format, in a language."""

_ENDINGS = {".txt": "text", ".md": "markdown", ".csv": "csv", ".xlsx": "xlsx", ".json": "json", ".html": "html"}


def format_of(word: str, output: str, known: Sequence[str]) -> str:
    """The format asked for, else that of the file's ending, else text.

    Errors: ClustError for an unknown one, an ending that names none, and for XLSX without a file.
    """
    ending = Path(output).suffix.lower()
    if not word and ending and ending not in _ENDINGS:
        raise ClustError(
            N_("the ending of “{path}” names no format"),
            N_("there are: {known}; or say --format"),
            path=output,
            known=", ".join(f"{name} ({mark})" for mark, name in _ENDINGS.items()),
        )
    word = chosen(word or _ENDINGS.get(ending, "text"), known, "--format")
    if word == "xlsx" and not output:
        raise ClustError(N_("an XLSX file cannot be shown on the terminal"), N_("say where to write it: -o table.xlsx"))
    return word


def settings(asked: CrosstabBlock, memento: Memento | None, workspace: Workspace) -> CrosstabBlock:
    """The settings asked for, the usual axes filled in; when nothing is asked, those of the memento's own table."""
    if memento and asked == CrosstabBlock("", ""):
        return _own_block(memento, workspace)
    usual = CrosstabBlock()
    return replace(asked, rows=asked.rows or usual.rows, columns=asked.columns or usual.columns)


def block_table(block: CrosstabBlock, workspace: Workspace, memento: Memento | None, *, hide_empty: bool) -> Table:
    """The table of these settings.

    Errors: ClustError for an axis, a row or a query that cannot be understood.
    """
    rows, columns = axis_of(workspace, block.rows, "--rows"), axis_of(workspace, block.columns, "--columns")
    documents = counted_documents(workspace, memento)
    query = read_query(block.where, workspace) if block.where else None
    only = _rows(block.only, axis_values(workspace, rows, documents), rows) if block.only else ()
    hide_empty = hide_empty or block.hide_empty
    return crosstab(workspace, documents, rows, columns, where=query, only=only, hide_empty=hide_empty)


def axis_of(workspace: Workspace, name: str, option: str) -> Axis:
    """The axis of a name. Errors: ClustError that names the nearest, or lists them all."""
    known = {one: axis for one in axis_names(workspace) if (axis := find_axis(workspace, one))}
    return known[chosen(name, known, option)]


def show(render: Render, workspace: Workspace, format: str, output: Path | None) -> None:
    """Print what is rendered, or write it to a file; what is written speaks the collection's language."""
    shown = output is None and format == "text"
    data = render(say() if shown else speaker(workspace.lang))
    if output is None:
        print(data if isinstance(data, str) else "", end="")
        return
    save(output, data, bom=format == "csv")


def table_renders(table: Table, documents: Sequence[Document], lang: str, width: int) -> Mapping[str, Render]:
    """How a table is rendered in each format; `documents` are those it was counted from."""
    from clust_cli.reports.crosstab.csv import render_csv
    from clust_cli.reports.crosstab.html import render_html
    from clust_cli.reports.crosstab.json import render_json
    from clust_cli.reports.crosstab.markdown import render_markdown
    from clust_cli.reports.crosstab.text import render_text
    from clust_cli.reports.crosstab.xlsx import render_xlsx

    return {
        "text": lambda say: render_text(table, say, width),
        "markdown": lambda say: render_markdown(table, say),
        "csv": lambda say: render_csv(table, say),
        "xlsx": lambda say: render_xlsx(table, documents, say),
        "json": lambda say: render_json(table),
        "html": lambda say: render_html(table, documents, lang, say),
    }


def _own_block(memento: Memento, workspace: Workspace) -> CrosstabBlock:
    """The settings of the table that the memento prints; the usual ones where it prints none."""
    for fence, block in blocks(memento.document, workspace) if memento.document else ():
        if isinstance(block, CrosstabBlock):
            return block
        if fence.words[0] == "crosstab":
            raise ClustError(
                N_("the table of memento {number} is not written as it should be"),
                N_("see “clust check --memento {number}”, or ask for every row with --all"),
                number=memento.number,
            )
    return CrosstabBlock()


def _rows(words: Sequence[str], values: Sequence[AxisValue], axis: Axis) -> tuple[str, ...]:
    """The ids of the rows asked for, which may be written as labels."""
    found = {word: find_value(values, word) for word in words}
    unknown = next((word for word, name in found.items() if name is None), None)
    if unknown is not None:
        near = nearest_value(values, unknown)
        message = N_("--only: “{word}” is no value of “{axis}”")
        hint = N_("did you mean “{near}”?") if near else N_("there are: {known}")
        known = ", ".join(value.id for value in values)
        raise ClustError(message, hint, word=unknown, axis=axis.name, near=near, known=known)
    return tuple(name for name in found.values() if name is not None)
