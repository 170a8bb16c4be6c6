"""What is told of the glossary: each rule's sentences, reason and example."""

from __future__ import annotations

from clust_cli.reports.language import N_
from clust_cli.reports.rules.entry import Entry, Words

ENTRIES: dict[str, Entry] = {
    "broken-glossary": Entry(
        says={
            "": Words(
                N_("“{word}” has neither expansion nor definition"),
                N_("say what the letters stand for (expansion), or what the word means (definitions)"),
            ),
            "nameless": Words(
                N_("this entry explains no word"),
                N_("begin it with “acronym:” or “term:” and the word"),
            ),
            "both": Words(
                N_("“{word}” stands in an entry that has an acronym already"),
                N_("make it an entry of its own, or write it under “variants”"),
            ),
            "id": Words(
                N_("the id “{word}” has other signs than small letters, figures and hyphens"),
                N_("write id: {near}, or leave the line out"),
            ),
            "lang": Words(
                N_("“{word}” is no code of a language"),
                N_("write its code: en for English, de for German"),
            ),
            "expand": Words(
                N_("“{word}” is not what is expected after “expand” (expected: {known})"),
                N_("write expand: {known}, or leave the line out"),
            ),
            "textless": Words(
                N_("a definition of “{word}” has no text"),
                N_("write it after “text:”, or remove the definition"),
            ),
            "format": Words(
                N_("format {word} of the glossary is not known here; it is {known}"),
                N_("install the newest clust, or write format: {known}"),
            ),
        },
        why=N_("The build takes from the glossary what it writes after an acronym, and the annex of acronyms."),
        bad="terms:\n  - acronym: EPCI",
        good="terms:\n  - acronym: EPCI\n    expansion: établissement public de coopération intercommunale",
    ),
    "duplicate-term": Entry(
        says={
            "": Words(
                N_("“{word}” is explained twice in the glossary"),
                N_("keep one of the two entries; several definitions may stand in one"),
            ),
            "form": Words(
                N_("“{word}” shares the form or id “{form}” with “{near}”"),
                N_("take it out of one of the two entries"),
            ),
        },
        why=N_("Nobody could tell which of the two is meant."),
        bad="terms:\n  - {acronym: GAL, expansion: groupe d'action locale}\n  - {acronym: GAL, expansion: groupe}",
        good="terms:\n  - {acronym: GAL, expansion: groupe d'action locale}",
    ),
    "undefined-acronym": Entry(
        says={
            "": Words(
                N_("the acronym “{word}” is explained nowhere"),
                N_("add it to glossary.yaml, or write out what it stands for: … ({word})"),
            ),
        },
        why=N_("Who reads a guide from outside does not know its acronyms."),
        bad="Le SAGE est porté par le syndicat.",
        good="Le schéma d'aménagement et de gestion des eaux (SAGE) est porté par le syndicat.",
    ),
    "unused-definition": Entry(
        says={
            "": Words(
                N_("no document uses “{word}”"),
                N_("remove the entry, or correct how the word is written"),
            ),
        },
        why=N_("A word that nobody uses is often one that is written otherwise in the texts."),
        bad="terms:\n  - {acronym: GTECT, expansion: gestion des emplois}",
        good="terms:\n  - {acronym: GTEC, expansion: gestion des emplois}",
    ),
}
