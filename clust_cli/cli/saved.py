"""Write a report to the file the user names, and say so in one line."""

from __future__ import annotations

from pathlib import Path

from clust_cli.cli.words import _
from clust_cli.reports.comma import BOM
from clust_cli.reports.language import N_
from clust_cli.shell.files import write_whole


def save(path: Path, data: str | bytes, *, bom: bool = False) -> None:
    """Write a file whole; `bom` for a CSV, so that spreadsheets read it as UTF-8."""
    text = data.encode() if isinstance(data, str) else data
    write_whole(path, (BOM.encode() if bom else b"") + text)
    print(_(N_("written: {path}")).format(path=path))
