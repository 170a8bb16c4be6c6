"""The second lock: what pandoc read from a text nobody vouches for, built anew from a whitelist."""

from __future__ import annotations

import pytest
from conftest import make_workspace

from clust_cli.core import catalogue
from clust_cli.core.check import check
from clust_cli.core.printing.ast import Node, Nodes, para, words
from clust_cli.core.printing.dress.typst import dress_typst
from clust_cli.core.printing.sanitise import REFUSALS, sanitise
from clust_cli.core.workspace import ImageHeader
from clust_cli.shell.pandoc import Reading

PATH = "mementos/02-essai/monographies/pays.md"
FRONT = "---\nkind: monography\nedition: 1\ntitle: Pays\nstatus: draft\n---\n"
IMAGES = {
    "mementos/02-essai/monographies/bon.png": ImageHeader("png", 10, 10, 100),
    "mementos/02-essai/monographies/mauvais.png": ImageHeader(trouble="format"),
}

HOSTILE = {
    "RawBlock": "<div onclick='x'>\n\ntexte\n\n</div>\n",
    "RawInline": "un <b>mot</b>\n",
    "attribute": '[x]{typst:text:font="(read(1))"}\n',
    "code word": "```python\nx\n```\n",
    "link elsewhere": "[x](javascript:alert)\n",
    "link nowhere": "[x](absent.md)\n",
    "image elsewhere": "![texte](https://exemple.fr/a.png)\n",
    "image outside": "![texte](../../../../etc/a.png)\n",
    "image nowhere": "![texte](absent.png)\n",
    "image unreadable": "![texte](mauvais.png)\n",
}


def nested(node: Node, depth: int) -> Nodes:
    for _ in range(depth):
        node = {"t": "BlockQuote", "c": [node]}
    return [node]


def read(text: str):
    workspace = make_workspace({PATH: FRONT + text}, IMAGES)
    [document] = workspace.documents
    return workspace, document, Reading([document]).bodies()[PATH]


def types(nodes: Nodes) -> set[str]:
    found: set[str] = set()

    def walk(value) -> None:
        if isinstance(value, dict):
            found.add(value.get("t", ""))
            walk(value.get("c"))
        elif isinstance(value, list):
            for one in value:
                walk(one)

    walk(nodes)
    return found


def test_every_refusal_is_told_by_a_rule_of_the_catalogue():
    assert {rule for rule in REFUSALS.values() if rule not in catalogue.BY_ID} == set()


def test_the_hostile_texts_try_every_refusal():
    assert set(HOSTILE) | {"depth"} == set(REFUSALS)


@pytest.mark.pandoc
@pytest.mark.parametrize("what", HOSTILE)
def test_what_is_refused_is_also_told_by_check(what):
    workspace, document, blocks = read(HOSTILE[what])
    refused = {refusal.what for refusal in sanitise(blocks, document, workspace).refusals}
    assert what in refused
    assert REFUSALS[what] in {one.rule.id for one in check(workspace).diagnostics}


@pytest.mark.pandoc
def test_no_raw_node_and_no_attribute_of_the_author_reaches_a_writer():
    text = (
        "".join(HOSTILE.values())
        + '\n{#id .c typst:fill="red"}\nTexte {.x}\n\n`code`{=typst}\n\n## Titre {.unnumbered}\n'
    )
    workspace, document, blocks = read(text)
    clean = sanitise(blocks, document, workspace).blocks
    assert not types(clean) & {"RawBlock", "RawInline", "Div", "Math"}
    assert "read(" not in str(clean)
    assert "typst:" not in str(clean)


def test_a_tree_deeper_than_any_text_should_be_is_cut_and_told():
    workspace = make_workspace({PATH: FRONT})
    clean = sanitise(nested(para(words("x")), 60), workspace.documents[0], workspace)
    assert [refusal.rule for refusal in clean.refusals] == ["too-nested"]


def test_a_node_that_our_dialect_cannot_give_is_a_bug():
    workspace = make_workspace({PATH: FRONT})
    with pytest.raises(ValueError, match="Math"):
        sanitise([para([{"t": "Math", "c": [{"t": "InlineMath"}, "x"]}])], workspace.documents[0], workspace)


@pytest.mark.pandoc
def test_harmless_texts_go_through_unchanged():
    text = (
        "Un *mot* **fort**, `code`, [lien](https://exemple.fr/a?b=c), [anglais]{lang=en}[^1].\n\n"
        "- a\n- b\n\n3. c\n\n> cité\n\n| A | B |\n|---|--:|\n| 1 | 2 |\n\n"
        "![texte](bon.png){width=50%}\n\n---\n\n[^1]: note\n"
    )
    workspace, document, blocks = read(text)
    clean = sanitise(blocks, document, workspace)
    assert clean.refusals == ()
    assert types(clean.blocks) == types(blocks)


@pytest.mark.pandoc
def test_an_image_leads_to_its_path_in_the_workspace_with_the_sizes_we_know():
    workspace, document, blocks = read('![texte](bon.png "Légende"){width=50%}\n')
    [figure] = sanitise(blocks, document, workspace).blocks
    attributes, _alt, target = figure["c"][2][0]["c"][0]["c"]
    assert attributes == ["", [], [["width", "50%"]]]
    assert target == ["mementos/02-essai/monographies/bon.png", "Légende"]


def test_every_word_that_typst_may_take_for_a_mark_is_escaped():
    for word in (
        "-",
        "=",
        "+",
        "/",
        "2016.",
        "a--b",
        "...",
        "#read",
        "$x$",
        "<b>",
        "@x",
        "~",
        "_x_",
        "*x*",
        "`x`",
        "\\",
        "//c",
        "'x",
    ):
        [_begin, paragraph, _end] = dress_typst([para([{"t": "Str", "c": word}])])
        [node] = paragraph["c"]
        assert node == {
            "t": "RawInline",
            "c": ["typst", "".join(f"\\{one}" if not one.isalnum() else one for one in word)],
        }
