"""How long clust takes, each act against a bare floor that does the same work with nothing around it.

python bench/run.py             every measure
python bench/run.py check       only those whose name holds this word

Uses only the installed package, with its bytecode, as pip leaves it: the warm-up writes what an editable checkout
lacks, whatever PYTHONDONTWRITEBYTECODE says. Units: medians of 5 runs in seconds, after one warm-up, or one run where
it takes a minute; clust and its floor run in turn in the same session, A B A B…, so that a busy machine slows both.
Peak memory in MB, of clust's process alone.
The table says whether each aim of issue 2 is met; the exit status does not.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generated import write_collection
from plain import concatenated, pandoc_path

ROOT = Path(__file__).resolve().parent.parent
FLOORS = Path(__file__).resolve().parent / "floors.py"
CLUST = Path(sys.executable).parent / ("clust.exe" if sys.platform == "win32" else "clust")
MONOGRAPHIES = 1000
CODED = 10_000
COUNTED = f"clust crosstab, {CODED} coded monographies | read + CSafeLoader + jsonschema"
ROUNDS = 6

ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

Command = Sequence[str | Path]


@dataclass(frozen=True)
class Measure:
    """An act of clust and the commands that do the same without it, one after another."""

    name: str
    aim: float
    clust: Command
    floor: Sequence[Command]
    rounds: int = ROUNDS


@dataclass(frozen=True)
class Run:
    """One run of commands. Units: wall-clock seconds; MB at the highest, 0 where the system does not tell."""

    seconds: float
    peak: float


def measures(folder: Path, word: str) -> Iterator[Measure]:
    """Yield the four acts of issue 2, section 6, and the table of issue 4; `folder` takes what they write."""
    python = sys.executable
    typer: Command = (python, "-c", "import typer")
    yield Measure("clust --version | import typer", 1.5, (CLUST, "--version"), [typer])
    yield Measure("clust check, Memento 2 | import typer", 3.0, (CLUST, "-C", ROOT, "check"), [typer])
    source = concatenated(ROOT / "mementos" / "02-clusters-et-territoires-locaux", folder)
    typst, docx = folder / "plain.typ", folder / "plain.docx"
    yield Measure(
        "clust build memento 2 | pandoc ×2 + typst",
        1.5,
        (CLUST, "-C", ROOT, "build", "memento", "2", "--to", "pdf,docx", "--output", folder / "build"),
        [
            (pandoc_path(), *_reader(), "--to=typst", "--standalone", f"--output={typst}", source),
            (python, FLOORS, "typst", typst, folder / "plain.pdf"),
            (pandoc_path(), *_reader(), "--to=docx", f"--output={docx}", source),
        ],
    )
    many = folder / "many"
    write_collection(ROOT, many, MONOGRAPHIES)
    schema = folder / "monography.json"
    schema.write_bytes(_output((CLUST, "-C", many, "schema", "monography", "--json")))
    yield Measure(
        f"clust check, {MONOGRAPHIES} monographies | read + CSafeLoader + jsonschema",
        1.2,
        (CLUST, "-C", many, "check"),
        [(python, FLOORS, "validate", schema, many)],
    )
    if word not in COUNTED:
        return
    coded = folder / "coded"
    write_collection(ROOT, coded, CODED)
    yield Measure(
        COUNTED,
        1.6,
        (CLUST, "-C", coded, "crosstab", "--columns", "territory-type", "--format", "json"),
        [(python, FLOORS, "validate", schema, coded)],
        rounds=1,
    )


def run(commands: Sequence[Command]) -> Run:
    """Run commands one after another; a command that cannot run stops the bench with what it said."""
    peak = 0.0
    begun = time.perf_counter()
    for command in commands:
        with tempfile.TemporaryFile() as output:
            process = subprocess.Popen(
                [str(word) for word in command], stdout=output, stderr=subprocess.STDOUT, env=ENVIRONMENT
            )
            peak = max(peak, _wait(process))
            if process.returncode:
                output.seek(0)
                raise SystemExit(f"{command[0]}: {output.read().decode(errors='replace')[-2000:]}")
    return Run(time.perf_counter() - begun, peak)


def measured(measure: Measure) -> tuple[Run, Run]:
    """The medians of clust and of its floor."""
    ours: list[Run] = []
    floors: list[Run] = []
    for round_ in range(measure.rounds):
        one, other = run([measure.clust]), run(measure.floor)
        if round_ or measure.rounds == 1:
            ours.append(one)
            floors.append(other)
    return _median(ours), _median(floors)


def main(word: str) -> None:
    """Print the table, a line as soon as it is known."""
    print("| clust, against its floor | clust s | floor s | ratio | aim | | peak MB |")
    print("|---|--:|--:|--:|--:|---|--:|")
    with tempfile.TemporaryDirectory() as name:
        for measure in measures(Path(name), word):
            if word in measure.name:
                ours, floor = measured(measure)
                ratio = ours.seconds / floor.seconds
                verdict = "met" if ratio <= measure.aim else "MISSED"
                print(
                    f"| {measure.name.replace('|', 'against')} | {ours.seconds:.3f} | {floor.seconds:.3f} "
                    f"| {ratio:.2f} | {measure.aim} | {verdict} | {ours.peak:.0f} |",
                    flush=True,
                )


def _reader() -> tuple[str, ...]:
    dialect = "commonmark+pipe_tables+footnotes+bracketed_spans+attributes+implicit_figures"
    return ("--sandbox", f"--from={dialect}", "--metadata=title:Memento")


def _wait(process: subprocess.Popen[bytes]) -> float:
    """Wait for a process, and say how much memory it took at most."""
    if not hasattr(os, "wait4"):
        process.wait()
        return 0.0
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    # Linux counts in KiB, macOS in bytes.
    return usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def _median(runs: Sequence[Run]) -> Run:
    return Run(statistics.median(one.seconds for one in runs), max(one.peak for one in runs))


def _output(command: Command) -> bytes:
    return subprocess.run([str(word) for word in command], check=True, capture_output=True).stdout


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
