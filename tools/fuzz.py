"""Throw mutated conversations and data files at the program, for a bounded time.

Stops at the first broken promise and prints what broke it, with the seed that repeats
it. Where atheris is installed it steers the mutations by coverage (`--atheris`);
otherwise they are random. `SECONDS=60 SEED=7 make fuzz`
"""

import argparse
import json
import random
import sys
import time
import unicodedata
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

if "--atheris" in sys.argv:
    import atheris  # optional, and only on some machines

    instrumented = atheris.instrument_imports(include=["advisor"])
else:
    instrumented = nullcontext()

with instrumented:
    from advisor import Advisor, DataError, State
    from advisor.data.files import read_files
    from advisor.data.loader import load
    from advisor.errors import UtteranceError
    from advisor.privacy import redact

ROOT = Path(__file__).resolve().parent.parent
MOST_SECONDS = 2.0
"""Of one turn; well beyond the half second that is promised, for noisy machines."""
ODD = (
    *("\x1b[31m", "\x9b2J", "\x00", "\u202e", "\u200b", "\ufeff", "\ufdfd", "\u0301"),
    *("\U0001f4a5", "\U0001f468\u200d\U0001f469", "\ud7ff", "\n\n", "\t", "()" * 50),
    *("{role}", "$self", "[1]", "■", "a@b.co", "+49 170 1234567", "4111111111111111"),
    *("not ", "no, I meant ", "undo", "start over", "yes", "2", "why?", "I love "),
    *("want to die", "más", "数据", "x" * 3_000, "data scientist " * 400, "9" * 40),
)


def lines() -> list[str]:
    """Return the held-out utterances, as seeds."""
    return [
        item["text"]
        for path in sorted((ROOT / "tests" / "utterances").glob("*.yaml"))
        for item in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def mutated(text: str, chance: random.Random, seeds: Sequence[str]) -> str:
    """Return a text with some of its parts cut, doubled, swapped or made odd."""
    for _ in range(chance.randint(0, 4)):
        at = chance.randint(0, len(text))
        match chance.randint(0, 5):
            case 0:
                text = text[:at] + chance.choice(ODD) + text[at:]
            case 1:
                text = text[:at] + text[at + chance.randint(1, 9) :]
            case 2:
                text = f"{text} {chance.choice(('and', 'but', ',', '.'))} " + (
                    chance.choice(seeds)
                )
            case 3:
                text = text[:at] * 2 + text[at:]
            case 4:
                text = "".join(chance.sample(text, len(text)))
            case _:
                text = text.upper() if chance.random() < 0.5 else text[::-1]  # noqa: PLR2004
    return text[:100_000]


def check_turn(advisor: Advisor, state: State, text: str) -> State:
    """Take one turn and check all that is promised of it; return the next state."""
    start = time.monotonic()
    try:
        turn = advisor.step(state, text)
    except UtteranceError:
        return state
    assert time.monotonic() - start < MOST_SECONDS, "slow"
    reply = turn.reply.text
    assert reply.strip(), "an empty reply"
    assert len(reply) <= 5_000, "a reply over 5,000 characters"  # noqa: PLR2004
    bad = {c for c in reply if unicodedata.category(c) in ("Cc", "Cf", "Cs")} - {"\n"}
    assert not bad, f"control characters {bad!r}"
    crisis = any(f.act == "crisis" for f in turn.understood)
    assert not (crisis and turn.snippets), "advice in a crisis"
    assert not (crisis and turn.profile != state.memory.profile), "stored in a crisis"
    for item in turn.profile:
        assert redact(item.quote) == item.quote, f"personal: {item.quote!r}"
    if turn.suggestion is not None:
        total = sum(share for _, share in turn.suggestion.ranked.order)
        assert abs(total - 1) < 1e-6, "shares that do not sum to 1"  # noqa: PLR2004
    saved = turn.state.to_json()
    assert State.from_json(saved) == turn.state, "a state that JSON does not give back"
    assert json.loads(saved), "no JSON"
    return turn.state


def check_data(files: dict[str, bytes], chance: random.Random) -> None:
    """Damage one data file; it must load, or be refused with a place for each fault."""
    name = chance.choice(sorted(files))
    text = files[name].decode()
    rows = text.split("\n")
    at = chance.randrange(len(rows))
    match chance.randint(0, 4):
        case 0:
            rows.pop(at)
        case 1:
            rows.insert(at, chance.choice(("&a [*a]", "!!python/none x", "\t- x", "{")))
        case 2:
            rows[at] = rows[at][: len(rows[at]) // 2]
        case 3:
            rows[at] = chance.choice(ODD) + rows[at]
        case _:
            rows[at] = rows[at].replace(":", "", 1)
    broken = files | {name: "\n".join(rows).encode("utf-8", "replace")}
    try:
        load(broken)
    except DataError as error:
        assert error.problems, "refused without a reason"
        assert all(p.file and p.line >= 1 for p in error.problems), "without a place"


def run(seed: int, seconds: float) -> int:
    """Fuzz until the time is up; return the number of turns taken."""
    chance = random.Random(seed)  # noqa: S311 - a repeatable sequence, no secret
    advisor, seeds, files = Advisor.load(), lines(), read_files()
    end = time.monotonic() + seconds
    turns = 0
    while time.monotonic() < end:
        state, said = advisor.start(), []
        for _ in range(chance.randint(1, 8)):
            text = mutated(chance.choice(seeds), chance, seeds)
            said.append(text)
            try:
                state = check_turn(advisor, state, text)
            except Exception:
                print(f"seed {seed}, after: {[line[:300] for line in said]!r}")
                raise
            turns += 1
        if turns % 40 < 2:  # noqa: PLR2004 - a data file now and then: they are slow
            check_data(dict(files), chance)
    return turns


def steered(seconds: float) -> None:
    """Let atheris choose the bytes, beginning with the held-out utterances."""
    advisor = Advisor.load()

    def one(data: bytes) -> None:
        state = advisor.start()
        for text in data.decode("utf-8", "ignore").split("\n")[:6]:
            state = check_turn(advisor, state, text[:2_000])

    with TemporaryDirectory() as corpus:
        for n, line in enumerate(lines()):
            (Path(corpus) / f"{n}").write_text(line, encoding="utf-8")
        limits = [f"-max_total_time={int(seconds)}", "-max_len=2000"]
        atheris.Setup([sys.argv[0], *limits, corpus], one)
        atheris.Fuzz()


def main() -> None:
    """Run as asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--atheris", action="store_true")
    asked = parser.parse_args()
    if asked.atheris:
        steered(asked.seconds)
        return
    turns = run(asked.seed, asked.seconds)
    print(f"{turns:,} turns, nothing found (seed {asked.seed})")


if __name__ == "__main__":
    main()
