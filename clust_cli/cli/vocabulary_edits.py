"""One change of the codebook: what cannot be surely done is refused, the rest is proved, written whole, and told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from clust_cli.cli.changes import tell_changes
from clust_cli.cli.output import chosen
from clust_cli.cli.words import N_, _
from clust_cli.core.check import check
from clust_cli.core.diagnostics import Severity
from clust_cli.core.kinds.funders import FUNDERS
from clust_cli.core.kinds.vocabularies import Term, Vocabulary
from clust_cli.core.places import Place
from clust_cli.core.plain import Plain
from clust_cli.core.words import slug
from clust_cli.core.workspace import Workspace
from clust_cli.core.writing.splicing import UnsureError
from clust_cli.core.writing.terms.obstacles import READ_BY_CLUST, other_meaning, unreadable
from clust_cli.core.writing.terms.proof import new_error, unlike
from clust_cli.core.writing.terms.recoding import Recoded, packaged_use, recoded, vocabulary_file, with_term
from clust_cli.core.writing.terms.vocabulary_file import Edited, added, merged, renamed
from clust_cli.errors import ClustError
from clust_cli.reports.sentences import tell
from clust_cli.shell.files import Disk, read_disk, write_all
from clust_cli.shell.packaged import read_packaged_schemas

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_OTHER_TYPE = ("true", "false", "null")
_OWN = N_("{path} is now a file of the collection's own, copied from the one that clust ships.")
_WOULD_OWN = N_("{path} would become a file of the collection's own, copied from the one that clust ships.")
_NOTHING = N_("Nothing to change.")


def find_vocabulary(workspace: Workspace, name: str) -> Vocabulary:
    """The vocabulary of a name.

    Errors: ClustError that names the nearest, or lists them all.
    """
    return workspace.vocabularies[chosen(name, workspace.vocabularies, _("VOCABULARY"))]


def is_own(name: str, disk: Disk) -> bool:
    """Whether a vocabulary stands in a file of the workspace's own."""
    return vocabulary_file(name, disk.sources, {}) is not None


class Codebook:
    """A vocabulary of a workspace, and the one change that is asked of it."""

    def __init__(self, folder: Path, name: str) -> None:
        self.disk = read_disk(folder)
        self.workspace = self.disk.parse()
        place = unreadable(self.workspace)
        if place:
            raise _unsure(place)
        self.vocabulary = find_vocabulary(self.workspace, name)
        packaged = read_packaged_schemas()
        file = vocabulary_file(name, self.disk.sources, packaged)
        if file is None or name in READ_BY_CLUST or name == FUNDERS:
            raise _fixed(name)
        self.file = file
        self.packaged = packaged
        self.made: Recoded | None = None

    def add(self, id: str, said: Mapping[str, str], prose: Sequence[str]) -> Codebook:
        """A term behind the others."""
        self._free(id)
        if not said["label"].strip():
            raise ClustError(N_("the new term has no label"), N_("say how it is printed: --label “…”"))
        if said["group"]:
            chosen(said["group"], self.vocabulary.group_labels, "--group")
        by_language = isinstance(self.file.value["title"], Mapping)
        texts: dict[str, Plain] = {key: text.strip() for key, text in said.items() if text.strip()}
        if by_language:
            texts |= {key: {self.workspace.lang: text} for key, text in texts.items() if key != "group"}
        term = {"id": id, **texts, **({"terms": list(prose)} if prose else {})}
        with _surely():
            self.made = with_term(self.file, added(self.file, term))
        return self

    def rename(self, old: str, new: str, label: str) -> Codebook:
        """Another id for a term."""
        self._term(old)
        self._free(new)
        with _surely():
            edited = renamed(self.file, old, new, label, self.workspace.lang)
        return self._recoded(edited, old, new)

    def merge(self, old: str, new: str, *, drop: bool) -> Codebook:
        """A term given up for another."""
        self._term(old)
        into = self._term(new)
        if old == new:
            raise ClustError(N_("“{word}” cannot be merged into itself"), N_("name two terms"), word=old)
        if into.replaced_by:
            raise ClustError(
                N_("“{word}” is itself replaced by “{near}”"),
                N_("merge into “{near}”"),
                word=new,
                near=into.replaced_by,
            )
        with _surely():
            edited = merged(self.file, old, new, drop=drop)
        return self._recoded(edited, old, new)

    def finish(self, *, dry_run: bool) -> None:
        """Prove by reading everything back, write all or nothing, tell each change."""
        made = self.made
        if made is None or not made.changes:
            print(_(_NOTHING))
            return
        self._prove(made)
        if not dry_run:
            write_all({self.disk.root / path: data for path, data in made.files.items()})
        tell_changes(made.changes, dry_run=dry_run)
        if made.path not in self.disk.sources:
            print(_(_WOULD_OWN if dry_run else _OWN).format(path=made.path))

    def _recoded(self, edited: Edited, old: str, new: str) -> Codebook:
        with _surely():
            self.made = recoded(self.workspace, self.disk.sources, self.file, edited, old, new)
        swap = self.made.swap
        place = other_meaning(self.workspace, swap) if swap else None
        if place:
            raise ClustError(
                N_("{path}:{line}: “{word}” is the id of an action of another type there"),
                N_("take another id, or give that action another one first"),
                path=place.path,
                line=place.start.line,
                word=new,
            )
        path = packaged_use(self.workspace, self.disk.sources, self.packaged, swap) if swap else ""
        if path:
            raise ClustError(
                N_("“{word}” is named in {path}, which clust ships"),
                N_("copy that file into the collection's {folder}, then try again"),
                word=old,
                path=path,
                folder=path.rpartition("/")[0],
            )
        return self

    def _prove(self, made: Recoded) -> None:
        after = self.disk._replace(sources={**self.disk.sources, **made.files}).parse()
        trouble = any(fault.severity is Severity.ERROR for fault in after.faults)
        with _surely():
            path = made.path if trouble else unlike(self.workspace, self.disk.sources, after, made)
        if path:
            raise _unsure(None, path)
        error = new_error(check(self.workspace), check(after))
        if error:
            raise ClustError(
                N_("{path}:{line}: the change would make an error: {told}"),
                N_("mend that first, then try again"),
                path=error.place.path,
                line=error.place.start.line,
                told=tell(error, _).message,
            )

    def _term(self, id: str) -> Term:
        return self.vocabulary.by_id[chosen(id, self.vocabulary.by_id, self.vocabulary.name)]

    def _free(self, id: str) -> None:
        """Refuse an id that is none, or that has a meaning already."""
        if not _ID.fullmatch(id) or id in _OTHER_TYPE:
            near = slug(id)
            hint = N_("lower-case letters without accents, digits and hyphens, a letter first; for example “{near}”")
            plain_hint = N_("lower-case letters without accents, digits and hyphens, a letter first")
            is_id = bool(_ID.fullmatch(near)) and near not in _OTHER_TYPE
            raise ClustError(N_("“{word}” is no id"), hint if is_id else plain_hint, word=id, near=near)
        if id in self.vocabulary.by_id:
            raise ClustError(
                N_("“{word}” is already a term of {name}"),
                N_("take another id; to make one term of two, use “clust vocabulary merge”"),
                word=id,
                name=self.vocabulary.name,
            )
        taken = _others(self.workspace.vocabularies.values(), self.vocabulary)
        name = next((one.name for one in taken if id in one.by_id), "")
        if name:
            raise ClustError(
                N_("“{word}” is already a term of {name}, which codes passages too"),
                N_("take another id: a code must mean one thing"),
                word=id,
                name=name,
            )


@contextmanager
def _surely() -> Iterator[None]:
    """Tell what is no sure change in our words."""
    try:
        yield
    except UnsureError as unsure:
        raise _unsure(unsure.place) from unsure


def _others(vocabularies: Iterable[Vocabulary], own: Vocabulary) -> Iterable[Vocabulary]:
    return (one for one in vocabularies if own.codable and one.codable and one is not own)


def _fixed(name: str) -> ClustError:
    if name == FUNDERS:
        return ClustError(
            N_("the terms of {name} are files of their own"), N_("add or rename a file in schemas/funders/"), name=name
        )
    return ClustError(
        N_("clust itself knows the terms of {name}: they cannot be changed"),
        N_("only their labels can, in a file of the collection's own"),
        name=name,
    )


def _unsure(place: Place | None, path: str = "") -> ClustError:
    where = f"{place.path}:{place.start.line}" if place else path
    return ClustError(
        N_("{where}: what stands there cannot be read or changed surely, so nothing was written"),
        N_("run “clust check”, mend what it tells of that line, or write it more simply, then try again"),
        where=where,
    )
