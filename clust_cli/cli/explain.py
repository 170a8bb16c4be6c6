"""`clust explain`: a rule, why it exists and how to mend what it tells."""

from __future__ import annotations

import typer

from clust_cli.cli.app import command
from clust_cli.cli.output import chosen_rule
from clust_cli.cli.words import N_, _, say


def explain_command(
    context: typer.Context,
    rule: str = typer.Argument(
        "", metavar=N_("RULE"), help=N_("the rule's name, between brackets in what check prints")
    ),
) -> None:
    """Explain a rule; without a name, list them all."""
    from clust_cli.core.catalogue import BY_ID
    from clust_cli.reports.explanation import render_explanation, render_rules

    if not rule:
        typer.echo(render_rules(say()), nl=False)
    else:
        typer.echo(render_explanation(BY_ID[chosen_rule(rule.strip("[]"), _("RULE"))], say()), nl=False)


def add(app: typer.Typer) -> None:
    """Add the command."""
    command(
        explain_command,
        name="explain",
        help=N_("Explain a rule: why it exists, an example that fails, the same mended."),
        examples="clust explain unfilled-field\nclust explain",
        to=app,
    )
