"""Values written as YAML that every reader reads back as they are.

In: a text, a number, a list, a mapping. Out: one line of YAML. Knows no document and no kind.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from clust_cli.core.plain import Plain

_OTHER_TYPE = re.compile(
    r"[-+]?[.\d][\d_.,:+-]*(?:[eE][-+]?\d+)?|0[xo][\da-f_]+|\d{4}-\d\d?-\d\d?.*|[-+]?\.(?:inf|nan)"
    r"|true|false|yes|no|on|off|null|y|n|~|=|<<",
    re.IGNORECASE,
)
"""What a reader of YAML may take for a number, a date, a truth or nothing: 01, 2016, 12:30, no."""
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`. ")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def render_scalar(value: Plain, *, in_flow: bool = False) -> str:
    """Write a text or a number; a text that could be read as anything else is quoted."""
    if not isinstance(value, str):
        return str(value)
    return value if _is_plain(value, in_flow) else quoted(value)


def render_value(value: Plain, *, in_flow: bool = False) -> str:
    """Write a value on one line: lists in brackets, mappings in braces."""
    if isinstance(value, Mapping):
        pairs = [(render_scalar(name, in_flow=True), render_value(one, in_flow=True)) for name, one in value.items()]
        return "{" + ", ".join(f"{name}: {one}" for name, one in pairs) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(render_value(one, in_flow=True) for one in value) + "]"
    return render_scalar(value, in_flow=in_flow)


def render_quoted(value: Plain) -> str:
    """Write a tree of texts on one line, every text quoted: nothing can be mistaken."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{quoted(str(name))}: {render_quoted(one)}" for name, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(render_quoted(one) for one in value) + "]"
    return quoted(str(value))


def quoted(text: str) -> str:
    """Write a text between double quotes, on one line, what is not printable escaped."""
    return '"' + "".join(letter if _is_safe(letter) else _escape(letter) for letter in text) + '"'


def one_line(text: str) -> str:
    """The text as a comment may hold it: on one line, without what YAML refuses."""
    line = re.sub(r"[^\S\u00a0\u202f]+", " ", text).strip()
    return "".join(letter for letter in line if _is_printable(letter))


def _is_plain(text: str, in_flow: bool) -> bool:
    if not text or text != text.strip() or text[0] in _INDICATORS or _OTHER_TYPE.fullmatch(text):
        return False
    if ": " in text or " #" in text or text.endswith(":") or not all(map(_is_printable, text)):
        return False
    return not (in_flow and any(letter in "[]{},:" for letter in text))


def _is_printable(letter: str) -> bool:
    """Spaces without break are printable here; controls, surrogates, bidi marks and line separators are not."""
    return unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def _is_safe(letter: str) -> bool:
    return letter not in _ESCAPES and _is_printable(letter)


def _escape(letter: str) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    code = ord(letter)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
