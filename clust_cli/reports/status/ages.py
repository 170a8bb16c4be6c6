"""How old a value is, and what it is, in words: shared by the text and the questionnaire."""

from __future__ import annotations

from clust_cli.core.staleness import FIELD, PLAN, Stale
from clust_cli.reports.language import N_, Say
from clust_cli.reports.moments import moment_words


def age(one: Stale, say: Say) -> str:
    """The age in whole years, or in months within two years."""
    if one.months is None:
        return say(N_("age unknown"))
    if one.months >= 24:
        return say(N_("{count} years")).format(count=one.months // 12)
    if one.months == 12:
        return say(N_("1 year"))
    return say(N_("{count} months")).format(count=one.months)


def told(one: Stale, say: Say) -> str:
    """What is to be asked: a field's label and value; of a text, its words of time and the sentence."""
    if one.sort != FIELD:
        pattern = N_("“{words}”, past since: {sentence}") if one.sort == PLAN else N_("“{words}”: {sentence}")
        return say(pattern).format(words=one.label, sentence=one.value)
    if one.part:
        pattern = N_("{label}: {value} – {part}: {state}")
        return say(pattern).format(label=one.label, value=one.value, part=one.part, state=one.state)
    return say(N_("{name}: {text}")).format(name=one.label, text=one.value)


def as_of(moment: str, say: Say) -> str:
    """When the information of a document was true, as far as anyone says."""
    if not moment:
        return say(N_("nobody says of when this is: fill in as_of"))
    return say(N_("information as of {moment}")).format(moment=moment_words(moment, say))
