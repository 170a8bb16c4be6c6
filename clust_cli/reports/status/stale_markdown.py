"""What must be asked again, as a questionnaire in Markdown: to be pasted into a letter to each territory's director."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from clust_cli.core.staleness import FIELD, MOVING, PLAN, Stale, StaleDocument, StaleMemento
from clust_cli.reports.language import N_, Say
from clust_cli.reports.moments import moment_words
from clust_cli.reports.pipes import escaped
from clust_cli.reports.status.ages import age, as_of


def render_stale_markdown(mementos: Sequence[StaleMemento], day: date, say: Say) -> str:
    """Render the questionnaire of a day: a part a document, with a line to answer on below each question."""
    return "\n".join(_lines(mementos, day, say)).lstrip("\n") + "\n"


def _lines(mementos: Sequence[StaleMemento], day: date, say: Say) -> Iterator[str]:
    for one in mementos:
        head = say(N_("Questions for a new edition: {title}")).format(title=escaped(one.memento.title))
        yield from ("", f"# {head}", "", moment_words(day.isoformat(), say))
        for document in one.documents:
            yield from _document(document, say)
        if not one.documents:
            yield from ("", say(N_("nothing to ask again")))


def _document(document: StaleDocument, say: Say) -> Iterator[str]:
    yield from ("", f"## {escaped(document.document.title)}")
    intro = say(N_("Is it still so? If not, what should be written instead?"))
    yield from ("", f"*{as_of(document.as_of, say)}.* {intro}")
    fields = [one for one in document.entries if one.sort == FIELD]
    said = [one for one in document.entries if one.sort != FIELD]
    for heading, entries in ((N_("The sheet"), fields), (N_("The text"), said)):
        if entries:
            yield from ("", f"### {say(heading)}", "")
            for one in entries:
                yield f"- {_question(one, say)} ({age(one, say)}) `{one.place.path}:{one.place.start.line}`"
                yield f"  - {say(N_('answer:'))} …"


def _question(one: Stale, say: Say) -> str:
    words, value = escaped(one.label), escaped(one.value)
    if one.sort == PLAN:
        return say(N_("What became of what was “{words}”? {sentence}")).format(words=words, sentence=value)
    if one.sort == MOVING:
        return say(N_("When was “{words}”? {sentence}")).format(words=words, sentence=value)
    if one.sort != FIELD:
        return say(N_("And today? {sentence}")).format(sentence=value)
    text = say(N_("**{label}**: {value}")).format(label=words, value=value)
    if not one.part:
        return text
    return say(N_("{name} – {part}: {state}")).format(name=text, part=escaped(one.part), state=escaped(one.state))
