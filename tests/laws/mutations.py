"""Ways to break a file: cut it, insert into it, take from it, put one stretch over another."""

from __future__ import annotations

from hypothesis import strategies as st

PIECES = st.one_of(
    st.binary(min_size=1, max_size=6),
    st.sampled_from(
        [
            "---\n",
            '"',
            "'",
            "\t",
            ": ",
            "- ",
            "[",
            "]",
            "{",
            "}",
            "&a ",
            "*a",
            "|\n",
            ">\n",
            "#",
            "\x00",
            "\ufeff",
            "\r",
            "<!--",
            "-->",
            "```\n",
            "[^1]",
            "[^1]: x\n",
            "![](a.png)",
            "[](x)",
            "<b>",
            "{.x}",
            "| a |\n|---|\n",
            "> ",
            "    ",
            "\u202e",
            "\u2028",
            "é",
            "kind: fiche\n",
            "gaps: {a: }\n",
            "accepted: [{rule: x}]\n",
            "order: [[a]]\n",
            "? ",
            "!!int 1",
            "number: 99999999999999999999999\n",
            "status: ready\n",
            "title: [1]\n",
            "%YAML 1.1\n",
            "...\n",
            "~",
            "<<: x\n",
        ]
    ).map(str.encode),
)


@st.composite
def broken(draw, data):
    """The bytes of a file, broken in a few places."""
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(data)))
        length = draw(st.sampled_from([0, 0, 0, 1, 5, 40, len(data)]))
        data = data[:start] + draw(PIECES) * draw(st.sampled_from([0, 1, 1, 1, 2, 30])) + data[start + length :]
    return data
