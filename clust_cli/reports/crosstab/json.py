"""A cross-table for other programs: the JSON of docs/formats.md, version 1."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from clust_cli.core.counting.crosstab import Table
from clust_cli.core.counting.evidence import Told, evidence
from clust_cli.core.documents import Document
from clust_cli.reports.evidence.json import passages


def render_json(table: Table, documents: Sequence[Document] = ()) -> str:
    """Render a table; only the cells that are not empty are given, with their passages where documents are given."""
    told = _by_cell(table, documents) if documents else {}
    cells = [
        {
            "row": row.id,
            "column": column.id,
            "documents": list(ids),
            "count": len(ids),
            **({"passages": passages(told[row.id, column.id])} if told else {}),
        }
        for row in table.rows
        for column in table.columns
        if (ids := table.documents(row.id, column.id))
    ]
    value = {
        "version": 1,
        "rows": [{"id": row.id, "label": row.label, "group": row.group, "total": row.total} for row in table.rows],
        "columns": [{"id": one.id, "label": one.label, "total": one.total} for one in table.columns],
        "cells": cells,
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _by_cell(table: Table, documents: Sequence[Document]) -> Mapping[tuple[str, str], Sequence[Told]]:
    told: dict[tuple[str, str], list[Told]] = {}
    for one in evidence(table, documents):
        told.setdefault((one.row.id, one.column.id), []).append(one.told)
    return told
