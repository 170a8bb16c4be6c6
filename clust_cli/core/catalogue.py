"""Every rule there is: the one list of ids, which are a promise, and how much each matters.

The sentences, in French and English, are in `reports/sentences.py`; docs/diagnostics.md is made from both.
"""

from __future__ import annotations

from clust_cli.core.diagnostics import Rule, Severity

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

# Files
SYMBOLIC_LINK = Rule("symbolic-link", _E)
NOT_UTF8 = Rule("not-utf8", _E)
TOO_LARGE = Rule("too-large", _E)
MISNAMED_DOCUMENT = Rule("misnamed-document", _W)
MISSING_FRONT_MATTER = Rule("missing-front-matter", _E)
BROKEN_YAML = Rule("broken-yaml", _E)
DUPLICATE_KEY = Rule("duplicate-key", _E)
YAML_ANCHOR = Rule("yaml-anchor", _E)
TOO_DEEP = Rule("too-deep", _E)

# The workspace, its kinds and vocabularies
BROKEN_WORKSPACE = Rule("broken-workspace", _E)
BROKEN_KIND = Rule("broken-kind", _E)
BROKEN_VOCABULARY = Rule("broken-vocabulary", _E)
BROKEN_FUNDER = Rule("broken-funder", _E)
UNKNOWN_KIND = Rule("unknown-kind", _E)
EDITION_AHEAD = Rule("edition-ahead", _E)

# The brand
WRONG_COLOUR = Rule("wrong-colour", _E)
LOW_CONTRAST = Rule("low-contrast", _W)
MISSING_FONT = Rule("missing-font", _E)
# The glossary
BROKEN_GLOSSARY = Rule("broken-glossary", _E)
DUPLICATE_TERM = Rule("duplicate-term", _E)
UNDEFINED_ACRONYM = Rule("undefined-acronym", _W)
UNUSED_DEFINITION = Rule("unused-definition", _N)

# Fields
MISSING_FIELD = Rule("missing-field", _W, tightens=True)
UNFILLED_FIELD = Rule("unfilled-field", _W, tightens=True)
MISSING_ENTRY = Rule("missing-entry", _W, tightens=True)
WRONG_TYPE = Rule("wrong-type", _E)
SPACED_NUMBER = Rule("spaced-number", _N)
UNKNOWN_FIELD = Rule("unknown-field", _E)
UNKNOWN_VALUE = Rule("unknown-value", _E)
RETIRED_VALUE = Rule("retired-value", _W)
OUT_OF_RANGE = Rule("out-of-range", _E)
WRONG_FORM = Rule("wrong-form", _E)
TOO_FEW_ENTRIES = Rule("too-few-entries", _W, tightens=True)
DUPLICATE_ID = Rule("duplicate-id", _E)

# What fields name of France
DEPARTMENT_OUTSIDE_REGION = Rule("department-outside-region", _W)
TOWN_OUTSIDE_DEPARTMENT = Rule("town-outside-department", _W)
UNKNOWN_TOWN = Rule("unknown-town", _W)
UNKNOWN_EPCI = Rule("unknown-epci", _W)
UNLIKE_OFFICIAL_FIGURE = Rule("unlike-official-figure", _N)

# Sections
MISSING_SECTION = Rule("missing-section", _W, tightens=True)
UNFILLED_SECTION = Rule("unfilled-section", _W, tightens=True)
SHORT_SECTION = Rule("short-section", _W)
LONG_SECTION = Rule("long-section", _N)
DUPLICATE_SECTION = Rule("duplicate-section", _E)
LEFTOVER_PROMPT = Rule("leftover-prompt", _W, tightens=True)

# What an author declares
GAP_WITHOUT_REASON = Rule("gap-without-reason", _E)
NEEDLESS_GAP = Rule("needless-gap", _W)
ACCEPTED_WITHOUT_REASON = Rule("accepted-without-reason", _E)
NEEDLESS_ACCEPTED = Rule("needless-accepted", _W)

# The text
UNKNOWN_BLOCK = Rule("unknown-block", _E)
BROKEN_QUERY = Rule("broken-query", _E)
RAW_HTML = Rule("raw-html", _E)
UNCLOSED_COMMENT = Rule("unclosed-comment", _E)
UNKNOWN_ATTRIBUTE = Rule("unknown-attribute", _E)
INDENTED_CODE = Rule("indented-code", _W)
HEADING_SKIP = Rule("heading-skip", _E)
HEADING_TOO_DEEP = Rule("heading-too-deep", _E)
TOP_LEVEL_HEADING = Rule("top-level-heading", _E)
NESTED_HEADING = Rule("nested-heading", _E)
EMPTY_HEADING = Rule("empty-heading", _E)
HEADLESS_TABLE = Rule("headless-table", _E)
RAGGED_TABLE = Rule("ragged-table", _E)
NESTED_NOTE = Rule("nested-note", _E)
NOTE_IN_HEADING = Rule("note-in-heading", _E)
UNDEFINED_NOTE = Rule("undefined-note", _E)
UNUSED_NOTE = Rule("unused-note", _E)
DUPLICATE_NOTE = Rule("duplicate-note", _E)
GARBLED_TEXT = Rule("garbled-text", _W)
FRENCH_TYPING = Rule("french-typing", _N)
UNREAD_MARK = Rule("unread-mark", _W)
ROTTING_DATE = Rule("rotting-date", _N)
LONG_SENTENCE = Rule("long-sentence", _N)
MISSPELT_WORD = Rule("misspelt-word", _N)
BROKEN_WORD_LIST = Rule("broken-word-list", _W)
UNPRINTABLE_CHARACTER = Rule("unprintable-character", _E)
TOO_LONG_PARAGRAPH = Rule("too-long-paragraph", _E)
TOO_NESTED = Rule("too-nested", _E)

# Codes
UNKNOWN_CODE = Rule("unknown-code", _E)
UNSUPPORTED_ACTION = Rule("unsupported-action", _W, tightens=True, doubt=True)
UNDECLARED_ACTION = Rule("undeclared-action", _W)
UNCODED_MENTION = Rule("uncoded-mention", _N)

# Names
NAME_VARIANT = Rule("name-variant", _W)
DUPLICATE_NAME = Rule("duplicate-name", _W)
ROLE_MISMATCH = Rule("role-mismatch", _W)

# Claims
FALSE_CLAIM = Rule("false-claim", _W)
UNREADABLE_CLAIM = Rule("unreadable-claim", _W)
BROKEN_CLAIM = Rule("broken-claim", _E)
FALSE_QUOTE = Rule("false-quote", _W)

# Links and images
BROKEN_LINK = Rule("broken-link", _E)
UNSAFE_LINK = Rule("unsafe-link", _E)
EMPTY_LINK = Rule("empty-link", _E)
MISSING_IMAGE = Rule("missing-image", _E)
BAD_IMAGE = Rule("bad-image", _E)
EXTERNAL_IMAGE = Rule("external-image", _E)
OUTSIDE_IMAGE = Rule("outside-image", _E)
MISSING_ALT = Rule("missing-alt", _E)
MISSING_CREDIT = Rule("missing-credit", _W)
LOW_RESOLUTION = Rule("low-resolution", _W)

# Mementos
STRAY_DOCUMENT = Rule("stray-document", _W)
MISSING_DOCUMENT = Rule("missing-document", _E)
DUPLICATE_DOCUMENT = Rule("duplicate-document", _E)
MISSING_MEMENTO = Rule("missing-memento", _E)
DUPLICATE_MEMENTO_NUMBER = Rule("duplicate-memento-number", _E)
MEMENTO_NUMBER_MISMATCH = Rule("memento-number-mismatch", _E)
DOCUMENT_BEHIND = Rule("document-behind", _W)
MISSING_FUNDER_MENTION = Rule("missing-funder-mention", _W, tightens=True)
UNMET_FUNDER_DUTY = Rule("unmet-funder-duty", _W, tightens=True)
UNCONFIRMED_FUNDER = Rule("unconfirmed-funder", _N)
WRONG_ISBN = Rule("wrong-isbn", _E)

RULES: tuple[Rule, ...] = tuple(rule for rule in list(globals().values()) if isinstance(rule, Rule))
BY_ID = {rule.id: rule for rule in RULES}
