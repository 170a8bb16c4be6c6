"""The compiled schemas say what the YAML says, and only as long as it does."""

from __future__ import annotations

import json

from clust_cli.core.kinds.compiled import COMPILED, compile_schemas, parse_packaged, read_packaged
from clust_cli.core.workspace import parse
from clust_cli.shell.packaged import read_packaged_schemas

FILES = {path: data for path, data in read_packaged_schemas().items() if path.endswith(".yaml")}
WITH = {**FILES, COMPILED: compile_schemas(FILES)}


def test_a_compiled_file_has_the_values_of_its_yaml():
    assert len(json.loads(WITH[COMPILED])) == len(FILES)
    for path, data in FILES.items():
        assert read_packaged(path, WITH).value == parse_packaged(path, data).value
        assert read_packaged(path, WITH).nodes == {}


def test_a_file_that_has_changed_since_is_read_anew():
    path = "schemas/vocabularies/genders.yaml"
    changed = {**WITH, path: WITH[path].replace(b"vocabulary: genders", b"vocabulary: genres")}
    assert read_packaged(path, changed).value["vocabulary"] == "genres"


def test_a_workspace_is_the_same_with_and_without():
    one, other = (parse({"clust.yaml": b"title: Essai"}, packaged) for packaged in (FILES, WITH))
    assert one.schemas == other.schemas
    assert one.config.values == other.config.values
