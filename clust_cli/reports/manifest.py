"""The manifest of a build, as JSON. Source: docs/formats.md, “Manifest”."""

from __future__ import annotations

import json
from dataclasses import asdict

from clust_cli.core.printing.manifest import Entry, Manifest


def render_manifest(manifest: Manifest) -> str:
    """The manifest as JSON, in an order that never changes."""
    value = {
        "format": 1,
        **asdict(manifest),
        "inputs": [_entry(one) for one in manifest.inputs],
        "outputs": [_entry(one) for one in manifest.outputs],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _entry(one: Entry) -> dict[str, object]:
    return {name: value for name, value in asdict(one).items() if value or name != "pages"}
