"""What holds of any collection: a rename changes a term's words alone, and a merge unites two rows of every table."""

from __future__ import annotations

import shutil
from itertools import product

import pytest
from conftest import CLUST_YAML, ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_vocabulary import files, write

from clust_cli.cli.vocabulary_edits import Codebook
from clust_cli.core.check import check
from clust_cli.core.counting.axes import find_axis
from clust_cli.core.counting.crosstab import crosstab
from clust_cli.shell.files import read_disk

OWN = "schemas/vocabularies/action-types.yaml"
OLD, NEW = "gtec", "gpec"
TERM = "@@"
"""Where the generated texts name the term; the word itself also stands where it means something else."""

WRITTEN = st.sampled_from(["@@", "'@@'", '"@@"', '"@@"  # gtec', "@@\t# gtec"])
INLINE = st.sampled_from(["@@", "'@@'", '"@@"'])
OTHERS = ("label", "ptce", "formations")
CODES = st.lists(st.sampled_from([TERM, *OTHERS, "pedagogie"]), max_size=3, unique=True)
SPACES = st.sampled_from(["", " ", "\t", "  \t"])
PROSE = st.sampled_from(
    ["La gtec", "- Un `#gtec`", "> Été\u00a0: gtec, <!-- #gtec --> ici", "## Une partie", "- - Dedans"]
)
CLAIMS = st.sampled_from(
    [
        '[un]{.count of=territory where="action=@@"}',
        "[6]{ .count  where=\"action='@@' ou (code=@@ et non action=label)\"\tof=territory }",
        '**[tous]{.all of=territory where="action-code=@@" among="region=Corse or action!=@@"}**',
        "[deux]{.count of=territory where=\"action='GTEC'\"}",
        "[gtec]{.count of=action}",
    ]
)
ONLY = st.sampled_from(
    ["only: [@@, label]", "only: [ label , '@@' ]  # gtec", 'only:\n  - label\n  - "@@" # gtec\n  - ptce']
)


@st.composite
def action(draw):
    type = draw(st.sampled_from([TERM, *OTHERS]))
    style = draw(
        st.sampled_from(
            ["{{type: {0}, title: gtec}}", "type: {0}\n    title: La gtec ", "title: 'gtec'\n    type: {0}"]
        )
    )
    word = draw(INLINE if style[0] == "{" else WRITTEN) if type == TERM else type
    return f"  - {style.format(word)}"


@st.composite
def monography(draw, name):
    fields = "".join(f"{one}\n" for one in draw(st.lists(action(), min_size=1, max_size=4)))
    doubt = draw(st.sampled_from(["", "accepted: [{rule: unsupported-action, what: @@, reason: gtec}]\n"]))
    body = []
    for prose in draw(st.lists(PROSE, max_size=5)):
        codes = "".join(f" #{code}" for code in draw(CODES))
        body.append(f"{prose}{codes}{draw(SPACES)}\n")
    body += draw(st.lists(CLAIMS, max_size=2))
    return (
        f"---\nkind: monography\nedition: 1\ntitle: La gtec de {name}\nstatus: draft # gtec\n"
        f"territory: {{id: {name}, short: {name}, regions: [{draw(st.sampled_from(['Corse', 'Bretagne']))}]}}\n"
        f"{doubt}actions:\n{fields}---\n\n" + "\n".join(body) + "\n"
    )


@st.composite
def collection(draw):
    texts = {f"mementos/01-x/monographies/{name}.md": draw(monography(name)) for name in ("a", "b", "c")}
    block = f'```crosstab\n{draw(ONLY)}\nwhere: "action=@@ or action=label"\n```\n'
    head = "---\nkind: memento\nedition: 1\ntitle: Essai\nstatus: draft\nnumber: 1\n---\n\n"
    texts["mementos/01-x/memento.md"] = f"{head}{block}\n{draw(CLAIMS)}\n"
    packaged = (ROOT / OWN).read_text(encoding="utf-8")
    texts[OWN] = (
        packaged.replace("- id: gtec", f"- id: {draw(WRITTEN)}") + "  - {id: gpect, label: G, replaced_by: @@}\n"
    )
    newline, bom = draw(st.sampled_from(["\n", "\r\n"])), draw(st.sampled_from(["", "\ufeff"]))
    return {"clust.yaml": CLUST_YAML} | {path: bom + text.replace("\n", newline) for path, text in texts.items()}


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return tmp_path_factory.mktemp("mémentos d'été")


def bytes_of(texts, term):
    return {path: text.replace(TERM, term).encode() for path, text in texts.items()}


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(texts=collection())
def test_a_rename_changes_the_words_of_the_term_and_back_again(root, texts):
    shutil.rmtree(root)
    write(root, bytes_of(texts, OLD))
    Codebook(root, "action-types").rename(OLD, NEW, "").finish(dry_run=False)
    assert files(root) == bytes_of(texts, NEW)
    Codebook(root, "action-types").rename(NEW, OLD, "").finish(dry_run=False)
    assert files(root) == bytes_of(texts, OLD)


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(texts=collection(), into=st.sampled_from(OTHERS), drop=st.booleans())
def test_after_a_merge_every_table_has_the_two_rows_united(root, texts, into, drop):
    shutil.rmtree(root)
    write(root, bytes_of(texts, OLD))
    before = read_disk(root).parse()
    Codebook(root, "action-types").merge(OLD, into, drop=drop).finish(dry_run=False)
    after = read_disk(root).parse()
    axes = ("action", "action-code", "code", "territory", "region", "advice-theme")
    for rows, columns in product(axes, axes):
        old, new = (cells(workspace, rows, columns) for workspace in (before, after))
        united: dict[tuple[str, str], set[str]] = {}
        for pair, documents in old.items():
            moved = tuple(into if value == OLD else value for value in pair)
            united.setdefault(moved, set()).update(documents)
        if rows != columns:  # inside one axis, each value meets the others of its item: a pair of two is then one
            assert new == united
    for document in after.documents:
        for passage in document.body.passages:
            codes = [code.id for code in passage.codes]
            assert len(codes) == len(set(codes))
    told = {one.rule.id for one in check(after).diagnostics}
    assert not told & {"retired-value", "unknown-code", "unknown-value", "broken-query", "broken-vocabulary"}


def cells(workspace, rows, columns):
    one, other = find_axis(workspace, rows), find_axis(workspace, columns)
    table = crosstab(workspace, workspace.documents, one, other)
    return {pair: set(documents) for pair, documents in table.cells.items()}
