"""The words of a scaffold that are no kind's own, in the language of the collection."""

from __future__ import annotations

from clust_cli.core.writing.front_matter import Captions
from clust_cli.reports.language import N_, Say


def captions(say: Say) -> Captions:
    """The captions in a language."""
    return Captions(
        optional=say(N_("optional")),
        choices=say(N_("one of:")),
        see=say(N_("the list: {command}")),
        between=say(N_("from {min} to {max} words")),
        at_least=say(N_("at least {min} words")),
        at_most=say(N_("at most {max} words")),
    )
