"""What is told of files and their front matter: each rule's sentences, reason and example."""

from __future__ import annotations

from clust_cli.reports.language import N_
from clust_cli.reports.rules.entry import Entry, Words

ENTRIES: dict[str, Entry] = {
    "symbolic-link": Entry(
        says={
            "": Words(
                N_("this file is a symbolic link, and links are not read"),
                N_("replace the link by the file itself"),
            ),
        },
        why=N_("A link may lead out of the collection, to a file that must not be printed."),
        bad="langres.md -> ../../ailleurs.md",
        good="langres.md",
    ),
    "not-utf8": Entry(
        says={
            "": Words(
                N_("this file is not saved as UTF-8"),
                N_("in your editor choose “Save as”, encoding “UTF-8”"),
            ),
        },
        why=N_("In another encoding accents are read as other signs, and the printed guide would show them."),
        bad="encodage : Windows-1252",
        good="encodage : UTF-8",
    ),
    "too-large": Entry(
        says={
            "": Words(
                N_("this file is larger than {limit} kB"),
                N_("split the document, and keep images in files of their own"),
            ),
            "yaml": Words(
                N_("the fields at the head of the file are larger than {limit} kB"),
                N_("move the text into the sections, below the second line of three hyphens"),
            ),
        },
        why=N_("A monography is some thousand words; a larger file is a mistake, or an attempt to block the build."),
        bad="langres.md : 900 ko",
        good="langres.md : 12 ko",
    ),
    "missing-front-matter": Entry(
        says={
            "": Words(
                N_("the file does not begin with its fields between two lines “---”"),
                N_("put a line of three hyphens first, then the fields, then a second line of three hyphens"),
            ),
        },
        why=N_("The fields say what the document is; without them it can be neither checked nor printed."),
        bad="## Contexte\n\nLe Pays est devenu un pôle en 2016.",
        good=(
            "---\nkind: monography\ntitle: Pays de Langres\n---\n\n## Contexte\n\nLe Pays est devenu un pôle en 2016."
        ),
    ),
    "broken-yaml": Entry(
        says={
            "": Words(
                N_("the fields cannot be read from this line on"),
                N_("look at this line and the one above: indentation, a colon, a quotation mark"),
            ),
            "character": Words(
                N_("a character here is not allowed in the fields"),
                N_("delete it and type the word again"),
            ),
            "quote": Words(
                N_("a quotation mark is opened here and never closed"),
                N_("close it at the end of the value"),
            ),
            "tab": Words(
                N_("this line begins with a tab"),
                N_("replace the tab by two spaces"),
            ),
            "colon": Words(
                N_("a value that contains “: ” must stand in quotation marks"),
                N_('write it so: name: "a value: with a colon"'),
            ),
            "bracket": Words(
                N_("a bracket or a brace is opened here and never closed"),
                N_("close it with ] or with }}"),
            ),
            "indent": Words(
                N_("this line is not aligned with the ones above"),
                N_("align it with the other lines of its list or group, or add the colon that is missing"),
            ),
            "trailing": Words(
                N_("a value goes on after its closing quotation mark or bracket"),
                N_("put the whole value in quotation marks"),
            ),
            "unclosed": Words(
                N_("the fields are opened here and never closed"),
                N_("add a line of three hyphens after the last field"),
            ),
            "mapping": Words(
                N_("each line must be a name, a colon and a value"),
                N_("write it so: title: Pays de Langres"),
            ),
        },
        why=N_("One sign out of place hides everything that follows it, so nothing of the file can be trusted."),
        bad='territory:\n  situation: "entre Reims et Valenciennes',
        good='territory:\n  situation: "entre Reims et Valenciennes"',
    ),
    "duplicate-key": Entry(
        says={
            "": Words(
                N_("“{word}” stands twice here"),
                N_("keep one of the two lines"),
            ),
        },
        why=N_("Of two values of one field only one could be printed, and nobody would know which."),
        bad="status: draft\nstatus: ready",
        good="status: ready",
    ),
    "yaml-anchor": Entry(
        says={
            "": Words(
                N_("“{word}” is a YAML anchor or reference, which clust does not read"),
                N_("write the value out, or put it in quotation marks if it is text"),
            ),
        },
        why=N_("Anchors make values appear where nobody wrote them, and can fill a machine's memory."),
        bad="main_town: &ville Langres",
        good="main_town: Langres",
    ),
    "too-deep": Entry(
        says={
            "": Words(
                N_("fields are nested more than {limit} deep here"),
                N_("write them as the scaffold does"),
            ),
        },
        why=N_("No kind nests that deep; such a file is a mistake, or an attempt to block the check."),
        bad="sources: [[[[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]]]",
        good="sources: [x]",
    ),
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
            "duplicate": Words(
                N_("“{word}” stands twice in {within}"),
                N_("give one of them another name"),
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
        },
        why=N_("Tables are drawn from the vocabularies: a term that is wrong makes a table that is wrong."),
        bad="terms:\n  - {id: formations, labels: Formations}",
        good="terms:\n  - {id: formations, label: Formations}",
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
