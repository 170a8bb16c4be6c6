"""Vocabularies for other programs: the JSON of docs/formats.md, version 1."""

from __future__ import annotations

import json
from collections.abc import Sequence

from clust_cli.core.counting.codebook import TermUse
from clust_cli.core.kinds.vocabularies import Vocabulary
from clust_cli.core.plain import Plain
from clust_cli.reports.codebook.text import Listed
from clust_cli.reports.language import Say


def render_vocabularies(listed: Sequence[Listed], _say: Say) -> str:
    """Render the vocabularies as JSON."""
    return _written({"vocabularies": [_vocabulary(*one) for one in listed]})


def render_terms(vocabulary: Vocabulary, uses: Sequence[TermUse], _say: Say) -> str:
    """Render the terms of a vocabulary as JSON."""
    about = {"vocabulary": vocabulary.name, "title": vocabulary.title, "codable": vocabulary.codable}
    return _written({**about, "terms": [_term(use, vocabulary) for use in uses]})


def _vocabulary(vocabulary: Vocabulary, own: bool, uses: Sequence[Plain]) -> dict[str, Plain]:
    return {
        "name": vocabulary.name,
        "title": vocabulary.title,
        "terms": len(vocabulary.terms),
        "codable": vocabulary.codable,
        "own": own,
        "uses": [{"kind": one.kind, "field": one.field or None, "axis": one.axis or None} for one in uses],
    }


def _term(use: TermUse, vocabulary: Vocabulary) -> dict[str, Plain]:
    term = use.term
    return {
        "id": term.id,
        "label": term.label,
        "group": term.group or None,
        "group_label": vocabulary.group_labels.get(term.group),
        "definition": term.definition or None,
        "replaced_by": term.replaced_by or None,
        "documents": use.documents,
        "passages": use.passages,
    }


def _written(value: dict[str, Plain]) -> str:
    return json.dumps({"version": 1, **value}, ensure_ascii=False, indent=2) + "\n"
