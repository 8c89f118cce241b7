"""`advisor check`: every problem of the data files at once."""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.data.files import read_files
from advisor.errors import AdvisorError, DataError, Problem

if TYPE_CHECKING:
    from advisor.data.loader import Loaded

DONE, BAD_DATA = 0, 3


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "--strict", action="store_true", help="let warnings fail as errors do"
    )
    parser.add_argument(
        "--json", action="store_true", help="one JSON object a problem, for editors"
    )
    parser.add_argument(
        "--near",
        action="store_true",
        help="train the matcher and name examples that it takes for another intent",
    )
    parser.add_argument(
        "--schemas",
        metavar="DIR",
        help="write a JSON Schema for each kind of file to a folder, for editors",
    )


def run(options: argparse.Namespace) -> int:
    """Print what was checked and every warning; return 0, or 3 where it fails.

    Raises:
        DataError: the files cannot be used, and no JSON was asked for.

    """
    from advisor.data.loader import load  # noqa: PLC0415 - needs yaml, others do not
    from advisor.data.review import review  # noqa: PLC0415

    data = read_files(getattr(options, "data", None))
    try:
        loaded = load(data)
    except DataError as error:
        if not options.json:
            raise
        _print_json(error.problems, "error")
        return BAD_DATA
    if options.schemas:
        return _write_schemas(loaded, Path(options.schemas))
    warnings = review(data, loaded, datetime.now(tz=UTC).year)
    if options.near:
        warnings = tuple(sorted([*warnings, *_near(data, loaded)]))
    failed = bool(warnings) and options.strict
    if options.json:
        _print_json(warnings, "error" if options.strict else "warning")
        return BAD_DATA if failed else DONE
    for warning in warnings:
        sys.stdout.write(f"{warning} (warning)\n")
    catalog = loaded.catalog
    examples = sum(len(texts) for texts in loaded.examples.values())
    found = f"{len(warnings)} warnings" if warnings else "no problem found"
    sys.stdout.write(
        f"{len(data)} files, {len(catalog.roles)} roles, {len(catalog.snippets)} "
        f"snippets, {len(catalog.sources)} sources, {len(catalog.intents)} intents "
        f"with {examples} examples: {found}\n"
    )
    return BAD_DATA if failed else DONE


def _near(data: Mapping[str, bytes], loaded: "Loaded") -> list[Problem]:
    """Return a warning for each example that the matcher takes for another intent."""
    from advisor.data.review import at_example  # noqa: PLC0415
    from advisor.understanding.lexicon import compile_lexicon  # noqa: PLC0415
    from advisor.understanding.training import near_examples  # noqa: PLC0415

    found = near_examples(loaded, compile_lexicon(loaded.catalog))
    return [
        at_example(
            data,
            intent,
            text,
            f"'{text}' is read as '{other}'; expected it there, or more like it here",
        )
        for intent, text, other in found
    ]


def _write_schemas(loaded: "Loaded", folder: Path) -> int:
    """Write a schema for each kind of file; return 0.

    Raises:
        AdvisorError: the folder cannot be written to.

    """
    from advisor.data.shapes import schemas  # noqa: PLC0415

    found = schemas(loaded.traces)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, value in found.items():
            text = json.dumps(value, indent=1, ensure_ascii=True) + "\n"
            (folder / name).write_text(text, encoding="utf-8")
    except OSError as error:
        why = error.strerror or error
        msg = f"{folder}: cannot be written to ({why}); name another folder"
        raise AdvisorError(msg) from None
    sys.stdout.write(f"{len(found)} schemas written to {folder}\n")
    return DONE


def _print_json(problems: Sequence[Problem], severity: str) -> None:
    """Print each problem as a line of JSON."""
    for problem in problems:
        line = {
            "severity": severity,
            "file": problem.file,
            "line": problem.line,
            "column": problem.column,
            "message": problem.says,
        }
        sys.stdout.write(json.dumps(line, ensure_ascii=True) + "\n")
