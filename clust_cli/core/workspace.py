"""The workspace: every file of a collection as values.

In: texts as a mapping of path to bytes, images and fonts as mappings of path to header. Out: a Workspace.
A broken file is a value too: it yields its diagnostics and never hides the other files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from clust_cli.core import catalogue
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.documents import Document, document_id, is_document_path, parse_document
from clust_cli.core.geography import Geography
from clust_cli.core.glossary import GLOSSARY, NO_GLOSSARY, Glossary, parse_glossary
from clust_cli.core.kinds.compiled import read_packaged
from clust_cli.core.kinds.field_schemas import localised
from clust_cli.core.kinds.kind import Axis, Kind
from clust_cli.core.kinds.malformed import malformed
from clust_cli.core.kinds.schema_files import SchemaFile, Schemas, parse_schema_file, parse_schemas
from clust_cli.core.kinds.vocabularies import Vocabulary
from clust_cli.core.names import NAMES, Register, parse_names
from clust_cli.core.places import Source
from clust_cli.core.plain import Plain
from clust_cli.core.reading.fields import Fields, parse_fields
from clust_cli.core.reading.yaml_text import YamlText
from clust_cli.core.words import fold
from clust_cli.core.words_file import WORDS

DEFAULT_LANG = "fr"
CONFIG = "clust.yaml"


class ImageHeader(NamedTuple):
    """What check knows of an image. Units: `size` in bytes, width and height in pixels.

    `trouble` is empty, or names why the image is refused: symlink, format, truncated, size, pixels, ending.
    """

    format: str = ""
    width: int = 0
    height: int = 0
    size: int = 0
    trouble: str = ""


class FontHeader(NamedTuple):
    """What check knows of a font file. Units: `size` in bytes; `weight` from 100 to 900, 400 being regular.

    `trouble` is empty, or names why the file is refused: symlink, format, truncated, size.
    """

    format: str = ""
    family: str = ""
    weight: int = 400
    italic: bool = False
    size: int = 0
    trouble: str = ""


@dataclass(frozen=True)
class Memento:
    """A numbered folder: its own document, and the documents it prints, in printing order."""

    number: int
    folder: str
    document: Document | None
    documents: tuple[Document, ...]

    @property
    def title(self) -> str:
        """The title, or the folder's name while there is none."""
        return self.document.title if self.document else self.folder.rsplit("/", 1)[-1]


@dataclass(frozen=True)
class Workspace:
    """A collection. `faults` are those of its own files: clust.yaml, names.yaml, kinds and vocabularies."""

    config: Fields
    schemas: Schemas
    documents: tuple[Document, ...] = ()
    mementos: tuple[Memento, ...] = ()
    images: Mapping[str, ImageHeader] = field(default_factory=dict)
    fonts: Mapping[str, FontHeader] = field(default_factory=dict)
    faults: tuple[Diagnostic, ...] = ()
    geography: Geography = field(default_factory=Geography)
    misnamed: tuple[str, ...] = ()
    """Paths of files that were perhaps meant as documents, and whose name keeps them from being read."""
    names: Register = field(default_factory=Register)
    glossary_file: bytes | Diagnostic | None = None
    words_file: bytes | Diagnostic | None = None
    """Of glossary.yaml and words.txt: the bytes, or why it is not read. Both are read only when a command asks."""

    @property
    def kinds(self) -> Mapping[str, Kind]:
        """The kinds by name."""
        return self.schemas.kinds

    @property
    def vocabularies(self) -> Mapping[str, Vocabulary]:
        """The vocabularies by name."""
        return self.schemas.vocabularies

    @property
    def title(self) -> str:
        """The collection's title."""
        return str(self.config.values.get("title", ""))

    @property
    def lang(self) -> str:
        """The collection's language: what is printed and scaffolded."""
        return str(self.config.values.get("lang", DEFAULT_LANG))

    @cached_property
    def glossary(self) -> Glossary:
        """The terms that glossary.yaml explains."""
        if not isinstance(self.glossary_file, bytes):
            return replace(NO_GLOSSARY, faults=(self.glossary_file,)) if self.glossary_file else NO_GLOSSARY
        return parse_glossary(self.glossary_file)

    @cached_property
    def by_path(self) -> Mapping[str, Document]:
        """The documents by their path."""
        return {document.path: document for document in self.documents}

    @cached_property
    def by_id(self) -> Mapping[str, Document]:
        """The documents by their id, NN/slug."""
        return {document.id: document for document in self.documents}

    @cached_property
    def axes(self) -> Mapping[str, Axis]:
        """Every axis of every kind, the monographies' first where two kinds share a name."""
        axes: dict[str, Axis] = {}
        for kind in self.kinds.values():
            for name, axis in kind.axes.items():
                axes.setdefault(name, axis)
        return axes

    def memento(self, number: int) -> Memento | None:
        """The memento of a number, or None."""
        return next((memento for memento in self.mementos if memento.number == number), None)


def parse(
    sources: Mapping[str, bytes],
    packaged: Mapping[str, bytes],
    images: Mapping[str, ImageHeader] | None = None,
    *,
    fonts: Mapping[str, FontHeader] | None = None,
    links: frozenset[str] = frozenset(),
    misnamed: tuple[str, ...] = (),
    lang: str | None = None,
) -> Workspace:
    """Read a whole collection.

    Shape: `sources` maps paths of the workspace to bytes, `packaged` the files of schemas/ that clust ships; a
    workspace's own schema file of the same name comes first. The lists of `geography` are taken out of `packaged`
    when a rule first asks. `links` are paths that are symbolic links: they are told, never read. `lang` is the
    language of labels; without it, the collection's.
    """
    config = _config(sources.get(CONFIG, b""), packaged, lang)
    lang = lang or str(config.values.get("lang", DEFAULT_LANG))
    schemas = _schemas(sources, packaged, lang)
    names_file = _beside(NAMES, sources, links)
    refused = Register(faults=(names_file,) if isinstance(names_file, Diagnostic) else ())
    names = parse_names(names_file) if isinstance(names_file, bytes) else refused
    documents = tuple(
        parse_document(Source(path, data), schemas.kinds, schemas.broken, is_link=path in links)
        for path, data in sorted(sources.items())
        if is_document_path(path)
    )
    return Workspace(
        config,
        schemas,
        documents,
        _mementos(documents),
        images or {},
        fonts or {},
        (*config.faults, *schemas.faults, *names.faults),
        geography=Geography(packaged),
        misnamed=misnamed,
        names=names,
        glossary_file=_beside(GLOSSARY, sources, links),
        words_file=_beside(WORDS, sources, links),
    )


def memento_folder(path: str) -> str:
    """The numbered folder that holds a path."""
    return "/".join(path.split("/")[:2])


def is_schema_path(path: str) -> bool:
    """Whether a path is one of a kind, a vocabulary or a funder."""
    return path.startswith("schemas/") and path.endswith(".yaml") and not path.startswith("schemas/meta/")


def _config(data: bytes, packaged: Mapping[str, bytes], lang: str | None) -> Fields:
    read = parse_schema_file(Source(CONFIG, data)) if data.strip() else None
    own = read.value.get("lang") if isinstance(read, SchemaFile) else None
    schema = localised(read_packaged("schemas/meta/workspace.yaml", packaged).value, lang or str(own or DEFAULT_LANG))
    if isinstance(read, SchemaFile):
        return parse_fields(read.text, read.nodes[()], schema)
    return Fields(YamlText(Source(CONFIG, data), "", 0), schema=schema, faults=(read,) if read else ())


def _beside(path: str, sources: Mapping[str, bytes], links: frozenset[str]) -> bytes | Diagnostic | None:
    """A file beside clust.yaml that is read when someone asks; a link is told, never read."""
    return catalogue.SYMBOLIC_LINK.at(Source(path, b"").place()) if path in links else sources.get(path)


def _schemas(sources: Mapping[str, bytes], packaged: Mapping[str, bytes], lang: str) -> Schemas:
    # A file that is the packaged one, byte for byte, is trusted like it: no need to check it again.
    own = {
        path: Source(path, data)
        for path, data in sources.items()
        if is_schema_path(path) and packaged.get(path) != data
    }
    trusted = [read_packaged(path, packaged) for path in packaged if is_schema_path(path) and path not in own]
    read = {path: parse_schema_file(source) for path, source in sorted(own.items())}
    good = [file for file in read.values() if isinstance(file, SchemaFile)]
    faults = [fault for fault in read.values() if isinstance(fault, Diagnostic)]
    broken = {path.rsplit("/", 1)[-1].removesuffix(".yaml") for path, file in read.items() if file not in good}
    if good:
        wrong = malformed(good, trusted, packaged)
        faults += wrong.faults
        broken |= wrong.names
        good = [file for file in good if file not in wrong.files]
    # A broken kind keeps no documents; a broken vocabulary or funder gives way to the packaged one, if there is one.
    spare = [read_packaged(path, packaged) for path in own if path in packaged and not _kept(path, good)]
    spare = [file for file in spare if "kind" not in file.value]
    made = parse_schemas([*trusted, *good, *spare], lang)
    return replace(made, faults=tuple(faults), broken=frozenset(broken))


def _kept(path: str, files: Iterable[SchemaFile]) -> bool:
    return any(file.text.source.path == path for file in files)


def _mementos(documents: Iterable[Document]) -> tuple[Memento, ...]:
    folders: dict[str, list[Document]] = {}
    for document in documents:
        folders.setdefault(memento_folder(document.path), []).append(document)
    mementos = (_memento(folder, inside) for folder, inside in folders.items())
    return tuple(sorted(mementos, key=lambda memento: (memento.number, memento.folder)))


def _memento(folder: str, inside: list[Document]) -> Memento:
    own = next((document for document in inside if document.path == f"{folder}/memento.md"), None)
    others = [document for document in inside if document is not own]
    order: list[Plain] = list(own.values.get("order") or ()) if own else []
    ranks = {slug: rank for rank, slug in enumerate(order)}
    others.sort(key=lambda document: (ranks.get(document.slug, len(ranks)), fold(document.title), document.id))
    return Memento(document_id(inside[0].path)[0], folder, own, tuple(others))
