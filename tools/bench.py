"""Measure start-up, time per turn and memory; print them with the machine's kind.

Run it with the project's own Python (`make bench`). Everything here is a median or a
percentile of several runs; nothing here decides whether a test passes. Each figure is
printed as soon as it is measured; all of them take about four minutes.
"""

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import pexpect
import yaml

ROOT = Path(__file__).resolve().parent.parent
ASK = [sys.executable, "-m", "advisor", "ask", "how much do data scientists earn?"]
RUNS = 11
ROUNDS = 3
TURNS = 10_000
HOSTILE = (
    ("data scientist " * 5_000)[:100_000],
    "x" * 100_000,
    "a b " * 25_000,
    "machne lerning enginer " * 4_000,
    "kill my self " * 7_000,
    "not " * 25_000,
    "a@" * 50_000,
    "1 " * 50_000,
    "\N{COMBINING ACUTE ACCENT}" * 100_000,
)


middle = statistics.median


def seconds(command: list[str], env: dict[str, str]) -> float:
    """Return how long a whole process takes."""
    start = time.perf_counter()
    subprocess.run(command, check=True, env=env, stdout=subprocess.DEVNULL)  # noqa: S603
    return time.perf_counter() - start


def seconds_to_prompt(env: dict[str, str]) -> float:
    """Return how long a new chat takes to its prompt, in a terminal."""
    start = time.perf_counter()
    chat = pexpect.spawn(
        sys.executable,
        ["-m", "advisor", "--private"],
        env={**env, "TERM": "xterm-256color"},
        encoding="utf-8",
    )
    chat.expect("> ?\x1b")
    taken = time.perf_counter() - start
    # What loads behind the prompt would slow down the next one.
    time.sleep(2)
    chat.close(force=True)
    return taken


def texts() -> list[str]:
    """Return the held-out utterances, as what a user may say."""
    return [
        item["text"]
        for path in sorted((ROOT / "tests" / "utterances").glob("*.yaml"))
        for item in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def turns() -> tuple[list[float], float]:
    """Return milliseconds of each turn of long conversations, and of the worst line."""
    from advisor import Advisor  # noqa: PLC0415 - its time is measured elsewhere

    advisor = Advisor.load()
    times = []
    for _ in range(ROUNDS):
        state = advisor.start()
        for text in texts():
            start = time.perf_counter()
            state = advisor.step(state, text).state
            times.append((time.perf_counter() - start) * 1000)
    worst = 0.0
    for text in HOSTILE:
        start = time.perf_counter()
        advisor.step(advisor.start(), text)
        worst = max(worst, (time.perf_counter() - start) * 1000)
    return times, worst


def session() -> tuple[float, float]:
    """Return the pace of a long session's end by its start, and its bytes a turn.

    The kept undo does not count.
    """
    from advisor import Advisor  # noqa: PLC0415 - its time is measured elsewhere

    advisor = Advisor.load()
    said, state = texts(), advisor.start()
    times = []
    for i in range(TURNS):
        start = time.perf_counter()
        state = advisor.step(state, said[i * 7 % len(said)]).state
        times.append(time.perf_counter() - start)
    tenth = TURNS // 10
    pace = middle(times[-tenth:]) / middle(times[:tenth])
    bare = replace(state, undo=(), redo=())
    return pace, len(bare.to_json()) / TURNS


def peak_memory() -> float:
    """Return the peak memory in MB of a process that asks with warm caches.

    A child's peak begins at its parent's size, so this must be called while the
    parent is still small.
    """
    code = (
        "import resource, advisor;"
        "a = advisor.Advisor.load(); s = a.start();"
        "[a.step(s, t) for t in ('ds salary', 'what do MLEs do', 'ds vs mle')];"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    )
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return int(done.stdout) / unit


def show(what: str, value: float, unit: str, aim: str = "") -> None:
    """Print a figure as soon as it is measured."""
    told = f" (aim {aim})" if aim else ""
    print(f"{what:44}{value:9.3f} {unit:3}{told}", flush=True)


def main() -> None:
    """Print the figures, what people wait for first."""
    env = dict(os.environ)
    kind = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    print(f"{kind}, Python {platform.python_version()}", flush=True)
    seconds(ASK, env)
    prompts = [seconds_to_prompt(env) for _ in range(RUNS)]
    show(f"the chat to its prompt, median of {RUNS}", middle(prompts), "s", "0.3")
    bare = [seconds([sys.executable, "-c", "pass"], env) for _ in range(RUNS)]
    show("  of which Python itself", middle(bare), "s")
    warm = [seconds(ASK, env) for _ in range(RUNS)]
    show(f"ask, a new process, median of {RUNS}", middle(warm), "s", "0.25")
    show("peak memory with warm caches", peak_memory(), "MB", "60")
    times, worst = turns()
    show(f"a turn, p50 of {len(times)}", middle(times), "ms", "3")
    show("a turn, p99", sorted(times)[len(times) * 99 // 100], "ms", "15")
    show(f"the worst of {len(HOSTILE)} hostile lines", worst, "ms", "500")
    pace, size = session()
    show(f"the last of {TURNS:,} turns by the first", pace, "x", "1.5")
    show("state, a turn, without the undo", size, "B", "300")
    with tempfile.TemporaryDirectory() as folder:
        first = seconds(ASK, env | {"XDG_CACHE_HOME": folder})
    show("very first ask: reads, checks and trains", first, "s", "3")


if __name__ == "__main__":
    main()
