"""Numbers as prose writes them: read, and written again in the author's manner."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clust_cli.core.counting.numbers import read_number, read_share, spell, write_number, write_share


@pytest.mark.parametrize("joined", [False, True])
@pytest.mark.parametrize("feminine", [False, True])
def test_every_number_in_words_is_read_back(joined, feminine):
    for number in range(1000):
        text = spell(number, joined=joined, feminine=feminine)
        assert read_number(text) == number
        assert read_number(text[0].upper() + text[1:]) == number
        assert read_number(text.replace(" ", "\u00a0")) == number


@pytest.mark.parametrize(
    ("number", "usual", "joined"),
    [
        (0, "zéro", "zéro"),
        (17, "dix-sept", "dix-sept"),
        (21, "vingt et un", "vingt-et-un"),
        (71, "soixante et onze", "soixante-et-onze"),
        (80, "quatre-vingts", "quatre-vingts"),
        (81, "quatre-vingt-un", "quatre-vingt-un"),
        (91, "quatre-vingt-onze", "quatre-vingt-onze"),
        (99, "quatre-vingt-dix-neuf", "quatre-vingt-dix-neuf"),
        (100, "cent", "cent"),
        (122, "cent vingt-deux", "cent-vingt-deux"),
        (200, "deux cents", "deux-cents"),
        (271, "deux cent soixante et onze", "deux-cent-soixante-et-onze"),
        (980, "neuf cent quatre-vingts", "neuf-cent-quatre-vingts"),
    ],
)
def test_numbers_are_spelled_as_french_does(number, usual, joined):
    assert (spell(number), spell(number, joined=True)) == (usual, joined)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "mille",
        "une poignée",
        "six ou sept",
        "-3",
        "3,5",
        "12 34",
        "moitié",
        "² ",
        "cent cent",
        "un cent",
        "deux cent zéro",
        "dix cents",
        "cent mille",
    ],
)
def test_what_is_no_number_of_ours_is_not_read(text):
    assert read_number(text) is None


@given(st.integers(0, 10**9), st.integers(2, 999), st.sampled_from([" ", "\u00a0", "\u202f"]))
def test_a_number_is_written_in_the_manner_of_another(number, other, space):
    assert read_number(write_number(number, str(other))) == number
    assert read_number(write_number(number, f"46{space}462")) == number
    assert space in write_number(1_000_000, f"46{space}462")
    if 2 <= number <= 999:
        for like in (spell(other), spell(other, joined=True), spell(other).capitalize()):
            written = write_number(number, like)
            agrees = number % 10 == 1 and number % 100 not in (11, 71, 91)
            if agrees and not like.endswith("un"):
                assert written == ""
                continue
            assert read_number(written) == number
            assert written[0].isupper() == like[0].isupper()


@pytest.mark.parametrize(
    ("number", "like", "written"),
    [
        (5, "six", "cinq"),
        (5, "Six", "Cinq"),
        (21, "trente-et-un", "vingt-et-un"),
        (41, "vingt et une", "quarante et une"),
        (11, "vingt et une", "onze"),
        (11, "six", "onze"),
        (21, "six", ""),
        (101, "Neuf", ""),
        (21, "trente et un", "vingt et un"),
        (81, "vingt et une", "quatre-vingt-une"),
        (1, "six", ""),
        (0, "six", ""),
        (1000, "six", ""),
        (1234, "46462", "1234"),
        (12345, "46462", "12345"),
        (1234, "46 462", "1 234"),
        (46462, "9", "46 462"),
    ],
)
def test_capital_hyphens_gender_and_spaces_are_kept(number, like, written):
    assert write_number(number, like) == written


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("67 %", 6, 9),
        ("66,7 %", 6, 9),
        ("66.67%", 6, 9),
        ("deux tiers", 6, 9),
        ("Les deux tiers", 6, 9),
        ("la moitié", 2, 4),
        ("Un quart", 1, 4),
        ("trois quarts", 3, 4),
        ("six des neuf", 6, 9),
        ("6 sur 9", 6, 9),
        ("6/9", 6, 9),
    ],
)
def test_a_share_says_a_part_of_a_whole(text, part, whole):
    share = read_share(text)
    assert share is not None
    assert share.says(part, whole)
    assert not share.says(part - 1, whole)
    assert write_share(part, whole, text) == text


def test_six_of_nine_is_not_two_of_three():
    assert not read_share("six des neuf").says(2, 3)
    assert read_share("deux tiers").says(2, 3)


@pytest.mark.parametrize("text", ["un cinquième", "beaucoup", "six de plus", "sur neuf", "1/0", "%"])
def test_what_is_no_share_of_ours_is_not_read(text):
    assert read_share(text) is None


@pytest.mark.parametrize(
    ("part", "whole", "like", "written"),
    [
        (5, 9, "67 %", "56 %"),
        (1, 8, "66,7\u202f%", "12,5\u202f%"),
        (1, 200, "0,2 %", "0,5 %"),
        (3, 6, "Deux tiers", "La moitié"),
        (3, 9, "les deux tiers", "le tiers"),
        (5, 9, "deux tiers", ""),
        (5, 9, "six des neuf", "cinq des neuf"),
        (0, 9, "six des neuf", ""),
        (0, 9, "6 sur 9", "0 sur 9"),
    ],
)
def test_a_share_is_written_in_the_manner_of_another(part, whole, like, written):
    assert write_share(part, whole, like) == written
