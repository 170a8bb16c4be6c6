"""A cross-table for other programs: the JSON of docs/formats.md, version 1."""

from __future__ import annotations

import json

from clust_cli.core.counting.crosstab import Table


def render_json(table: Table) -> str:
    """Render a table; only the cells that are not empty are given."""
    cells = [
        {"row": row.id, "column": column.id, "documents": list(documents), "count": len(documents)}
        for row in table.rows
        for column in table.columns
        if (documents := table.documents(row.id, column.id))
    ]
    value = {
        "version": 1,
        "rows": [{"id": row.id, "label": row.label, "group": row.group, "total": row.total} for row in table.rows],
        "columns": [{"id": one.id, "label": one.label, "total": one.total} for one in table.columns],
        "cells": cells,
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
