"""Markdown as authors write it, at random: every mark of our dialect, nested and side by side."""

from __future__ import annotations

from hypothesis import strategies as st

WORDS = st.sampled_from(
    [
        "le",
        "Pays",
        "élus",
        "l'appel",
        "~10 km",
        "5 %",
        "n° 3",
        "XIXe",
        "a_b",
        "1.",
        "2016",
        "R & D",
        "*",
        "\\#gtec",
        "#1",
        "« ici »",
        "x < y",
        "\\[non\\]",
        "sous-titre",
        "…",
        "\\*",
        "!",
        "œuvre",
        "- non",
        "http://a.fr/x_y",
        "a:b",
        "|",
        "R&amp;D",
        "10&nbsp;km",
        "\\{x}",
        "{",
        "}",
        "[",
        "]",
        "(a)",
        "Ÿ",
        "\u00a0: là",
        "\u202f!",
        "a@b.fr",
        "_u_",
        "~",
        "m^2",
        "$5",
    ]
)
CODES = st.lists(st.sampled_from(["#gtec", "#reunions", "#besoins-puis-financements"]), max_size=2).map(" ".join)
TARGETS = st.sampled_from(
    ["https://a.fr/b?c=1&d=2", "../autre.md", "autre.md#x", "#x", "a%20b.md", "mailto:a@b.fr", "<a b.md>"]
)


def _join(parts):
    return " ".join(part for part in parts if part)


PLAIN = st.lists(WORDS, min_size=1, max_size=4).map(_join)
SIMPLE = st.one_of(
    PLAIN,
    PLAIN.map(lambda text: f"*{text.strip()}*"),
    PLAIN.map(lambda text: f"**{text.strip()}**"),
    st.sampled_from(["`a b`", "`#gtec`", "`` ` ``", "`<b>`", "`[x](y)`"]),
    PLAIN.map(lambda text: f"<!-- {text} -->"),
    st.just("[word]{lang=en}"),
    st.sampled_from(
        [
            '[6]{.count of=territory where="programme.group=eu"}',
            "[six des neuf]{.share of=territory where='region = Grand Est and not action=label'}",
            "*[tous]{.all of=territory where=Bretagne}*",
            "[tous]{.all of=territory where=region=Bretagne}",
            '[**Deux tiers**]{.share of=territory where="a != \'b c\'" among="d=e"}',
            "[A […] b [word]{lang=en}]{.list of=territory}",
            "`[` [6]{.count of=territory}",
        ]
    ),
)
TEXT = st.lists(SIMPLE, min_size=1, max_size=4).map(_join)
LINKS = st.builds(lambda text, target: f"[{text}]({target})", TEXT, TARGETS)
IMAGES = st.builds(
    lambda alt, target, size: f"![{alt}]({target}){size}",
    PLAIN,
    st.sampled_from(["a.png", "images/b.jpg", "c%20d.png"]),
    st.sampled_from(["", "{width=60%}", "{width=5cm height=3cm}"]),
)
NAMED = PLAIN.map(lambda text: f"[{text}][site]")
INLINES = st.one_of(TEXT, TEXT, TEXT, LINKS, IMAGES, NAMED, st.sampled_from(["<https://a.fr>", "[^NOTE]", "[site]"]))
WRAPPED = st.sampled_from(
    [
        "[6]{.count\nof=territory}",
        '[six\ndes neuf]{.share of=territory\nwhere="a=b"}',
        "[tous]{\n.all of=territory\n where=region=Bretagne\n}",
    ]
)
"""Claims that a line's end parts, in their words or in their braces."""
_INLINE = st.one_of(INLINES, INLINES, INLINES, WRAPPED)
LINE = st.lists(st.deferred(lambda: _INLINE), min_size=1, max_size=4).map(_join)
PASSAGE = st.builds(
    lambda lines, end, codes: _join(["\n".join(lines) + end, codes]),
    st.lists(LINE, min_size=1, max_size=3),
    st.sampled_from(["", ".", " !", "  \nsuite"]),
    CODES,
)
HEADING = st.builds(
    lambda level, text, codes, given: _join(["#" * level, text, codes, given]),
    st.integers(1, 5),
    st.lists(st.one_of(SIMPLE, LINKS), min_size=1, max_size=3).map(_join),
    CODES,
    st.sampled_from(["", "", "{#transition}"]),
)
UNDERLINED = st.builds(lambda text, line: f"{text}\n{line}", PLAIN, st.sampled_from(["===", "---"]))
FENCE = st.builds(
    lambda mark, word, lines: f"{mark}{word}\n" + "".join(f"{line}\n" for line in lines) + mark,
    st.sampled_from(["```", "~~~~"]),
    st.sampled_from(["", "crosstab", "documents"]),
    st.lists(st.sampled_from(["rows: action", "", "  only: [a, b]", "# note", "<!-- x", "- a", "| a |"]), max_size=3),
)
CELL = st.one_of(
    PLAIN.map(lambda text: text.replace("|", "")), LINKS.map(lambda text: text.replace("|", "")), st.just("")
)


@st.composite
def _table(draw):
    columns = draw(st.integers(1, 3))
    row = st.lists(CELL, min_size=columns, max_size=columns).map(lambda cells: "| " + " | ".join(cells) + " |")
    rows = draw(st.lists(row, min_size=1, max_size=3))
    return "\n".join([rows[0], "|" + "---|" * columns, *rows[1:]])


def _indented(text, first, rest):
    lines = text.split("\n")
    return "\n".join([first + lines[0], *(rest + line if line else line for line in lines[1:])])


def _list(entries):
    marks = st.sampled_from(["- ", "* ", "1. ", "2) "])
    return st.builds(
        lambda mark, texts, gap: _gap(texts, gap).join(_indented(text, mark, " " * len(mark)) for text in texts),
        marks,
        st.lists(entries, min_size=1, max_size=3),
        st.sampled_from(["\n", "\n\n"]),
    )


def _gap(texts, gap):
    # Inside a list, pandoc takes an item right below a table for a row of it; pulldown-cmark and GitHub do not.
    return "\n\n" if any("|---" in text for text in texts) else gap


def _quote(inner):
    return inner.map(lambda text: _indented(text, "> ", "> "))


LAZY = st.builds(lambda text, first: _indented(text, first, ""), PASSAGE, st.sampled_from(["> ", "- ", "> - ", "- > "]))
"""Paragraphs whose further lines leave the margin of their quotation or list."""


LEAVES = st.one_of(
    PASSAGE, PASSAGE, PASSAGE, FENCE, _table(), st.just("---"), st.just("<!-- à\n\nrevoir -->"), IMAGES, LAZY
)
NESTED = st.recursive(
    LEAVES,
    lambda inner: st.one_of(_list(st.lists(inner, min_size=1, max_size=2).map("\n\n".join)), _quote(inner)),
    max_leaves=5,
)


@st.composite
def texts(draw):
    """A whole text; each note that is called is given a text of its own."""
    blocks = draw(st.lists(st.one_of(HEADING, UNDERLINED, NESTED, NESTED, NESTED), min_size=1, max_size=6))
    text = "\n\n".join(blocks) + "\n"
    notes = []
    while "[^NOTE]" in text:
        text = text.replace("[^NOTE]", f"[^{len(notes) + 1}]", 1)
        notes.append(f"[^{len(notes) + 1}]: {draw(st.one_of(TEXT, WRAPPED))}\n")
    text += "".join(f"\n{note}" for note in notes) + "\n[site]: https://site.fr/a_b\n"
    return text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n"])))
