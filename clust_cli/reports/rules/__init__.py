"""The catalogue of sentences: one entry a rule, family by family."""

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

FAMILIES: dict[str, dict[str, Entry]] = {
    "Files": files.ENTRIES,
    "The workspace, its kinds and vocabularies": schemas.ENTRIES,
    "The brand": brand.ENTRIES,
    "Fields": fields.ENTRIES,
    "What fields name of France": geography.ENTRIES,
    "Sections, gaps and accepted doubts": sections.ENTRIES,
    "The text": texts.ENTRIES,
    "Marks in the text": marks.ENTRIES,
    "Codes and actions": codes.ENTRIES,
    "Claims and quotations": claims.ENTRIES,
    "Dates and sentences": prose.ENTRIES,
    "Names": names.ENTRIES,
    "The glossary": glossary.ENTRIES,
    "Links and images": links.ENTRIES,
    "Images in print": figures.ENTRIES,
    "Mementos": mementos.ENTRIES,
}
"""The entries by the title of their family, in the order of docs/diagnostics.md."""
ENTRIES: dict[str, Entry] = {id: entry for family in FAMILIES.values() for id, entry in family.items()}
"""Every rule's entry, by its id."""
