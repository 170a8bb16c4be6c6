"""The rules that most collections have no need of: each waits for one quick look before it is even imported."""

from __future__ import annotations

from collections.abc import Iterator

from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.workspace import Workspace


def check_brand(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report what is wrong with the brand; most collections have none of their own, and wait for none of its rules."""
    if "brand:" in workspace.config.text.text:
        from clust_cli.core.rules import brand

        yield from brand.check_brand(workspace)


def check_figures(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report what is wrong with images in print; where no document shows one, nothing waits for these rules."""
    if any(document.body.images for document in workspace.documents):
        from clust_cli.core.rules import figures

        yield from figures.check_figures(workspace)


def check_claims(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report claims and quotations that do not hold; where no text has any, nothing is counted or compared."""
    if any(one.body.claims or (one.kind and one.kind.quoting) for one in workspace.documents):
        from clust_cli.core.rules import claims, quotations

        yield from claims.check_claims(workspace)
        yield from quotations.check_quotations(workspace)


def check_french(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report what French print wants and the build cannot mend; a collection in another language waits for no rule."""
    if workspace.lang == "fr":
        from clust_cli.core.rules import french

        yield from french.check_french(workspace)
