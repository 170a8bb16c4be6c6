"""Write docs/diagnostics.md from the catalogue: every rule with its sentences in English and in French.

python scripts/diagnostics.py           write it
python scripts/diagnostics.py --check   exit with 1 when it is not what the catalogue says

The French comes from the compiled catalogue: run scripts/messages.py compile first.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from clust_cli.core.catalogue import BY_ID
from clust_cli.core.diagnostics import Rule, Severity
from clust_cli.reports.language import Say, speaker
from clust_cli.reports.rules import FAMILIES
from clust_cli.reports.rules.entry import Entry, Words

TARGET = Path(__file__).parent.parent / "docs" / "diagnostics.md"
MATTERS = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.NOTE: "Note"}

HEAD = """# Every diagnostic

<!-- Made by scripts/diagnostics.py from the catalogue of rules and their sentences. Do not edit. -->

{count} rules. An id is a promise: it is never renamed and never reused. `clust explain RULE` prints one of these
entries, in the reader's language. In the sentences, words in braces stand for the author's own and for what was
expected.

An **error** means that the print would be wrong or impossible; a **warning**, that a document is unfinished or
doubtful; a **note** is worth a look and never in the way. A warning that *tightens* is an error once the document's
status is `ready` or `published`. How an author declares what cannot be had, and what is kept as it is, stands in
[formats](formats.md#gaps-and-accepted-doubts).
"""


def page() -> str:
    """The whole page."""
    parts = [HEAD.format(count=len(BY_ID)), *_contents()]
    for title, family in FAMILIES.items():
        parts.append(f"## {title}\n")
        parts += [_entry(BY_ID[id], entry) for id, entry in family.items()]
    return "\n".join(parts).rstrip("\n") + "\n"


def _contents() -> Iterator[str]:
    for title, family in FAMILIES.items():
        links = " · ".join(f"[{id}](#{id})" for id in family)
        yield f"**{title}**: {links}\n"


def _entry(rule: Rule, entry: Entry) -> str:
    french = speaker("fr")
    matters = MATTERS[rule.severity] + (", tightens" if rule.tightens else "")
    rows = "\n".join(f"| {_cell(words, str)} | {_cell(words, french)} |" for words in entry.says.values())
    return f"""### {rule.id}

**{matters}.** {_escaped(entry.why)}

*{_escaped(french(entry.why))}*

| English | français |
|---|---|
{rows}

Fails:

````text
{entry.bad}
````

Mended:

````text
{entry.good}
````
"""


def _cell(words: Words, say: Say) -> str:
    """A sentence and its hint, in one cell."""
    sentence, hint = (_escaped(say(text)) if text else "" for text in words)
    return f"{sentence}<br>→ {hint}" if hint else sentence


def _escaped(text: str) -> str:
    """The text, with what Markdown or HTML would take for a mark made harmless."""
    text = text.replace("{{", "{").replace("}}", "}").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "".join(f"\\{letter}" if letter in "|*[]`#_" else letter for letter in text)


def main() -> int:
    """Write the page, or compare it."""
    if "--check" in sys.argv:
        return int(TARGET.read_text(encoding="utf-8") != page())
    TARGET.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
