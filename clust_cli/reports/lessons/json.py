"""Lessons for other programs: the JSON of docs/formats.md, version 1."""

from __future__ import annotations

import json

from clust_cli.core.counting.lessons import Lessons, Theme
from clust_cli.core.plain import Plain
from clust_cli.reports.evidence.json import passages


def render_json(found: Lessons) -> str:
    """Render lessons."""
    value = {
        "version": 1,
        "columns": found.columns,
        "themes": [
            {
                "axis": themes.axis.name,
                "terms": [_theme(theme) for theme in themes.themes],
                "silent": [one.column.id for one in themes.silent],
            }
            for themes in found.themes
        ],
        "lone": [_theme(theme) for theme in found.lone],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _theme(theme: Theme) -> Plain:
    return {
        "id": theme.row.id,
        "label": theme.row.label,
        "types": {type.id: count for type, count in theme.by_type},
        "columns": [{"id": one.column.id, "passages": passages(one.told)} for one in theme.spoken],
    }
