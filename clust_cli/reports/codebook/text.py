"""Vocabularies for the terminal: what each holds and where it is used; the terms of one, counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from clust_cli.core.counting.codebook import TermUse, Used
from clust_cli.core.kinds.vocabularies import Vocabulary
from clust_cli.reports.language import N_, Say

Listed = tuple[Vocabulary, bool, tuple[Used, ...]]
"""A vocabulary, whether it stands in a file of the collection's own, and where it is used."""

_OWN, _PACKAGED = N_("file of the collection"), N_("shipped with clust")
_COUNTS = (N_("documents"), N_("passages"))


def render_vocabularies(listed: Sequence[Listed], say: Say) -> str:
    """Render the vocabularies: how many terms, what they code, where they come from, where they are used."""
    return "\n".join(line for one in listed for line in _vocabulary(*one, say)) + "\n"


def render_terms(vocabulary: Vocabulary, uses: Sequence[TermUse], say: Say) -> str:
    """Render the terms of a vocabulary, each with its counts."""
    documents, passages = (say(name) for name in _COUNTS)
    width = max(len(use.term.id) for use in uses)
    head = f"  {'':<{width}}  {documents}" + (f"  {passages}" if vocabulary.codable else "")
    lines = [f"{vocabulary.title} ({vocabulary.name})", "", head.rstrip()]
    for use in uses:
        counts = f"{use.documents:>{len(documents)}}"
        counts += f"  {use.passages:>{len(passages)}}" if vocabulary.codable else ""
        lines.append(f"  {use.term.id:<{width}}  {counts}  {_said(use, vocabulary)}")
        if use.term.definition:
            lines.append(f"  {'':<{width}}  {'':<{len(counts)}}    {use.term.definition}")
    return "\n".join(lines) + "\n"


def _vocabulary(vocabulary: Vocabulary, own: bool, uses: Sequence[Used], say: Say) -> Iterator[str]:
    facts = [say("terms: {count}").format(count=len(vocabulary.terms))]
    facts += [say("codes passages")] if vocabulary.codable else []
    facts += [say(_OWN if own else _PACKAGED)]
    yield f"{vocabulary.name} — {vocabulary.title}"
    yield f"    {' · '.join(facts)}"
    for kind, used in groupby(uses, key=lambda one: one.kind):
        places = [one.field or say("axis {name}").format(name=one.axis) for one in used]
        yield f"    {kind}: {', '.join(places)}"


def _said(use: TermUse, vocabulary: Vocabulary) -> str:
    group = vocabulary.group_labels.get(use.term.group, "")
    retired = f" → {use.term.replaced_by}" if use.term.replaced_by else ""
    return f"{use.term.label}{f' [{group}]' if group else ''}{retired}"
