"""Where the images of a memento come from, as it stands under each.

In: documents and the phrases of print. Out: a text by the path of the image's file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from clust_cli.core.documents import Document
from clust_cli.core.reading.fields import entries
from clust_cli.core.targets import resolve


def image_credits(documents: Iterable[Document], phrases: Mapping[str, str]) -> Mapping[str, str]:
    """What the documents say in `images` of the files they show: whose they are, and under what rights."""
    texts: dict[str, str] = {}
    for document in documents:
        for _index, entry in entries(document.values, "images"):
            path = resolve(document, str(entry.get("file", "")))
            said = ", ".join(str(entry[name]) for name in ("credit", "rights") if entry.get(name))
            if path and said:
                texts.setdefault(path, phrases["credit"].format(credit=said))
    return texts
