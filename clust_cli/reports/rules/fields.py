"""What is told of the fields: each rule's sentences, reason and example."""

from __future__ import annotations

from clust_cli.reports.language import N_
from clust_cli.reports.rules.entry import Entry, Words

ENTRIES: dict[str, Entry] = {
    "missing-field": Entry(
        says={
            "": Words(
                N_("{label} is missing"),
                N_("add a line “{word}:” with its value"),
            ),
        },
        why=N_("The sheet at the head of the monography is printed from this field."),
        bad="territory:\n  main_town: Langres",
        good="territory:\n  main_town: Langres\n  communes: 172",
    ),
    "unfilled-field": Entry(
        says={
            "": Words(
                N_("{label} is not filled in"),
                N_("write its value after the colon; if it cannot be had, declare it in “gaps” with the reason"),
            ),
        },
        why=N_("A field left empty would leave a hole in the printed sheet."),
        bad="territory:\n  main_town:",
        good="territory:\n  main_town: Langres",
    ),
    "missing-entry": Entry(
        says={
            "": Words(
                N_("{label} names nobody as “{what}”"),
                N_("add an entry with “{line}”"),
            ),
        },
        why=N_("Every sheet names who presides over the territory."),
        bad="people:\n  - {name: Camille Martin, role: director}",
        good="people:\n  - {name: Dominique Petit, role: president}\n  - {name: Camille Martin, role: director}",
    ),
    "wrong-type": Entry(
        says={
            "string": Words(
                N_("{label} must be a text on one line, and is a list or a group"),
                N_("write the text after the colon"),
            ),
            "integer": Words(
                N_("{label}: “{word}” is no whole number"),
                N_("write figures only, without unit: 46462"),
            ),
            "number": Words(
                N_("{label}: “{word}” is no number"),
                N_("write figures only, without unit"),
            ),
            "array": Words(
                N_("{label}: “{word}” should be a list"),
                N_("put it in square brackets: [{word}]"),
            ),
            "object": Words(
                N_("{label}: “{word}” should be a group of fields"),
                N_("write one field a line below it, indented by two spaces"),
            ),
        },
        why=N_("A number that is no number cannot be added up, nor a text that is a list be printed."),
        bad="communes: une centaine",
        good="communes: 172",
    ),
    "spaced-number": Entry(
        says={
            "": Words(
                N_("“{word}” is read as {number}"),
                N_("nothing to do; without spaces it is surer"),
            ),
        },
        why=N_("Figures are grouped by the build, as French typography wants it."),
        bad="value: 46 462",
        good="value: 46462",
    ),
    "unknown-field": Entry(
        says={
            "": Words(
                N_("there is no field “{word}”; did you mean “{near}”?"),
                N_("correct the name"),
            ),
            "list": Words(
                N_("there is no field “{word}” here; there are: {known}"),
                N_("correct the name or remove the line"),
            ),
            "comma": Words(
                N_("“{word}” is cut from what stands before it by a comma"),
                N_("put the whole value in quotation marks"),
            ),
        },
        why=N_("A field whose name is misspelt is a field that nobody prints."),
        bad="territory:\n  vile_principale: Langres",
        good="territory:\n  main_town: Langres",
    ),
    "unknown-value": Entry(
        says={
            "": Words(
                N_("{label}: “{word}” is not in the list; did you mean “{near}”?"),
                N_("write {near}"),
            ),
            "list": Words(
                N_("{label}: “{word}” is not in the list: {known}"),
                N_("choose one of them"),
            ),
            "long": Words(
                N_("{label}: “{word}” is not in the list “{vocabulary}”"),
                N_("the list: clust schema {vocabulary}"),
            ),
            "space": Words(
                N_("{label}: “{word}” holds a non-breaking space, which no term has"),
                N_("type the word again: {near}"),
            ),
        },
        why=N_("Tables count only what is written the same way everywhere."),
        bad="status: en cours",
        good="status: draft",
    ),
    "retired-value": Entry(
        says={
            "": Words(
                N_("“{word}” has been replaced by “{near}”"),
                N_("write {near}"),
            ),
            "code": Words(
                N_("“#{word}” has been replaced by “#{near}”"),
                N_("write #{near}"),
            ),
        },
        why=N_("Two terms for one thing split a row of the table in two."),
        bad="regions: [Champagne-Ardenne]",
        good="regions: [Grand Est]",
    ),
    "out-of-range": Entry(
        says={
            "between": Words(
                N_("{label}: {word} is not between {low} and {high}"),
                N_("correct the value"),
            ),
            "minimum": Words(
                N_("{label}: {word} is below {low}"),
                N_("correct the value"),
            ),
            "maximum": Words(
                N_("{label}: {word} is above {high}"),
                N_("correct the value"),
            ),
            "minLength": Words(
                N_("{label}: “{word}” has fewer than {limit} characters"),
                N_("write it out"),
            ),
            "maxLength": Words(
                N_("{label}: “{word}” has {length} characters, {limit} at most fit"),
                N_("shorten it"),
            ),
        },
        why=N_("Such a value is nearly always a slip of the keyboard."),
        bad="year: 20015",
        good="year: 2015",
    ),
    "wrong-form": Entry(
        says={
            "": Words(
                N_("{label}: “{word}” is not of the expected form"),
                "{prompt}",
            ),
            "date": Words(
                N_("{label}: “{word}” is no date"),
                N_("write year, month and day: 2026-11-23"),
            ),
            "moment": Words(
                N_("{label}: “{word}” is no year, month or day"),
                N_("write the year alone, or with its month and day: 2016, 2016-11 or 2016-11-30"),
            ),
            "uri": Words(
                N_("{label}: “{word}” is no address"),
                N_("write it whole: https://www.anpp.fr"),
            ),
        },
        why=N_("Other tools read this value and rely on its form."),
        bad="due: 23/11/2026",
        good="due: 2026-11-23",
    ),
    "too-few-entries": Entry(
        says={
            "minItems": Words(
                N_("{label}: {limit} at least are needed, and there are only {word}"),
                N_("add what is missing"),
            ),
            "maxItems": Words(
                N_("{label}: {limit} at most fit, and there are {word}"),
                N_("keep the most important"),
            ),
        },
        why=N_("The kind says how many entries the printed page needs."),
        bad="partners: [ANPP]",
        good="partners: [ANPP, INRA]",
    ),
    "duplicate-id": Entry(
        says={
            "": Words(
                N_("{label}: two entries have the id “{word}”"),
                N_("give one of them another id"),
            ),
            "term": Words(
                N_("{label}: the id “{word}” is that of another term, “{near}”"),
                N_("give it another id"),
            ),
        },
        why=N_("A code in the text could not say which of the two it means."),
        bad=(
            "actions:\n  - {id: gtec, type: gtec, title: La GTEC}\n  - {id: gtec, type: formations, title: Des "
            "formations}"
        ),
        good=(
            "actions:\n  - {id: gtec, type: gtec, title: La GTEC}\n  - {id: gtec-formations, type: formations, "
            "title: Des formations}"
        ),
    ),
}
