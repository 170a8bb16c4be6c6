"""Queries: `region=Bretagne and not (action=label or programme.group=eu)`, as people type them.

In: a text and the workspace whose axes it names. Out: a Query, or the first thing in it that cannot be understood.
Source: docs/crosstab.md, “Queries”: one grammar for --where, for blocks and for claims.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from clust_cli.core.counting.axes import axes_of_field, axis_names, find_axis
from clust_cli.core.counting.axis_values import axis_values, find_value, nearest_value
from clust_cli.core.counting.selections import AxisTest, Never, Query, matches
from clust_cli.core.kinds.kind import Axis
from clust_cli.core.words import nearest
from clust_cli.core.workspace import Workspace

__all__ = ["Query", "QueryFault", "QueryValue", "matches", "parse_query", "query_values"]

MAX_ALTERNATIVES = 64
MAX_NESTING = 20
_AND, _OR, _NOT = frozenset({"and", "et"}), frozenset({"or", "ou"}), frozenset({"not", "non"})
_QUOTES = {'"': '"', "'": "'", "«": "»", "“": "”"}
_WORD = re.compile(r"[^\s()=!\"«“]+")

_Alternatives = tuple[tuple[AxisTest | Never, ...], ...]


@dataclass(frozen=True, slots=True)
class QueryFault:
    """What cannot be understood in a query, and what was perhaps meant.

    `variant`: axis, value (unknown ones), test (an axis was expected), operator, quote, parenthesis (not closed),
    end (something follows that does not belong), complex. Units: `position` counts characters from 0.
    """

    variant: str
    position: int
    word: str
    near: str = ""
    known: tuple[str, ...] = ()


class QueryValue(NamedTuple):
    """A value that a query names: of which axis, its id, and how it is written, without quotation marks.

    Units: `start` counts characters from 0.
    """

    axis: Axis
    id: str
    word: str
    start: int


def parse_query(text: str, workspace: Workspace) -> Query | QueryFault:
    """Read a query. Values may be written as ids or as labels; those with and, or, not in them want quotes."""
    read = _read(text, workspace)
    return read if isinstance(read, QueryFault) else read[0]


def query_values(text: str, workspace: Workspace) -> tuple[QueryValue, ...] | QueryFault:
    """The values that a query names, as they are written from left to right."""
    read = _read(text, workspace)
    return read if isinstance(read, QueryFault) else read[1]


def _read(text: str, workspace: Workspace) -> tuple[Query, tuple[QueryValue, ...]] | QueryFault:
    reader = _Reader(text, workspace)
    try:
        alternatives = reader.any_of(0)
        reader.expect_end()
    except _QueryError as wrong:
        return wrong.fault
    return Query(alternatives), tuple(reader.values)


class _QueryError(Exception):
    """Leaves the recursion; `parse_query` turns it into a value."""

    def __init__(self, fault: QueryFault) -> None:
        super().__init__(fault.variant)
        self.fault = fault


class _Reader:
    """One reading of one query, from left to right."""

    def __init__(self, text: str, workspace: Workspace) -> None:
        self.text = text
        self.workspace = workspace
        self.position = 0
        self.values: list[QueryValue] = []

    def any_of(self, depth: int) -> _Alternatives:
        alternatives = self._all_of(depth)
        while self._take_word(_OR):
            alternatives = self._counted((*alternatives, *self._all_of(depth)))
        return alternatives

    def expect_end(self) -> None:
        if self._next():
            raise self._wrong("end", self._rest())

    def _all_of(self, depth: int) -> _Alternatives:
        alternatives = self._one(depth)
        while self._take_word(_AND):
            others = self._one(depth)
            alternatives = self._counted(tuple((*left, *right) for left in alternatives for right in others))
        return alternatives

    def _one(self, depth: int) -> _Alternatives:
        if depth > MAX_NESTING:
            raise self._wrong("complex")
        if self._take_word(_NOT):
            return ((Never(Query(self._one(depth + 1))),),)
        if self._next() != "(":
            return ((self._test(),),)
        opened = self.position
        self.position += 1
        inner = self.any_of(depth + 1)
        if self._next() != ")":
            raise self._wrong("parenthesis", "(", opened) if not self._next() else self._wrong("end", self._rest())
        self.position += 1
        return inner

    def _test(self) -> AxisTest:
        axes, named = self._axes()
        self._next()
        operator = next((sign for sign in ("!=", "=") if self.text.startswith(sign, self.position)), "")
        if not operator:
            raise self._wrong("operator", named)
        self.position += len(operator)
        axis, value = self._value(axes)
        return AxisTest(axis, value, operator == "=")

    def _axes(self) -> tuple[Sequence[Axis], str]:
        """The axis of this name, else those whose field is called so; and the name."""
        self._next()
        found = _WORD.match(self.text, self.position)
        if not found:
            raise self._wrong("test", self._rest())
        axis = find_axis(self.workspace, found[0])
        axes = (axis,) if axis else axes_of_field(self.workspace, found[0])
        if not axes:
            known = axis_names(self.workspace)
            raise self._wrong("axis", found[0], near=nearest(found[0], known), known=known)
        self.position = found.end()
        return axes, found[0]

    def _value(self, axes: Sequence[Axis]) -> tuple[Axis, str]:
        """The value that follows, and the first of the axes that has it."""
        start, word = (self._quoted if self._next() in _QUOTES else self._unquoted)()
        # The vocabularies first: the documents need not be read for one of their terms.
        for documents in ((), self.workspace.documents):
            values = [axis_values(self.workspace, axis, documents) for axis in axes]
            for axis, those in zip(axes, values, strict=True):
                value = find_value(those, word)
                if value is not None:
                    self.values.append(QueryValue(axis, value, word, self.text.index(word, start)))
                    return axis, value
        near = next(filter(None, (nearest_value(those, word) for those in values)), "")
        raise self._wrong("value", word, start, near=near, known=tuple(one.id for those in values for one in those))

    def _quoted(self) -> tuple[int, str]:
        start = self.position
        end = self.text.find(_QUOTES[self.text[start]], start + 1)
        if end < 0:
            raise self._wrong("quote", self._rest())
        self.position = end + 1
        return start, self.text[start + 1 : end].strip()

    def _unquoted(self) -> tuple[int, str]:
        start = end = self.position
        while self._next() and (found := _WORD.match(self.text, self.position)):
            if found[0].casefold() in _AND | _OR | _NOT:
                break
            self.position = end = found.end()
        return start, self.text[start:end]

    def _take_word(self, words: frozenset[str]) -> bool:
        self._next()
        found = _WORD.match(self.text, self.position)
        if not found or found[0].casefold() not in words:
            return False
        self.position = found.end()
        return True

    def _next(self) -> str:
        """Skip spaces and show the character that follows; an empty text at the end."""
        while self.position < len(self.text) and self.text[self.position].isspace():
            self.position += 1
        return self.text[self.position : self.position + 1]

    def _rest(self) -> str:
        return self.text[self.position :]

    def _counted(self, alternatives: _Alternatives) -> _Alternatives:
        if len(alternatives) > MAX_ALTERNATIVES:
            raise self._wrong("complex")
        return alternatives

    def _wrong(
        self, variant: str, word: str = "", at: int | None = None, *, near: str = "", known: tuple[str, ...] = ()
    ) -> _QueryError:
        return _QueryError(QueryFault(variant, self.position if at is None else at, word, near, known))
