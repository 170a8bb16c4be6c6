"""A memento that strains the pages: twenty territories, twenty-five types of action, a table of three pages, very long
names, a title of two hundred characters, images, notes and lists inside lists. Made in code, so that nobody keeps it."""

from __future__ import annotations

from printing import png

FOLDER = "mementos/07-epreuve"
TERRITORIES = 20
TYPES = 25
TITLE = (
    "Coopérations entre les territoires de projet, les établissements publics de coopération intercommunale, les "
    "entreprises, les réseaux et les habitants : vingt expériences de développement économique"
)
_NAMES = ("Haute-Vallée", "Monts et Collines", "Pays des Trois-Rivières", "Plateau et Vallons", "Val de Saône-Nord")
_LONG = "Pôle d'équilibre territorial et rural des communautés de communes de la Vallée-de-l'Ouest et du Grand-Plateau"
_SENTENCES = (
    "Le territoire réunit des communes rurales autour d'une petite ville, dont les entreprises travaillent pour le bois.",
    "Une association anime le réseau ; elle emploie une personne à mi-temps et se réunit tous les deux mois.",
    "Les élus ont choisi de confier l'étude à un bureau indépendant, puis d'en débattre en séance publique.",
    "Deux ans plus tard, 62 000 habitants étaient concernés, soit 20 % de plus qu'au début.",
    "L'essentiel tient à la confiance : « il faut du temps », disent les partenaires interrogés.",
)


def stress_collection() -> dict[str, str | bytes]:
    """The files of the collection."""
    files: dict[str, str | bytes] = {
        "clust.yaml": "title: Collection d'épreuve\nlang: fr\nfunder: feader-2014-2020\npartners: [Un partenaire]\n",
        "schemas/vocabularies/action-types.yaml": _types(),
        f"{FOLDER}/memento.md": _memento(),
        f"{FOLDER}/images/place.png": png(900, 500),
        f"{FOLDER}/enquetes/enquete.md": _survey(),
        f"{FOLDER}/regards/regard.md": _VIEW.format(text="\n\n".join(_text(4, start) for start in range(9))),
    }
    for number in range(TERRITORIES):
        files[f"{FOLDER}/monographies/territoire-{number:02}.md"] = _monography(number)
    return files


def _text(sentences: int, start: int = 0) -> str:
    return " ".join(_SENTENCES[(start + index) % len(_SENTENCES)] for index in range(sentences))


def _types() -> str:
    groups = ("services", "labels", "other")
    terms = "".join(
        f"  - {{id: type-{number:02}, label: {{fr: {_label(number)}, en: Type {number}}}, group: {groups[number // 9]}}}\n"
        for number in range(TYPES)
    )
    heads = "".join(f"  - {{id: {name}, label: {{fr: Actions du groupe {name}, en: {name}}}}}\n" for name in groups)
    title = "title: {fr: Types d'action, en: Action types}"
    return f"format: 1\nvocabulary: action-types\n{title}\ncodable: true\ngroups:\n{heads}terms:\n{terms}"


def _label(number: int) -> str:
    longer = " et de leurs groupements au-delà des limites administratives" if number % 4 == 0 else ""
    return f"Animation économique des entreprises {number}{longer}"


def _memento() -> str:
    rows = ", ".join(f"type-{number:02}" for number in range(TYPES))
    order = ", ".join(f"territoire-{number:02}" for number in range(TERRITORIES))
    return f"""---
kind: memento
edition: 1
title: "{TITLE}"
subtitle: Un sous-titre lui aussi fort long, qui dit en deux lignes ce que le titre n'a pas su dire en trois
status: draft
number: 7
date: 2024-05-06
authors:
  - {{name: Anne-Marie Auteur-Principale de Longchamp, organisation: {_LONG}}}
order: [{order}]
---

## Le projet

{_text(5)}

## Un chapitre d'une page et d'un peu plus

{"".join(_text(5, start) + chr(10) * 2 for start in range(7))}

### Une longue liste

{"".join(f"- {_SENTENCES[index % 5]}{chr(10)}" for index in range(12))}

## Rappel de l'enquête

{_text(2)}

```documents
kind: survey
```

## Monographies

{_text(2)}

Tableau : Les vingt territoires et ce qui les distingue

| Territoire | Type | Remarque |
|---|---|---|
{"".join(f"| {_title(number)} | Rural | {_SENTENCES[number % 5]} |{chr(10)}" for number in range(TERRITORIES))}

```crosstab
rows: action
columns: territory
only: [{rows}]
```

Une phrase suit le tableau.

```documents
kind: monography
```

## Regards d'experts

```documents
kind: expert-view
```
"""


def _survey() -> str:
    """A survey of six questions: one of forty answers, which takes more than a page, and one without numbers."""
    questions = "".join(
        f'  - id: question-{question}\n    title: "La question n° {question} : {_SENTENCES[question % 5]}"\n'
        f"    mode: several\n    answers:\n"
        + "".join(
            f'      - {{id: reponse-{answer}, label: "{_SENTENCES[(question + answer) % 5][:-1]} {question}-{answer}"'
            + (f", count: {question * 100 + answer}}}\n" if question else "}\n")
            for answer in range(40 if question == 2 else 4)
        )
        for question in range(6)
    )
    return f"""---
kind: survey
edition: 1
title: Une enquête sur les liens entre les villes, les bourgs et les campagnes
status: draft
survey:
  id: enquete
  year: 2015
  organiser: {_LONG}
  respondents: {{value: 2300, who: territoires}}
questions:
{questions}---

{_text(4)}

## Résultats

{_text(6)}
"""


def _title(number: int) -> str:
    return f"{_LONG} {number}" if number % 7 == 3 else f"Pays de {_NAMES[number % 5]} {number}"


def _monography(number: int) -> str:
    actions = "".join(
        f"  - {{id: action-{index}, type: type-{(number * 3 + index * 2) % TYPES:02}, title: Action {index}}}\n"
        for index in range(TYPES if number == 4 else number % 9)
    )
    short = f"{_NAMES[number % 5]} {number}" if number % 7 != 3 else _LONG[:60]
    table = ""
    if number == 2:
        lines = "".join(f"| {_SENTENCES[row % 5]} | {row} | {row * 1234} |\n" for row in range(90))
        table = f"\nTableau : Un tableau de trois pages\n\n| Constat | Rang | Montant |\n|---|--:|--:|\n{lines}"
    return f"""---
kind: monography
edition: 1
title: "{_title(number)}"
status: draft
territory:
  id: territoire-{number:02}
  short: "{short}"
  type: rural-structure
  regions: [Grand Est]
  departments: ["52"]
  main_town: Langres
  situation: entre deux villes
  structure: {{form: petr, since: 2016, previous: association}}
  population: {{value: 46462, year: 2015}}
  communes: 172
  epci: [{{value: 6, year: 2016}}]
people:
  - {{name: Charles Un, role: president, gender: m}}
{f"actions:{chr(10)}{actions}" if actions else ""}---

## Présentation

## Contexte

{_text(3 + number % 4, number)} Une note[^n] le précise.

[^n]: {_text(2, number)}

## Une partie de la monographie n° {number}

{"".join(_text(4, start + number) + chr(10) * 2 for start in range(number % 6 + 1))}

### Un détail

- {_SENTENCES[0]}
  - {_SENTENCES[1]}
    - {_SENTENCES[2]}
- {_SENTENCES[3]}
{table}
![Une place grise, sans personne](../images/place.png "La place du marché, un matin")

## Conseils à d'autres territoires

{"".join(f"- {_SENTENCES[(index + number) % 5]}{chr(10)}" for index in range(number % 12 + 1))}

## Obstacles

{"".join(f"- {_text(2, index)}{chr(10)}" for index in range(number % 5 + 1))}
"""


_VIEW = """---
kind: expert-view
edition: 1
title: Vu d'ailleurs, par quelqu'un qui a beaucoup voyagé et qui le dit dans un titre de deux lignes
status: draft
kicker: Regard d'ailleurs
author: {{name: Jean Loin, role: experte du développement rural et des coopérations, organisation: Institut d'ailleurs}}
quote: "Il faut voir loin, et revenir souvent : c'est ainsi que les territoires apprennent les uns des autres."
---
{text}
"""
