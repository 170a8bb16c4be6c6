"""Pandoc: started once to read every body, and once for each format that it writes."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryFile

from clust_cli.core.documents import Document
from clust_cli.core.printing.ast import Nodes
from clust_cli.core.printing.publication import Publication
from clust_cli.errors import ClustError
from clust_cli.reports.language import N_
from clust_cli.shell.packaged import ROOT

SECONDS = 120
_LUA = ROOT / "templates" / "lua"
_MEMORY = ("+RTS", "-M512m", "-RTS")


class Reading:
    """Pandoc at work on many bodies, each read alone: notes and references never meet.

    It goes on beside whatever the caller does; files stand in for pipes, so that nobody waits for the other.
    """

    def __init__(self, documents: Sequence[Document]) -> None:
        self._documents = documents
        self._open = ExitStack()
        files = [self._open.enter_context(TemporaryFile()) for _ in range(3)]  # noqa: SIM115 - the stack closes them
        self._given, self._made, self._trouble = files
        self._given.write(json.dumps([one.body.prepared.decode("utf-8") for one in documents]).encode())
        self._given.seek(0)
        self._started = subprocess.Popen(
            [find_pandoc(), *_MEMORY, "lua", str(_LUA / "read.lua")],
            stdin=self._given,
            stdout=self._made,
            stderr=self._trouble,
        )

    def bodies(self) -> Mapping[str, Nodes]:
        """The blocks of each document, by its path.

        Errors: ClustError when pandoc fails, warns or takes too long.
        """
        try:
            status = self._started.wait(SECONDS)
        except subprocess.TimeoutExpired as error:
            self.stop()
            raise _too_slow() from error
        self._trouble.seek(0)
        trouble = self._trouble.read()
        if status or trouble:
            raise _failed(trouble)
        self._made.seek(0)
        trees = json.loads(self._made.read())
        self._open.close()
        return {one.path: tree["blocks"] for one, tree in zip(self._documents, trees, strict=True)}

    def stop(self) -> None:
        """Stop before the end: the bodies are not wanted any more."""
        self._started.kill()
        self._started.wait()
        self._open.close()


def begin_reading(publication: Publication) -> Reading:
    """Begin to read the bodies of a publication, but those that pandoc cannot be trusted with."""
    return Reading([one for one in publication.sources if one.kind is not None and not _is_trap(one)])


def _is_trap(document: Document) -> bool:
    """Whether a body may hold pandoc for ever: a note that calls itself takes all the memory there is."""
    return any(flaw.rule in ("nested-note", "too-nested") for flaw in document.body.flaws)


def write(folder: Path, format: str, epoch: int) -> None:
    """Write a format, in a folder that holds its tree and nothing that is not ours.

    Errors: ClustError when pandoc fails, warns or takes too long: a warning is a hole in the document.
    """
    try:
        done = subprocess.run(
            [find_pandoc(), *_MEMORY, "lua", str(_LUA / "write.lua"), format],
            cwd=folder,
            env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _too_slow() from error
    if done.returncode or done.stderr:
        raise _failed(done.stderr)


def find_pandoc() -> str:
    """The pandoc that pypandoc_binary brings; asking pypandoc itself would cost a tenth of a second."""
    package = importlib.util.find_spec("pypandoc")
    if package and package.origin:
        name = "pandoc.exe" if sys.platform == "win32" else "pandoc"
        path = Path(package.origin).parent / "files" / name
        if path.is_file():
            return str(path)
    try:
        import pypandoc

        return str(pypandoc.get_pandoc_path())
    except (ImportError, OSError) as error:
        raise ClustError(N_("pandoc was not found"), N_("install it with “pip install pypandoc_binary”")) from error


def _too_slow() -> ClustError:
    return ClustError(
        N_("pandoc did not finish in {seconds} seconds"),
        N_("look for a very long or deeply nested passage in the documents"),
        seconds=SECONDS,
    )


def _failed(trouble: bytes) -> ClustError:
    return ClustError(
        N_("pandoc could not do its work: {trouble}"),
        N_("this is a fault of clust: please report it with this message"),
        trouble=trouble.decode("utf-8", errors="replace").strip()[:2000],
    )
