"""What stands around a memento's text: cover, running head, imprint, the funder's sentence, the date.

In: a publication, the phrases of print and what is known of the date. Out: a Cover of plain texts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from clust_cli.core.kinds.vocabularies import Term
from clust_cli.core.plain import Plain
from clust_cli.core.printing.publication import Publication
from clust_cli.core.printing.typography import typeset_text
from clust_cli.core.reading.fields import entries
from clust_cli.core.workspace import Workspace

Phrases = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Version:
    """The date a build bears, and what it was made from.

    `commit` is empty outside a repository; `working` says that the files are not those of that commit,
    or that nothing tells their date.
    """

    day: date
    commit: str = ""
    working: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A partner: name, a sentence, and an address."""

    name: str
    description: str = ""
    website: str = ""


@dataclass(frozen=True, slots=True)
class Support:
    """The supporters in one role."""

    role: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """Texts in the collection's language, their typography corrected. `credits`: whose work the print holds besides."""

    lang: str
    collection: str
    numbered: str
    title: str
    subtitle: str
    month: str
    partners: tuple[str, ...]
    authors: tuple[Card, ...]
    cards: tuple[Card, ...]
    supports: tuple[Support, ...]
    mention: str
    emblem: str
    licence: str
    version: str
    date: str
    url: str
    draft: bool
    alone: bool
    """A document by itself: no cover page, no contents, and only what it owes in its imprint."""
    credits: tuple[str, ...] = ()

    def as_plain(self) -> dict[str, Plain]:
        """The texts as plain values, for JSON."""
        return asdict(self)


def cover(
    publication: Publication, phrases: Phrases, version: Version, *, draft: bool, credits: Sequence[str] = ()
) -> Cover:
    """Gather what stands around a publication's text."""
    lang = phrases["lang"]
    workspace, memento, alone = publication.workspace, publication.memento, publication.alone is not None

    def set_in_type(text: Plain) -> str:
        return typeset_text(str(text or ""), lang)

    values: Mapping[str, Plain] = memento.document.values if memento.document else {}
    published: Mapping[str, Plain] = values.get("published") or {}
    funder = _funder(workspace, values)
    cards = tuple(
        Card(str(entry.get("name", "")), set_in_type(entry.get("description")), str(entry.get("website", "")))
        for _index, entry in entries(values, "partners")
    )
    return Cover(
        lang=lang,
        collection=set_in_type(workspace.title),
        numbered=set_in_type(phrases["numbered"].format(number=memento.number)),
        title=set_in_type(publication.title),
        subtitle=set_in_type(memento.title if alone else values.get("subtitle")),
        month=_month(str(published.get("month", "")), phrases),
        partners=tuple(card.name for card in cards) or tuple(workspace.config.values.get("partners") or ()),
        authors=tuple(
            Card(str(entry.get("name", "")), str(entry.get("organisation", "")))
            for _index, entry in entries(values, "authors")
        ),
        cards=() if alone else cards,
        supports=() if alone else _supports(workspace, values, lang),
        mention=set_in_type(funder.extra.get("mention")) if funder else "",
        emblem=funder.extra.get("emblem", "") if funder else "",
        licence=set_in_type(workspace.config.values.get("licence")),
        version=_version(version, phrases),
        date=version.day.isoformat(),
        url=str(published.get("url", "")),
        draft=draft,
        alone=alone,
        credits=tuple(credits),
    )


def _funder(workspace: Workspace, values: Mapping[str, Plain]) -> Term | None:
    name = values.get("funder") or workspace.config.values.get("funder") or ""
    funders = workspace.vocabularies.get("funders")
    return funders.by_id.get(str(name)) if funders else None


def _supports(workspace: Workspace, values: Mapping[str, Plain], lang: str) -> tuple[Support, ...]:
    vocabulary = workspace.vocabularies.get("supporter-roles")
    names: dict[str, list[str]] = {}
    for _index, entry in entries(values, "supporters"):
        acronym = f" ({entry['acronym']})" if entry.get("acronym") else ""
        names.setdefault(str(entry.get("role", "")), []).append(typeset_text(f"{entry.get('name', '')}{acronym}", lang))
    terms = vocabulary.terms if vocabulary else ()
    return tuple(Support(term.label, tuple(names[term.id])) for term in terms if term.id in names)


def _month(text: str, phrases: Phrases) -> str:
    """« Avril 2017 » of 2017-04: it stands alone, so it begins with a capital."""
    year, _, month = text.partition("-")
    if not month.isdigit() or not 1 <= int(month) <= 12:
        return ""
    return f"{phrases['months'].split()[int(month) - 1].capitalize()} {year}"


def _version(version: Version, phrases: Phrases) -> str:
    day = phrases["day"].format(
        day=version.day.day, month=phrases["months"].split()[version.day.month - 1], year=version.day.year
    )
    if version.working and not version.commit:
        return phrases["working"]
    if version.working:
        return phrases["working_of"].format(day=day) + f" · {version.commit}{phrases['changed']}"
    return phrases["version"].format(day=day) + (f" · {version.commit}" if version.commit else "")
