"""The words of a glossary found in a text: one pattern for all their forms, and what each stands for.

In: a glossary, registered names and a text. Out: the terms that stand there, with their places.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from clust_cli.core.glossary import Glossary, GlossaryTerm
from clust_cli.core.names import Name

_APOSTROPHE, _SPACE = "['’]", "[ \u00a0\u202f]"
_ONE_SHAPE = str.maketrans("’\u00a0\u202f", "'  ")


class GlossaryWords:
    """The forms of a glossary as one pattern.

    Shape: an acronym, or a form that has a capital, stands as it is written; a form in small letters may begin a
    sentence and take an s or an x: cluster, Clusters. A word within a registered name is no term: France Clusters.
    """

    def __init__(self, glossary: Glossary, names: Sequence[Name] = ()) -> None:
        self.terms = glossary.terms
        self._forms = glossary.by_form
        self._names = names

    def find(self, text: str) -> Iterator[tuple[re.Match[str], GlossaryTerm]]:
        """The terms of a text, in the order they stand."""
        for found in self._pattern.finditer(text) if self._forms else ():
            term = self._by_words.get(_plain(found[0]))
            if term:
                yield found, term

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """The forms, and the names that hold a term, so that they are passed over whole."""
        return _any_of({*self._forms, *self._taken()})

    def _taken(self) -> Iterator[str]:
        """The registered names that hold a term; an acronym is one within a name as well: CCI de Morlaix."""
        for form in (form for name in self._names for form in name.forms if form not in self._forms):
            held = [term for found in self._alone.finditer(form) if (term := self._by_words.get(_plain(found[0])))]
            if held and not any(term.is_acronym for term in held):
                yield form

    @cached_property
    def _alone(self) -> re.Pattern[str]:
        return _any_of(self._forms)

    @cached_property
    def _by_words(self) -> dict[str, GlossaryTerm]:
        found: dict[str, GlossaryTerm] = {}
        for form, term in self._forms.items():
            ends = ("", "s", "x") if form.islower() else ("",)
            for written in (form, form[:1].upper() + form[1:]) if form.islower() else (form,):
                found |= {_plain(written + end): term for end in ends if _plain(written + end) not in found}
        return found


def _any_of(forms: Iterable[str]) -> re.Pattern[str]:
    """Any of some forms, the longest that stands there."""
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<![\w&])(?:{'|'.join(map(_form, ordered))})(?![\w&])")


def _form(form: str) -> str:
    """A form as a pattern: any apostrophe, any space."""
    first, rest = re.escape(form[0]), re.sub(r"\\ |['’]", _any, re.escape(form[1:]))
    return f"(?i:{first}){rest}[sx]?" if form.islower() else first + rest


def _any(found: re.Match[str]) -> str:
    return _SPACE if found[0].endswith(" ") else _APOSTROPHE


def _plain(text: str) -> str:
    return text.translate(_ONE_SHAPE)
