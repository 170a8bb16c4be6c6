"""What is told of claims: each rule's sentences, reason and example."""

from __future__ import annotations

from clust_cli.reports.language import N_
from clust_cli.reports.rules.entry import Entry, Words

_BAD = 'Le Grand Est en compte [douze]{.count of=territory where="region=Grand Est"}.'
_GOOD = 'Le Grand Est en compte [un]{.count of=territory where="region=Grand Est"}.'

ENTRIES: dict[str, Entry] = {
    "false-claim": Entry(
        says={
            "": Words(
                N_("the text says “{word}”; the documents say {actual}"),
                N_("run clust check --fix, or write {actual}; counted: {behind}"),
            ),
            "hand": Words(
                N_("the text says “{word}”; the documents say {actual}"),
                N_("write the sentence anew by hand: {part} out of {whole}; counted: {behind}"),
            ),
            "hand-nobody": Words(
                N_("the text says “{word}”; the documents say {actual}"),
                N_("write the sentence anew by hand: {part} out of {whole}"),
            ),
            "without": Words(
                N_("the text says “{word}”; it is true of {part} out of {whole}"),
                N_("correct the sentence, or accept the doubt with its reason; not found in: {without}"),
            ),
            "quantity": Words(
                N_("the text says “{word}”; the documents say {part} out of {whole}"),
                N_("correct the sentence; counted: {behind}"),
            ),
            "nobody": Words(
                N_("the text says “{word}”; no document says so"),
                N_("correct the sentence, or the query if it should find something"),
            ),
            "list": Words(
                N_("“{word}” is not the list that the documents give; missing: {without}; too many: {behind}"),
                N_("correct the list"),
            ),
            "missing": Words(
                N_("“{word}” is not the list that the documents give; missing: {without}"),
                N_("add what is missing"),
            ),
            "surplus": Words(
                N_("“{word}” is not the list that the documents give; too many: {behind}"),
                N_("remove what is too many"),
            ),
            "example": Words(
                N_("“{word}” is given as an example; the documents do not say so of {behind}"),
                N_("name another one, or correct the query if it should find it"),
            ),
        },
        why=N_("A number in a sentence goes stale when a document changes; a claim is counted again at every check."),
        bad=_BAD,
        good=_GOOD,
    ),
    "unreadable-claim": Entry(
        says={
            "": Words(
                N_("“{word}” cannot be compared: it is neither a number nor a share that clust reads"),
                N_("write it in figures, or in words up to 999; shares as 67 %, deux tiers or six des neuf"),
            ),
            "near": Words(
                N_("“{word}” cannot be compared: it holds more than “{near}”, the number or share that clust reads"),
                N_("leave “{near}” alone between the brackets, and the other words outside"),
            ),
            "list": Words(
                N_("“{word}” cannot be compared: some of its words name nothing that is counted"),
                N_("keep only the names between the brackets, as the cross-table writes them"),
            ),
            "quote": Words(
                N_("this quotation holds no words"),
                N_("put the words quoted between the brackets"),
            ),
            "quantifier": Words(
                N_("“{word}” holds none of the words that this claim stands for: {known}…"),
                N_("put that word between the brackets, or change what stands after the dot"),
            ),
        },
        why=N_("A claim that cannot be read cannot be checked, and would pass as true."),
        bad=_BAD.replace("douze", "une poignée de"),
        good=_GOOD,
    ),
    "broken-claim": Entry(
        says={
            "two": Words(
                N_("“.{word}” comes second: a claim has one kind only, here “.{kind}”"),
                N_("remove one of the two"),
            ),
            "key": Words(
                N_("“{word}” cannot be given here; “.{kind}” takes, each once: {known}"),
                N_("remove it"),
            ),
            "needs": Words(
                N_("the claim “.{kind}” lacks “{word}=”"),
                N_('write it so: [6]{{.count of=territory where="region=Bretagne"}}'),
            ),
            "needs-document": Words(
                N_("the quotation does not say which document it is taken from"),
                N_('write it so: [« … »]{{.quote of="02/pays-de-langres"}}'),
            ),
            "hole": Words(
                N_("the sum has a hole: “{near}” has no “{word}”"),
                N_("fill the field in that document, or narrow the sum with where="),
            ),
        },
        why=N_("A claim that cannot be counted is no proof, and a sum with a hole is none either."),
        bad="Le Grand Est en compte [un]{.count}.",
        good=_GOOD,
    ),
    "false-quote": Entry(
        says={
            "": Words(
                N_("“{word}” is not what “{title}” says"),
                N_("quote it exactly, with […] for what is left out; it says: {near}"),
            ),
            "far": Words(
                N_("“{word}” is not in “{title}”, nor anything like it"),
                N_("find where it is taken from, or remove the quotation marks"),
            ),
            "own": Words(
                N_("“{word}” is set apart as a sentence of the text, which has another"),
                N_("copy it exactly, with […] for what is left out; the text says: {near}"),
            ),
            "own-far": Words(
                N_("“{word}” is set apart as a sentence of the text, which has none like it"),
                N_("choose a sentence of the text"),
            ),
        },
        why=N_("Words between quotation marks belong to whoever said them; one word less may change what was meant."),
        bad='Il a vu [« des formations à plusieurs »]{.quote of="02/pays-d-essai"}.',
        good='Il a vu [« des plans de formation communs »]{.quote of="02/pays-d-essai"}.',
    ),
}
