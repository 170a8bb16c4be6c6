"""Documents: one Markdown file as a value, its fields and body read by its kind, its faults told.

In: a source, the kinds and vocabularies. Out: a Document, whatever the file holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from clust_cli.core import catalogue
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.kinds.kind import Kind, SectionRule
from clust_cli.core.places import BOM, Place, Source, Span
from clust_cli.core.plain import Plain, value_at
from clust_cli.core.reading.body import Body, Section
from clust_cli.core.reading.fields import Fields, parse_fields
from clust_cli.core.reading.markdown import parse_body
from clust_cli.core.reading.prose import Prose, prose
from clust_cli.core.reading.yaml_text import YamlText, parse_yaml
from clust_cli.core.words import fold, nearest

MAX_BYTES = 200 * 1000
STATUSES = ("draft", "review", "ready", "published")
_FOLDER = re.compile(r"mementos/(\d{1,2})-[^/]+/")
_CLOSING = re.compile(rb"(?m)^(?:---|\.\.\.)[ \t]*\r?$\n?")
# A line such as `people:` where the text should begin: the closing line stands too early.
_FIELD_AFTER = re.compile(rb"\s*[a-z_]+:(?:[ \t][^\n]*)?\r?\n")
_KIND_LINE = re.compile(r"(?m)^kind:[ \t]*([\"']?)([^\s\"'#]*)\1")


@dataclass(frozen=True)
class Document:
    """One document. `kind` is None when its file names none that we know; then nothing but its faults is told.

    `id` is NN/slug. `faults` were met while reading; `unreadable` when nothing of it can be trusted.
    """

    source: Source
    id: str
    number: int
    kind: Kind | None = None
    fields: Fields = field(default_factory=lambda: Fields(YamlText(Source("", b""), "", 0)))
    body: Body = field(default_factory=Body)
    body_start: int = 0
    faults: tuple[Diagnostic, ...] = ()
    unreadable: bool = False

    @property
    def path(self) -> str:
        """The path from the workspace's root, with `/`."""
        return self.source.path

    @property
    def slug(self) -> str:
        """The file's name without its ending."""
        return self.id.split("/", 1)[1]

    @property
    def values(self) -> Mapping[str, Plain]:
        """The fields that are filled and could be read."""
        return self.fields.values

    @property
    def title(self) -> str:
        """The title, or the file's name while there is none."""
        return str(self.values.get("title") or self.slug)

    @property
    def status(self) -> str:
        """How far the writing is; `draft` until it says otherwise."""
        status = self.values.get("status")
        return status if status in STATUSES else "draft"

    @property
    def is_finished(self) -> bool:
        """Whether it claims to be complete: what is missing is then an error."""
        return self.status in ("ready", "published")

    @property
    def gaps(self) -> Mapping[str, str]:
        """The gaps its author declares: what, and the reason."""
        return self.values.get("gaps") or {}

    def value(self, path: str) -> Plain:
        """A field by its dotted path, or None."""
        return value_at(self.values, path)

    def place(self, span: Span) -> Place:
        """A place in the document's file."""
        return Place(self.source, span)

    @cached_property
    def codes(self) -> Mapping[str, tuple[int, ...]]:
        """The codes of the text as they are met, each with the numbers of the passages that carry it."""
        carried: dict[str, list[int]] = {}
        for number, passage in enumerate(self.body.passages):
            for code in dict.fromkeys(code.id for code in passage.codes):
                carried.setdefault(code, []).append(number)
        return {code: tuple(numbers) for code, numbers in carried.items()}

    @cached_property
    def prose(self) -> Prose:
        """The plain words of the body; few rules need the place of one, and only where a quick look saw something."""
        return prose(self.source.data[self.body_start :], self.body_start)

    @property
    def heading_place(self) -> Place:
        """Where to point for something the whole document owes: the line that opens it."""
        newline = self.source.data.find(b"\n")
        return self.source.place(0, newline if newline >= 0 else len(self.source.data))

    @property
    def end_place(self) -> Place:
        """Where to point for something missing from the text: its last line."""
        data = self.source.data.rstrip()
        start = data.rfind(b"\n") + 1
        return self.source.place(start, len(data))

    def section_of(self, rule: SectionRule) -> Section | None:
        """The section that answers a kind's rule, found through its heading and aliases."""
        return next((section for section, named in self.named_sections() if named is rule), None)

    def rule_of(self, section: Section) -> SectionRule | None:
        """The kind's rule that a section answers, or None for a heading of the author's own."""
        return self.kind.rules_by_heading.get(fold(section.heading)) if self.kind else None

    def named_sections(self) -> Iterator[tuple[Section, SectionRule | None]]:
        """The sections under a heading, each with the rule it answers."""
        for section in self.body.sections[1:]:
            yield section, self.rule_of(section)


def parse_document(
    source: Source,
    kinds: Mapping[str, Kind],
    broken_kinds: frozenset[str] = frozenset(),
    *,
    is_link: bool = False,
) -> Document:
    """Read one file of a memento's folder; a symbolic link is refused, for it may lead anywhere."""
    number, id = document_id(source.path)
    blank = Document(source, id, number, unreadable=True)
    if is_link:
        return _refused(blank, catalogue.SYMBOLIC_LINK.at(source.place()))
    if len(source.data) > MAX_BYTES:
        return _refused(blank, catalogue.TOO_LARGE.at(blank.heading_place, limit=MAX_BYTES // 1000))
    try:
        source.data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _refused(blank, catalogue.NOT_UTF8.at(source.place(error.start, error.start + 1)))
    front = _front_matter(source)
    if isinstance(front, Diagnostic):
        return _refused(blank, front)
    text, body_start = front
    node = parse_yaml(text)
    if isinstance(node, Diagnostic):
        return _refused(blank, node)
    named = _KIND_LINE.search(text.text)
    name = named[2] if named else ""
    kind = kinds.get(name)
    body = parse_body(source.data[body_start:], body_start)
    if kind is None or kind.abstract:
        faults = () if name in broken_kinds else (_unknown_kind(text, name, named, kinds),)
        return Document(source, id, number, None, Fields(text), body, body_start, faults)
    fields = parse_fields(text, node, kind.fields)
    return Document(source, id, number, kind, fields, body, body_start, fields.faults)


def document_id(path: str) -> tuple[int, str]:
    """The number of the memento whose folder holds a path, and the document's id, NN/slug."""
    found = _FOLDER.match(path)
    number = int(found[1]) if found else 0
    stem = path.rsplit("/", 1)[-1].removesuffix(".md")
    return number, f"{number:02}/{stem}"


def is_document_path(path: str) -> bool:
    """Whether a path is one of a document: a Markdown file in a numbered folder of mementos/."""
    return path.endswith(".md") and bool(_FOLDER.match(path))


def _refused(document: Document, fault: Diagnostic) -> Document:
    return Document(document.source, document.id, document.number, faults=(fault,), unreadable=True)


def _front_matter(source: Source) -> tuple[YamlText, int] | Diagnostic:
    """The front matter and where the body begins, in bytes."""
    begin = len(BOM) if source.data.startswith(BOM) else 0
    opening = re.match(rb"---[ \t]*\r?\n", source.data[begin:])
    if not opening:
        newline = source.data.find(b"\n")
        return catalogue.MISSING_FRONT_MATTER.at(source.place(0, newline if newline > 0 else len(source.data)))
    start = begin + opening.end()
    closing = _CLOSING.search(source.data, start)
    if not closing:
        return catalogue.BROKEN_YAML.at(source.place(begin, begin + 3), "unclosed")
    if _FIELD_AFTER.match(source.data, closing.end()):
        return catalogue.BROKEN_YAML.at(source.place(closing.start(), closing.start() + 3), "early")
    return YamlText(source, source.data[start : closing.start()].decode("utf-8"), start), closing.end()


def _unknown_kind(text: YamlText, name: str, named: re.Match[str] | None, kinds: Mapping[str, Kind]) -> Diagnostic:
    known = tuple(sorted(kind.name for kind in kinds.values() if not kind.abstract))
    if not named or not name:
        return catalogue.UNKNOWN_KIND.at(text.place_of(0, len(text.text.split("\n", 1)[0])), "missing", known=known)
    near = nearest(name, known)
    place = text.place_of(named.start(2), named.end(2))
    return catalogue.UNKNOWN_KIND.at(place, "" if near else "list", word=name, near=near, known=known)
