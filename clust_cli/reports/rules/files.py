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
    "misnamed-document": Entry(
        says={
            "": Words(
                N_("“{word}” is not read: its name does not end in .md"),
                N_("rename it to {near}"),
            ),
            "folder": Words(
                N_("the documents of “{word}” are not read: its name must be two figures, a hyphen, a word"),
                N_("rename the folder so: 03-tourisme"),
            ),
        },
        why=N_("A file that is not read is neither checked nor printed, and nobody would notice."),
        bad="mementos/02-essai/monographies/langres.md.txt",
        good="mementos/02-essai/monographies/langres.md",
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
            "early": Words(
                N_("this line of three hyphens ends the fields too early: others follow it"),
                N_("remove this line"),
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
}
