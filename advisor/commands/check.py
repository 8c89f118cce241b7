"""`advisor check`: every problem of the data files at once."""

import argparse
import sys

from advisor.data.files import read_files


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments (only the common ones)."""
    del parser


def run(options: argparse.Namespace) -> int:
    """Print what was checked; problems are raised as DataError and printed above."""
    from advisor.data.loader import load  # noqa: PLC0415 - needs yaml, others do not

    data = read_files(getattr(options, "data", None))
    loaded = load(data)
    catalog = loaded.catalog
    examples = sum(len(texts) for texts in loaded.examples.values())
    sys.stdout.write(
        f"{len(data)} files, {len(catalog.roles)} roles, {len(catalog.snippets)} "
        f"snippets, {len(catalog.sources)} sources, {len(catalog.intents)} intents "
        f"with {examples} examples: no problem found\n"
    )
    return 0
