"""What is told of the brand: each rule's sentences, reason and example."""

from __future__ import annotations

from clust_cli.reports.language import N_
from clust_cli.reports.rules.entry import Entry, Words

ENTRIES: dict[str, Entry] = {
    "wrong-colour": Entry(
        says={
            "": Words(
                N_("“{word}” is not a colour written as # and six signs, each 0 to 9 or a to f"),
                N_('copy the code of the colour from your graphic charter, in quotation marks: "#14365c"'),
            ),
            "near": Words(
                N_("“{word}” is not a colour written as # and six signs; did you mean “{near}”?"),
                N_('write it so, in quotation marks: "{near}"'),
            ),
            "bare": Words(
                N_("the colour “{word}” stands without quotation marks, and what follows a # there is a comment"),
                N_('write it so: {field}: "{word}"'),
            ),
        },
        why=N_("Every format understands this one way to write a colour."),
        bad="brand:\n  colours:\n    primary: rouge",
        good='brand:\n  colours:\n    primary: "#b3261e"',
    ),
    "low-contrast": Entry(
        says={
            "": Words(
                N_(
                    "“{name}” ({word}) can hardly be read on “{other}” ({ground}): their contrast is {ratio}, "
                    "and {least} is the least"
                ),
                N_("make the darker of the two darker, or the lighter one lighter"),
            ),
            "paper": Words(
                N_("“{name}” ({word}) can hardly be read on white: its contrast is {ratio}, and {least} is the least"),
                N_("choose a darker colour"),
            ),
        },
        why=N_(
            "Who sees badly, or reads a poor copy, must still be able to read; the law demands it of public bodies."
        ),
        bad='brand:\n  colours:\n    accent: "#f5a623"',
        good='brand:\n  colours:\n    accent: "#a8431f"',
    ),
    "missing-font": Entry(
        says={
            "": Words(
                N_("the font file “{word}” does not exist"),
                N_("put it into the folder “fonts” beside clust.yaml, and name it so: fonts/Marianne-Regular.ttf"),
            ),
            "near": Words(
                N_("the font file “{word}” does not exist; did you mean “{near}”?"),
                N_("correct the path; it starts from the folder of clust.yaml"),
            ),
            "format": Words(
                N_("“{word}” is not a font of the format TTF or OTF"),
                N_("ask whoever gave you the font for its TTF or OTF file"),
            ),
            "symlink": Words(
                N_("“{word}” is a symbolic link"),
                N_("replace the link by the font file itself"),
            ),
            "truncated": Words(
                N_("the font file “{word}” is cut short, or does not say its name"),
                N_("fetch it again from where it came"),
            ),
            "size": Words(
                N_("the font file “{word}” is larger than {limit} MB"),
                N_("take the file that has the Latin letters alone"),
            ),
            "family": Words(
                N_("no font of the name “{word}” is at hand; there are: {known}"),
                N_("write one of these names, or name the font's file in brand: fonts: files"),
            ),
            "family-near": Words(
                N_("no font of the name “{word}” is at hand; did you mean “{near}”?"),
                N_("correct the name, or name the font's file in brand: fonts: files"),
            ),
        },
        why=N_("The fonts of a machine are never used: the guide would not look the same on the next one."),
        bad="brand:\n  fonts:\n    text: Marianne",
        good="brand:\n  fonts:\n    text: Marianne\n    files: [fonts/Marianne-Regular.ttf]",
    ),
}
