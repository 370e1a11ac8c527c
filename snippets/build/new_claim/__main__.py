"""`python -m snippets.build.new_claim NAME [QUESTION]`."""

import argparse
import sys

from snippets.build.new_claim.files import Refused, start
from snippets.build.new_claim.told import next_steps


def arguments(given: list[str] | None = None) -> argparse.Namespace:
    """The options of the command; both may be empty, as from make."""
    parser = argparse.ArgumentParser(
        prog="python -m snippets.build.new_claim",
        description="Write the files of a new claim.",
    )
    parser.add_argument("name", nargs="?", default="")
    parser.add_argument("question", nargs="?", default="why_bernoulli")
    return parser.parse_args(given)


def main(given: list[str] | None = None) -> int:
    """The exit status; a refusal is one line that says what to do."""
    options = arguments(given)
    try:
        written = start(options.name, options.question)
    except (Refused, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    print(next_steps(options.name, options.question, written))
    return 0


if __name__ == "__main__":
    sys.exit(main())
