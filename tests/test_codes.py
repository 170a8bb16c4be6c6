"""Codes and fields answer each other: what declares, what tells, and what only names."""

from __future__ import annotations

import pytest
from conftest import make_workspace
from counting import action, collection, monography

from clust_cli.core.check import check

RULES = ("unknown-code", "unsupported-action", "undeclared-action", "uncoded-mention", "needless-accepted")


def told(body, *actions, **fields):
    """What check tells of codes in one monography: rule and word."""
    return [(one.rule.id, one.word) for one in found(body, *actions, **fields) if one.rule.id in RULES]


def found(body, *actions, **fields):
    """All that check tells of one monography."""
    text = monography("essai", body=body, actions=list(actions), **fields)
    return check(make_workspace(collection({"essai": text}))).diagnostics


def test_an_action_is_told_by_its_own_id_or_by_its_type():
    body = "Un service. #service\n\nUne marque. #label\n"
    assert told(body, action("gtec", id="service"), action("label", id="made-in"), action("label")) == []


def test_an_action_without_passage_is_named_by_its_id_else_by_its_type():
    unsupported = [("unsupported-action", "service"), ("unsupported-action", "label")]
    assert told("Rien.\n", action("gtec", id="service"), action("label")) == unsupported


def test_a_mark_that_the_text_does_not_tell_is_kept_with_its_reason_even_once_published():
    doubt = {"rule": "unsupported-action", "what": "label", "reason": "imprimé"}
    assert told("Rien.\n", action("label"), status="published", accepted=[doubt]) == []


def test_a_passage_without_its_action_is_told_once():
    assert told("Un. #gtec\n\nDeux. #gtec\n", action("label"), accepted=[]) == [
        ("unsupported-action", "label"),
        ("undeclared-action", "gtec"),
    ]


def test_a_hashtag_that_names_nothing_is_told_alone():
    assert told("La GTEC. #gtek\n", action("gtec")) == [("unknown-code", "gtek")]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Une PÉPINIÈRE ouvre.", "PÉPINIÈRE"),
        ("Deux pepinieres d’entreprises ouvrent.", "pepinieres d’entreprises"),
        ("- L'aide *TEPCV*, enfin.", "TEPCV"),
        ("Des circuits\ncourts.", "circuits courts"),
        ("> Le premier PTCE.", "PTCE"),
        ("## Une pépinière", "pépinière"),
        ("Un mot `tepcv`, puis TEPCV.", "TEPCV"),
    ],
)
def test_a_term_is_met_in_prose_however_it_is_written(text, word):
    assert told(f"{text}\n") == [("uncoded-mention", word)]


@pytest.mark.parametrize(
    "text",
    [
        "Le fichier `TEPCV`.",
        "[Une page](https://example.org/tepcv).",
        "Rien <!-- TEPCV -->.",
        "```\nTEPCV\n```",
        "La sous-pépinière et le TEPCVX.",
        "Un réseau. #mise-en-reseau",
    ],
)
def test_code_targets_comments_and_parts_of_words_name_nothing(text):
    assert told(f"{text}\n") == []


def test_a_mention_is_told_once_and_not_where_an_action_or_a_code_says_so():
    assert told("TEPCV, puis TEPCV.\n\nEncore TEPCV.\n") == [("uncoded-mention", "TEPCV")]
    assert told("L'aide TEPCV.\n\nDes vélos. #tepcv\n", action("tepcv")) == []


def test_the_place_of_a_mention_is_that_of_its_words():
    body = "Où l’œuvre — déjà — d’une pépinière\r\nd'entreprises naît.\r\n"
    workspace = make_workspace(collection({"essai": monography("essai", body=body)}))
    [told] = [one for one in check(workspace).diagnostics if one.rule.id == "uncoded-mention"]
    assert told.place.quoted == "pépinière\r\nd'entreprises"


def test_the_printed_table_of_memento_2_lacks_what_its_text_tells(memento_2):
    kept = [(one.document.slug, one.what) for one in check(memento_2).accepted if one.rule == "undeclared-action"]
    assert {("pays-centre-ouest-bretagne", "tepcv"), ("pays-vallee-de-la-dore", "tepcv")} <= set(kept)
    assert ("pays-de-thierache", "formations") in kept


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ("Une GTEC #gtec est née.", "#gtec"),
        ("Une GTEC est née #gtec, #formations", "#gtec"),
        ("Une GTEC est née (#gtec)", "#gtec"),
        ("Une GTEC est née #gtec !", "#gtec"),
        ("Une GTEC est née #gtec\ndans le Pays.", "#gtec"),
        ("#gtec: une démarche", "#gtec"),
        ("- Une GTEC #GTEC est née.", "#GTEC"),
        ("> Un élu #gtec parle.", "#gtec"),
        ("## Une #gtec dans le Pays\n\nTexte.", "#gtec"),
        ("| a | b |\n|---|---|\n| Une GTEC #gtec | c |", "#gtec"),
        ("Une note[^1].\n\n[^1]: La #gtec du Pays.", "#gtec"),
        ("Un élu #réunions parle.", "#réunions"),
    ],
)
def test_a_code_that_ends_no_passage_is_told_for_it_is_printed(body, word):
    [told] = [one for one in found(f"{body}\n") if one.rule.id == "unread-mark"]
    assert (told.variant, told.place.quoted, told.word) == ("code", word, word)


@pytest.mark.parametrize(
    "body",
    [
        "Une GTEC est née. #gtec",
        "Une GTEC est née #gtec #formations.",
        "\\#gtec est un code.",
        "Une \\#gtec dans la phrase.",
        "\\#gtec",
        "Le #1 du C# et le mot-dièse #merci à tous.",
        "Voir https://exemple.fr/page#gtec ou [ici](https://exemple.fr/#gtec) encore.",
        "Le code `#gtec` s'écrit ainsi.",
        "<!-- #gtec ici --> Texte.",
        "```\nUne #gtec là\n```",
        "page#gtec et la suite",
        "# gtec",
    ],
)
def test_what_is_no_code_or_is_read_as_one_is_not_told_to_be_printed(body):
    assert [one.word for one in found(f"{body}\n") if one.rule.id == "unread-mark"] == []


def test_an_action_may_carry_its_own_term_and_no_other():
    def clashes(id, type):
        told = found("Texte.\n", action(type, id=id))
        return [(one.variant, one.word) for one in told if one.rule.id == "duplicate-id"]

    assert clashes("gtec", "gtec") == []
    assert clashes("gtec", "label") == [("term", "gtec")]
    assert clashes("pedagogie", "label") == [("term", "pedagogie")]
    assert clashes("made-in", "label") == []


RETIRED = """format: 1
vocabulary: action-types
title: Types d'action
codable: true
terms:
  - {id: gtec, label: GTEC}
  - {id: label, label: Label}
  - {id: tepcv, label: TEPCV, replaced_by: label}
"""


def told_of_retired(text, *actions):
    """What check tells of hashtags in a monography and of a mention in its memento, `tepcv` being retired."""
    memento = "---\nkind: memento\nedition: 1\ntitle: Essai\nstatus: draft\nnumber: 1\n---\n\n## Un\n\nUn. #tepcv\n"
    files = collection({"essai": monography("essai", body=text, actions=list(actions))})
    files |= {"mementos/01-essai/memento.md": memento, "schemas/vocabularies/action-types.yaml": RETIRED}
    rules = (*RULES, "retired-value")
    all_told = [one for one in check(make_workspace(files)).diagnostics if one.rule.id in rules]
    return [(one.place.path.rsplit("/", 1)[-1], one.rule.id, one.word, one.place.quoted) for one in all_told]


def test_a_retired_term_as_a_hashtag_is_told_as_retired_and_as_nothing_else():
    in_memento = ("memento.md", "retired-value", "tepcv", "#tepcv")
    here = ("essai.md", "retired-value", "tepcv", "#tepcv")
    assert told_of_retired("Une aide. #tepcv\n", action("gtec", id="x")) == [
        in_memento,
        ("essai.md", "unsupported-action", "x", "x"),
        here,
    ]
    assert told_of_retired("Une aide. #tepcv\n\nUne autre. #tepcv\n", action("label")) == [in_memento, here, here]


def test_a_retired_term_that_an_action_takes_as_its_id_means_the_action():
    assert told_of_retired("Une aide. #tepcv\n", action("label", id="tepcv"))[1:] == []


def test_the_term_that_took_the_place_is_told_where_it_is_undeclared():
    told_twice = told_of_retired("Une aide. #tepcv\n\nUne marque. #label\n")
    assert [(rule, word) for _path, rule, word, _quoted in told_twice[1:]] == [
        ("retired-value", "tepcv"),
        ("undeclared-action", "label"),
    ]
