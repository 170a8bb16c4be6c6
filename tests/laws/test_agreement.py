"""The agreement law: what check finds in a text is what the build will print, for both read one structure."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from markdown import texts
from pandoc_reader import PandocReader, facts

from clust_cli.core.reading.markdown import parse_body

pytestmark = pytest.mark.pandoc


@pytest.fixture(scope="module")
def pandoc():
    reader = PandocReader()
    yield reader
    reader.close()


def found(body):
    """What check finds, as `facts` has it."""
    return {
        "headings": [(one.level, " ".join(one.text.split())) for one in body.headings],
        "links": sorted(one.target for one in body.links),
        "images": sorted((one.target, " ".join(one.alt.split())) for one in body.images),
        "notes": len({*body.notes} - {flaw.word for flaw in body.flaws if flaw.rule == "unused-note"}),
        "tables": [([" ".join(cell.split()) for cell in one.header], one.rows) for one in body.tables],
        "fences": [(list(one.words[:1]), one.text.rstrip("\n")) for one in body.fences],
        # pandoc sets the text of a note where it is called.
        "claims": sorted(
            ((one.kinds, {key: value for key, value, _ in one.keys if key != "."}, one.text) for one in body.claims),
            key=str,
        ),
        "filled": [one.filled for one in body.sections],
        "items": [one.items for one in body.sections],
        "words": [one.words for one in body.sections],
    }


@settings(max_examples=400, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(text=texts())
def test_check_finds_what_pandoc_finds(pandoc, text):
    body = parse_body(text.encode())
    ours, theirs = found(body), facts(pandoc.read(body.prepared.decode()))
    if any(flaw.rule == "unused-note" for flaw in body.flaws):
        # A note that nobody calls is told; pandoc drops it, with what it claims.
        assert [one for one in theirs["claims"] if one not in ours["claims"]] == []
        theirs["claims"] = ours["claims"]
    assert ours == theirs
