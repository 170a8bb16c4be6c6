"""The text of a page, as a reader meets it: for the proof."""

from __future__ import annotations

from html.parser import HTMLParser

_UNREAD = ("style", "script")


def html_text(page: str) -> str:
    """What stands between the tags, styles and scripts left out."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return "".join(reader.texts)


class _Reader(HTMLParser):
    """Gathers texts; `unread` says whether a style or a script is open."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.unread = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unread = tag in _UNREAD

    def handle_endtag(self, tag: str) -> None:
        self.unread = False

    def handle_data(self, data: str) -> None:
        if not self.unread:
            self.texts.append(data)
