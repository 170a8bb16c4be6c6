"""The packaged schema files, composed once when the wheel is built: YAML takes fifty times as long to read as JSON.

In and out: bytes. A file that has changed since, as in a checkout, is known by its checksum and read anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from zlib import crc32

from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.kinds.schema_files import SchemaFile, parse_schema_file
from clust_cli.core.places import Source
from clust_cli.core.plain import Plain
from clust_cli.core.reading.yaml_text import YamlText

COMPILED = "schemas/compiled.json"


def compile_schemas(packaged: Mapping[str, bytes]) -> bytes:
    """Compose every schema file, each beside the checksum of what it was made from."""
    files = {path: data for path, data in sorted(packaged.items()) if path.endswith(".yaml")}
    made = {path: [crc32(data), parse_packaged(path, data).value] for path, data in files.items()}
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode()


def read_packaged(path: str, packaged: Mapping[str, bytes]) -> SchemaFile:
    """A packaged file, as it was compiled if it has not changed since; its places are then unknown, for nobody asks."""
    data = packaged[path]
    checksum, value = _compiled(packaged.get(COMPILED, b"{}")).get(path, (0, {}))
    if checksum == crc32(data):
        return SchemaFile(YamlText(Source(path, data), "", 0), value, {})
    return parse_packaged(path, data)


@lru_cache
def parse_packaged(path: str, data: bytes) -> SchemaFile:
    """Compose a packaged file, once however many workspaces one process parses."""
    read = parse_schema_file(Source(path, data))
    if isinstance(read, Diagnostic):
        raise ValueError(f"{path}: the packaged schema cannot be read: {read.rule.id}")
    return read


@lru_cache(maxsize=2)
def _compiled(data: bytes) -> Mapping[str, tuple[int, Mapping[str, Plain]]]:
    made: Mapping[str, tuple[int, Mapping[str, Plain]]] = json.loads(data)
    return made
