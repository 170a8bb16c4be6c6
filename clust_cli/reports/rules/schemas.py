"""What is told of the workspace, its kinds and vocabularies: each rule's sentences, reason and example."""

from __future__ import annotations

from clust_cli.reports.language import N_
from clust_cli.reports.rules.entry import Entry, Words

ENTRIES: dict[str, Entry] = {
    "broken-workspace": Entry(
        says={
            "": Words(
                N_("clust.yaml gives the collection no title"),
                N_("add a line: title: Mémentos de bonnes pratiques"),
            ),
        },
        why=N_("The title of the collection stands on every cover."),
        bad="format: 1\nlang: fr",
        good="format: 1\ntitle: Mémentos de bonnes pratiques\nlang: fr",
    ),
    "broken-kind": Entry(
        says={
            "": Words(
                N_("“{word}” is not what is expected in {within} (expected: {expected})"),
                N_("compare with a packaged kind: clust schema monography"),
            ),
            "key": Words(
                N_("“{word}” is no word of a kind file; known here: {known}"),
                N_("correct the word or remove the line"),
            ),
            "required": Words(
                N_("“{word}” is missing here"),
                N_("add it; see clust schema monography for an example"),
            ),
            "reference": Words(
                N_("“{word}” does not exist; did you mean “{near}”?"),
                N_("correct the name, or add the file that it names"),
            ),
            "nowhere": Words(
                N_("“{word}” does not exist"),
                N_("correct the name, or add the file that it names"),
            ),
            "field": Words(
                N_("“{word}” leads to no field of this kind"),
                N_("write the names of the fields from the top, with full stops: territory.id"),
            ),
            "map": Words(
                N_("“{word}” is no field whose vocabulary a map can show (expected: {expected})"),
                N_("name a field of departments, from the top, or remove the line"),
            ),
            "duplicate": Words(
                N_("“{word}” stands twice in {within}"),
                N_("give one of them another name"),
            ),
            "pattern": Words(
                N_("“{word}” is no regular expression"),
                N_("correct it, or remove the line"),
            ),
        },
        why=N_("Every command reads the kind: a mistake in it would be a mistake in every document."),
        bad="sections:\n  - id: context\n    titre: Contexte",
        good="sections:\n  - id: context\n    heading: Contexte",
    ),
    "broken-vocabulary": Entry(
        says={
            "": Words(
                N_("“{word}” is not what is expected in {within} (expected: {expected})"),
                N_("compare with a packaged vocabulary in schemas/vocabularies"),
            ),
            "key": Words(
                N_("“{word}” is no word of a vocabulary file; known here: {known}"),
                N_("correct the word or remove the line"),
            ),
            "required": Words(
                N_("“{word}” is missing here"),
                N_("add it: every term has an id and a label"),
            ),
            "reference": Words(
                N_("“{word}” is not listed in {within}; did you mean “{near}”?"),
                N_("correct the name, or add it to {within}"),
            ),
            "nowhere": Words(
                N_("“{word}” is not listed in {within}"),
                N_("correct the name, or add it to {within}"),
            ),
            "duplicate": Words(
                N_("“{word}” stands twice"),
                N_("give one of the two terms another id"),
            ),
            "clash": Words(
                N_("“{word}” is a term of “{within}” as well, and a code could not say which it means"),
                N_("give one of the two terms another id"),
            ),
        },
        why=N_("Tables are drawn from the vocabularies: a term that is wrong makes a table that is wrong."),
        bad="terms:\n  - {id: formations, labels: Formations}",
        good="terms:\n  - {id: formations, label: Formations}",
    ),
    "broken-funder": Entry(
        says={
            "": Words(
                N_("“{word}” is not what is expected in {within} (expected: {expected})"),
                N_("compare with a packaged funder in schemas/funders"),
            ),
            "key": Words(
                N_("“{word}” is no word of a funder file; known here: {known}"),
                N_("correct the word or remove the line"),
            ),
            "required": Words(
                N_("“{word}” is missing here"),
                N_("add it; compare with a packaged funder in schemas/funders"),
            ),
            "field": Words(
                N_("“{word}” leads to no field of a memento"),
                N_("write the names of the fields from the top, with full stops: funding.programme"),
            ),
        },
        why=N_("The sentence and the duties of a funder are law; a mistake in them would be in every memento."),
        bad="duties:\n  - field: responsable",
        good="duties:\n  - field: responsible",
    ),
    "unknown-kind": Entry(
        says={
            "": Words(
                N_("there is no kind “{word}”; did you mean “{near}”?"),
                N_("correct the word after “kind:”"),
            ),
            "list": Words(
                N_("there is no kind “{word}”; there are: {known}"),
                N_("write one of these words after “kind:”"),
            ),
            "missing": Words(
                N_("the document does not say of which kind it is; there are: {known}"),
                N_("add a line “kind: monography” among the fields"),
            ),
        },
        why=N_("The kind says which fields and sections a document has."),
        bad="kind: monografie",
        good="kind: monography",
    ),
    "edition-ahead": Entry(
        says={
            "": Words(
                N_("edition {word} of this kind is not known here; the newest is {known}"),
                N_("install the newest clust, or write edition: {known}"),
            ),
        },
        why=N_("A document written for a newer kind may hold fields that this clust cannot read."),
        bad="edition: 7",
        good="edition: 1",
    ),
}
