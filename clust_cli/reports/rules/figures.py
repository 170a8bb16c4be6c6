"""What is told of images in print: each rule's sentences, reason and example."""

from __future__ import annotations

from clust_cli.reports.language import N_
from clust_cli.reports.rules.entry import Entry, Words

ENTRIES: dict[str, Entry] = {
    "missing-credit": Entry(
        says={
            "": Words(
                N_("nobody is credited for the image “{word}”"),
                N_('add to the field images: - {{file: {word}, credit: "who made it", rights: "the licence"}}'),
            ),
        },
        why=N_("Whoever made an image has a right to be named; a guide cannot be printed without knowing it may be."),
        bad="![La place](place.png)",
        good="images: [{file: place.png, credit: Marie Durand}]\n…\n![La place](place.png)",
    ),
    "low-resolution": Entry(
        says={
            "": Words(
                N_("the image “{word}” would be printed with {density} points an inch, and 150 is the least"),
                N_("ask for a larger file ({good} points an inch are good), or print it smaller: width={widest}"),
            ),
        },
        why=N_("Enlarged beyond its points, an image prints in steps."),
        bad="![La place](place.png){width=100%}",
        good="![La place](place.png){width=5cm}",
    ),
}
