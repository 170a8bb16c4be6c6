"""What is told of prose: each rule's sentences, reason and example."""

from __future__ import annotations

from clust_cli.reports.language import N_
from clust_cli.reports.rules.entry import Entry, Words

_MEND = N_("correct it; if it is right, write it on a line of its own in words.txt")
_LONG = " ".join(["une réunion de plus pour les élus et les entreprises,"] * 6)

ENTRIES: dict[str, Entry] = {
    "rotting-date": Entry(
        says={
            "": Words(
                N_("“{word}”: a reader of next year will not know when that was"),
                N_("write the date or the year itself; one in the same sentence is enough"),
            ),
            "as-of": Words(
                N_("“{word}”: a reader of next year will not know when that was"),
                N_("write a date or a year in the same sentence; this document has its information as of {as_of}"),
            ),
            "past": Words(
                N_("“{word}” was still to come when it was written; the memento came out in {published}"),
                N_("say what became of it, or name the year it was planned in"),
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
    "misspelt-word": Entry(
        says={
            "": Words(N_("“{word}” is in no dictionary; rather: {near}?"), _MEND),
            "unlike": Words(N_("“{word}” is in no dictionary"), _MEND),
            "often": Words(N_("“{word}”, {times} times in this document, is in no dictionary; rather: {near}?"), _MEND),
            "often-unlike": Words(N_("“{word}”, {times} times in this document, is in no dictionary"), _MEND),
        },
        why=N_(
            "A misspelt word is what a reader remembers of a page. Told with “clust check --spelling” alone, once a "
            "document; names, acronyms and the words of the glossary are left alone."
        ),
        bad="Le Pays prépare le developpement d'une filière.",
        good="Le Pays prépare le développement d'une filière.",
    ),
    "broken-word-list": Entry(
        says={
            "": Words(
                N_("“{word}” is not one word: words.txt holds one a line"),
                N_("write one word a line; a name of several words belongs into names.yaml"),
            ),
        },
        why=N_("Words are looked up one by one: a line of several would never be met. Told with --spelling alone."),
        bad="# words.txt\nécogîte moulerie",
        good="# words.txt\nécogîte\nmoulerie",
    ),
}
