"""What is told of the text: each rule's sentences, reason and example."""

from __future__ import annotations

from clust_cli.reports.language import N_
from clust_cli.reports.rules.entry import Entry, Words

ENTRIES: dict[str, Entry] = {
    "heading-skip": Entry(
        says={
            "": Words(
                N_("the heading “{word}” skips a level"),
                N_("write it with {wanted}"),
            ),
        },
        why=N_("Screen readers move from heading to heading; a level skipped looks like a page lost."),
        bad="## Contexte\n\n#### La loi",
        good="## Contexte\n\n### La loi",
    ),
    "heading-too-deep": Entry(
        says={
            "": Words(
                N_("the heading “{word}” is too deep; {limit} is the deepest"),
                N_("raise it, or make it a paragraph in bold"),
            ),
        },
        why=N_("In the guide the document stands two levels lower; deeper headings could not be told apart."),
        bad="##### Un détail",
        good="**Un détail**",
    ),
    "top-level-heading": Entry(
        says={
            "": Words(
                N_("“{word}” is a title of the first level, which the field “title” gives already"),
                N_("write ## instead of #, or remove the line"),
            ),
        },
        why=N_("The title would be printed twice, and the table of contents would be wrong."),
        bad="# Pays de Langres",
        good="## Contexte",
    ),
    "nested-heading": Entry(
        says={
            "": Words(
                N_("the heading “{word}” stands inside a list, a quotation or a note"),
                N_("put it at the beginning of its line, outside"),
            ),
        },
        why=N_("Such a heading belongs to no section and breaks the table of contents."),
        bad="> ## Contexte",
        good="## Contexte",
    ),
    "empty-heading": Entry(
        says={
            "": Words(
                N_("this heading says nothing"),
                N_("write its text, or remove the line"),
            ),
        },
        why=N_("A heading without words is read aloud as “heading”, and nothing more."),
        bad="##\n\nLe Pays…",
        good="## Contexte\n\nLe Pays…",
    ),
    "headless-table": Entry(
        says={
            "": Words(
                N_("this table has no header row"),
                N_("write the heads of the columns in its first row"),
            ),
        },
        why=N_("Without heads, a screen reader cannot say what a cell is about."),
        bad="|   |   |\n|---|---|\n| Langres | 172 |",
        good="| Pays | Communes |\n|---|---|\n| Langres | 172 |",
    ),
    "ragged-table": Entry(
        says={
            "": Words(
                N_("“{word}” stands beyond the last column of its table and would not be printed"),
                N_("give the table a head for it, or join two cells of this row"),
            ),
        },
        why=N_("A table has as many columns as its first row has heads; what a row has beyond them is lost."),
        bad="| Pays | Communes |\n|---|---|\n| Langres | 172 | 46 462 |",
        good="| Pays | Communes | Habitants |\n|---|---|---|\n| Langres | 172 | 46 462 |",
    ),
    "duplicate-note": Entry(
        says={
            "": Words(
                N_("note “{word}” has a second text here, and only one is printed"),
                N_("give this note a name of its own, and call it where it belongs"),
            ),
        },
        why=N_("Of two texts of one note one is lost, and nobody sees it in the print."),
        bad="Le Pays[^1].\n\n[^1]: Né en 2002.\n\n[^1]: Arrêté du 3 mai.",
        good="Le Pays[^1] est né[^2].\n\n[^1]: Né en 2002.\n\n[^2]: Arrêté du 3 mai.",
    ),
    "nested-note": Entry(
        says={
            "": Words(
                N_("note “{word}” is called inside another note"),
                N_("write it in the text of that note"),
            ),
        },
        why=N_("A note in a note is lost in Word and can block the build."),
        bad="[^1]: Voir la loi[^2].\n[^2]: Du 27 janvier 2014.",
        good="[^1]: Voir la loi du 27 janvier 2014.",
    ),
    "note-in-heading": Entry(
        says={
            "": Words(
                N_("note “{word}” is called in a heading"),
                N_("call it in the first sentence below"),
            ),
        },
        why=N_("The table of contents would carry the note a second time."),
        bad="## Contexte[^1]\n\n[^1]: Arrêté du 3 mai 2002.",
        good="## Contexte\n\nLe Pays[^1] est né en 2002.\n\n[^1]: Arrêté du 3 mai 2002.",
    ),
    "undefined-note": Entry(
        says={
            "": Words(
                N_("note “{word}” is called and has no text"),
                N_("add a line “[^{word}]: …”"),
            ),
        },
        why=N_("The call would be printed as signs in the middle of the sentence."),
        bad="Le Pays[^1] est né en 2002.",
        good="Le Pays[^1] est né en 2002.\n\n[^1]: Arrêté du 3 mai 2002.",
    ),
    "unused-note": Entry(
        says={
            "": Words(
                N_("the text of note “{word}” is called nowhere"),
                N_("write [^{word}] where the note belongs, or remove its text"),
            ),
        },
        why=N_("A note that is not called is not printed: its text would be lost."),
        bad="[^1]: Arrêté du 3 mai 2002.",
        good="Le Pays[^1] est né en 2002.\n\n[^1]: Arrêté du 3 mai 2002.",
    ),
    "too-long-paragraph": Entry(
        says={
            "": Words(
                N_("a paragraph or a line here is longer than {limit} kB"),
                N_("part it with empty lines"),
            ),
            "word": Words(
                N_("the word “{word}…” has {count} letters, {limit} at most fit a line"),
                N_("part it with spaces, or take it out"),
            ),
        },
        why=N_("No page holds such a paragraph, and laying it out can block the build."),
        bad="(un paragraphe de trois mille mots)",
        good="(dix paragraphes de trois cents mots)",
    ),
    "too-nested": Entry(
        says={
            "": Words(
                N_("lists or quotations are nested too deep here"),
                N_("use at most eight levels; two are easier to read"),
            ),
        },
        why=N_("Such nesting cannot be laid out on a page, and can block the build."),
        bad="> > > > > > > > > trop profond",
        good="> assez profond",
    ),
    "french-typing": Entry(
        says={
            "ordinal": Words(N_("“{word}” is printed “{near}”"), N_("write {near}; the build raises the letters")),
            "etc": Words(N_("“{word}” says twice that the list goes on"), N_("write {near}")),
            "capital": Words(N_("the capital of “{word}” lacks its accent"), N_("write {near}")),
            "quotes": Words(
                N_("the quotation mark “{word}” has no fellow in its paragraph"),
                N_("add the {near} that is missing, or remove this one"),
            ),
        },
        why=N_("The build mends spaces, apostrophes and dashes by itself; what was meant here, only you know."),
        bad="La 2ème édition : Etat, régions, etc…",
        good="La 2e édition : État, régions, etc.",
    ),
}
