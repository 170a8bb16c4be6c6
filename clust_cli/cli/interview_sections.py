"""The sections of an interview: each asked under its prompt, its text written behind it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import typer

from clust_cli.cli.ask import ask_text, read_line
from clust_cli.cli.session import Session
from clust_cli.cli.words import _, say
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.documents import Document
from clust_cli.core.kinds.kind import FreeSections, OpeningRule, SectionRule, WordLimits
from clust_cli.core.writing.edit_sections import add_own_section, add_section, fill_section, rename_section
from clust_cli.reports.captions import captions

Written = Callable[[str], bytes]


class SectionInterview:
    """Asks sections of a session's document."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.explained = False

    @property
    def document(self) -> Document:
        """The document as it stands."""
        return self.session.trial.document

    def everything(self) -> None:
        """Ask the opening, then every section in the kind's order, the author's own at their place."""
        kind = self.session.kind
        free = kind.free_sections
        if kind.opening:
            self._opening(kind.opening)
        for rule in kind.sections:
            self._named(rule)
            if free and free.after == rule.id:
                self._own(free)
        if free and free.after not in {rule.id for rule in kind.sections}:
            self._own(free)

    def ask_owed(self, owed: Diagnostic) -> None:
        """Ask the section that a diagnostic finds missing or unfilled."""
        kind = self.session.kind
        rule = next((one for one in kind.sections if one.id == owed.arguments.get("section")), None)
        if rule:
            self._named(rule)
        elif kind.opening and owed.word == kind.opening.title:
            self._opening(kind.opening)
        elif kind.free_sections and owed.rule.id == "missing-section":
            self._new(kind.free_sections)
        elif kind.free_sections:
            self._own_called(owed.word, kind.free_sections)

    def _opening(self, rule: OpeningRule) -> None:
        section = self.document.body.sections[0]
        if not section.filled:
            self._ask(rule.title, rule.prompt, rule.words, lambda text: fill_section(self.document, section, text))

    def _named(self, rule: SectionRule) -> None:
        section = self.document.section_of(rule)
        if section is None:
            self._ask(rule.heading, rule.prompt, rule.words, lambda text: add_section(self.document, rule, text))
        elif not section.text.strip():
            heading = section.heading
            self._ask(heading, rule.prompt, rule.words, lambda text: fill_section(self.document, section, text))

    def _own_called(self, heading: str, free: FreeSections) -> None:
        """Ask the part of a heading; answers given before may have moved it."""
        for index, section in enumerate(self.document.body.sections):
            if index and section.heading == heading and not section.filled:
                self._begun(index, free)
                return

    def _own(self, free: FreeSections) -> None:
        """Ask the author's own parts: those begun and empty, then new ones."""
        for index, section in enumerate(self.document.body.sections):
            if index and not section.filled and self.document.rule_of(section) is None:
                self._begun(index, free)
        self._new(free)

    def _begun(self, index: int, free: FreeSections) -> None:
        """Ask a part that stands there empty; the heading of the scaffold is to be replaced by another."""
        self._explain()
        heading = self.document.body.sections[index].heading
        typer.echo(f"\n## {heading}\n  {free.prompt}")
        if heading.startswith(free.heading):
            title = read_line("  " + _("Your heading (Enter: later)") + " > ")
            if not title or not self.session.save(self._renamed(index, title)):
                return
        self._ask(self.document.body.sections[index].heading, "", WordLimits(), partial(self._under, index))

    def _new(self, free: FreeSections) -> None:
        """Ask new parts until a heading is skipped."""
        self._explain()
        if not any(rule is None for _section, rule in self.document.named_sections()):
            typer.echo(f"\n{free.prompt}")
        while title := read_line("\n" + _("Heading of another part (Enter: no other)") + " > "):
            self._ask(title, "", WordLimits(), partial(add_own_section, self.document, title))

    def _renamed(self, index: int, heading: str) -> bytes:
        return rename_section(self.document, self.document.body.sections[index], heading)

    def _under(self, index: int, text: str) -> bytes:
        return fill_section(self.document, self.document.body.sections[index], text)

    def _ask(self, heading: str, prompt: str, words: WordLimits, written: Written) -> None:
        """Ask for a text until it is taken or skipped."""
        self._explain()
        while True:
            text = ask_text(heading, prompt, captions(say()).limits(words))
            if not text or self.session.save(written(text)):
                return

    def _explain(self) -> None:
        if not self.explained:
            typer.echo("\n" + _("Now the texts: several lines each; two empty lines end one, Enter at once skips it."))
            self.explained = True
