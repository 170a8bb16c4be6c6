"""The catalogue of sentences: one entry a rule, in the order of the catalogue of ids."""

from __future__ import annotations

from clust_cli.reports.rules import (
    brand,
    claims,
    codes,
    fields,
    figures,
    files,
    geography,
    glossary,
    links,
    marks,
    mementos,
    names,
    prose,
    schemas,
    sections,
    texts,
)
from clust_cli.reports.rules.entry import Entry

ENTRIES: dict[str, Entry] = {
    **files.ENTRIES,
    **schemas.ENTRIES,
    **brand.ENTRIES,
    **glossary.ENTRIES,
    **fields.ENTRIES,
    **geography.ENTRIES,
    **sections.ENTRIES,
    **texts.ENTRIES,
    **marks.ENTRIES,
    **codes.ENTRIES,
    **names.ENTRIES,
    **claims.ENTRIES,
    **prose.ENTRIES,
    **links.ENTRIES,
    **figures.ENTRIES,
    **mementos.ENTRIES,
}
"""Every rule's entry, by its id."""
