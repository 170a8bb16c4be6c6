"""The relations of a DOCX: pandoc tells each address twice, of the text and of its notes, wherever it is linked.

In: parts of a package. Out: parts, each with the relations that it uses.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

_LINK = re.compile(r'<Relationship (?=[^>]*Type="[^"]*/(?:hyperlink|image)")(?=[^>]*Id="([^"]+)")[^>]*/>')
_USED = re.compile(r' r:(?:id|embed|link)="([^"]+)"')


def with_used_relations(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts, without relations to addresses and images that their part does not show."""
    made = dict(parts)
    for source in ("document", "footnotes"):
        name = f"word/_rels/{source}.xml.rels"
        if name in made:
            used = set(_USED.findall(made[f"word/{source}.xml"].decode()))
            made[name] = _pruned(made[name].decode(), used).encode()
    return made


def _pruned(relations: str, used: Collection[str]) -> str:
    return _LINK.sub(lambda found: found[0] if found[1] in used else "", relations)
