"""What stands around the text where the format has no template of its own: cover and imprint.

In: a cover and the phrases of print. Out: neutral blocks, in which classes of Div name the parts as in the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clust_cli.core.printing.ast import (
    Node,
    Nodes,
    bullets,
    div,
    header,
    image,
    link,
    para,
    strong,
    words,
)
from clust_cli.core.printing.cover import Card, Cover
from clust_cli.core.printing.imprint import Detail

Phrases = Mapping[str, str]
EMBLEM = "emblem.png"
FOOT = ("draft", "month", "cover-author", "cover-logo", "partners", "cover-emblem", "cover-mention")
"""The parts of the cover that stand at its foot, in the order of reading."""
_LONG_TITLE = 70
"""Units: characters. A longer title takes the space above it on the cover."""


def front(cover: Cover, phrases: Phrases) -> Nodes:
    """The cover; a document printed alone begins with its own title."""
    if cover.alone:
        return [div("draft", [para(words(phrases["draft"]))])] if cover.draft else []
    lines = (
        ("collection", cover.collection),
        ("numbered-long" if len(cover.title) > _LONG_TITLE else "numbered", cover.numbered),
        ("title", cover.title),
        ("subtitle", cover.subtitle),
        ("draft", phrases["draft"] if cover.draft else ""),
        ("month", cover.month),
        ("cover-author", ", ".join(author.name for author in cover.authors)),
        ("partners", ", ".join(cover.partners)),
    )
    made = [div(name, [para(words(text))]) for name, text in lines if text]
    return [*made, *(_funding(cover, phrases, "cover-") if "cover" in cover.places else ())]


def imprint(cover: Cover, phrases: Phrases) -> Nodes:
    """The last page, or lines: who made the memento, with whom, and with whose money."""
    if cover.alone:
        return [
            div("small-head", [para(words(phrases["imprint_alone"]))]),
            *_funding(cover, phrases),
            *_details((*cover.duties, *cover.writers), phrases),
            *_credits(cover),
            _version(cover, f"{cover.numbered}, {cover.subtitle}"),
        ]
    made: Nodes = [header(1, words(phrases["imprint"]), "imprint")]

    def part(name: str, blocks: Nodes) -> None:
        made.extend([div("small-head", [para(words(phrases[name]))]), *blocks] if blocks else [])

    part("authors", [bullets(_author(one) for one in cover.authors)] if cover.authors else [])
    part("partners", [para(_card(one)) for one in cover.cards])
    supports = [
        [strong(words(one.role + phrases["colon"])), *words(" " + phrases["semicolon"].join(one.names))]
        for one in cover.supports
    ]
    part("supports", [bullets(supports)] if supports else [])
    sentence = _funding(cover, phrases) if "imprint" in cover.places else ()
    part("funding", [*sentence, *_details(cover.duties, phrases)])
    part("writers", _details(cover.writers, phrases))
    part("publication", _details(cover.publication, phrases))
    part("licence", [para(words(cover.licence))] if cover.licence else [])
    part("credits", [*_credits(cover)])
    return [*made, _version(cover, cover.numbered)]


def _credits(cover: Cover) -> Iterator[Node]:
    return (div("credit", [para(words(one))]) for one in cover.credits)


def _version(cover: Cover, numbered: str) -> Node:
    return div("version", [para(words(" · ".join((cover.collection, numbered, cover.version))))])


def _author(author: Card) -> Nodes:
    return [strong(words(author.name)), *(words(f", {author.description}") if author.description else [])]


def _card(card: Card) -> Nodes:
    site = [*words(" "), link(words(card.website), card.website)] if card.website else []
    return [strong(words(card.name)), *(words(f" — {card.description}") if card.description else []), *site]


def _details(details: tuple[Detail, ...], phrases: Phrases) -> Nodes:
    lines = [[strong(words(one.label + phrases["colon"])), *words(f" {one.text}")] for one in details]
    return [bullets(lines)] if lines else []


def _funding(cover: Cover, phrases: Phrases, where: str = "") -> Iterator[Node]:
    if cover.mention:
        alt = phrases.get(f"emblem_{cover.emblem}", "")
        if alt:
            yield div(f"{where}emblem", [para([image(alt, EMBLEM, width="2.4cm")])])
        for logo in cover.logos:
            yield div(f"{where}emblem", [para([image(logo.alt, logo.name, width="2.4cm")])])
        yield div(f"{where}mention", [para(words(cover.mention))])
