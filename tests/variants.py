"""For each sentence that no case of `rules/` draws out, the smallest change to the base that does.

Shape: (rule, variant) → the changes, each a path, what stands in its file, and what to put there instead.
"""

from __future__ import annotations

from functools import cache

from rule_cases import MEMENTO, MONOGRAPHY, SHEET, base_files, check_words

from clust_cli.core.check import SPELLING, Findings, check
from clust_cli.core.workspace import FontHeader, ImageHeader, parse
from clust_cli.shell.packaged import read_packaged_schemas

KIND = "schemas/fiche.yaml"
TERMS = "schemas/vocabularies/essai.yaml"
IMAGE = "mementos/02-essai/fiches/atelier.png"
_RETIRED = (
    "format: 1\nvocabulary: essai\ntitle: Essai\ncodable: true\nterms:\n"
    "  - {id: lieu, label: Lieu}\n  - {id: atelier, label: Atelier, replaced_by: lieu}\n"
)
END = "Un ancien atelier accueille des entreprises et des habitants.\n"
STATUS = "status: draft\n"
Change = tuple[str, str, str]

DUTIES = "responsible: Réseau d'essai\nmanaging_authority: Ministère d'essai\n"
FUNDER = "schemas/funders/essai.yaml"
_FUNDER = """\
format: 1
funder: essai
title: Essai
sentence: Avec l'aide du fonds d'essai
places: [cover]
source: convention d'essai
confirmed: true
"""
_TERMS = """\
format: 1
vocabulary: essai
title: Essai
groups: [{id: a, label: A}]
terms:
  - {id: un, label: Un, group: a}
"""


def _glossary(entry: str, format: int = 1) -> Change:
    return ("glossary.yaml", "", f"format: {format}\nterms:\n  - {{{entry}}}\n")


def _fields(schema: str) -> Change:
    return (KIND, "properties: {}", f"properties: {{value: {{{schema}}}}}")


def _text(body: str) -> Change:
    return (SHEET, END, body + "\n")


def _brand(lines: str) -> Change:
    return ("clust.yaml", "lang: fr\n", f"lang: fr\nbrand:\n{lines}\n")


def _yaml(line: str) -> Change:
    return (SHEET, STATUS, f"{STATUS}{line}\n")


_PROGRAMMES: Change = (MONOGRAPHY, "actions:\n", "programmes: [{id: leader}, {id: feder}]\nactions:\n")


_OWN = _fields("type: string, quotes: own-text")
CHANGES: dict[tuple[str, str], tuple[Change, ...]] = {
    ("broken-glossary", "nameless"): (_glossary("expansion: un réseau"),),
    ("broken-glossary", "both"): (_glossary("acronym: GTEC, term: cluster, expansion: un réseau"),),
    ("broken-glossary", "id"): (_glossary("id: La GTEC, acronym: GTEC, expansion: un réseau"),),
    ("broken-glossary", "lang"): (_glossary("acronym: GTEC, expansion: un réseau, lang: français"),),
    ("broken-glossary", "expand"): (_glossary("acronym: GTEC, expansion: un réseau, expand: non"),),
    ("broken-glossary", "textless"): (_glossary("acronym: GTEC, definitions: [{source: Un guide}]"),),
    ("broken-glossary", "format"): (_glossary("acronym: GTEC, expansion: un réseau", 2),),
    ("duplicate-term", "form"): (
        (
            "glossary.yaml",
            "",
            "terms:\n  - {acronym: GTEC, expansion: un}\n  - {term: cluster, variants: [GTEC], definitions: [{text: un}]}\n",
        ),
    ),
    ("too-large", "yaml"): (_yaml(f"sources: [{'dossier, ' * 9000}]"),),
    ("broken-yaml", ""): (_yaml("due: %demain"),),
    ("broken-yaml", "character"): (_yaml("due: \x07"),),
    ("broken-yaml", "tab"): ((MONOGRAPHY, "  main_town: Langres", "\tmain_town: Langres"),),
    ("broken-yaml", "colon"): ((MONOGRAPHY, "main_town: Langres", "main_town: Langres : ville haute"),),
    ("broken-yaml", "bracket"): ((MONOGRAPHY, "regions: [Grand Est]", "regions: [Grand Est"),),
    ("broken-yaml", "indent"): ((MONOGRAPHY, "  main_town: Langres", " main_town: Langres"),),
    ("broken-yaml", "trailing"): ((MONOGRAPHY, "main_town: Langres", 'main_town: "Langres" et Chaumont'),),
    ("broken-yaml", "unclosed"): ((SHEET, f"{STATUS}---\n", STATUS),),
    ("broken-yaml", "mapping"): (
        ("clust.yaml", "format: 1\ntitle: Mémentos d'essai\nlang: fr\nfunder: feader-2014-2020\n" + DUTIES, "titre\n"),
    ),
    ("broken-yaml", "early"): ((MONOGRAPHY, "people:", "---\npeople:"),),
    ("misnamed-document", "folder"): (("mementos/tourisme/auberge.md", "", ""),),
    ("broken-kind", "pattern"): (_fields("type: string, title: Valeur, pattern: '['"),),
    ("unknown-block", "nested"): (_text("- Voici :\n\n  ```crosstab\n  rows: region\n  ```"),),
    ("unread-mark", "bullet"): (_text("•\tAccueillir les artisans du canton"),),
    ("french-typing", "etc"): (_text("Des artisans, des élus, etc..."),),
    ("french-typing", "capital"): (_text("Ainsi va le canton. A partir de mai, il change."),),
    ("french-typing", "quotes"): (_text("Il parle de « l'atelier du canton."),),
    ("unread-mark", "heading"): (_text("###Les artisans"),),
    ("unread-mark", "code"): (_text("Un atelier, puis #gtec et la suite."),),
    ("unread-mark", "table"): (_text("| année | ateliers |\n| 2019 | 8 |"),),
    ("unread-mark", "link"): (_text("Voir [le site] (https://essai.fr)."),),
    ("false-claim", "hand"): (_text('Ici [onze]{.count of=territory where="region=Grand Est"} Pays.'),),
    ("false-claim", "without"): (_PROGRAMMES, _text('[Tous]{.all of=programme where="programme=leader"}.')),
    ("false-claim", "quantity"): (_text("[Plusieurs]{.several of=territory} avancent."),),
    ("false-claim", "nobody"): (_text('[Plusieurs]{.several of=territory where="region=Bretagne"} avancent.'),),
    ("false-claim", "list"): (_text('Ici [formations]{.list of=action where="action=gtec"}.'),),
    ("false-claim", "example"): (_text('Ici [formations]{.example of=action where="action=gtec"}.'),),
    ("false-claim", "missing"): (_PROGRAMMES, _text("Ici [leader]{.list of=programme}.")),
    ("false-claim", "surplus"): (_text("Ici [formations et GTEC]{.list of=action}."),),
    ("false-quote", "far"): (_text('Il dit : [« tout va très bien »]{.quote of="02/pays-d-essai"}.'),),
    ("false-quote", "own"): (_OWN, _yaml('value: "Un ancien atelier accueille des habitants."')),
    ("false-quote", "own-far"): (_OWN, _yaml("value: Tout va très bien.")),
    ("broken-claim", "needs-document"): (_text("Il dit : [« tout va bien »]{.quote}."),),
    ("false-claim", "hand-nobody"): (_text('Ici [six]{.count of=territory where="region=Bretagne"} Pays.'),),
    ("unreadable-claim", "near"): (_text('Ici [les onze Pays]{.count of=territory where="region=Grand Est"}.'),),
    ("unknown-attribute", "class"): (_text("Ici [un]{.cout of=territory}."),),
    ("unreadable-claim", "list"): (_text("Ici [Essai et Ailleurs]{.list of=territory}."),),
    ("unreadable-claim", "quote"): (_text('Il dit : [« »]{.quote of="02/pays-d-essai"}.'),),
    ("unreadable-claim", "quantifier"): (_text('Ici [deux]{.all of=territory where="region=Grand Est"}.'),),
    ("broken-claim", "two"): (_text("Ici [un]{.count .several of=territory}."),),
    ("broken-claim", "key"): (_text("Ici [un]{.count of=territory of=action}."),),
    ("broken-claim", "hole"): (_text("Ici [1]{.sum of=territory field=territory.created}."),),
    ("misspelt-word", ""): (_text("Un acceuil."),),
    ("misspelt-word", "unlike"): (_text("Un xrqvtkz."),),
    ("misspelt-word", "often-unlike"): (_text("Un xrqvtkz, des xrqvtkz."),),
    ("rotting-date", "as-of"): (
        _text("Le tiers-lieu prépare actuellement une charte."),
        (SHEET, STATUS, STATUS + "as_of: 2016-11\n"),
    ),
    ("rotting-date", "past"): (
        _text("Le plan est prévu pour le 18 janvier 2017."),
        (MEMENTO, "number: 2\n", "number: 2\npublished: {month: 2017-04}\n"),
    ),
    ("too-long-paragraph", "word"): (_text("Ici " + "a" * 201 + "."),),
    ("unread-mark", "claim"): (_text("Ici [6]{.count of=territory where='region=Bretagne'}."),),
    ("unread-mark", "image"): (_text("![Un moulin](mon moulin.png)"),),
    ("unknown-value", "space"): ((MONOGRAPHY, "regions: [Grand Est]", "regions: [Grand\u00a0Est]"),),
    ("broken-link", "file"): (_text("Voir [le rapport](rapport.pdf)."),),
    ("missing-image", "backslash"): (_text("![Un moulin](images\\moulin.png)"),),
    ("broken-kind", ""): ((KIND, "edition: 1", "edition: première"),),
    ("broken-kind", "required"): ((KIND, "edition: 1\n", ""),),
    ("broken-kind", "reference"): ((KIND, "extends: document", "extends: documents"),),
    ("broken-kind", "nowhere"): ((KIND, "extends: document", "extends: zzz"),),
    ("broken-kind", "field"): ((KIND, "free_sections: {}", "free_sections: {}\nsheet: [place]"),),
    ("broken-kind", "map"): ((KIND, "free_sections: {}", "free_sections: {}\nmap: title"),),
    ("broken-kind", "duplicate"): (
        (KIND, "free_sections: {}", "sections: [{id: a, heading: A}, {id: a, heading: B}]"),
    ),
    ("broken-vocabulary", ""): ((TERMS, "", _TERMS.replace("format: 1", "format: 2")),),
    ("broken-vocabulary", "required"): ((TERMS, "", _TERMS.replace(", label: Un", "")),),
    ("broken-vocabulary", "reference"): ((TERMS, "", _TERMS.replace("group: a}\n", "replaced_by: une}\n")),),
    ("broken-vocabulary", "nowhere"): ((TERMS, "", _TERMS.replace("group: a}\n", "group: zzz}\n")),),
    ("broken-vocabulary", "clash"): (
        (TERMS, "", _TERMS.replace("title:", "codable: true\ntitle:").replace("id: un,", "id: gtec,")),
    ),
    ("duplicate-id", "term"): ((MONOGRAPHY, "- id: gtec\n", "- id: label\n"),),
    ("broken-vocabulary", "duplicate"): ((TERMS, "", _TERMS + "  - {id: un, label: Une}\n"),),
    ("wrong-colour", ""): (_brand("  colours: {primary: bleuté}"),),
    ("wrong-colour", "bare"): (_brand("  colours:\n    primary: #14365c"),),
    ("low-contrast", ""): (_brand('  colours: {tint: "#b9c6d4", quiet: "#5c6b7d"}'),),
    ("missing-font", ""): (_brand("  fonts: {files: [fonts/Marianne-Regular.ttf]}"),),
    ("missing-font", "family"): (_brand("  fonts: {headings: Marianne}"),),
    ("missing-font", "family-near"): (_brand("  fonts: {headings: Source Sans}"),),
    **{
        ("missing-font", trouble): (_brand(f"  fonts: {{files: [fonts/{trouble}.ttf]}}"),)
        for trouble in ("format", "symlink", "truncated", "size")
    },
    ("missing-alt", "field"): (_brand("  logo: {file: mementos/02-essai/fiches/atelier.png}"),),
    ("broken-funder", ""): ((FUNDER, "", _FUNDER.replace("[cover]", "[cover, dos]")),),
    ("broken-funder", "required"): ((FUNDER, "", _FUNDER.replace("confirmed: true\n", "")),),
    ("broken-funder", "field"): (
        (FUNDER, "", _FUNDER + "duties:\n  - {field: responsable, source: Essai, confirmed: true}\n"),
    ),
    ("unmet-funder-duty", "group"): ((MEMENTO, "number: 2\n", "number: 2\nfunding: {programme: leader}\n"),),
    ("wrong-isbn", ""): ((MEMENTO, "number: 2\n", "number: 2\nisbn: 978-2-1234\n"),),
    ("wrong-isbn", "ten"): ((MEMENTO, "number: 2\n", "number: 2\nisbn: 2-1234-5680-2\n"),),
    ("unknown-kind", "list"): ((SHEET, "kind: fiche", "kind: zzz"),),
    ("unknown-kind", "missing"): ((SHEET, "kind: fiche\n", ""),),
    ("wrong-type", "string"): ((SHEET, "title: Un tiers-lieu", "title: [Un tiers-lieu]"),),
    ("wrong-type", "number"): (_fields("type: number, title: Valeur"), _yaml("value: beaucoup")),
    ("wrong-type", "array"): ((MONOGRAPHY, "regions: [Grand Est]", "regions: Grand Est"),),
    ("wrong-type", "object"): ((MONOGRAPHY, "    - {value: 6, year: 2016}", "    - six"),),
    ("unknown-field", "list"): (_yaml("zzz: 1"),),
    ("unknown-field", "comma"): ((MONOGRAPHY, "role: director}", "role: director, de la mission}"),),
    ("unknown-value", ""): ((SHEET, STATUS, "status: brouillon\n"),),
    ("town-outside-department", "many"): (
        (MONOGRAPHY, 'departments: ["52"]\n  main_town: Langres', 'departments: ["10"]\n  main_town: Chaumont'),
    ),
    ("unknown-town", ""): ((MONOGRAPHY, "main_town: Langres", "main_town: Zzyzx"),),
    ("unknown-epci", ""): ((MONOGRAPHY, "{value: 6, year: 2016}", "{value: 6, year: 2026, names: [Zzyzx]}"),),
    ("unlike-official-figure", "population"): (
        (MONOGRAPHY, "communes: 172", "communes: 54"),
        (MONOGRAPHY, "{value: 6, year: 2016}", "{value: 1, year: 2026, names: [CC du Grand Langres]}"),
    ),
    ("unknown-value", "long"): ((MONOGRAPHY, 'departments: ["52"]', 'departments: ["999"]'),),
    ("out-of-range", "minimum"): (_fields("type: integer, minimum: 5, title: Valeur"), _yaml("value: 4")),
    ("out-of-range", "maximum"): (_fields("type: integer, maximum: 5, title: Valeur"), _yaml("value: 6")),
    ("out-of-range", "minLength"): ((SHEET, "title: Un tiers-lieu", "title: U"),),
    ("out-of-range", "maxLength"): ((MONOGRAPHY, "short: Essai", "short: Essai de pays trop long"),),
    ("wrong-form", ""): ((MONOGRAPHY, "id: pays-d-essai", "id: Pays d'Essai"),),
    ("wrong-form", "moment"): ((SHEET, STATUS, STATUS + "as_of: 2016-02-31\n"),),
    ("wrong-form", "uri"): ((MEMENTO, "order:", "partners:\n  - {name: ANPP, website: www anpp fr}\norder:"),),
    ("too-few-entries", "maxItems"): (
        _fields("type: array, maxItems: 1, items: {type: string}, title: Valeurs"),
        _yaml("value: [a, b]"),
    ),
    ("missing-section", "near"): ((MONOGRAPHY, "## Contexte", "## Context local"),),
    ("missing-section", "free"): (
        (MONOGRAPHY, "## La GTEC, outil de développement\n", "### La GTEC, outil de développement\n"),
    ),
    ("needless-gap", "near"): (_yaml('gaps: {statut: "inconnu"}'),),
    ("needless-gap", "unknown"): (_yaml('gaps: {zzz: "inconnu"}'),),
    ("needless-accepted", "near"): (_yaml('accepted: [{rule: stray-documents, reason: "voulu"}]'),),
    ("unknown-block", ""): ((MEMENTO, "```crosstab\n", "```crosstable\n"),),
    ("unknown-block", "extra"): ((MEMENTO, "```crosstab\n", "```crosstab rows\n"),),
    ("broken-query", ""): ((MEMENTO, "rows: action\n", 'rows: action\nwhere: "(region = Bretagne"\n'),),
    ("broken-query", "list"): ((MEMENTO, "rows: action\n", "rows: action\nwhere: zzz = Bretagne\n"),),
    ("unknown-code", "list"): ((MONOGRAPHY, "#gtec", "#zzzzz"),),
    ("retired-value", "code"): (
        (TERMS, "", _RETIRED),
        (MONOGRAPHY, "#gtec", "#gtec #atelier"),
    ),
    ("unknown-code", "label"): ((MONOGRAPHY, "#gtec", "#gtec #pépinière-d-entreprises"),),
    ("unknown-attribute", ""): (_text("Un *atelier*{.rouge}."),),
    ("unknown-attribute", "image"): (
        _text("![Un atelier ancien](atelier.png){.rouge}"),
        _yaml("images: [{file: atelier.png, credit: Marie}]"),
    ),
    ("unknown-attribute", "heading"): ((SHEET, "## L'idée", "## L'idée {.rouge}"),),
    ("unprintable-character", "control"): (_text("Un\u200batelier."),),
    ("broken-link", ""): (_text("Voir [ailleurs](zzzqqq.md)."),),
    ("broken-link", "anchor"): (_text("Voir [l'idée](#zzz)."),),
    ("missing-image", ""): (_text("![Un atelier ancien](images/qqqq.jpg)"),),
    ("bad-image", "symlink"): (_text("![Un atelier ancien](symlink.png)"),),
    ("bad-image", "truncated"): (_text("![Un atelier ancien](truncated.png)"),),
    ("bad-image", "size"): (_text("![Un atelier ancien](size.png)"),),
    ("bad-image", "pixels"): (_text("![Un atelier ancien](pixels.png)"),),
    ("bad-image", "ending"): (_text("![Un atelier ancien](ending.jpg)"),),
    ("name-variant", "rejected"): (
        ("names.yaml", "", "towns: {Lons-le-Saunier: {rejected: [Lons-le-Saulnier]}}\n"),
        _text("L'agglomération de Lons-le-Saulnier."),
    ),
    ("duplicate-name", "rejected"): (
        ("names.yaml", "", "clusters: {Glass Vallée: {}, La Vallée: {rejected: [Glass Vallée]}}\n"),
    ),
    ("missing-document", ""): ((MEMENTO, "order: [pays-d-essai]", "order: [pays-d-essai, zzz]"),),
    ("duplicate-document", "order"): ((MEMENTO, "order: [pays-d-essai]", "order: [pays-d-essai, pays-d-essai]"),),
}
_SPELLING = [changes for (id, _variant), changes in CHANGES.items() if id in SPELLING]
_IMAGES = {
    "mementos/02-essai/fiches/atelier.png": ImageHeader("png", 4, 3, 80),
    **{
        f"mementos/02-essai/fiches/{trouble}.png": ImageHeader(trouble=trouble)
        for trouble in ("symlink", "truncated", "size", "pixels")
    },
    "mementos/02-essai/fiches/ending.jpg": ImageHeader("png", 4, 3, 80, "ending"),
}
_FONTS = {f"fonts/{trouble}.ttf": FontHeader(trouble=trouble) for trouble in ("format", "symlink", "truncated", "size")}


@cache
def changed(changes: tuple[Change, ...]) -> Findings:
    """What check finds in the base after some changes."""
    files = dict(base_files())
    for path, old, new in changes:
        text = files.get(path, b"").decode()
        assert old in text, f"{path} no longer holds {old!r}"
        files[path] = text.replace(old, new, 1).encode()
    misnamed = tuple(path for path in files if path.startswith("mementos/tourisme/"))
    workspace = parse(files, read_packaged_schemas(), _IMAGES, fonts=_FONTS, misnamed=misnamed)
    return check(workspace, check_words if changes in _SPELLING else None)
