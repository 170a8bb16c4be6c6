"""The catalogue of sentences: one entry a rule, in the order of the catalogue of ids."""

from __future__ import annotations

from clust_cli.reports.rules import fields, files, links, mementos, sections, texts
from clust_cli.reports.rules.entry import Entry

ENTRIES: dict[str, Entry] = {
    **files.ENTRIES,
    **fields.ENTRIES,
    **sections.ENTRIES,
    **texts.ENTRIES,
    **links.ENTRIES,
    **mementos.ENTRIES,
}
"""Every rule's entry, by its id."""
