"""Cross-tables on paper: which way the page lies, and how many parts a tall one has."""

from __future__ import annotations

import pytest

from clust_cli.core.printing.ast import Node, plain_text, row, strong, table, words
from clust_cli.core.printing.dress.typst_tables import cross_tables, is_full


def crosstab(columns: int, rows: int, *, name: str = "Langres", label: str = "Formations") -> Node:
    heads = [words(text) for text in ("Types", *(f"{name} {index}" for index in range(columns)), "Total")]
    made = []
    for number in range(rows):
        if number % 10 == 0:
            made.append(row([[strong(words(f"Groupe {number}"))]], columns + 2))
        made.append(row([words(f"{label} {number}"), *([] for _ in range(columns)), words("1")]))
    return table(heads, made, (0.3, *(0.7 / (columns + 1) for _ in range(columns + 1))), "", words("Titre"))


@pytest.mark.parametrize(
    ("columns", "rows", "name", "wide", "parts"),
    [
        (9, 10, "Langres", False, 1),
        (20, 25, "Langres", False, 1),
        (20, 25, "Pays des communautés de communes réunies", True, 2),
        (26, 10, "Langres", True, 1),
        (9, 60, "Langres", False, 2),
    ],
)
def test_a_table_is_laid_out_for_its_page(columns, rows, name, wide, parts):
    made = cross_tables(crosstab(columns, rows, name=name))
    assert [one.wide for one in made] == [wide] * parts
    assert [one.first for one in made] == [index == 0 for index in range(parts)]
    assert [one.last for one in made] == [index == parts - 1 for index in range(parts)]


def test_the_parts_hold_every_row_once_and_no_group_without_its_first():
    given = crosstab(9, 60)
    made = cross_tables(given)
    rows = [one for part in made for one in part.table["c"][4][0][3]]
    assert rows == given["c"][4][0][3]
    for part in made:
        assert len(part.table["c"][4][0][3][-1][1]) > 1
        assert all(len(part.table["c"][4][0][3][number - 1][1]) == 1 for number in part.groups)


def test_longer_rows_make_more_parts():
    label = "Animation économique des entreprises et de leurs groupements au-delà des limites administratives"
    assert len(cross_tables(crosstab(9, 30, label=label))) > len(cross_tables(crosstab(9, 30)))


def test_the_caption_of_a_part_says_that_it_goes_on():
    first, second = cross_tables(crosstab(9, 40))
    assert plain_text(first.table["c"][1][1]) == plain_text(second.table["c"][1][1]) == "Titre"
    assert second.table["c"][1][1][0]["c"][-1] == {"t": "RawInline", "c": ["typst", "#continued;"]}


def test_a_table_of_many_words_takes_the_whole_width():
    lines = [row([words("x" * 20)] * 3) for _ in range(20)]
    assert is_full(table([words("a")] * 3, lines))
    assert not is_full(table([words("a")] * 3, lines[:2]))
    assert is_full(table([words("a")] * 4, []))
    assert not is_full(table([words("a")] * 2, lines))
