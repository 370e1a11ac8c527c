"""`python -m snippets.choose DATA`: which likelihood, and why."""

import argparse
import sys
from pathlib import Path

from snippets.choose.table import Refused, short


def arguments(given: list[str] | None = None) -> argparse.Namespace:
    """The options of the command."""
    parser = argparse.ArgumentParser(
        prog="python -m snippets.choose",
        description="Rank likelihoods for your data on held-out rows.",
    )
    add = parser.add_argument
    add(
        "data",
        nargs="?",
        default="digits",
        metavar="DATA",
        help="an .npy or .csv of images or of a table, a row each; or"
        " digits (the default) or wine, which are packaged",
    )
    add(
        "--report",
        type=Path,
        metavar="FILE",
        help="write the answer, with figures, as one HTML page",
    )
    add(
        "--space",
        choices=["binary", "unbounded", "unit", "positive", "real"],
        help="what a value can be, if it is not what it looks like",
    )
    add(
        "--levels",
        type=whole,
        metavar="N",
        help="values are whole numbers from 0 to N",
    )
    add(
        "--steps",
        type=whole,
        default=800,
        metavar="N",
        help="of each training (default 800)",
    )
    add("--seed", type=int, default=0, help="of splits and networks")
    return parser.parse_args(given)


def whole(text: str) -> int:
    """A whole number from 1 on, for argparse."""
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"{value} is below 1")
    return value


def run(options: argparse.Namespace) -> None:
    """Read, look, rank, tell."""
    # torch takes seconds to import, a refusal does not need it.
    from snippets.choose import looking, reading

    if options.report and not options.report.parent.is_dir():
        raise Refused(
            f"there is no folder {options.report.parent} for --report"
        )
    table = reading.read(options.data)
    seen = looking.look(table, options.space, options.levels)
    from snippets.choose import command

    command.answer(seen, options)


def main(given: list[str] | None = None) -> int:
    """The exit status; a refusal is one line that says what to do."""
    options = arguments(given)
    try:
        run(options)
    except Refused as refusal:
        said = f"{short(options.data)}: {refusal}"
        print(f"error: {said}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("stopped; nothing was written", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
