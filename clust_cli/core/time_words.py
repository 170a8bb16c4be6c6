"""Words of time: those that move with their reader, plans for a date, and moments that a text tells of.

In: a text and its language. Out: where they stand. Plans and moments are read in French alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from functools import cache
from typing import NamedTuple

_GAPS = "\n\r\t\u00a0\u202f*_>"
"""What may part two words beside a space: the end of a line, marks of emphasis and of a quotation."""
_SOME = r"(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quelques|plusieurs|\d+)"
_AMOUNT = rf"(?:{_SOME} |une (?:dizaine|douzaine|quinzaine|vingtaine|trentaine) d[e'’](?: )?)"
_A_WHILE = rf"(?:près de |environ |plus de |moins de |bientôt )?{_AMOUNT}(?:ans?|années?|mois|semaines?)"
_SPAN = "(?:l['’](?:an|année|été|automne|hiver)|le (?:mois|printemps)|la semaine)"
_THESE = rf"(?:ces|les|aux|des) (?:{_AMOUNT}|toutes |tout )?"
_RELATIVE = {
    "fr": {
        "aujourd": r"aujourd['’]hui",
        "demain": "demain",
        "hier": "hier",
        "actuellement": "actuellement",
        "récemment": "récemment",
        "prochainement": "prochainement",
        "bientôt": "bientôt",
        "jour": "à ce jour",
        "actuelle": r"à l['’]heure actuelle",
        "moment": "(?:en ce|pour le) moment",
        "jours": "de nos jours",
        "instant": r"pour l['’]instant",
        "cet cette": "cet(?:te (?:année|semaine)| (?:été|automne|hiver))(?!-là)",
        "ci": "ce mois-ci",
        "cours": r"l['’]année en cours",
        "dernier dernière": rf"{_SPAN} derni(?:er|ère)",
        "derniers dernières": rf"{_THESE}derni(?:ers mois|ers temps|ères années|ères semaines)",
        "passé passée": r"l['’](?:an|année) passée?",
        "prochain prochaine": rf"{_SPAN} prochaine?",
        "prochains prochaines": rf"{_THESE}prochaine?s (?:mois|années|semaines)",
        "venir": "(?:mois|années|semaines) à venir",
        "depuis": rf"depuis (?:peu|le début de l['’]année(?! (?:19|20)\d\d)|{_A_WHILE})",
        "y": rf"il y a {_A_WHILE}",
        "ici": rf"d['’]ici (?:à )?{_A_WHILE}",
        "dans": rf"dans {_A_WHILE}",
    },
    "en": {
        **{word: word for word in ("today", "tomorrow", "yesterday", "currently", "recently", "nowadays")},
        "present": "at present",
        "year": "(?:this|last|next) year",
        "now": "right now",
        "ago": "(?:an?|one|two|three|four|five|six|ten|a few|several|some|\\d+) (?:years?|months?|weeks?) ago",
    },
}
"""By language, how a text says a time that moves with its reader.

Shape: words of which one must stand in the text → the form, compiled only where one does. A space is a gap.
"""
MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août"),
    *("septembre", "octobre", "novembre", "décembre"),
)
_PERIODS = {"début": 4, "premier trimestre": 3, "printemps": 6, "premier semestre": 6, "été": 9, "rentrée": 10}
"""The last month that a part of a year may mean; any other part reaches to the year's end."""
_DATE = (
    rf"(?:(?:(?P<period>{'|'.join(_PERIODS)}) (?:de )?)|(?:(?P<day>\d{{1,2}})(?:er)? )?(?P<month>{'|'.join(MONTHS)}) "
    r"|(?<!\d)(?P<number>\d{1,2})[/.](?P<of>\d{1,2})[/.])?(?<!\d)(?P<year>(?:19|20)\d\d)(?![\d-])"
)
_PLANS = {
    "prévu prévue prévus prévues": "prévue?s?",
    "prévoit prévoient": "prévoi(?:t|ent)",
    "programmé programmée programmés programmées": "programmée?s?",
    "aura": "aura lieu",
    "auront": "auront lieu",
    "tiendra tiendront": "tiendr(?:a|ont)",
    "sera": "sera",
    "seront": "seront",
    "devrait devraient": "devrai(?:t|ent)",
}
"""Words of which one must stand in the text → how a plan begins; its date follows."""
_FAR = 60
"""Units: characters between a plan and its date."""
_FREE = ("prévu", "programm")
"""Plans whose date needs no word before it; « sera comparé à ceux de 2013 » is no plan."""
_BEFORE = r"(?:en|le|pour|au|à l['’]|à la|à partir de|à partir du|dès|début|fin|courant|mi-|d['’]ici)"
_WHEN = rf"(?:^|[ (]){_BEFORE}(?: [^ ]+){{0,2}} ?$"
_TOLD_AS_PAST = r"(?:étaient|était|avait été|avaient été|fut|furent) +(?:[^\s.;|]+ +){0,2}$"
_PART = r"(?:au début|à la fin|la fin|au cours|courant|au printemps|au milieu) de (?:l['’]année )?"
_FROM = "courant |début |fin |mi-|dès |à partir de |en |pour "
_IN = rf"(?:{'|'.join((*MONTHS, 'été', 'automne', 'hiver', 'printemps'))}) "
_MOMENT = rf"(?P<part>{_PART}|{_FROM}|{_IN})(?P<year>(?:19|20)\d\d)(?![\d-])"
_LOOSE = ("en", "pour", *MONTHS, "été", "automne", "hiver", "printemps")


_SPACES = b"\x99\xa0\xaf"
"""The last bytes of ’, of a non-breaking space and of a fine one, in UTF-8."""
_LETTERS = bytes(byte | 32 if chr(byte).isascii() and chr(byte).isalpha() else 32 for byte in range(256))
_REST = bytes(byte for byte in range(128, 256) if byte not in _SPACES)
"""A text is known by its words in ASCII and small letters, « prvu »: a set of them costs less than one search."""


class TimeWord(NamedTuple):
    """Words of time. Units: offsets in characters.

    `until` is the moment of a plan, or of a state told of, as YYYY-MM-DD, YYYY-MM or YYYY; nothing for what moves.
    `is_loose`: what happened « en 2016 » is more often a fact for good than a state of that year.
    """

    start: int
    end: int
    until: str = ""
    is_loose: bool = False


def find_times(text: str, lang: str, *, plans: bool) -> Iterator[TimeWord]:
    """Find the times of a text that move with its reader, and what it says of coming dates."""
    words = set(text.encode().translate(_LETTERS, _REST).split())
    forms = _met(_RELATIVE.get(lang, {}), words)
    openings = _met(_PLANS, words) if plans else ()
    if forms or openings:
        flat = _flat(text)
        for form in forms:
            yield from (TimeWord(*one.span()) for one in _each(form, flat))
        for form in openings:
            yield from _plans(flat, form)


def find_moments(text: str) -> Iterator[TimeWord]:
    """Find the moments that a text tells of: « fin 2016 », « en 2017 »."""
    for one in _each(_MOMENT, _flat(text)):
        yield TimeWord(*one.span(), one["year"], one["part"].split()[0] in _LOOSE)


def _met(forms: Mapping[str, str], words: Set[bytes]) -> tuple[str, ...]:
    """The forms of which a text has a word."""
    return tuple(form for hints, form in forms.items() if any(hint in words for hint in _hints(hints)))


@cache
def _hints(words: str) -> tuple[bytes, ...]:
    return tuple(words.encode().translate(_LETTERS, _REST).split())


def _flat(text: str) -> str:
    """A text as it is searched: in small letters, every gap a space; character by character the same length.

    Shape: an empty text where letters change their number with their case, so that no place is ever wrong.
    """
    lowered = text.lower()
    for gap in _GAPS:
        lowered = lowered.replace(gap, " ")
    return lowered if len(lowered) == len(text) else ""


def _plans(flat: str, form: str) -> Iterator[TimeWord]:
    """The plans that begin in one way; what « était prévu » is told as past."""
    dates = re.compile(_spaced(_DATE))
    for one in _each(form, flat):
        date = dates.search(flat, one.end(), one.end() + _FAR)
        between = flat[one.end() : date.start()] if date else "."
        is_plan = not re.search(r"[.;|]", between) and (form.startswith(_FREE) or re.search(_WHEN, between))
        if date and is_plan and not re.search(_TOLD_AS_PAST, flat[max(0, one.start() - _FAR) : one.start()]):
            yield TimeWord(one.start(), date.end(), _until(date))


def _each(form: str, flat: str) -> Iterator[re.Match[str]]:
    """Each form at the edges of words. Without a look behind: what begins with letters is found many times faster."""
    for one in re.finditer(rf"(?:{_spaced(form)})(?!\w)", flat):
        if not flat[one.start() - 1 : one.start()].isalnum():
            yield one


def _spaced(form: str) -> str:
    """The form, any number of spaces for one."""
    return form.replace(" ", " +")


def _until(plan: re.Match[str]) -> str:
    year, month = plan["year"], plan["month"]
    number = MONTHS.index(month) + 1 if month else int(plan["of"] or 0)
    number = number or _PERIODS.get(plan["period"] or "", 0)
    day = int(plan["day"] or plan["number"] or 0)
    return year if not 1 <= number <= 12 else f"{year}-{number:02}" + (f"-{day:02}" if day else "")
