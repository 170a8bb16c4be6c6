"""What is told of the mementos: each rule's sentences, reason and example."""

from __future__ import annotations

from clust_cli.reports.language import N_
from clust_cli.reports.rules.entry import Entry, Words

ENTRIES: dict[str, Entry] = {
    "stray-document": Entry(
        says={
            "": Words(
                N_("“{word}” is placed by no block of the memento"),
                N_("add to memento.md a block “documents” with “kind: {kind}”, or move the file"),
            ),
        },
        why=N_("A document that no block places is not printed."),
        bad="```documents\nkind: monography\n```\n(et un regard d'expert dans le dossier)",
        good="```documents\nkind: monography\n```\n\n```documents\nkind: expert-view\n```",
    ),
    "missing-document": Entry(
        says={
            "": Words(
                N_("“{word}” is in the order of the memento, and there is no such file"),
                N_("create it, or remove it from “order”"),
            ),
            "near": Words(
                N_("“{word}” is in the order of the memento, and there is no such file; did you mean “{near}”?"),
                N_("correct the name in “order”"),
            ),
        },
        why=N_("The order names what the reader will find; a name without a file is a territory lost."),
        bad="order: [pays-de-langre]",
        good="order: [pays-de-langres]",
    ),
    "duplicate-document": Entry(
        says={
            "": Words(
                N_("another document of this memento has the same name “{word}”: {other}"),
                N_("rename one of the two files"),
            ),
            "order": Words(
                N_("“{word}” stands twice in the order"),
                N_("keep one"),
            ),
        },
        why=N_("Links and tables know a document by the name of its file."),
        bad="monographies/langres.md et regards/langres.md",
        good="monographies/langres.md et regards/regard-langres.md",
    ),
    "missing-memento": Entry(
        says={
            "": Words(
                N_("the folder “{word}” has documents and no memento.md"),
                N_("create it: clust new memento"),
            ),
        },
        why=N_("memento.md holds the guide's own pages and the order of the others."),
        bad="mementos/03-tourisme/monographies/langres.md",
        good="mementos/03-tourisme/memento.md\nmementos/03-tourisme/monographies/langres.md",
    ),
    "duplicate-memento-number": Entry(
        says={
            "": Words(
                N_("memento number {word} is also that of {other}"),
                N_("rename one of the two folders with another number"),
            ),
        },
        why=N_("Commands and covers know a memento by its number."),
        bad="mementos/02-clusters et mementos/02-tourisme",
        good="mementos/02-clusters et mementos/03-tourisme",
    ),
    "memento-number-mismatch": Entry(
        says={
            "": Words(
                N_("the field says number {word}, the folder {number}"),
                N_("make the two agree"),
            ),
        },
        why=N_("The cover would show one number and the commands want another."),
        bad="mementos/02-clusters/memento.md : number: 3",
        good="mementos/02-clusters/memento.md : number: 2",
    ),
    "document-behind": Entry(
        says={
            "": Words(
                N_("this document is “{word}” while its memento is “{other}”"),
                N_("finish the document, or take the memento's status back"),
            ),
        },
        why=N_("A guide cannot be ready before what it holds."),
        bad="memento.md : status: ready\nlangres.md : status: draft",
        good="memento.md : status: ready\nlangres.md : status: ready",
    ),
    "missing-funder-mention": Entry(
        says={
            "": Words(
                N_("no funder is named, so its compulsory mention cannot be printed"),
                N_(
                    "add “funder: feader-2014-2020” here or in clust.yaml; if nobody funds it, declare the gap "
                    "“funder” with the reason"
                ),
            ),
        },
        why=N_("The European funds may ask their money back from a guide that does not name them."),
        bad="kind: memento\nnumber: 2",
        good="kind: memento\nnumber: 2\nfunder: feader-2014-2020",
    ),
    "unmet-funder-duty": Entry(
        says={
            "": Words(
                N_("the funder “{funder}” wants this told, and nobody tells it: {label}"),
                N_("write it here or in clust.yaml: {line}"),
            ),
            "group": Words(
                N_("the funder “{funder}” wants this, and it is missing: {label}"),
                N_("write it here: {line}"),
            ),
        },
        why=N_("The European funds may ask their money back from a guide that does not tell what their rules demand."),
        bad="kind: memento\nnumber: 2\nfunder: feader-2014-2020",
        good=(
            "kind: memento\nnumber: 2\nfunder: feader-2014-2020\nresponsible: Association des Pays\n"
            "managing_authority: Ministère de l'Agriculture"
        ),
    ),
    "unconfirmed-funder": Entry(
        says={
            "": Words(
                N_("nobody has confirmed what “{word}” wants told ({source})"),
                N_(
                    "ask your managing authority, and write its answer into your collection: "
                    "schemas/funders/{word}.yaml, with confirmed: true"
                ),
            ),
        },
        why=N_("What we have from memory may be wrong, and a wrong sentence is as good as none."),
        bad="funder: ue-2023-2027",
        good="funder: feader-2014-2020",
    ),
    "wrong-isbn": Entry(
        says={
            "": Words(
                N_("“{word}” is not an ISBN of thirteen digits that begins with 978 or 979"),
                N_("copy the number as you received it: 978-2-1234-5680-3"),
            ),
            "ten": Words(
                N_("“{word}” is an ISBN of ten digits, as they were until 2006; of thirteen it is {near}"),
                N_("write it so: {near}"),
            ),
            "digit": Words(
                N_("“{word}” is no ISBN: after these twelve digits the last one is {digit}"),
                N_("compare each digit with the number that you received"),
            ),
        },
        why=N_("Booksellers and libraries find a book by this number alone."),
        bad="kind: memento\nnumber: 2\nisbn: 978-2-1234-5680-4",
        good="kind: memento\nnumber: 2\nisbn: 978-2-1234-5680-3",
    ),
}
