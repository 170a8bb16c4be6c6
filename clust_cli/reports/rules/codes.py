"""What is told of codes and of the actions they tell of: each rule's sentences, reason and example."""

from __future__ import annotations

from clust_cli.reports.language import N_
from clust_cli.reports.rules.entry import Entry, Words

ENTRIES: dict[str, Entry] = {
    "unknown-code": Entry(
        says={
            "": Words(
                N_("“#{word}” is no action and no term; did you mean “#{near}”?"),
                N_("write #{near}"),
            ),
            "label": Words(
                N_("“#{word}” is a label, and a code is an identifier: “#{near}”"),
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
    "unsupported-action": Entry(
        says={
            "": Words(
                N_("the action “{word}” is declared, and no passage of the text is coded with it"),
                N_("write #{word} at the end of the passage that tells it; if none does, accept the doubt, saying why"),
            ),
        },
        why=N_("A mark leads to the passage that proves it; without one nobody can tell why it stands in the table."),
        bad="## La GTEC\n\nLes entreprises se rencontrent.",
        good="## La GTEC\n\nLes entreprises se rencontrent. #gtec",
    ),
    "undeclared-action": Entry(
        says={
            "": Words(
                N_("this passage is coded “#{word}”, and the fields declare no such action"),
                N_("declare the action, or remove the code; if the table is right, accept the doubt, saying why"),
            ),
        },
        why=N_("The text tells of an action that the cross-table does not mark."),
        bad="## La GTEC\n\nLa GTEC a fait naître des formations. #formations",
        good="## La GTEC\n\nLa GTEC a fait naître des formations. #gtec",
    ),
    "uncoded-mention": Entry(
        says={
            "": Words(
                N_("the text names “{word}” here, and neither an action nor a code says “{near}”"),
                N_("add #{near} at the end of the passage if it tells of such an action; otherwise leave it"),
            ),
        },
        why=N_(
            "What prose tells and nobody codes is missing from the tables: the commonest omission of a printed guide."
        ),
        bad="## Le bois\n\nLe plan bois est financé au titre de TEPCV.",
        good="## Le bois\n\nLe plan bois est financé au titre de TEPCV. #tepcv",
    ),
}
