"""A rule explained: why it exists, an example that fails, the same mended."""

from __future__ import annotations

import re

from clust_cli.core.catalogue import RULES
from clust_cli.core.diagnostics import Rule
from clust_cli.reports.check_text import SEVERITY_WORDS
from clust_cli.reports.language import Say
from clust_cli.reports.rules import ENTRIES

_NAMED = re.compile(r"\{\w+\}")


def render_explanation(rule: Rule, say: Say) -> str:
    """Render what there is to know of a rule."""
    entry = ENTRIES[rule.id]
    severity = say(SEVERITY_WORDS[rule.severity])
    if rule.tightens:
        severity += " " + say("(an error once the document is “ready”)")
    # Variants of one sentence differ in their hints alone.
    said = dict.fromkeys(_NAMED.sub("…", say(words.sentence)).replace("……", "…") for words in entry.says.values())
    sentences = "\n".join(f"  - {sentence}" for sentence in said)
    return (
        "\n\n".join(
            [
                f"{rule.id} — {severity}",
                say(entry.why),
                f"{say('What it says:')}\n{sentences}",
                f"{say('What fails:')}\n{_indented(entry.bad)}",
                f"{say('Mended:')}\n{_indented(entry.good)}",
            ]
        )
        + "\n"
    )


def render_rules(say: Say) -> str:
    """Render the list of rules: the id, how much it matters, why it exists."""
    width = max(len(rule.id) for rule in RULES)
    return "".join(f"{rule.id:<{width}}  {say(ENTRIES[rule.id].why)}\n" for rule in RULES)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.splitlines())
