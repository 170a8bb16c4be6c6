"""The collection as JSON: docs/formats.md, version 1."""

from __future__ import annotations

import json
from collections.abc import Sequence

from clust_cli.core.export import export_value
from clust_cli.core.workspace import Memento


def render_json(mementos: Sequence[Memento]) -> str:
    """Render mementos as JSON."""
    return json.dumps(export_value(mementos), ensure_ascii=False, indent=2) + "\n"
