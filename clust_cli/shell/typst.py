"""Typst: from a clean folder to a PDF, accessible by construction or not at all."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Literal

from clust_cli.errors import ClustError
from clust_cli.reports.language import N_

_PIXELS_PER_INCH = 220
_NOWHERE = "http://127.0.0.1:9"
STANDARDS: tuple[Literal["ua-1"], Literal["a-2a"]] = ("ua-1", "a-2a")


def typeset_pdf(folder: Path, day: date, *, draft: bool) -> bytes:
    """Compile `body.typst` of a folder that holds the template, meta.json, the images and the fonts.

    Errors: ClustError when typst refuses: a draft is held to no standard, for it may be incomplete.
    """
    import typst

    # A template may be a stranger's: no package is fetched for it, and none of this machine's is lent to it.
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        os.environ[name] = _NOWHERE
    source = folder / "body.typ"
    source.write_bytes(b'#import "memento.typ": *\n#show: memento\n\n' + (folder / "body.typst").read_bytes())
    try:
        return typst.compile(
            str(source),
            root=str(folder),
            font_paths=[str(font_folder()), str(folder / "fonts")],
            ignore_system_fonts=True,
            package_path=folder / "packages",
            package_cache_path=folder / "packages",
            format="pdf",
            pdf_standards=[] if draft else list(STANDARDS),
            timestamp=epoch(day),
        )
    except typst.TypstError as error:
        raise _refused(error) from error


def draw_png(folder: Path, drawings: Sequence[tuple[str, str]]) -> tuple[bytes, ...]:
    """Each SVG of a folder as PNG, at the width it is printed at.

    Shape: names and widths, with their units: ("map.svg", "35mm").
    """
    import typst

    pages = "\n#pagebreak()\n".join(f'#image("{name}", width: {width})' for name, width in drawings)
    source = folder / "drawn.typ"
    source.write_text(f"#set page(width: auto, height: auto, margin: 0pt, fill: none)\n{pages}\n", encoding="utf-8")
    made = typst.compile(
        str(source),
        root=str(folder),
        font_paths=[str(font_folder())],
        ignore_system_fonts=True,
        format="png",
        ppi=_PIXELS_PER_INCH,
    )
    return tuple(made) if isinstance(made, list) else (made,)


def epoch(day: date) -> int:
    """Midnight UTC of a day. Units: seconds from 1970."""
    return (day.toordinal() - date(1970, 1, 1).toordinal()) * 86400


def font_folder() -> Path:
    """The folder of the fonts that their package brings."""
    package = importlib.util.find_spec("font_source_sans_pro")
    if package is None or package.origin is None:
        raise ClustError(N_("the fonts were not found"), N_("install them with “pip install font-source-sans-pro”"))
    return Path(package.origin).parent / "files"


def _refused(error: Exception) -> ClustError:
    hints = "; ".join(str(hint) for hint in getattr(error, "hints", ()))
    return ClustError(
        N_("typst refused the document: {trouble}"),
        N_("run “clust check”, or build with --draft to see the pages"),
        trouble=f"{getattr(error, 'message', error)}{f' ({hints})' if hints else ''}",
    )
