"""What is told of the text: each rule's sentences, reason and example."""

from __future__ import annotations

from clust_cli.reports.language import N_
from clust_cli.reports.rules.entry import Entry, Words

ENTRIES: dict[str, Entry] = {
    "unknown-block": Entry(
        says={
            "": Words(
                N_("there is no block “{word}”; did you mean “{near}”?"),
                N_("correct the word after the three backquotes"),
            ),
            "list": Words(
                N_("there is no block “{word}”; there are: {known}"),
                N_("correct the word after the three backquotes"),
            ),
            "extra": Words(
                N_("“{word}”: the block's name must stand alone on its line"),
                N_("write its settings on the lines below, one a line"),
            ),
        },
        why=N_("A block is replaced by what it names; one that is unknown would be printed as computer code."),
        bad="```tableau\nrows: action\n```",
        good="```crosstab\nrows: action\n```",
    ),
    "broken-query": Entry(
        says={
            "": Words(
                N_("the query “{word}” cannot be understood"),
                N_("write it so: where: region = Bretagne and not action = label"),
            ),
            "near": Words(
                N_("the query holds “{word}”, which is not known; did you mean “{near}”?"),
                N_("write {near}"),
            ),
            "list": Words(
                N_("the query holds “{word}”, which is not known; there are: {known}"),
                N_("choose one of them"),
            ),
        },
        why=N_("A table filtered by a query that nobody understands would count the wrong territories."),
        bad="```crosstab\nwhere: regoin = Bretagne\n```",
        good="```crosstab\nwhere: region = Bretagne\n```",
    ),
    "unknown-code": Entry(
        says={
            "": Words(
                N_("“#{word}” is no action and no term; did you mean “#{near}”?"),
                N_("write #{near}"),
            ),
            "list": Words(
                N_("“#{word}” is no action of this document and no term of a vocabulary"),
                N_("correct it, or write \\#{word} if it is plain text"),
            ),
        },
        why=N_("Codes tie the passages to the tables; they are cut from the print, so a wrong one vanishes unseen."),
        bad="Des plans de formation communs. #formation",
        good="Des plans de formation communs. #formations",
    ),
    "raw-html": Entry(
        says={
            "": Words(
                N_("“{word}” is HTML, which is not printed"),
                N_("use Markdown: **bold**, *italics*, - lists; or delete it"),
            ),
        },
        why=N_("HTML reaches neither the PDF nor Word, and may carry what no guide should."),
        bad="Un projet <b>pilote</b>.",
        good="Un projet **pilote**.",
    ),
    "unclosed-comment": Entry(
        says={
            "": Words(
                N_("a comment is opened here and never closed"),
                N_("add --> at its end"),
            ),
        },
        why=N_("Everything after it would be taken for a comment and never printed."),
        bad="<!-- à vérifier\n\n## Obstacles",
        good="<!-- à vérifier -->\n\n## Obstacles",
    ),
    "unknown-attribute": Entry(
        says={
            "": Words(
                N_("“{word}” between braces is not allowed here"),
                N_("remove it; to print a brace write \\{{"),
            ),
            "image": Words(
                N_("“{word}” is not allowed on an image"),
                N_("only a size is: {{width=60%}}"),
            ),
            "span": Words(
                N_("“{word}” is not allowed on a span of text"),
                N_("only a language is: [word]{{lang=en}}"),
            ),
            "heading": Words(
                N_("“{word}” is not allowed on a heading"),
                N_("only an identifier is: {{#transition}}"),
            ),
        },
        why=N_("Attributes reach the printing program as orders; only harmless ones may pass."),
        bad="![La place](place.png){style=red}",
        good="![La place](place.png){width=60%}",
    ),
    "indented-code": Entry(
        says={
            "": Words(
                N_("“{word}”: lines that begin with four spaces are printed as computer code"),
                N_("remove the spaces at the beginning of the lines"),
            ),
        },
        why=N_("A paragraph that is merely indented would be printed in the type of a machine."),
        bad="Le constat :\n\n    Le Pays manque de moyens.",
        good="Le constat :\n\n> Le Pays manque de moyens.",
    ),
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
    "unprintable-character": Entry(
        says={
            "": Words(
                N_("the character “{word}” ({code}) is in none of the fonts of the guide"),
                N_("replace it by a word or an ordinary sign"),
            ),
            "control": Words(
                N_("an invisible character ({code}) stands here"),
                N_("delete it and type the word again"),
            ),
        },
        why=N_("It would be printed as an empty box, and an accessible PDF refuses it."),
        bad="Un succès ✔",
        good="Un succès",
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
}
