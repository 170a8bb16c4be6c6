"""What is told of prose: each rule's sentences, reason and example."""

from __future__ import annotations

from clust_cli.reports.language import N_
from clust_cli.reports.rules.entry import Entry, Words

_LONG = " ".join(["une réunion de plus pour les élus et les entreprises,"] * 6)

ENTRIES: dict[str, Entry] = {
    "rotting-date": Entry(
        says={
            "": Words(
                N_("“{word}”: a reader of next year will not know when that was"),
                N_("write the date or the year itself; one in the same sentence is enough"),
            ),
            "past": Words(
                N_("“{word}” was still to come when it was written; the memento came out in {published}"),
                N_("say what became of it, or when it was planned"),
            ),
        },
        why=N_("A guide is read for years: what is said of today is soon said of another day."),
        bad="Le Pays prépare actuellement une charte.",
        good="Fin 2016, le Pays prépare une charte.",
    ),
    "long-sentence": Entry(
        says={
            "": Words(
                N_("the sentence “{word}…” has {words} words, {limit} at most are easy to read"),
                N_("make two of it"),
            ),
        },
        why=N_("Beyond some forty words a reader goes back to find where the sentence began."),
        bad=f"Le Pays a tenu {_LONG} puis une autre.",
        good="Le Pays a tenu une réunion de plus. Une autre a suivi.",
    ),
}
