"""Measure how start-up and answers grow with the number of roles; prints the curve.

Each pack is the shipped data with made-up roles beside the ten, one snippet on each
topic. Run it with the project's own Python (`make bench`).
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path
from subprocess import run

from advisor.data.files import read_files

SIZES = (10, 100, 1_000)
RUNS = 5
QUESTIONS = 40
FIRST = ("velvet", "copper", "harbour", "willow", "granite", "meadow", "ember", "river")
SECOND = ("weaver", "smith", "keeper", "turner", "binder", "mender", "caster", "joiner")
THIRD = ("guild", "works", "yard", "loft", "court", "vale", "quay", "row")
TIMED = """
import sys, time
start = time.perf_counter()
from advisor import Advisor
advisor = Advisor.load(sys.argv[1])
loaded = time.perf_counter() - start
state, times = advisor.start(), []
for text in sys.argv[2:]:
    start = time.perf_counter()
    state = advisor.step(state, text).state
    times.append(time.perf_counter() - start)
times.sort()
print(loaded, times[len(times) // 2] * 1000, times[-1] * 1000)
"""


def names(count: int) -> list[str]:
    """Return names of made-up roles."""
    every = [f"{a} {b} of the {c}" for a in FIRST for b in SECOND for c in THIRD]
    more = [f"{a}{a[0]}o {b} of the {c}" for a in FIRST for b in SECOND for c in THIRD]
    return (every + more)[:count]


def write(folder: Path, extra: int) -> None:
    """Write the shipped data with so many roles more."""
    for path, content in read_files().items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    topics = (folder / "knowledge" / "topics.yaml").read_text(encoding="utf-8")
    ids = [
        line.strip().rstrip(":")
        for line in topics.splitlines()
        if line.startswith("  ") and not line.startswith("   ") and line.endswith(":")
    ]
    for number, name in enumerate(names(extra)):
        lines = [f"name: {name}", f"plural: {name}s", "topics:"]
        for topic in ids:
            text = f"On {topic}, a {name} has {number} things to say, says this test."
            lines += [f"  {topic}:", "    - id: only", f"      text: {text}"]
            lines += ["      sources: [bls_ooh_ds]"]
        file = folder / "knowledge" / "roles" / f"made_up_{number}.yaml"
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def measure(size: int) -> tuple[float, float, float, float]:
    """Return seconds of the first and of a warm load, ms of a median and worst turn."""
    asked = ["what do data scientists earn?", "skills?", "DS vs MLE", "I love SQL"]
    asked += [f"what does a {name} earn?" for name in names(max(size - 10, 0))[:8]]
    asked = (asked * QUESTIONS)[:QUESTIONS]
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), size - 10)
        command = [sys.executable, "-c", TIMED, folder, *asked]
        start = time.perf_counter()
        run(command, check=True, capture_output=True)  # noqa: S603
        first = time.perf_counter() - start
        got = [
            tuple(
                float(x)
                for x in run(  # noqa: S603
                    command, check=True, capture_output=True, text=True
                ).stdout.split()
            )
            for _ in range(RUNS)
        ]
    load, median, worst = (
        statistics.median(column) for column in zip(*got, strict=True)
    )
    return first, load, median, worst


def main() -> None:
    """Print the curve."""
    print(
        f"{'roles':>6}{'first, s':>10}{'warm, s':>10}{'turn, ms':>10}{'worst, ms':>11}"
    )
    for size in SIZES:
        first, load, median, worst = measure(size)
        line = f"{size:6}{first:10.2f}{load:10.3f}{median:10.2f}{worst:11.2f}"
        print(line, flush=True)


if __name__ == "__main__":
    main()
