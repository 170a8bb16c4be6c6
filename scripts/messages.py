"""Keep the French catalogue in step with the code.

python scripts/messages.py update    gather the sentences marked in the code into the .po file
python scripts/messages.py compile   compile it, for a checkout that is not installed
python scripts/messages.py missing   list what has no French yet; exits 1 when there is any
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
MARKS = ("_", "N_", "say")
PO = ROOT / "clust_cli" / "locale" / "fr" / "LC_MESSAGES" / "clust.po"


def sentences(source: str) -> Iterator[str]:
    """The sentences marked in a file. Read from the syntax tree: Babel's own reader misses those in f-strings."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str) and first.value:
                yield first.value


def gathered() -> Catalog:
    catalogue = Catalog(project="clust", locale="fr", fuzzy=False)
    for path in sorted((ROOT / "clust_cli").rglob("*.py")):
        for sentence in sentences(path.read_text(encoding="utf-8")):
            catalogue.add(sentence, locations=[(path.relative_to(ROOT).as_posix(), 1)])
    return catalogue


def read() -> Catalog:
    if not PO.exists():
        return Catalog(project="clust", locale="fr", fuzzy=False)
    with PO.open("rb") as file:
        return read_po(file, locale="fr")


def update() -> None:
    translated, fresh = read(), gathered()
    for message in fresh:
        if message.id and message.id in translated:
            message.string = translated[message.id].string
    with PO.open("wb") as file:
        write_po(file, fresh, width=120, omit_header=False, include_lineno=False)


def missing() -> list[str]:
    translated = read()
    wanted = [message.id for message in gathered() if message.id]
    return [one for one in wanted if one not in translated or not translated[one].string]


def main(act: str) -> int:
    if act == "update":
        update()
    elif act == "compile":
        with PO.with_suffix(".mo").open("wb") as file:
            write_mo(file, read())
    elif act == "missing":
        lacking = missing()
        print("\n".join(repr(one) for one in lacking))
        return 1 if lacking else 0
    else:
        print(__doc__)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
