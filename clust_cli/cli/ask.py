"""One question on the terminal: drawn, answered, and the answer brought to the ids it means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import typer

from clust_cli.cli.words import _
from clust_cli.core.plain import Plain
from clust_cli.core.writing.choices import MOST_LISTED, Choice, choose
from clust_cli.reports.sentences import printable


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the label of a field, its prompt, its choices, and the value it has already."""

    label: str
    prompt: str
    choices: Sequence[Choice] = ()
    vocabulary: str = ""
    current: Plain = None
    many: bool = False


def draw(question: Question) -> None:
    """Show a question: its label, its prompt, what may be chosen."""
    typer.echo(f"\n{question.label}")
    if question.prompt:
        typer.echo(f"  {question.prompt}")
    for line in _choice_lines(question):
        typer.echo(f"  {line}")


def read_answer(question: Question) -> str | list[str]:
    """Read the answer; an empty one skips the question, and leaves what is there."""
    known = _shown(question.current)
    answer = read_line(f"  [{known}] > " if known else "  > ")
    numbered = len(question.choices) <= MOST_LISTED
    if not question.many or not answer:
        return choose(answer, question.choices, numbered=numbered) if answer else ""
    whole = choose(answer, question.choices, numbered=numbered)
    if whole in {choice.id for choice in question.choices}:
        return [whole]
    parts = re.split("[,;]" if question.choices else ";", answer.strip("[]"))
    return [choose(part, question.choices, numbered=numbered) for part in parts if part.strip()]


def ask_text(heading: str, prompt: str, limits: str) -> str:
    """Ask for the text of a section; two empty lines end it, an empty first line skips it."""
    typer.echo(f"\n## {heading}")
    if prompt:
        typer.echo(f"  {prompt}" + (f" ({limits})" if limits else ""))
    lines: list[str] = []
    while True:
        line = read_line("  | ", strip=False)
        if not line and (not lines or not lines[-1]):
            return "\n".join(lines).strip("\n")
        lines.append(line)


def read_line(prompt: str, *, strip: bool = True) -> str:
    """Read a line as typed, without the marks that arrow keys and broken encodings leave."""
    typed = input(prompt).encode("utf-8", "replace").decode("utf-8")
    line = printable(re.sub(r"\x1b\[[0-9;]*[A-Za-z~]", "", typed))
    return line.strip() if strip else line.rstrip()


def _choice_lines(question: Question) -> list[str]:
    if len(question.choices) > MOST_LISTED:
        command = f"clust schema {question.vocabulary}"
        lines = [_("a code or a name of the list: {command}").format(command=command)]
    else:
        lines = [
            f"{number:>3}. {one.label}" + ("" if one.label == one.id else f" ({one.id})")
            for number, one in enumerate(question.choices, 1)
        ]
    if question.many and question.choices:
        lines.append(_("several: with commas between them"))
    elif question.many:
        lines.append(_("several: with semicolons between them"))
    return lines


def _shown(value: Plain) -> str:
    return ", ".join(str(one) for one in value) if isinstance(value, list) else "" if value is None else str(value)
