"""What stands around a memento's text: cover, running head, imprint, the funder's sentence, the date.

In: a publication, the phrases of print and what is known of the date. Out: a Cover of plain texts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from clust_cli.core.funding import funder_of
from clust_cli.core.kinds.funders import Funder
from clust_cli.core.plain import Plain
from clust_cli.core.printing.imprint import (
    Detail,
    FunderLogo,
    book_details,
    duties,
    funder_logos,
    month_and_year,
    writers,
)
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
    """Texts in the collection's language, their typography corrected.

    `places` are those where the funder's sentence stands; in the imprint `duties` is what is told beside it,
    `publication` what is told of the book, `writers` who wrote each document,
    `credits` whose work the print holds besides.
    """

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
    places: tuple[str, ...]
    logos: tuple[FunderLogo, ...]
    duties: tuple[Detail, ...]
    publication: tuple[Detail, ...]
    writers: tuple[Detail, ...]
    licence: str
    version: str
    date: str
    url: str
    draft: bool
    alone: bool
    """A document by itself: no cover page, no contents, and only what it owes in its imprint."""
    credits: tuple[str, ...] = ()
    isbn: str = ""

    @property
    def owed(self) -> tuple[str, ...]:
        """The texts that every format must hold."""
        details = (*self.duties, *self.publication, *self.writers)
        return (self.title, self.mention, *(detail.text for detail in details))

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
    own = memento.document
    funder = funder_of(workspace, own) if own else None
    places = _places(funder, alone=alone)
    cards = tuple(
        Card(set_in_type(entry.get("name")), set_in_type(entry.get("description")), str(entry.get("website", "")))
        for _index, entry in entries(values, "partners")
    )
    return Cover(
        lang=lang,
        collection=set_in_type(workspace.title),
        numbered=set_in_type(phrases["numbered"].format(number=memento.number)),
        title=set_in_type(publication.title),
        subtitle=set_in_type(memento.title if alone else values.get("subtitle")),
        month=month_and_year(str(published.get("month", "")), phrases),
        partners=tuple(card.name for card in cards)
        or tuple(set_in_type(name) for name in workspace.config.values.get("partners") or ()),
        authors=tuple(
            Card(set_in_type(entry.get("name")), set_in_type(entry.get("organisation")))
            for _index, entry in entries(values, "authors")
        ),
        cards=() if alone else cards,
        supports=() if alone else _supports(workspace, values, lang),
        mention=set_in_type(funder.sentence) if funder and places else "",
        emblem=funder.emblem if funder and places else "",
        places=places,
        logos=tuple(funder_logos(workspace, own)) if own and places else (),
        duties=tuple(duties(workspace, own, phrases)) if own else (),
        publication=() if alone or not own else tuple(book_details(workspace, own, phrases)),
        writers=tuple(writers(publication.documents, phrases)),
        licence=set_in_type(workspace.config.values.get("licence")),
        version=_version(version, phrases),
        date=version.day.isoformat(),
        url=str(published.get("url", "")),
        draft=draft,
        alone=alone,
        credits=tuple(credits),
        isbn="" if alone else str(values.get("isbn") or ""),
    )


def _places(funder: Funder | None, *, alone: bool) -> tuple[str, ...]:
    """Where the funder's sentence stands; a document alone has nothing but an imprint."""
    if funder is None:
        return ()
    if alone:
        return ("imprint",) if "documents" in funder.places else ()
    return funder.places


def _supports(workspace: Workspace, values: Mapping[str, Plain], lang: str) -> tuple[Support, ...]:
    vocabulary = workspace.vocabularies.get("supporter-roles")
    names: dict[str, list[str]] = {}
    for _index, entry in entries(values, "supporters"):
        acronym = f" ({entry['acronym']})" if entry.get("acronym") else ""
        names.setdefault(str(entry.get("role", "")), []).append(typeset_text(f"{entry.get('name', '')}{acronym}", lang))
    terms = vocabulary.terms if vocabulary else ()
    return tuple(Support(term.label, tuple(names[term.id])) for term in terms if term.id in names)


def _version(version: Version, phrases: Phrases) -> str:
    day = phrases["day"].format(
        day=version.day.day, month=phrases["months"].split()[version.day.month - 1], year=version.day.year
    )
    if version.working and not version.commit:
        return phrases["working"]
    if version.working:
        return phrases["working_of"].format(day=day) + f" · {version.commit}{phrases['changed']}"
    return phrases["version"].format(day=day) + (f" · {version.commit}" if version.commit else "")
