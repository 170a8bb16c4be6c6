"""What is told of links and images: each rule's sentences, reason and example."""

from __future__ import annotations

from clust_cli.reports.language import N_
from clust_cli.reports.rules.entry import Entry, Words

ENTRIES: dict[str, Entry] = {
    "broken-link": Entry(
        says={
            "": Words(
                N_("“{word}” leads to no document"),
                N_("correct the path; it starts from the folder of this file"),
            ),
            "near": Words(
                N_("“{word}” leads to no document; did you mean “{near}”?"),
                N_("correct the path; it starts from the folder of this file"),
            ),
            "anchor": Words(
                N_("there is no heading “{word}” in that document"),
                N_("write the heading in lower case, with hyphens, or remove what follows #"),
            ),
            "file": Words(
                N_("“{word}” is no document of the collection: only documents (.md) and web addresses can be linked"),
                N_("link to the file's web address, or name it without a link"),
            ),
        },
        why=N_("The reader of the PDF would click and arrive nowhere."),
        bad="Voir [Langres](langre.md).",
        good="Voir [Langres](pays-de-langres.md).",
    ),
    "unsafe-link": Entry(
        says={
            "": Words(
                N_("“{word}” is no web or e-mail address"),
                N_("begin it with https:// or mailto:"),
            ),
        },
        why=N_("A link may open files or run programs on the reader's machine."),
        bad="[Le site](file:///C:/site.html)",
        good="[Le site](https://www.anpp.fr)",
    ),
    "empty-link": Entry(
        says={
            "": Words(
                N_("the link to “{word}” has no text"),
                N_("write words between the square brackets"),
            ),
        },
        why=N_("A screen reader would announce a link and say nothing."),
        bad="[](https://www.anpp.fr)",
        good="[l'ANPP](https://www.anpp.fr)",
    ),
    "missing-image": Entry(
        says={
            "": Words(
                N_("the image “{word}” does not exist"),
                N_("put the file there, or correct the path; it starts from the folder of this file"),
            ),
            "near": Words(
                N_("the image “{word}” does not exist; did you mean “{near}”?"),
                N_("correct the path; it starts from the folder of this file"),
            ),
            "backslash": Words(
                N_("the image “{word}” is written with \\"),
                N_("write it with /: {near}"),
            ),
        },
        why=N_("The page would be printed with a hole."),
        bad="![La place](images/plase.png)",
        good="![La place](images/place.png)",
    ),
    "bad-image": Entry(
        says={
            "format": Words(
                N_("“{word}” is neither PNG nor JPEG"),
                N_("save it as PNG or JPEG"),
            ),
            "symlink": Words(
                N_("“{word}” is a symbolic link"),
                N_("replace the link by the image itself"),
            ),
            "truncated": Words(
                N_("the image “{word}” is cut short"),
                N_("save it or fetch it again"),
            ),
            "size": Words(
                N_("the image “{word}” is larger than {limit} MB"),
                N_("reduce it"),
            ),
            "pixels": Words(
                N_("the image “{word}” has more than {limit} million pixels"),
                N_("reduce it"),
            ),
            "ending": Words(
                N_("the file “{word}” is in truth {format}, which its name does not say"),
                N_("rename the file, and write its new name here: {near}"),
            ),
        },
        why=N_("An image that cannot be read stops the build, or leaves a hole."),
        bad="![La place](place.gif)",
        good="![La place](place.png)",
    ),
    "external-image": Entry(
        says={
            "": Words(
                N_("“{word}” stands on another site"),
                N_("save the image in the folder of the memento and name it there"),
            ),
        },
        why=N_("The guide must be built without a network, and the image may change or vanish."),
        bad="![La place](https://exemple.fr/place.png)",
        good="![La place](place.png)",
    ),
    "outside-image": Entry(
        says={
            "": Words(
                N_("“{word}” lies outside the collection"),
                N_("copy the image into the folder of the collection"),
            ),
        },
        why=N_("Nobody else has this file, and a path out of the folder may lead to private ones."),
        bad="![La place](../../../../place.png)",
        good="![La place](place.png)",
    ),
    "missing-alt": Entry(
        says={
            "": Words(
                N_("the image “{word}” has no text alternative"),
                N_("say between the square brackets what it shows"),
            ),
            "field": Words(
                N_("the image “{word}” has no text alternative"),
                N_('say beside its file what it shows: alt: "Logo du Réseau rural français"'),
            ),
        },
        why=N_("Who cannot see the image must still learn what it tells; the law demands it of public bodies."),
        bad="![](place.png)",
        good="![La place du marché de Langres, un jeudi d'été](place.png)",
    ),
}
