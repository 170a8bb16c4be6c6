"""The codebook of a memento: which terms it prints, in what order, and what is counted for each."""

from __future__ import annotations

import json

import pytest
from conftest import ROOT, make_workspace
from counting import actions, collection, monography

from clust_cli.core.blocks import CodebookBlock, blocks
from clust_cli.core.check import check
from clust_cli.core.counting.codebook import term_uses
from clust_cli.core.counting.crosstab import counted_documents
from clust_cli.core.printing.ast import plain_text
from clust_cli.core.printing.codebook_nodes import codebook_nodes

PHRASES = json.loads((ROOT / "templates" / "phrases.json").read_text(encoding="utf-8"))
MEMENTO = "mementos/01-essai/memento.md"
HEAD = "---\nkind: memento\nedition: 1\ntitle: Essai\nstatus: draft\nnumber: 1\n---\n\n## Grille\n\n"
A = monography(
    "a",
    actions=[*actions("gtec", "tourisme"), {"id": "made-in", "type": "label", "title": "Une marque"}],
    body="## Contexte\n\nUn. #gtec #made-in\n\nDeux. #made-in\n\n## Conseils\n\n- Trois. #pedagogie\n",
)
B = monography("b", actions=actions("gtec", "gtec"), body="## Contexte\n\nRien.\n\n## Conseils\n\n- Quatre. #ptce\n")


def essay(block="```codebook\n```\n", **documents):
    return make_workspace({MEMENTO: HEAD + block, **collection({"a": A, "b": B, **documents})})


def printed(workspace, vocabulary="", lang="fr"):
    """The tables: the caption of each, and the texts of its rows."""
    nodes = codebook_nodes(CodebookBlock(vocabulary), workspace, workspace.documents, PHRASES[lang])
    tables = [node["c"] for node in nodes if node["t"] == "Table"]
    return {
        plain_text(caption[1]): [[plain_text(cell[4]) for cell in row[1]] for row in bodies[0][3]]
        for _attributes, caption, _columns, _head, bodies, _foot in tables
    }


def test_only_the_terms_that_are_used_are_printed_in_their_order_under_their_groups():
    assert printed(essay()) == {
        "Types d'action": [
            ["Labels et dispositifs"],
            ["Label", "Marque ou signe de reconnaissance du territoire.", "1", "2"],
            ["GTEC", "Gestion territoriale des emplois et des compétences.", "2", "1"],
            ["PTCE", "Pôle territorial de coopération économique.", "1", "1"],
            ["Autres actions"],
            ["Tourisme", "Offre, promotion ou patrimoine touristiques.", "1", "0"],
        ],
        "Thèmes des conseils": [["Pédagogie", "Expliquer, sensibiliser, mobiliser.", "1", "1"]],
    }


def test_one_vocabulary_may_be_asked_for():
    assert list(printed(essay(), "advice-themes")) == ["Thèmes des conseils"]
    assert printed(essay(), "obstacle-themes") == {}


def test_nothing_is_printed_where_nothing_is_used():
    workspace = make_workspace({MEMENTO: HEAD})
    assert codebook_nodes(CodebookBlock(), workspace, workspace.documents, PHRASES["fr"]) == []


@pytest.mark.parametrize(("word", "near"), [("action-type", "action-types"), ("carriers", "")])
def test_a_block_names_a_vocabulary_that_codes_passages(word, near):
    workspace = essay(f"```codebook\nvocabulary: {word}\n```\n")
    [told] = [one for one in check(workspace).diagnostics if one.rule.id == "unknown-value"]
    assert (told.place.quoted, told.arguments["near"]) == (word, near)
    assert told.arguments["known"] == ("action-types", "advice-themes", "obstacle-themes")


def test_a_block_of_a_file_with_windows_line_ends_is_told_at_its_word():
    text = HEAD + "```crosstab\nrows: action\ncolumns: territory\nonly: [gtec, gtek]\n```\n"
    workspace = make_workspace({MEMENTO: text.replace("\n", "\r\n")})
    [told] = [one for one in check(workspace).diagnostics if one.rule.id == "unknown-value"]
    assert (told.place.quoted, told.place.start) == ("gtek", (14, 14))


@pytest.mark.parametrize("text", ["", "vocabulary: advice-themes\n"])
def test_a_block_is_read(text):
    workspace = essay(f"```codebook\n{text}```\n")
    [(_fence, block)] = blocks(workspace.by_path[MEMENTO], workspace)
    assert block == CodebookBlock("advice-themes" if text else "")


def test_the_counts_of_memento_2_are_those_of_a_count_by_hand(memento_2):
    documents = counted_documents(memento_2, memento_2.memento(2))
    for vocabulary in (one for one in memento_2.vocabularies.values() if one.codable):
        for term, naming, carrying in term_uses(memento_2, vocabulary, documents):
            declared, coded, passages = set(), set(), 0
            for document in documents:
                entries = document.values.get("actions", ())
                mine = {entry["id"] for entry in entries if entry.get("id") and entry["type"] == term.id}
                others = {entry["id"] for entry in entries if entry.get("id") and entry["type"] != term.id}
                declared |= {document.id for entry in entries if entry["type"] == term.id}
                for passage in document.body.passages:
                    if {code.id for code in passage.codes} & ({term.id, *mine} - others):
                        coded.add(document.id)
                        passages += 1
            assert (naming, carrying) == (len(declared | coded), passages), term.id


def test_every_term_that_memento_2_prints_is_defined_in_both_languages(memento_2):
    documents = counted_documents(memento_2, memento_2.memento(2))
    for vocabulary in (one for one in memento_2.vocabularies.values() if one.codable):
        used = [one.term for one in term_uses(memento_2, vocabulary, documents) if one.documents]
        assert used
        assert [term.id for term in used if not term.definition.endswith(".")] == []
