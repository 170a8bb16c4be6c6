"""How far one word is from another, as a slip of the pen goes; and what is an inflection and no slip.

In: words, folded. Out: distances and yes or no. Knows no names.
"""

from __future__ import annotations

_LONG = 9
"""Units: letters. A word of that length may hold two slips."""
_SHORTEST = 5
_ENDINGS = frozenset(
    {"s", "x", "e", "es", "ne", "nes", "le", "les", "is", "ais", "aise", "aises", "ois", "oise", "oises"}
)


def distance(one: str, other: str, most: int) -> int:
    """How many letters must be put in, left out, changed or swapped with their neighbour; more than `most` is most + 1.

    Source: the optimal string alignment distance.
    """
    one, other = _unlike(one, other)
    if abs(len(one) - len(other)) > most or (most == 1 and max(len(one), len(other)) > 2):
        return most + 1
    if len(set(one) ^ set(other)) > 2 * most:
        return most + 1  # every slip changes two letters of them at most
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, facing in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != facing))
            if before and j > 1 and letter == other[j - 2] and facing == one[i - 2]:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return min(last[-1], most + 1)


def slips(word: str, right: str) -> int:
    """How many slips make the word of the right one: 0 for none, -1 where they are too far apart to say.

    Short words are too easily another word: they may not differ at all.
    """
    if word == right:
        return 0
    most = 2 if len(right) >= _LONG else 1
    if len(right) < _SHORTEST or abs(len(word) - len(right)) > most or (word[:1] != right[:1] and most == 1):
        return -1
    found = distance(word, right, most)
    return found if found <= most else -1


def is_inflection(word: str, right: str) -> bool:
    """Whether a word is the right one with a French ending: Juras, Lédonienne, Langrois."""
    return word.startswith(right) and word[len(right) :] in _ENDINGS


def _unlike(one: str, other: str) -> tuple[str, str]:
    """The two words without the letters that they begin and end with alike."""
    shorter = min(len(one), len(other))
    begin = 0
    while begin < shorter and one[begin] == other[begin]:
        begin += 1
    end = 0
    while end < shorter - begin and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[begin : len(one) - end], other[begin : len(other) - end]
