"""What the tests of the build share: a tiny collection, and builds of it in a folder of their own."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from clust_cli.core.printing.publication import Publication
from clust_cli.shell.build import build
from clust_cli.shell.files import read_disk
from clust_cli.shell.orders import FORMATS, Order
from clust_cli.shell.pandoc import begin_reading

FOLDER = "mementos/03-essai"

MEMENTO = """---
kind: memento
edition: 1
title: L'essai
status: draft
number: 3
date: 2024-05-06
authors:
  - name: Anne Auteur
order: [pays-a, pays-b, regard]
---

## Le projet

Un projet : *simple* et clair[^1], voir [le Pays A](monographies/pays-a.md)
et [son contexte](monographies/pays-a.md#contexte).

[^1]: Une note.

## Monographies

```crosstab
rows: action
columns: territory
only: [gtec, label]
```

```documents
kind: monography
```

## Regards d'experts

```documents
kind: expert-view
```
"""

MONOGRAPHY = """---
kind: monography
edition: 1
title: {title}
status: draft
territory:
  id: {id}
  short: {short}
  type: rural-structure
  regions: [Grand Est]
  departments: ["52"]
  main_town: Langres
  situation: entre deux villes
  structure: {{form: petr, since: 2016, previous: association}}
  population: {{value: 46462, year: 2015}}
  communes: 172
  epci: [{{value: 6, year: 2016}}, {{value: 4, year: 2017}}]
people:
  - {{name: Charles Un, role: president, gender: m}}
  - {{name: Sophie Deux, role: director, gender: f}}
  - {{name: Élise Trois, role: interviewee}}
  - {{name: Paul Quatre, role: interviewee}}
clusters:
  - {{name: Réseau, relations: [founder, hosted]}}
actions:
  - {{id: une-action, type: gtec, title: Une action}}
---

## Présentation

## Contexte

Le contexte du territoire ; un [regard](../regards/regard.md), un [absent](#contexte). #une-action

## Une partie

### Un détail

| Colonne | Nombre |
|---|--:|
| = a | 46 462 |

## Conseils à d'autres territoires

- Avancer. #gtec
- Attendre.

## Obstacles

Aucun !
"""

VIEW = """---
kind: expert-view
edition: 1
title: Vu d'ailleurs
status: draft
kicker: Regard d'ailleurs
author: {name: Jean Loin, role: experte, organisation: Ailleurs}
quote: Il faut voir.
---
Un regard sur [Pays A](../monographies/pays-a.md).
"""

FILES = {
    "clust.yaml": "title: Collection d'essai\nlang: fr\nfunder: feader-2014-2020\npartners: [Un partenaire]\n"
    "responsible: Réseau d'essai\nmanaging_authority: Ministère d'essai\n",
    f"{FOLDER}/memento.md": MEMENTO,
    f"{FOLDER}/monographies/pays-a.md": MONOGRAPHY.format(title="Pays A", id="pays-a", short="A"),
    f"{FOLDER}/monographies/pays-b.md": MONOGRAPHY.format(title="Pays « B »", id="pays-b", short="B"),
    f"{FOLDER}/regards/regard.md": VIEW,
}


def wide_files(territories: int = 20) -> dict[str, str]:
    """The tiny collection with many territories, some of long names, and a title of 170 letters."""
    files = {path: text for path, text in FILES.items() if "/monographies/" not in path}
    for number in range(territories):
        name = f"Pays {number}{' au nom bien plus long que les autres' if number % 5 == 0 else ''}"
        text = MONOGRAPHY.format(title=name, id=f"pays-{number}", short=name)
        files[f"{FOLDER}/monographies/pays-{number}.md"] = text.replace("pays-a.md", "pays-0.md")
    own = MEMENTO.replace("pays-a.md", "pays-0.md").replace("order: [pays-a, pays-b, regard]", "order: [pays-3]")
    files[f"{FOLDER}/memento.md"] = own.replace("L'essai", "Un titre de mémento " * 8).replace(
        "only: [gtec, label]\n", ""
    )
    files[f"{FOLDER}/regards/regard.md"] = VIEW.replace("pays-a.md", "pays-0.md")
    return files


def write_collection(root: Path, files: dict[str, str | bytes]) -> Path:
    """Write a collection to disk."""
    for path, text in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode() if isinstance(text, str) else text)
    return root


def build_memento(
    root: Path,
    number: int,
    output: Path,
    *,
    draft: bool = False,
    formats: tuple[str, ...] = FORMATS,
    alone: str = "",
):
    """Build a memento, or one document of it by its slug, as the command does, without its check."""
    disk = read_disk(root)
    workspace = disk.parse()
    memento = workspace.memento(number)
    assert memento is not None
    publication = Publication(workspace, memento, next((one for one in memento.documents if one.slug == alone), None))
    order = Order(publication, disk.root, output, formats, draft)
    built = build(order, begin_reading(publication), lambda step: None)
    return {file.path.suffix[1:]: file for file in built.files}


def png(width: int = 40, height: int = 20) -> bytes:
    """A grey image."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = b"".join(b"\x00" + b"\x80" * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
