"""Findings for people: file by file, the author's line quoted and marked, what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from clust_cli.core.check import Accepted, Findings
from clust_cli.core.diagnostics import Diagnostic, Severity
from clust_cli.reports.language import N_, Say
from clust_cli.reports.sentences import printable, tell

Paint = Callable[[str, Severity], str]

SEVERITY_WORDS = {Severity.ERROR: N_("error"), Severity.WARNING: N_("warning"), Severity.NOTE: N_("note")}
_WINDOW = 96


def render_text(findings: Findings, say: Say, paint: Paint = lambda text, _severity: text) -> str:
    """Render findings as text; `paint` colours a severity's word and mark on a terminal."""
    parts = [render_diagnostics(findings.diagnostics, say, paint)]
    if findings.gaps:
        gaps = [(gap.document.path, printable(gap.what), gap.reason) for gap in findings.gaps]
        parts.append("\n".join([say("Declared gaps:"), *_declared(gaps)]))
    if findings.accepted:
        doubts = [(one.document.path, _doubt(one, say), one.reason) for one in findings.accepted]
        parts.append("\n".join([say("Accepted doubts:"), *_declared(doubts)]))
    parts.append(summary(findings, say))
    return "\n\n".join(part for part in parts if part) + "\n"


def render_diagnostics(
    diagnostics: tuple[Diagnostic, ...], say: Say, paint: Paint = lambda text, _severity: text
) -> str:
    """Render diagnostics alone, under the path of their file."""
    files = []
    for path, told in groupby(diagnostics, key=lambda one: one.place.path):
        blocks = ["\n".join(_block(one, say, paint)) for one in told]
        files.append("\n".join([printable(path), *blocks]))
    return "\n\n".join(files)


def summary(findings: Findings, say: Say) -> str:
    """One line that counts."""
    return say("documents: {documents} · errors: {errors} · warnings: {warnings} · notes: {notes}").format(
        documents=len(findings.documents),
        errors=findings.count(Severity.ERROR),
        warnings=findings.count(Severity.WARNING),
        notes=findings.count(Severity.NOTE),
    )


def _declared(lines: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    """What authors declare, under the path of their file: what, and the reason."""
    for path, declared in groupby(lines, key=lambda one: one[0]):
        yield f"  {printable(path)}"
        for _path, what, reason in declared:
            yield f"    {what} — {printable(reason)}"


def _doubt(accepted: Accepted, say: Say) -> str:
    if not accepted.what:
        return accepted.rule
    return say("{rule} “{word}”").format(rule=accepted.rule, word=printable(accepted.what))


def _block(diagnostic: Diagnostic, say: Say, paint: Paint) -> Iterator[str]:
    told = tell(diagnostic, say)
    start = diagnostic.place.start
    word = paint(say(SEVERITY_WORDS[diagnostic.severity]), diagnostic.severity)
    yield f"  {start.line}:{start.column}  {word}  {told.message}  [{diagnostic.rule.id}]"
    line, mark = _quote(diagnostic)
    if line.strip():
        yield f"      | {line}"
        yield f"      | {paint(mark, diagnostic.severity)}"
    if told.hint:
        yield f"      = {told.hint}"


def _quote(diagnostic: Diagnostic) -> tuple[str, str]:
    """The author's line and the mark under it; a long line is shown around the mark."""
    place = diagnostic.place
    start, end = place.start, place.end
    lines = place.source.lines
    raw = lines[start.line - 1].decode("utf-8", errors="replace") if start.line <= len(lines) else ""
    raw = raw.lstrip("\ufeff")
    first = start.column - 1
    last = end.column - 1 if end.line == start.line else len(raw)
    shift = max(0, min(first - 20, len(raw) - _WINDOW)) if len(raw) > _WINDOW else 0
    shown = raw[shift : shift + _WINDOW]
    cut_left, cut_right = "…" if shift else "", "…" if shift + _WINDOW < len(raw) else ""
    safe = "".join(letter if letter.isprintable() else " " for letter in shown)
    begin = first - shift
    length = max(1, min(last - shift, len(shown)) - begin)
    return f"{cut_left}{safe}{cut_right}", " " * (begin + len(cut_left)) + "^" * length
