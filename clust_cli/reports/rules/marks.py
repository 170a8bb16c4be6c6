"""What is told of the marks in a text: each rule's sentences, reason and example."""

from __future__ import annotations

from clust_cli.reports.language import N_
from clust_cli.reports.rules.entry import Entry, Words

ENTRIES: dict[str, Entry] = {
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
            "class": Words(
                N_("“{word}” is no kind of claim; did you mean “.{near}”?"),
                N_("write .{near}"),
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
    "unread-mark": Entry(
        says={
            "list": Words(
                N_("“{word}” looks like a list and will be printed as a plain line"),
                N_("put a space after the hyphen"),
            ),
            "bullet": Words(
                N_("“{word}” begins with a bullet that will be printed as it is"),
                N_("begin the line with a hyphen and a space"),
            ),
            "heading": Words(
                N_("“{word}” looks like a heading and will be printed as plain text"),
                N_("put a space after the #"),
            ),
            "code": Words(
                N_("“{word}” is a code that ends no passage: it will be printed, and nothing is coded with it"),
                N_("put it at the end of the paragraph or item, after a space, without commas; \\{word} is plain text"),
            ),
            "table": Words(
                N_("“{word}” looks like a table and will be printed as plain text"),
                N_("put a line |---|---| under the heads of the columns"),
            ),
            "link": Words(
                N_("“{word}” looks like a link and will be printed as plain text"),
                N_("close up ]( and leave no space in the address"),
            ),
            "image": Words(
                N_("“{word}” looks like an image and will be printed as plain text"),
                N_("close up ]( and give the file a name without spaces"),
            ),
            "claim": Words(
                N_("“{word}” looks like a claim and will be printed as plain text"),
                N_('write it so: [6]{{.count of=territory where="region=Bretagne"}}'),
            ),
        },
        why=N_(
            "A mark that takes no effect is printed as it stands, and the reader sees the sign instead of the list."
        ),
        bad="-Commencer petit\n-Réunir les élus",
        good="- Commencer petit\n- Réunir les élus",
    ),
    "garbled-text": Entry(
        says={
            "": Words(
                N_("“{word}” is the trace of accents saved in one encoding and read in another"),
                N_("fetch the text again from its source, and save it as UTF-8"),
            ),
        },
        why=N_("The guide would print Ã© where é is meant."),
        bad="Le Pays rÃ©unit les entreprises.",
        good="Le Pays réunit les entreprises.",
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
            "nested": Words(
                N_("the block “{word}” stands inside a list, a quotation or a note"),
                N_("put it at the beginning of its line, outside"),
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
}
