"""Findings as annotations of a pull request: GitHub's workflow commands, every word escaped.

Source: GitHub Actions, “Workflow commands”: % CR LF in data, and : , too in properties.
"""

from __future__ import annotations

from clust_cli.core.check import Findings
from clust_cli.core.diagnostics import Diagnostic, Severity
from clust_cli.reports.check_text import summary
from clust_cli.reports.language import Say
from clust_cli.reports.sentences import printable, tell

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render_github(findings: Findings, say: Say) -> str:
    """Render findings as workflow commands, then one line that counts."""
    return "\n".join([*(_command(one, say) for one in findings.diagnostics), summary(findings, say)]) + "\n"


def _command(one: Diagnostic, say: Say) -> str:
    told = tell(one, say)
    start, end = one.place.start, one.place.end
    properties = {
        "file": printable(one.place.path),
        "line": str(start.line),
        "col": str(start.column),
        "endLine": str(end.line),
        "endColumn": str(end.column),
        "title": one.rule.id,
    }
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = f"{told.message}\n{told.hint}" if told.hint else told.message
    return f"::{_COMMANDS[one.severity]} {written}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
