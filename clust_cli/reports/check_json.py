"""Findings for other tools: the JSON of docs/formats.md, version 1."""

from __future__ import annotations

import json

from clust_cli.core.check import Findings
from clust_cli.core.diagnostics import Diagnostic, Severity
from clust_cli.core.plain import Plain
from clust_cli.reports.language import Say
from clust_cli.reports.sentences import tell


def render_json(findings: Findings, say: Say) -> str:
    """Render findings as JSON."""
    value = {
        "version": 1,
        "diagnostics": [_diagnostic(one, say) for one in findings.diagnostics],
        "gaps": [{"path": gap.document.path, "what": gap.what, "reason": gap.reason} for gap in findings.gaps],
        "accepted": [
            {"path": one.document.path, "rule": one.rule, "what": one.what, "reason": one.reason}
            for one in findings.accepted
        ],
        "summary": {
            "documents": len(findings.documents),
            "errors": findings.count(Severity.ERROR),
            "warnings": findings.count(Severity.WARNING),
            "notes": findings.count(Severity.NOTE),
        },
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(one: Diagnostic, say: Say) -> dict[str, Plain]:
    told = tell(one, say)
    start, end = one.place.start, one.place.end
    return {
        "rule": one.rule.id,
        "severity": one.severity.word,
        "path": one.place.path,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "message": told.message,
        "hint": told.hint,
    }
