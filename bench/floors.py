"""The bare floors that are Python's: each is run in a process of its own by bench/run.py.

python bench/floors.py validate SCHEMA FOLDER    read, CSafeLoader and jsonschema over every monography
python bench/floors.py typst SOURCE PDF          one compilation
"""

from __future__ import annotations

import sys
from pathlib import Path


def validate(schema: Path, folder: Path) -> None:
    """Read the front matter of every monography and validate it: a loop with nothing around it."""
    import json

    import yaml
    from jsonschema import Draft202012Validator

    validator = Draft202012Validator(json.loads(schema.read_bytes()))
    faults = 0
    for path in sorted(folder.glob("mementos/*/monographies/*.md")):
        front = path.read_text(encoding="utf-8").split("---\n", 2)[1]
        faults += sum(1 for _error in validator.iter_errors(yaml.load(front, Loader=yaml.CSafeLoader)))
    print(faults)


def typst(source: Path, pdf: Path) -> None:
    """Compile once; in a process of its own, for typst remembers what it has compiled."""
    import typst as compiler

    compiler.compile(str(source), output=str(pdf))


if __name__ == "__main__":
    {"validate": validate, "typst": typst}[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
