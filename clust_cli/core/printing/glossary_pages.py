"""The annex « Sigles et définitions »: what the words of this memento stand for and mean.

In: a memento put together. Out: its annex, an entry for each term of the glossary that its pages use, in the order of a
dictionary: without case and accents.
"""

from __future__ import annotations

from clust_cli.core.glossary import Definition, GlossaryTerm
from clust_cli.core.glossary_words import GlossaryWords
from clust_cli.core.printing.acronyms import leaf_texts
from clust_cli.core.printing.annex import Placed
from clust_cli.core.printing.ast import Node, Nodes, div, header, para, span, strong, words
from clust_cli.core.printing.ids import unique
from clust_cli.core.words import fold

GLOSSARY = "glossary"


def glossary_pages(placed: Placed) -> Nodes:
    """The annex; nothing where no term is used."""
    found = GlossaryWords(placed.workspace.glossary, placed.workspace.names.names)
    used = {term.id: term for text in leaf_texts(placed.blocks) for _found, term in found.find(text)}
    if not used:
        return []
    entries = [_entry(term, placed) for term in sorted(used.values(), key=lambda term: (fold(term.word), term.word))]
    title = header(1, words(placed.phrases["glossary"]), unique(GLOSSARY, placed.anchors.values()))
    return [title, div(GLOSSARY, entries)]


def _entry(term: GlossaryTerm, placed: Placed) -> Node:
    """A term and what it stands for on a first line, its definitions on lines of their own; several are numbered."""
    several = len(term.definitions) > 1
    meanings = [
        words(f"{number}. " if several else "") + _definition(one) for number, one in enumerate(term.definitions, 1)
    ]
    first = _expansion(term, placed.workspace.lang) if term.expansion else meanings.pop(0)
    head = [strong(words(term.word)), *words(f"{placed.phrases['colon']} "), *first]
    return {"t": "Div", "c": [[f"{GLOSSARY}--{term.id}", ["entry"], []], [para(head), *map(para, meanings)]]}


def _expansion(term: GlossaryTerm, lang: str) -> Nodes:
    text = words(term.expansion)
    return [span(text, lang=term.lang)] if term.lang and term.lang != lang else text


def _definition(definition: Definition) -> Nodes:
    """A definition and its source, ended by a full stop."""
    text = definition.text.rstrip(" .")
    return words(f"{text} ({definition.source})." if definition.source else f"{text}.")
