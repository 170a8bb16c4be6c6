"""Make the reference documents of DOCX and ODT: python scripts/make_reference.py

Both come from one table of styles, office_styles.py; same bytes every time.
"""

from __future__ import annotations

from pathlib import Path

import reference_docx
import reference_odt

TEMPLATES = Path(__file__).parent.parent / "templates"

if __name__ == "__main__":
    reference_docx.make(TEMPLATES / "reference.docx")
    reference_odt.make(TEMPLATES / "reference.odt")
