"""What is told of the sections and what authors declare: each rule's sentences, reason and example."""

from __future__ import annotations

from clust_cli.reports.language import N_
from clust_cli.reports.rules.entry import Entry, Words

ENTRIES: dict[str, Entry] = {
    "missing-section": Entry(
        says={
            "": Words(
                N_("the section “{word}” is missing"),
                N_(
                    "add a line “## {word}” and its text; if nothing can be said, declare “{section}” in "
                    "“gaps” with the reason"
                ),
            ),
            "near": Words(
                N_("the section “{word}” is missing; is “{near}” meant for it?"),
                N_("write the heading so: ## {word}"),
            ),
            "free": Words(
                N_("no part of your own tells what the territory does"),
                N_("add at least one heading “## …” with its text"),
            ),
        },
        why=N_("Readers compare territories section by section; a section that is not there cannot be compared."),
        bad="## Contexte\n\nLe Pays est devenu un pôle en 2016.",
        good=(
            "## Contexte\n\nLe Pays est devenu un pôle en 2016.\n\n## Obstacles\n\n- Les élus tardent à "
            "s'approprier le projet."
        ),
    ),
    "unfilled-section": Entry(
        says={
            "": Words(
                N_("the section “{word}” is empty"),
                N_("write its text under the heading; if nothing can be said, declare it in “gaps” with the reason"),
            ),
        },
        why=N_("An empty section would be printed as a heading with nothing under it."),
        bad="## Obstacles\n\n<!-- Ce qui freine ou a freiné. -->",
        good="## Obstacles\n\n- Les élus tardent à s'approprier le projet.",
    ),
    "short-section": Entry(
        says={
            "": Words(
                N_("the section “{word}” has {words} words, {limit} are expected"),
                N_("say a little more"),
            ),
        },
        why=N_("A few words tell a reader from elsewhere too little to learn from."),
        bad="## Contexte\n\nUn PETR.",
        good=(
            "## Contexte\n\nD'abord association, le Pays est devenu en 2016 un pôle d'équilibre territorial et rural…"
        ),
    ),
    "long-section": Entry(
        says={
            "": Words(
                N_("the section “{word}” has {words} words, {limit} at most are meant for it"),
                N_("shorten it, or move a part under a heading of its own"),
            ),
        },
        why=N_("The guide gives two or three pages to each territory."),
        bad="## Contexte\n\n(deux mille mots)",
        good="## Contexte\n\n(trois cents mots)",
    ),
    "duplicate-section": Entry(
        says={
            "": Words(
                N_("the section “{word}” stands twice"),
                N_("join the two texts under one heading"),
            ),
        },
        why=N_("Only the first of two sections of one name would be compared with other territories."),
        bad="## Obstacles\n\n- Le financement.\n\n## Les obstacles\n\n- La stratégie.",
        good="## Obstacles\n\n- Le financement.\n- La stratégie.",
    ),
    "leftover-prompt": Entry(
        says={
            "": Words(
                N_("the section “{word}” still holds the prompt"),
                N_("replace the prompt by your text"),
            ),
        },
        why=N_("The prompt is meant for the author; it would be printed as it stands."),
        bad="## Obstacles\n\nCe qui freine ou a freiné : un obstacle par tiret.",
        good="## Obstacles\n\n- Les élus tardent à s'approprier le projet.",
    ),
    "gap-without-reason": Entry(
        says={
            "": Words(
                N_("the gap “{word}” gives no reason"),
                N_("say why in a few words after the colon"),
            ),
        },
        why=N_(
            "A gap is printed in no table but listed in every check; its reason tells the next author whether "
            "to ask again."
        ),
        bad="gaps:\n  obstacles:",
        good='gaps:\n  obstacles: "non abordé pendant l\'entretien"',
    ),
    "needless-gap": Entry(
        says={
            "": Words(
                N_("the gap “{word}” is no longer one: it is filled in"),
                N_("remove the line"),
            ),
            "near": Words(
                N_("“{word}” names no section or field; did you mean “{near}”?"),
                N_("correct the name"),
            ),
            "unknown": Words(
                N_("“{word}” names no section or field of this kind"),
                N_("correct the name or remove the line"),
            ),
        },
        why=N_("A gap for nothing hides the next real one."),
        bad='gaps:\n  obstacles: "non abordé"\n(et la section « Obstacles » est remplie)',
        good="(la ligne est retirée)",
    ),
    "accepted-without-reason": Entry(
        says={
            "": Words(
                N_("the accepted doubt “{word}” gives no reason"),
                N_("say why in “reason”"),
            ),
        },
        why=N_("A doubt kept without a reason is only a doubt hidden."),
        bad='accepted:\n  - {rule: department-outside-region, what: "76"}',
        good='accepted:\n  - {rule: department-outside-region, what: "76", reason: "comme imprimé"}',
    ),
    "needless-accepted": Entry(
        says={
            "": Words(
                N_("the accepted doubt “{word}” meets nothing to accept"),
                N_("remove the entry"),
            ),
            "near": Words(
                N_("“{word}” is no rule; did you mean “{near}”?"),
                N_("correct the name"),
            ),
        },
        why=N_("An acceptance left behind would silence the next doubt, unseen."),
        bad=(
            'accepted:\n  - {rule: department-outside-region, what: "52", reason: "comme imprimé"}\n(et le '
            "département 52 est dans la région)"
        ),
        good="(l'entrée est retirée)",
    ),
}
