"""French typography, corrected once on the tree, so that every output agrees. Doing it twice changes nothing.

In: blocks or a text, and a language. Out: the same with the spaces, apostrophes, dashes and raised letters
that French print wants. Code, addresses and stretches in another language are left alone.
Source: docs/typography.md; Imprimerie nationale, Lexique des règles typographiques.
"""

from __future__ import annotations

import re

from clust_cli.core.printing.ast import Node, Nodes, plain_text, rebuilt, superscript, words

FINE, FIXED = "\u202f", "\u00a0"
_ANY = f"[ {FINE}{FIXED}]"
_UNITS = (
    r"%|‰|€|M€|Md€|k€|km²|km|m²|m|cm|mm|ha|t|kg|h|min|°C|kWh|MWh|GWh|kW|MW|GW|ans?|mois|euros?|habitants|communes|"
    r"entreprises|emplois|salariés|EPCI|millions?|milliards?"
)
_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"

_DIGITS = "0123456789"
_RULES: tuple[tuple[frozenset[str], re.Pattern[str], str], ...] = tuple(
    (frozenset(signs), re.compile(pattern), replacement)
    for signs, pattern, replacement in (
        (" ", r" {2,}", " "),
        ("'", r"(?<=\w)'", "’"),
        (".", r"\.\.\.", "…"),
        ('"', r'(?<![\w"])"(?=\S)([^"«»]*?)(?<=\S)"(?![\w"])', rf"«{FIXED}\1{FIXED}»"),
        ("«", rf"«{_ANY}*(?=[^ {FINE}{FIXED}]|$)", f"«{FIXED}"),
        ("»", rf"{_ANY}*»", f"{FIXED}»"),
        (";!?", rf"(?<=[\w»)\]%’…]){_ANY}*([;!?]+)(?=\s|$|[»)\]])", rf"{FINE}\1"),
        (";!?", rf"^{_ANY}+([;!?])", rf"{FINE}\1"),
        (":", rf"(?<=[\w»)\]%’…]){_ANY}*:(?=\s|$)", f"{FIXED}:"),
        (":", rf"^{_ANY}+:(?=\s|$)", f"{FIXED}:"),
        ("-", r"(?<=\S )-(?= \S)", "–"),
        (_DIGITS, rf"(?<![\d,.{FINE}])\d{{1,3}}(?:{_ANY}\d{{3}})+(?!\d)", "thousands"),
        (_DIGITS, rf"(?<=\d){_ANY}(?=(?:{_UNITS})(?!\w))", FIXED),
        (_DIGITS, rf"(?<=\d{FIXED}h){_ANY}(?=\d\d(?!\d))", FIXED),
        ("°º", rf"\b([nN])[°º]{_ANY}?(?=\d)", rf"\1°{FIXED}"),
        (".", rf"(?<!\w)(pp?|art|[LRD])\.{_ANY}(?=\d)", rf"\1.{FIXED}"),
        ("MDP", rf"(?<!\w)(MM?\.|Mmes?|Mlles?|Dr|Pr){_ANY}(?=[A-ZÀÂÉÈÊËÎÏÔÖÙÛÜÇŒ])", rf"\1{FIXED}"),
        (_DIGITS, rf"(?<!\d)(\d{{1,2}}|1er){_ANY}(?=(?:{_MONTHS})(?!\w))", rf"\1{FIXED}"),
    )
)
"""The signs without which a rule has nothing to do, what it looks for, and what it puts there."""
_ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*")
_ORDINAL = re.compile(r"(?<![\w.,/-])(1(?=ers?\b|res?\b)|\d+(?=es?\b)|[IVX]+(?=e\b|er\b))(er|ers|re|res|e|es)(?![\w])")
_AFTER = re.compile(r"'|:(?=\s|$)|[;!?]+(?=\s|$|[»)\]])|»")
"""What may begin a stretch and belongs to the word before it, which stands in a link, in strong letters…"""
_SET_AFTER = {"'": "", ":": FIXED, ";": FINE, "!": FINE, "?": FINE, "»": FIXED}
_TEXTS = ("Str", "Space", "SoftBreak", "Superscript")


def typeset(blocks: Nodes, lang: str) -> Nodes:
    """Correct the typography of blocks written in a language; only French has rules here."""
    if lang != "fr":
        return blocks
    return _blocks(blocks)


def typeset_text(text: str, lang: str) -> str:
    """Correct the typography of a text that has no marks; raised letters need a tree and are left."""
    if lang != "fr" or not text:
        return text
    pieces, position = [], 0
    for found in _ADDRESS.finditer(text):
        pieces += [_corrected(text[position : found.start()]), found[0]]
        position = found.end()
    return "".join([*pieces, _corrected(text[position:])])


def _blocks(nodes: Nodes) -> Nodes:
    return [rebuilt(node, _blocks, _inlines) for node in nodes]


def _inlines(nodes: Nodes) -> Nodes:
    """Correct a list of inlines: stretches of text are taken whole, what stands between them is entered."""
    done: Nodes = []
    stretch: Nodes = []
    for node in nodes:
        if node["t"] in _TEXTS:
            stretch.append(node)
            continue
        done += _stretch(stretch, follows=bool(done))
        stretch = []
        done.append(node if _is_foreign(node) else rebuilt(node, _blocks, _inlines))
    return done + _stretch(stretch, follows=bool(done))


def _is_foreign(node: Node) -> bool:
    if node["t"] != "Span":
        return False
    return any(name == "lang" and not value.startswith("fr") for name, value in node["c"][0][2])


def _stretch(nodes: Nodes, *, follows: bool) -> Nodes:
    """Correct a stretch of plain text; `follows` when something stands just before it on the line."""
    if not nodes:
        return []
    # What is raised already is taken with its word: our dialect has no raised letters but those made here.
    text = "".join(plain_text([node]) for node in nodes)
    if follows:
        begun = _AFTER.match(text)
        if begun:
            text = _SET_AFTER[text[0]] + begun[0].replace("'", "’") + text[begun.end() :]
    return _raised(typeset_text(text, "fr"))


def _raised(text: str) -> Nodes:
    """The text as inlines, the ending of each ordinal raised: 1er, XIXe."""
    done: Nodes = []
    position = 0
    for found in _ORDINAL.finditer(text):
        done += words(text[position : found.start(2)])
        done.append(superscript(found[2]))
        position = found.end()
    return [*done, *words(text[position:])]


def _corrected(text: str) -> str:
    held = set(text)
    for signs, pattern, replacement in _RULES:
        if held.isdisjoint(signs):
            continue
        if replacement == "thousands":
            text = pattern.sub(lambda found: re.sub(_ANY, FINE, found[0]), text)
        else:
            text = pattern.sub(replacement, text)
            # What one rule puts there may be what a later one looks for.
            held.update("«»" if replacement.startswith("«") else "")
    return text
