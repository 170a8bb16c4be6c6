"""The sections of an interview: each asked under its prompt, its text written behind it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import typer

from clust_cli.cli.ask import ask_text, read_line
from clust_cli.cli.session import Session
from clust_cli.cli.words import _, say
from clust_cli.core.body import Section
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.documents import Document
from clust_cli.core.edit_sections import add_own_section, add_section, fill_section, rename_section
from clust_cli.core.kinds import FreeSections, OpeningRule, SectionRule, WordLimits
from clust_cli.core.trial import try_document
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
        kind, name = self.session.kind, owed.arguments.get("section", owed.word)
        rule = next((one for one in kind.sections if name in (one.id, one.heading)), None)
        if rule:
            self._named(rule)
        elif kind.opening and name == kind.opening.title:
            self._opening(kind.opening)
        elif kind.free_sections:
            self._own(kind.free_sections)

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

    def _own(self, free: FreeSections) -> None:
        """Ask the author's own parts: those begun and empty, then new ones until a heading is skipped."""
        self._explain()
        own = [section for section, rule in self.document.named_sections() if rule is None]
        for heading in [section.heading for section in own if not section.filled]:
            typer.echo(f"\n{free.prompt}")
            title = read_line(_("Heading") + f" [{heading}] > ") or heading
            self._ask(title, "", WordLimits(), partial(self._renamed, heading, title))
        while True:
            title = read_line("\n" + _("Heading of another part (Enter: no other)") + " > ")
            if not title:
                return
            self._ask(title, "", WordLimits(), partial(add_own_section, self.document, title))

    def _renamed(self, old: str, new: str, text: str) -> bytes:
        """The file with a section's text, and its heading too where the author gave another."""
        section = self._section(self.document, old)
        filled = fill_section(self.document, section, text)
        if old == new:
            return filled
        after = try_document(self.session.workspace, self.session.path, filled).document
        return rename_section(after, self._section(after, old), new)

    def _section(self, document: Document, heading: str) -> Section:
        return next(section for section in document.body.sections[1:] if section.heading == heading)

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
