"""Run `python -m advisor` as the command `advisor`."""

import sys

from advisor.commands import run


def main() -> None:
    """Run the command line and leave with its exit status."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
