"""An interview's one state: the document as it stands, tried and saved after every answer."""

from __future__ import annotations

from pathlib import Path

import typer

from clust_cli.cli.words import _, say
from clust_cli.core.kinds.kind import Kind
from clust_cli.core.workspace import Workspace
from clust_cli.core.writing.trial import Trial, try_document
from clust_cli.reports.sentences import tell
from clust_cli.shell.files import write_whole


class Session:
    """The document being filled in. `trial` is how it reads now; its bytes are on the disk."""

    def __init__(self, root: Path, workspace: Workspace, path: str, data: bytes) -> None:
        self.root = root
        self.workspace = workspace
        self.path = path
        self.trial: Trial = try_document(workspace, path, data)

    @property
    def kind(self) -> Kind:
        """The kind of the document, known before the first question."""
        kind = self.trial.document.kind
        if kind is None:
            raise ValueError(f"{self.path}: an interview needs a kind")
        return kind

    def save(self, data: bytes) -> bool:
        """Write the document with one more answer; false, and why, when check would refuse it."""
        trial = try_document(self.workspace, self.path, data)
        refused = trial.refused_since(self.trial.refused)
        for one in refused:
            told = tell(one, say())
            typer.echo(f"  ! {told.message}" + (f" — {told.hint}" if told.hint else ""))
        if refused:
            return False
        write_whole(self.root / self.path, data)
        self.trial = trial
        return True

    def refuse(self, sentence: str) -> None:
        """Say why an answer is not taken."""
        typer.echo(f"  ! {_(sentence)}")
