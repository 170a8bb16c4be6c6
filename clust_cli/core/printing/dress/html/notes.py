"""The notes of a page: numbered throughout, printed at the end of the chapter or document they stand in."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from clust_cli.core.printing.dress.html.elements import element


class Notes:
    """The notes called so far, and those that are not yet printed."""

    def __init__(self, phrases: Mapping[str, str]) -> None:
        self._phrases = phrases
        self._count = 0
        self._waiting: list[str] = []

    def call(self, inside: str) -> str:
        """A note's number where it is called; `inside` is its text as HTML, which waits."""
        self._count += 1
        number = str(self._count)
        words = escape(self._phrases["note_back"].format(number=number))
        signs = element("span", "↑", aria_hidden="true") + element("span", words, class_="words")
        back = element("a", signs, href=f"#call-{number}", class_="back", role="doc-backlink")
        text = f"{inside.removesuffix('</p>')} {back}</p>" if inside.endswith("</p>") else f"{inside}<p>{back}</p>"
        self._waiting.append(element("li", text, id=f"note-{number}", value=number))
        label = self._phrases["note"].format(number=number)
        called = element("a", number, href=f"#note-{number}", id=f"call-{number}", role="doc-noteref", aria_label=label)
        return element("sup", called)

    def printed(self) -> str:
        """The notes that wait, as a list; nothing where none does."""
        waiting, self._waiting = self._waiting, []
        return element("ol", "\n".join(waiting), class_="notes", aria_label=self._phrases["notes"]) if waiting else ""
