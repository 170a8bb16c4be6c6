"""The catalogue: every rule has its sentences, each can be drawn out, and each is said whole in both languages."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from rule_cases import case_findings
from variants import CHANGES, changed

from clust_cli.core.catalogue import RULES
from clust_cli.reports.language import speaker
from clust_cli.reports.rules import ENTRIES
from clust_cli.reports.sentences import tell

sys.path.insert(0, str(Path(__file__).parent.parent / "scripts"))
import messages

PLACES = re.compile(r"(?<!\{)\{(\w+)\}(?!\})")
CASES = {rule.id: one for rule in RULES for one in case_findings(f"{rule.id}/bad").diagnostics}


def translated():
    return [(message.id, message.string) for message in messages.read() if message.id and message.string]


def test_every_rule_has_an_entry_and_every_entry_a_rule():
    assert sorted(ENTRIES) == sorted(rule.id for rule in RULES)


def test_ids_are_kebab_case():
    assert [rule.id for rule in RULES if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.id)] == []


@pytest.mark.parametrize(("id", "variant"), CHANGES, ids=["-".join(one) for one in CHANGES])
def test_a_fault_of_each_variant_is_told_once_and_alone(id, variant):
    told = [(one.rule.id, one.variant) for one in changed(CHANGES[id, variant]).diagnostics]
    assert [(rule, variant if variant in ENTRIES[rule].says else "") for rule, variant in told] == [(id, variant)]


def test_every_sentence_can_be_drawn_out():
    drawn = {*CHANGES, *((id, one.variant if one.variant in ENTRIES[id].says else "") for id, one in CASES.items())}
    written = {(id, variant) for id, entry in ENTRIES.items() for variant in entry.says}
    assert sorted(written - drawn) == []


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_sentence_is_said_whole(lang):
    diagnostics = [*CASES.values(), *(one for changes in CHANGES.values() for one in changed(changes).diagnostics)]
    for one in diagnostics:
        told = tell(one, speaker(lang))
        assert told.message, one.rule.id
        assert "  " not in told.message + told.hint, one.rule.id
        assert not PLACES.search(told.message + told.hint), one.rule.id
        assert "“”" not in told.message, one.rule.id
        assert "«\u00a0\u00a0»" not in told.message, one.rule.id


def test_every_sentence_has_its_french():
    assert messages.missing() == []


def test_no_french_is_left_for_a_sentence_that_is_gone():
    wanted = {message.id for message in messages.gathered()}
    assert [id for id, _french in translated() if id not in wanted] == []


def test_both_languages_have_the_same_places_for_words():
    assert [id for id, french in translated() if set(PLACES.findall(id)) != set(PLACES.findall(french))] == []


def test_french_quotation_marks_keep_their_spaces():
    wrong = re.compile(r"«(?!\u00a0)|(?<!\u00a0)»|[“”]")
    assert [french for _id, french in translated() if wrong.search(french)] == []


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_sentence_starts_in_lower_case_and_ends_without_a_full_stop(lang):
    say = speaker(lang)
    said = [say(words.sentence) for entry in ENTRIES.values() for words in entry.says.values()]
    assert [one for one in said if one[0].isupper() or one.endswith(".")] == []


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_reasons_are_whole_sentences(lang):
    say = speaker(lang)
    whole = re.compile(r"(?:[A-ZÀ-Ý]|memento\.md).*[.!?]")
    assert [id for id, entry in ENTRIES.items() if not whole.fullmatch(say(entry.why))] == []
