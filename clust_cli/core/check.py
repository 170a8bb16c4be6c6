"""Check a workspace: run every rule, tighten by status, set declared gaps and accepted doubts apart.

In: a Workspace. Out: Findings, sorted. Source: docs/design.md, “Severities”.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from clust_cli.core import catalogue
from clust_cli.core.diagnostics import Diagnostic, Severity
from clust_cli.core.documents import Document
from clust_cli.core.reading.fields import entries
from clust_cli.core.rules import (
    characters,
    codes,
    fields,
    files,
    formats,
    funders,
    geography,
    glossary,
    links,
    lookalikes,
    mementos,
    names,
    prose,
    roles,
    sections,
    seldom,
    texts,
)
from clust_cli.core.words import nearest
from clust_cli.core.workspace import Workspace

Check = Callable[[Workspace], Iterator[Diagnostic]]


CHECKS: tuple[Check, ...] = (
    files.check_workspace_files,
    files.check_misnamed,
    files.check_reading,
    seldom.check_brand,
    fields.check_owed_fields,
    fields.check_values,
    fields.check_retired_values,
    fields.check_ids,
    geography.check_geography,
    sections.check_missing_sections,
    sections.check_filling,
    sections.check_duplicate_sections,
    texts.check_marks,
    texts.check_lengths,
    texts.check_headings,
    texts.check_tables,
    texts.check_blocks,
    codes.check_codes,
    glossary.check_glossary,
    glossary.check_acronyms,
    glossary.check_definitions,
    seldom.check_french,
    lookalikes.check_unread_marks,
    lookalikes.check_garbled_text,
    characters.check_characters,
    prose.check_dates,
    prose.check_sentences,
    names.check_register,
    names.check_name_variants,
    roles.check_roles,
    seldom.check_claims,
    links.check_links,
    links.check_images,
    seldom.check_figures,
    mementos.check_numbers,
    mementos.check_order,
    mementos.check_progress,
    funders.check_funder,
    funders.check_duties,
    formats.check_images,
    formats.check_isbn,
    formats.check_moments,
)
"""Every rule family, in the order they run; what they find is sorted by place."""

GAP_RULES = ("missing-field", "unfilled-field", "missing-section", "unfilled-section", "missing-entry")

ABOUT_OTHERS = ("false-claim", "false-quote")
"""Rules that compare a document with others, and say nothing while those cannot be read."""


SPELLING = ("misspelt-word", "broken-word-list")
"""Rules that run when someone asks for them; what is accepted of them is not needless while nobody does."""


class Gap(NamedTuple):
    """What an author declares unobtainable, and why."""

    document: Document
    what: str
    reason: str


class Accepted(NamedTuple):
    """A doubt that an author has seen and keeps, and why."""

    document: Document
    rule: str
    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class Findings:
    """What a check found: diagnostics sorted by place, and what authors declared."""

    diagnostics: tuple[Diagnostic, ...]
    gaps: tuple[Gap, ...]
    accepted: tuple[Accepted, ...]
    documents: tuple[Document, ...]

    def count(self, severity: Severity) -> int:
        """How many diagnostics are of one severity."""
        return sum(one.severity is severity for one in self.diagnostics)

    @property
    def has_errors(self) -> bool:
        """Whether anything found is an error."""
        return any(one.severity is Severity.ERROR for one in self.diagnostics)

    def within(self, paths: Iterable[str]) -> Findings:
        """The findings in some files and folders only; those of the collection's own files always stay."""
        prefixes = tuple(paths)

        def kept(path: str) -> bool:
            if "/" not in path or path.startswith("schemas/"):
                return True
            return any(path == prefix or path.startswith(f"{prefix}/") or prefix == "." for prefix in prefixes)

        return Findings(
            tuple(one for one in self.diagnostics if kept(one.place.path)),
            tuple(one for one in self.gaps if kept(one.document.path)),
            tuple(one for one in self.accepted if kept(one.document.path)),
            tuple(one for one in self.documents if kept(one.path)),
        )


def check(workspace: Workspace, spelling: Check | None = None) -> Findings:
    """Find everything there is to tell of a workspace; of its spelling only with the rule that looks at it."""
    rules = (*CHECKS, spelling) if spelling else CHECKS
    found = [_tightened(one, workspace) for rule in rules for one in rule(workspace)]
    by_path: dict[str, list[Diagnostic]] = {}
    for one in found:
        by_path.setdefault(one.place.path, []).append(one)
    gaps: list[Gap] = []
    accepted: list[Accepted] = []
    is_shaken = any(one.severity is Severity.ERROR for one in found)
    for document in workspace.documents:
        told = by_path.get(document.path, [])
        if document.gaps:
            told = _without_gaps(document, told, gaps)
        if document.values.get("accepted"):
            silent = (*(ABOUT_OTHERS if is_shaken else ()), *(() if spelling else SPELLING))
            told = _without_accepted(document, told, accepted, silent)
        by_path[document.path] = told
    diagnostics = sorted((one for told in by_path.values() for one in told), key=lambda one: one.order)
    return Findings(tuple(diagnostics), tuple(gaps), tuple(accepted), workspace.documents)


def _tightened(diagnostic: Diagnostic, workspace: Workspace) -> Diagnostic:
    """A rule that tightens is an error once the document claims to be complete."""
    if not diagnostic.rule.tightens:
        return diagnostic
    document = workspace.by_path.get(diagnostic.place.path)
    finished = document is not None and document.is_finished
    return replace(diagnostic, severity=Severity.ERROR) if finished else diagnostic


def _without_gaps(document: Document, told: list[Diagnostic], gaps: list[Gap]) -> list[Diagnostic]:
    """Set apart what is declared unobtainable; tell of gaps without reason and of gaps for nothing."""
    left = list(told)
    for what, reason in document.gaps.items():
        silenced = [one for one in left if one.rule.id in GAP_RULES and _names(one, what)]
        route = ("gaps", what)
        if not str(reason).strip():
            # What is missing is told once: as a gap that lacks its reason.
            left = [one for one in left if one not in silenced]
            left.append(catalogue.GAP_WITHOUT_REASON.at(document.fields.key_place(route), word=what))
        elif silenced or what == "funder":
            left = [one for one in left if one not in silenced]
            gaps.append(Gap(document, what, reason))
        elif not document.body.cut_short:
            known = _gap_names(document)
            near = "" if what in known else nearest(what, known)
            variant = "near" if near else "" if what in known else "unknown"
            place = document.fields.key_place(route) if variant else document.fields.place(route)
            left.append(catalogue.NEEDLESS_GAP.at(place, variant, word=what, near=near))
    return left


def _names(diagnostic: Diagnostic, what: str) -> bool:
    """Whether a gap named by a section's id or heading, or by a field's dotted name, is this absence."""
    arguments = diagnostic.arguments
    return what in (arguments.get("section"), arguments.get("field"), arguments.get("word"))


def _gap_names(document: Document) -> list[str]:
    sections = [rule.id for rule in document.kind.sections] if document.kind else []
    return [*sections, *(".".join(str(step) for step in route) for route in document.fields.keys)]


def _without_accepted(
    document: Document, told: list[Diagnostic], accepted: list[Accepted], silent: Collection[str]
) -> list[Diagnostic]:
    """Set apart the doubts that are kept; an error is no doubt and cannot be accepted.

    `silent` are rules that have nothing to say now: while errors shake the collection, a doubt about what other
    documents say is silent for their sake, and one about spelling while nobody asks.
    """
    left = list(told)
    for index, entry in entries(document.values, "accepted"):
        rule, what = str(entry.get("rule", "")), str(entry.get("what", ""))
        reason = str(entry.get("reason", "")).strip()
        route = ("accepted", index, "rule")
        silenced = [one for one in left if one.rule.id == rule and _is_doubt(one) and what in ("", one.word)]
        if not reason:
            left = [one for one in left if one not in silenced]
            left.append(catalogue.ACCEPTED_WITHOUT_REASON.at(document.fields.place(route), word=rule))
        elif silenced:
            left = [one for one in left if one not in silenced]
            accepted.append(Accepted(document, rule, what, reason))
        elif not document.body.cut_short and rule not in silent:
            place = document.fields.place(route)
            near = "" if rule in catalogue.BY_ID else nearest(rule, catalogue.BY_ID)
            left.append(catalogue.NEEDLESS_ACCEPTED.at(place, "near" if near else "", word=rule, near=near, what=what))
    return left


def _is_doubt(diagnostic: Diagnostic) -> bool:
    return diagnostic.severity is not Severity.ERROR or diagnostic.rule.doubt
