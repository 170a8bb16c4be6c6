"""What the user can mend outside a document, told in one sentence and one hint."""

from __future__ import annotations


class ClustError(Exception):
    """Expected trouble: a message for people, what to do about it, and the words both quote.

    `message` and `hint` are English sentences of the catalogue, with {named} places for `words`.
    """

    def __init__(self, message: str, hint: str = "", **words: object) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.words = words
