"""The tables among the templates: phrases of print and names of styles, whose words a workspace may change; maps."""

from __future__ import annotations

import json
import re
from pathlib import Path

from clust_cli.core.plain import Plain
from clust_cli.core.printing.outlines import Outlines, parse_outlines
from clust_cli.errors import ClustError
from clust_cli.reports.language import N_
from clust_cli.shell.packaged import ROOT, find_template

_PLACE = re.compile(r"\{\w+\}")


def read_table(name: str, root: Path) -> dict[str, Plain]:
    """A table of the templates: the packaged one, with what the workspace's own has in its place.

    Errors: ClustError when the workspace's own is no JSON, or not of the packaged one's shape.
    """
    tables = []
    for path in dict.fromkeys((ROOT / "templates" / name, find_template(name, root))):
        try:
            tables.append(json.loads(path.read_bytes()))
        except (ValueError, RecursionError) as error:
            raise ClustError(N_("“{path}” is not JSON: {reason}"), path=path, reason=error) from error
        if not _fits(tables[-1], tables[0]):
            raise ClustError(
                N_("“{path}” is not of the form of the packaged file of that name"),
                N_("begin with a copy of the packaged one, and change its words only"),
                path=path,
            )
    packaged, *own = tables
    return {key: _over(value, own[0].get(key)) if own else value for key, value in packaged.items()}


def read_outlines() -> Outlines:
    """The packaged map; a workspace has none of its own."""
    return parse_outlines(json.loads((ROOT / "templates" / "maps" / "france.json").read_bytes()))


def _fits(own: Plain, packaged: Plain) -> bool:
    """Whether a table has the packaged one's shape: words for words, with no {place} that is not filled."""
    if isinstance(own, dict) and isinstance(packaged, dict):
        return all(_fits(value, packaged[key]) for key, value in own.items() if key in packaged)
    both = isinstance(own, str) and isinstance(packaged, str)
    return (
        both and set(_PLACE.findall(own)) <= set(_PLACE.findall(packaged)) and not set("{}") & set(_PLACE.sub("", own))
    )


def _over(packaged: Plain, own: Plain) -> Plain:
    return {**packaged, **(own or {})} if isinstance(packaged, dict) else own or packaged
