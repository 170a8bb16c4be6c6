"""What clust writes into an author's file: the answer is there, and every other byte as it was."""

import difflib

import pytest
from conftest import make_workspace
from hypothesis import given, settings
from hypothesis import strategies as st

from clust_cli.core.documents import Document
from clust_cli.core.writing.edit import UneditableError, set_field
from clust_cli.core.writing.edit_sections import add_own_section, add_section, fill_section, rename_section
from clust_cli.core.writing.scaffold import Answers, scaffold, starting_fields
from clust_cli.core.writing.trial import try_document
from clust_cli.reports.captions import captions

WORKSPACE = make_workspace({})
KIND = WORKSPACE.kinds["monography"]
PATH = "mementos/07-essai/monographies/essai.md"
FRESH = scaffold(KIND, Answers(starting_fields(KIND, "Essai")), WORKSPACE.vocabularies, captions(str)).encode()
BY_HAND = """\
\ufeff---\r
# En tête
kind: monography # la nature
edition: 1
status: draft

territory: {id: x, population: {value: 3}, epci: [], short: , regions: [Grand Est,]}   # tout d'un trait
people: # qui
- {name: X, role: president}
-
- name: "Y"
  role: director # la direction

  # au bout de Y
clusters:
  - name: A
    relations: # les liens
      - founder # un
      - hosted  # deux
  # entre deux
  - {name: B}
# avant les actions
actions:
programmes: ~
sources:
- |
  un texte
  de deux lignes

# la fin
---
Ouverture

## Contexte
<!-- dire le contexte -->
## Ma partie #gtec

Du texte.


## Obstacles
"""
CRLF = BY_HAND.replace("\r\n", "\n").replace("\n", "\r\n").encode()
LF = BY_HAND.replace("\r\n", "\n").encode()
FILES = pytest.mark.parametrize("data", [FRESH, LF, CRLF], ids=["fresh", "by hand", "by hand on Windows"])


def read(data: bytes) -> Document:
    return try_document(WORKSPACE, PATH, data).document


def value_at(values, route):
    for step in route:
        values = values[step]
    return values


TEXTS = st.text(st.characters(max_codepoint=0x2FFF, exclude_categories=["Cs"]), min_size=1, max_size=30).map(str.strip)
TEXTS = TEXTS.filter(bool) | st.sampled_from(["52", "no", "a: b", "x #y", "- z", "{", "a, b]", "'", "null"])
YEARS = st.integers(1900, 2100)
INDEXES = st.integers(0, 2)
ANSWERS = st.one_of(
    st.tuples(st.sampled_from(["title", "assigned", "due"]).map(lambda name: (name,)), TEXTS),
    st.tuples(st.sampled_from(["short", "main_town", "situation"]).map(lambda name: ("territory", name)), TEXTS),
    st.tuples(st.just(("territory", "regions")), st.lists(TEXTS, min_size=1, max_size=3)),
    st.tuples(st.just(("sources",)), st.lists(TEXTS, min_size=1, max_size=3)),
    st.tuples(st.sampled_from(["value", "year"]).map(lambda name: ("territory", "population", name)), YEARS),
    st.tuples(st.just(("territory", "structure", "form")), TEXTS),
    st.tuples(st.tuples(st.just("territory"), st.just("epci"), INDEXES, st.sampled_from(["value", "year"])), YEARS),
    st.tuples(st.tuples(st.just("people"), INDEXES, st.sampled_from(["name", "role", "position"])), TEXTS),
    st.tuples(st.tuples(st.just("clusters"), INDEXES, st.just("relations")), st.lists(TEXTS, min_size=1, max_size=2)),
    st.tuples(st.tuples(st.just("actions"), INDEXES, st.sampled_from(["title", "state"])), TEXTS),
)


@FILES
@settings(max_examples=60, deadline=None)
@given(answers=st.lists(ANSWERS, max_size=6))
def test_an_answer_is_written_and_every_other_byte_is_kept(data, answers):
    for route, value in answers:
        before = read(data)
        depth = next((step for step in route if isinstance(step, int)), 0)
        if depth > len(entries_before(before, route)):
            with pytest.raises(UneditableError):
                set_field(before, route, value)
            continue
        edited = set_field(before, route, value)
        assert value_at(read(edited).values, route) == value
        assert_only_one_stretch_changed(data, edited)
        data = edited


def entries_before(document, route):
    values = document.values
    for step in route:
        if isinstance(step, int):
            break
        values = (values or {}).get(step)
    return values if isinstance(values, list) else []


def assert_only_one_stretch_changed(before: bytes, after: bytes) -> None:
    """One place differs; the body, the comments and the line ends are the same."""
    assert comments(after) == comments(before)
    assert before[before.index(b"\n---") :] == after[after.index(b"\n---") :]
    if b"\r\n" in before[20:]:
        assert after.count(b"\n") == after.count(b"\r\n")
    lines = difflib.SequenceMatcher(None, before.splitlines(), after.splitlines(), autojunk=False).get_opcodes()
    assert sum(tag != "equal" for tag, *_ in lines) <= 1


def comments(data: bytes) -> list[bytes]:
    front = data.split(b"\n---")[0]
    return [line for line in front.splitlines() if line.strip().startswith(b"#")]


def test_a_comment_behind_an_empty_field_stays_on_its_line():
    data = b"---\nkind: monography\ntitle:   # le titre\n---\n"
    assert set_field(read(data), ("title",), "Essai") == b"---\nkind: monography\ntitle: Essai   # le titre\n---\n"


def test_a_list_written_line_by_line_becomes_one_line_and_keeps_the_comment_of_its_key():
    data = b"---\nkind: monography\nsources: # d'ou\n  - a\n  - b\ntitle: x\n---\n"
    assert set_field(read(data), ("sources",), ["c"]) == b"---\nkind: monography\nsources: [c] # d'ou\ntitle: x\n---\n"


def test_a_missing_key_comes_behind_the_one_its_kind_puts_before():
    data = b"---\nkind: monography\nedition: 1\nstatus: draft\n---\n"
    edited = b"---\nkind: monography\nedition: 1\ntitle: Essai\nstatus: draft\n---\n"
    assert set_field(read(data), ("title",), "Essai") == edited


def test_a_text_where_a_group_is_expected_is_left_to_the_author():
    data = b"---\nkind: monography\nterritory: Langres\n---\n"
    with pytest.raises(UneditableError):
        set_field(read(data), ("territory", "short"), "x")


# Sections

PARAGRAPHS = st.from_regex(r"[A-Za-zé][A-Za-zé ,.'-]{0,30}", fullmatch=True).map(str.strip)
WRITTEN = st.lists(PARAGRAPHS, min_size=1, max_size=3).map("\n\n".join)


def is_insertion(before: bytes, after: bytes) -> bool:
    """Whether the old file stands whole around what was put in."""
    start = next((at for at, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(before))
    rest = before[start:]
    return after.startswith(before[:start]) and after.endswith(rest) and len(after) > len(before)


@FILES
@given(text=WRITTEN)
def test_a_text_is_put_into_a_section_and_every_byte_is_kept(data, text):
    document = read(data)
    section = document.section_of(KIND.sections[1])
    edited = fill_section(document, section, text)
    assert is_insertion(data, edited)
    after = read(edited)
    assert after.section_of(KIND.sections[1]).filled
    assert [one.heading for one in after.body.sections] == [one.heading for one in document.body.sections]


@FILES
@given(text=WRITTEN)
def test_a_missing_section_is_added_where_its_kind_puts_it(data, text):
    document = read(data)
    missing = [rule for rule in KIND.sections if document.section_of(rule) is None]
    for rule in missing:
        before, document = document, read(add_section(document, rule, text))
        assert is_insertion(before.source.data, document.source.data)
    order = [rule.id for _section, rule in document.named_sections() if rule]
    assert order == [rule.id for rule in KIND.sections]


@FILES
def test_a_part_of_the_authors_own_comes_before_the_sections_that_follow(data):
    document = read(add_own_section(read(data), "La filière bois", "Un texte."))
    own = [section.heading for section, rule in document.named_sections() if rule is None]
    assert own[-1] == "La filière bois"
    assert document.body.sections[-1].heading == "Obstacles"


def test_a_prompt_stays_above_the_text_and_a_block_below():
    data = b"---\nkind: memento\n---\n\n## Monographies\n\n<!-- dire -->\n\n```documents\nkind: monography\n```\n"
    document = read(data)
    edited = fill_section(document, document.body.sections[1], "Un texte.")
    assert edited == data.replace(b"-->\n", b"-->\n\nUn texte.\n")


def test_the_opening_is_put_before_the_first_heading():
    document = read(b"---\nkind: expert-view\n---\n\n<!-- dire -->\n\n## Suite\n")
    edited = fill_section(document, document.body.sections[0], "Un texte.")
    assert edited == b"---\nkind: expert-view\n---\n\n<!-- dire -->\n\nUn texte.\n\n## Suite\n"


@pytest.mark.parametrize(("old", "new"), [(b"## Titre", b"## Bois"), (b"Titre\n-----", b"Bois\n-----")])
def test_a_heading_is_renamed_and_nothing_else(old, new):
    data = b"---\nkind: monography\n---\n" + old + b"\n\nTexte.\n"
    document = read(data)
    assert rename_section(document, document.body.sections[1], "Bois") == data.replace(old, new)
