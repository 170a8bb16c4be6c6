"""Typst: from a clean folder to a PDF, accessible by construction or not at all."""

from __future__ import annotations

import importlib.util
import json
import os
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Literal

from clust_cli.core.printing.copyfit import End, Steps, fitted
from clust_cli.errors import ClustError
from clust_cli.reports.language import N_

_PIXELS_PER_INCH = 220
_STRETCH = re.compile(rb"^#stretch\((\d+), 0\)\[", re.MULTILINE)
_NOWHERE = "http://127.0.0.1:9"
_BEFORE = b"""#import "typst/parts.typ": *
#import "typst/tables.typ": *
#import "typst/annexes.typ": *
#import "memento.typ": *
#show: memento

"""
"""What the body calls. The collection's own memento.typ comes last: it may say anew how any part is set."""

STANDARDS: tuple[Literal["ua-1"], Literal["a-2a"]] = ("ua-1", "a-2a")


def typeset_pdf(folder: Path, day: date, *, draft: bool, press: str = "") -> bytes:
    """Compile `body.typst` of a folder that holds the templates, meta.json, the images and the fonts.

    The pages are laid out as often as it takes to fit every stretch; what has not changed costs typst nothing.
    Shape: `press` names what the print shop gets, which is read by no screen reader and held to no standard.
    Errors: ClustError when typst refuses: a draft is held to no standard, for it may be incomplete.
    """
    import typst

    # A template may be a stranger's: no package is fetched for it, and none of this machine's is lent to it.
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        os.environ[name] = _NOWHERE
    source = folder / f"body{press}.typ"
    body = _BEFORE + (folder / "body.typst").read_bytes()
    source.write_bytes(body)
    compiler = typst.Compiler(
        str(source),
        root=str(folder),
        font_paths=[str(font_folder()), str(folder / "fonts")],
        ignore_system_fonts=True,
        package_path=str(folder / "packages"),
        package_cache_path=str(folder / "packages"),
        sys_inputs={"press": press} if press else {},
    )
    is_held = not (draft or press)

    def lay_out(steps: Steps) -> Sequence[End]:
        source.write_bytes(_STRETCH.sub(lambda found: b"#stretch(%d, %d)[" % _step(found, steps), body))
        return [End(**one) for one in json.loads(compiler.query("<stretch-end>", field="value"))]

    try:
        lay_out(fitted(lay_out))
        data = compiler.compile(format="pdf", pdf_standards=list(STANDARDS) if is_held else [], timestamp=epoch(day))
    except RuntimeError as error:  # a query raises no TypstError of its own
        raise _refused(error) from error
    if not isinstance(data, bytes):
        raise TypeError(f"one PDF was expected, not {type(data)}")
    return data


def _step(found: re.Match[bytes], steps: Steps) -> tuple[int, int]:
    number = int(found[1])
    return number, steps.get(number, 0)


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
