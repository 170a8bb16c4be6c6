"""Acronyms on the tree of one document: expanded once, at first use in running prose, and marked wherever they stand.

In: the sanitised blocks of a document and a glossary. Out: the same, where « EPCI » has become « EPCI (établissement
public…) », and every use a Span of class `acronym` that names its term. Doing it twice changes nothing.
"""

from __future__ import annotations

import re
from itertools import takewhile

from clust_cli.core.acronyms import expanded_by_hand
from clust_cli.core.glossary import GlossaryTerm
from clust_cli.core.glossary_words import GlossaryWords
from clust_cli.core.printing.ast import SPACE, Node, Nodes, plain_text, rebuilt, words
from clust_cli.core.words import fold

ACRONYM = "acronym"
_TEXTS = ("Str", "Space", "SoftBreak")
_LEAVES = ("Para", "Plain", "Header")
_UNTOUCHED = ("Header", "CodeBlock", "RawBlock", "Figure", "Link", "Image", "Code", "RawInline")
_NO_PROSE = ("Table", "BlockQuote", "Note")
_OPENING, _CLOSING = "([«“", ")]»”"
_WORD = re.compile(r"\w+['’]?")
_SPACES = "[ \u00a0\u202f]"
_CAPITALISED = r"[A-ZÀ-Þ][\w'’-]*[a-zß-ÿ][\w'’-]*"
_LINKED = f"(?:(?:des?|du|la|le|les|en|sur|sous){_SPACES})*(?:[dl]['’])?{_CAPITALISED}"
_BELONGS = re.compile(rf"(?:{_SPACES}(?:{_CAPITALISED}(?:{_SPACES}{_LINKED})*|\d{{4}}(?:[-‑–]\d{{4}})?)(?![\w&]))+")
"""What makes a proper name with the acronym before it, and is not parted from it: ADEME Bretagne, LEADER 2014-2020."""
_PLURAL = (
    " les des aux ces mes tes ses nos vos leurs d' d’ plusieurs quelques certains certaines divers diverses différents "
    "différentes deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt "
)
_SINGULAR = " le la l' l’ un une du au ce cet cette son sa notre votre leur chaque aucun aucune tout "
"""The French words before a noun that tell its number."""


def mark_acronyms(blocks: Nodes, glossary: GlossaryWords, lang: str) -> Nodes:
    """Expand and mark the acronyms of one document, in a collection of a language.

    Shape: expanded outside headings, links, tables, notes, quotations, brackets and code; never where the author
    does it by hand anywhere in the document. A term that is no acronym is marked at its first use alone.
    """
    return _Marker(glossary, lang, blocks).blocks(blocks) if glossary.terms else blocks


def leaf_texts(blocks: Nodes) -> tuple[str, ...]:
    """The plain texts of the paragraphs, headings, items and cells of a tree, notes among them, each apart."""
    found: list[str] = []

    def visit(nodes: Nodes) -> Nodes:
        for node in nodes:
            if node["t"] in _LEAVES:
                found.append(plain_text([node]))
            rebuilt(node, visit, enter)
        return nodes

    def enter(nodes: Nodes) -> Nodes:
        for node in nodes:
            if node["t"] not in _TEXTS:
                rebuilt(node, visit, enter)
        return nodes

    visit(blocks)
    return tuple(found)


class _Marker:
    """One walk over one document: what is explained so far, and where we are."""

    def __init__(self, glossary: GlossaryWords, lang: str, blocks: Nodes) -> None:
        self.words = glossary
        self.lang = lang
        self.explained = {term.id for term in glossary.terms if not term.expands}
        for text in leaf_texts(blocks):
            by_hand = expanded_by_hand(text)
            self.explained |= {
                term.id for found, term in self.words.find(text) if found[0] in by_hand or _says(text, term)
            }
        self.marked: set[str] = set()
        self.in_prose = True
        self.depth = 0
        """How many brackets and quotation marks are open in this paragraph."""

    def blocks(self, nodes: Nodes) -> Nodes:
        return [self.block(node) for node in nodes]

    def block(self, node: Node) -> Node:
        if node["t"] in _UNTOUCHED:
            return node
        before = self.in_prose, self.depth
        self.in_prose = self.in_prose and node["t"] not in _NO_PROSE
        self.depth = 0
        made = rebuilt(node, self.blocks, self.inlines)
        self.in_prose, self.depth = before
        return made

    def inlines(self, nodes: Nodes) -> Nodes:
        done: Nodes = []
        at = 0
        while at < len(nodes):
            node = nodes[at]
            stretch = list(takewhile(lambda one: one["t"] in _TEXTS, nodes[at:]))
            if stretch:
                done += self.stretch(stretch, follows=plain_text(nodes[at + len(stretch) : at + len(stretch) + 2]))
            elif node["t"] == "Span" and not self.enters(node):
                done.append(node)
            elif node["t"] == "Note":
                done.append(self.block(node))
            else:
                done.append(node if node["t"] in _UNTOUCHED else rebuilt(node, self.blocks, self.inlines))
            at += len(stretch) or 1
        return done

    def enters(self, span: Node) -> bool:
        """Whether a Span is prose of this language; one of ours says what is marked already."""
        _id, classes, attributes = span["c"][0]
        named = dict(attributes)
        if ACRONYM in classes:
            self.marked.add(named.get("term", ""))
            self.explained.add(named.get("term", ""))
        return not classes and named.get("lang", self.lang) == self.lang

    def stretch(self, nodes: Nodes, *, follows: str) -> Nodes:
        """Mark the terms of a stretch of plain text; `follows` is what stands just behind it."""
        text = plain_text(nodes)
        done: Nodes = []
        position = 0
        terms = [*self.words.find(text)]
        limits = [*(found.start() for found, _term in terms[1:]), len(text)]
        for (found, term), limit in zip(terms, limits, strict=False):
            before, end = text[position : found.start()], found.end()
            self.depth = max(0, self.depth + _opened(before))
            if not term.is_acronym and term.id in self.marked:
                before += found[0]
                done += words(_kept_together(before))
            else:
                self.marked.add(term.id)
                done += [*words(_kept_together(before)), _span(found[0], term)]
                name_ends = _name_end(text, end, limit)
                if self.expands(term, text[: found.start()], text[name_ends:] + follows):
                    self.explained.add(term.id)
                    done += [*words(text[end:name_ends]), *self.expansion(term, text[: found.start()])]
                    end = name_ends
            position = end
        rest = text[position:]
        self.depth = max(0, self.depth + _opened(rest))
        return [*done, *words(rest)] if position else nodes

    def expands(self, term: GlossaryTerm, before: str, after: str) -> bool:
        """Whether this is the place to say what an acronym stands for: not within other brackets, nor beside them."""
        joined = before[-1:] in ("-", "/", "‑") or after[:1] in ("-", "/", "‑")
        free = self.in_prose and not self.depth and not joined and not after.lstrip().startswith("(")
        return free and bool(term.expansion) and term.is_acronym and term.id not in self.explained

    def expansion(self, term: GlossaryTerm, before: str) -> Nodes:
        text = term.plural if term.plural and _is_plural(before) else term.expansion
        if term.lang and term.lang != self.lang:
            foreign = {"t": "Span", "c": [["", [], [["lang", term.lang]]], words(text)]}
            return [SPACE, *words("("), foreign, *words(")")]
        return words(f" ({text})")


def _says(text: str, term: GlossaryTerm) -> bool:
    """Whether a paragraph that uses an acronym also says what it stands for, in the glossary's words."""
    folded = fold(text)
    return any(fold(one) in folded for one in (term.expansion, term.plural) if one)


def _span(text: str, term: GlossaryTerm) -> Node:
    return {"t": "Span", "c": [["", [ACRONYM], [["term", term.id]]], words(text)]}


def _name_end(text: str, end: int, limit: int) -> int:
    """Where a proper name ends that an acronym begins: behind the acronym itself, or behind what belongs to it."""
    found = _BELONGS.match(text, end, limit)
    return found.end() if found else end


def _opened(text: str) -> int:
    """How many more brackets and quotation marks a text opens than it closes."""
    return sum(map(text.count, _OPENING)) - sum(map(text.count, _CLOSING))


def _kept_together(before: str) -> str:
    """A number stays on the line of the acronym behind it: typography sees the two apart."""
    return re.sub(r"(?<=\d) $", "\u00a0", before)


def _is_plural(before: str) -> bool:
    """Whether the words before an acronym make it plural: « les EPCI », « ses huit EPCI », « d'autres EPCI »."""
    last = [word.lower() for word in _WORD.findall(before[-40:].rsplit(",", 1)[-1])][-3:]
    for word in reversed(last):
        if f" {word} " in _SINGULAR:
            return False
        if f" {word} " in _PLURAL or (word.isdigit() and int(word) > 1):
            return True
    return False
