"""Prose: the words that are printed, where each stands in the file, and the rules that read them alone."""

from __future__ import annotations

import pytest
from conftest import make_workspace
from hypothesis import given
from hypothesis import strategies as st

from clust_cli.core.check import check
from clust_cli.core.places import Span
from clust_cli.core.reading.cuts import cut
from clust_cli.core.reading.prose import prose

PATH = "mementos/02-essai/monographies/essai.md"
HEAD = "---\nkind: monography\nedition: 1\ntitle: Essai\n---\n\n## Contexte\n\n"
NAMES = "organisations:\n  Caisse des Dépôts:\n    rejected: [CDC Habitat]\n"


def told(rule, text):
    """What a rule quotes of a text."""
    found = check(make_workspace({PATH: HEAD + text + "\n", "names.yaml": NAMES})).diagnostics
    return [one.place.quoted for one in found if one.rule.id == rule]


def test_marks_comments_code_codes_and_attributes_are_no_prose():
    body = prose(
        "Le *pays*, <!-- vu\nici -->[tous]{.all of=territory} `EPCI`\naidé ([site](https://x.fr)) #gtec\n".encode()
    )
    assert body.text.split() == ["Le", "pays,", "tous", "aidé", "(site)"]


def test_attributes_of_images_links_and_code_are_no_prose():
    body = prose(b"![La roue](roue.png){width=60%} du [site](https://x.fr){lang=en} et `x`{lang=en} {ici}\n")
    assert body.text.split() == ["La", "roue", "du", "site", "et", "{ici}"]


def test_words_keep_their_place_over_marks_comments_and_lines():
    data = "é\n\nLe *Pays* <!-- non --> d'Été\n  de Langres.\n".encode()
    body = prose(data)
    start = body.text.index("Pays")
    span = body.span(start, body.text.index(".", start))
    assert data[slice(*span)].decode() == "Pays* <!-- non --> d'Été\n  de Langres"
    assert body.within(span).text == "Pays  d'Été de Langres"
    assert body.within(span).span(0, 4) == body.span(start, start + 4)


def test_a_span_without_prose_has_no_words():
    data = b"`EPCI`\n\n```\nEPCI\n```\n"
    assert not prose(data).within(Span(0, len(data))).text.strip()
    assert not prose(b"").within(Span(0, 0)).text


@given(st.binary(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4))
def test_an_offset_goes_to_what_is_left_of_a_text_and_back(data, pairs):
    spans = [Span(min(pair), min(max(pair), len(data))) for pair in pairs if min(pair) <= len(data)]
    made = cut(data, spans)
    for offset in range(len(made.data)):
        assert made.left(made.original(offset)) == offset
    assert all(0 <= made.left(offset) <= len(made.data) for offset in range(len(data) + 1))


def test_every_rule_that_reads_words_reads_the_same_ones():
    hidden = '`{0}` <!-- {0} --> [ici](<https://x.fr/{0}> "{0}")'
    for rule, word in (
        ("rotting-date", "aujourd'hui"),
        ("french-typing", "2ème"),
        ("name-variant", "Caisse des dépôts"),
    ):
        assert told(rule, f"Le pays dit {word}.") == [word]
        assert told(rule, f"Le pays dit **{word}** et {hidden.format(word)}.") == [word]
        assert told(rule, f"Le pays dit {hidden.format(word)}.") == []


def test_a_date_that_a_line_end_parts_is_told():
    assert told("rotting-date", "Le pays agit depuis\nquelques années.") == ["depuis\nquelques années"]


def test_a_name_in_a_hashtag_or_an_attribute_is_no_name():
    assert told("name-variant", "Le pays #CDC-Habitat") == []
    assert told("name-variant", "Le pays [dit]{lang=en .CDC} CDC Habitat") == ["CDC Habitat"]


@pytest.mark.parametrize(
    "text",
    [
        'Un [six]{.count of=territory where="region=Île-de-France"} aéré, demain.',
        "Un code #réunions-été en pleine phrase, demain.",
        "- Une [équipe]{lang=fr} #été <!-- é --> et, demain.",
    ],
)
def test_places_after_what_is_left_blank_are_those_of_the_file(text):
    data = f"é\n\n{text}\n".encode()
    read = prose(data)
    begin = read.text.index("demain")
    span = read.span(begin, begin + 6)
    assert data[span.start : span.end] == b"demain"
    assert read.within(span).text == "demain"
