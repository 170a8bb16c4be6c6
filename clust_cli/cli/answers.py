"""What `--set` and `--answers` give, told back in our words where it cannot be used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from clust_cli.cli.output import chosen
from clust_cli.cli.words import N_, say
from clust_cli.core.diagnostics import Diagnostic, Severity
from clust_cli.core.places import BOM, Source
from clust_cli.core.plain import Plain
from clust_cli.core.reading.fields import Fields, parse_fields
from clust_cli.core.reading.yaml_text import YamlText, parse_yaml
from clust_cli.core.writing.answers import nearest_field, parse_route, raw_value, schema_at, typed, with_raw
from clust_cli.core.writing.scaffold import OPENING, Answers
from clust_cli.errors import ClustError
from clust_cli.reports.sentences import tell

if TYPE_CHECKING:
    from clust_cli.core.kinds.kind import Kind

FIXED = ("kind", "edition")
"""What a scaffold fills in by itself and no answer may change."""
_SECTIONS = {"type": "object", "additionalProperties": {"type": "string"}}


def read_answers(kind: Kind, settings: Sequence[str], file: str) -> Answers:
    """Read the answers file, then put the settings over it, all typed by the kind.

    Errors: ClustError at the first that cannot be used: a field the kind does not have, a value of another type.
    """
    tree, sections = _file(kind, Path(file)) if file else ({}, {})
    for setting in settings:
        tree = _set(kind, tree, setting)
    fields = typed(kind.fields, tree)
    _refuse_faults(fields)
    return Answers(fields.values, sections)


def refusal(faults: Sequence[Diagnostic], where: str = "") -> ClustError:
    """Tell faults as one trouble: nothing was written. Each has its line in the answers file, and its own advice."""
    sentences = "".join(f"\n       {_told(fault, where)}" for fault in faults)
    return ClustError(N_("nothing was written:{problems}"), problems=sentences)


def _told(fault: Diagnostic, where: str) -> str:
    told = tell(fault, say())
    line = f"{where}:{fault.place.start.line}: " if where else ""
    return f"{line}{told.message}" + (f" — {told.hint}" if told.hint else "")


def _set(kind: Kind, tree: Plain, setting: str) -> Plain:
    name, equals, text = setting.partition("=")
    route = parse_route(name.strip())
    if not equals or route is None:
        raise ClustError(
            N_("--set: “{word}” is not written as FIELD=VALUE"),
            N_("write for example --set territory.main_town=Langres"),
            word=setting,
        )
    schema = schema_at(kind.fields, route)
    if schema is None:
        raise _unknown_field(kind, name.strip())
    if name.strip() in FIXED:
        raise _fixed(name.strip())
    value = raw_value(schema, utf8(text))
    if isinstance(value, Diagnostic):
        raise refusal([value])
    return with_raw(tree, route, value)


def _file(kind: Kind, path: Path) -> tuple[Plain, dict[str, str]]:
    """The answers file: a mapping of fields, and `sections` by the id of each."""
    if not path.exists():
        raise ClustError(N_("“{path}” does not exist"), N_("check the path given after --answers"), path=path)
    try:
        data = path.read_bytes().removeprefix(BOM)
        text = YamlText(Source(str(path), data), data.decode("utf-8"), 0)
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "UTF-8"
        raise ClustError(
            N_("the answers cannot be read from “{path}”: {reason}"),
            N_("give a text file in UTF-8 that holds “field: value” lines"),
            path=path,
            reason=reason,
        ) from error
    node = parse_yaml(text)
    properties = {**kind.fields.get("properties", {}), "sections": _SECTIONS}
    fields = (
        Fields(text, faults=(node,))
        if isinstance(node, Diagnostic)
        else parse_fields(text, node, {**kind.fields, "properties": properties})
    )
    _refuse_faults(fields, str(path))
    for name in FIXED:
        if name in fields.values:
            raise _fixed(name)
    known = [section.id for section in kind.sections] + ([OPENING] if kind.opening else [])
    sections: Mapping[str, str] = fields.values.get("sections", {})
    tree = {name: value for name, value in fields.values.items() if name != "sections"}
    return tree, {chosen(name, known, "sections"): text for name, text in sections.items()}


def _refuse_faults(fields: Fields, where: str = "") -> None:
    """Stop at errors; a number written with spaces is read all the same."""
    faults = [fault for fault in fields.faults if fault.severity is Severity.ERROR]
    if faults:
        raise refusal(faults, where)


def _unknown_field(kind: Kind, word: str) -> ClustError:
    near = nearest_field(kind, word)
    message = N_("there is no field “{word}”; did you mean “{near}”?") if near else N_("there is no field “{word}”")
    return ClustError(message, N_("“clust schema {kind}” lists the fields"), word=word, near=near, kind=kind.name)


def _fixed(word: str) -> ClustError:
    return ClustError(N_("clust fills in “{word}” by itself"), N_("leave it out of the answers"), word=word)


def utf8(text: str) -> str:
    """The text, if the terminal gave it whole."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ClustError(N_("this text is not in UTF-8"), N_("set your terminal to UTF-8"), word=ascii(text)) from error
    return text
