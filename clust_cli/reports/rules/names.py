"""What is told of names: each rule's sentences, reason and example."""

from __future__ import annotations

from clust_cli.reports.language import N_
from clust_cli.reports.rules.entry import Entry, Words

ENTRIES: dict[str, Entry] = {
    "name-variant": Entry(
        says={
            "": Words(
                N_("“{word}” is close to “{near}”, a name of names.yaml, and not written like it"),
                N_("write {near}; if it is another name, add it to names.yaml"),
            ),
            "rejected": Words(
                N_("“{word}” is a spelling that names.yaml rejects"),
                N_("write {near}"),
            ),
        },
        why=N_("A misspelt name is what its bearer sees first, and the index would miss it."),
        bad="L'agglomération de Lons-le-Saulnier emploie un chargé de mission.",
        good="L'agglomération de Lons-le-Saunier emploie un chargé de mission.",
    ),
    "duplicate-name": Entry(
        says={
            "": Words(
                N_("“{word}” is already a form of “{near}”"),
                N_("keep it under one of the two names"),
            ),
            "rejected": Words(
                N_("“{word}” is rejected here and accepted elsewhere in the file"),
                N_("remove it from one of the two places"),
            ),
        },
        why=N_("Of two names with one form nobody could tell which is meant, nor where the index should lead."),
        bad="towns:\n  Langres:\n    short: [Ville de Langres]\n  Langres-Haute:\n    short: [Ville de Langres]",
        good="towns:\n  Langres:\n    short: [Ville de Langres]\n  Langres-Haute:",
    ),
    "role-mismatch": Entry(
        says={
            "": Words(
                N_("{name} has the role “{word}” here; in names.yaml: {expected}"),
                N_("correct the role here, or add it to names.yaml"),
            ),
        },
        why=N_("A president printed as a director is the kind of slip that its reader does not forgive."),
        bad="people:\n  - {name: Dominique Petit, role: president}\n  - {name: Camille Martin, role: interviewee}",
        good="people:\n  - {name: Dominique Petit, role: president}\n  - {name: Camille Martin, role: director}",
    ),
}
