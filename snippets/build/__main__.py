"""`python -m snippets.build`: everything under docs/generated."""

import argparse
import sys
from types import ModuleType

from snippets.build import prose, sheet, stamps, turns


def arguments(given: list[str] | None = None) -> argparse.Namespace:
    """The options of the command."""
    parser = argparse.ArgumentParser(
        prog="python -m snippets.build",
        description="Train, measure and draw what the pages show.",
    )
    parser.add_argument(
        "--claim",
        action="append",
        metavar="NAME",
        help="build this claim alone (may be given again)",
    )
    parser.add_argument(
        "--lab",
        action="append",
        metavar="NAME",
        help="run this lab alone (may be given again)",
    )
    parser.add_argument(
        "--list",
        action="store_true",
        help="list the claims and how many models each has and needs",
    )
    parser.add_argument(
        "--fingerprint",
        action="store_true",
        help="print one name for all that is trained, for a cache",
    )
    parser.add_argument(
        "--train",
        action="store_true",
        help="train what is missing, and stop there",
    )
    parser.add_argument(
        "--no-train",
        action="store_true",
        help="stop with an error where a model is missing",
    )
    parser.add_argument(
        "--debug",
        action="store_true",
        help="show the whole traceback of an error",
    )
    return parser.parse_args(given)


def up_to_date() -> bool:
    """Whether nothing changed since the last whole build."""
    source = stamps.everything(prose.outline())
    return stamps.holds("everything", source, stamps.GENERATED)


def run(options: argparse.Namespace) -> None:
    """Do what was asked for; heavy imports only where work is due."""
    asked = options.list or options.fingerprint
    chosen = options.claim or options.lab or options.train or asked
    if not chosen:
        sheet.write()
        if up_to_date():
            return
    # torch takes seconds to import, a look at the stamps does not.
    from snippets.build import command

    if options.list:
        command.show()
    if options.fingerprint:
        command.show_fingerprint()
    if asked:
        return
    with turns.turn():
        work(command, options, whole=not chosen)


def work(
    command: ModuleType, options: argparse.Namespace, whole: bool
) -> None:
    """Train, measure and draw what was asked for."""
    # Another build may have done it while this one waited.
    if whole and not up_to_date():
        command.build_all(not options.no_train)
    if options.train:
        command.train_all()
    if options.claim:
        command.build_some(options.claim, not options.no_train)
    if options.lab:
        command.build_labs(options.lab)


def main(given: list[str] | None = None) -> int:
    """The exit status; an error is one line that says what to do."""
    options = arguments(given)
    try:
        run(options)
    except KeyboardInterrupt:
        print(
            "stopped; finished models are kept: run it again to go on",
            file=sys.stderr,
        )
        return 130
    except Exception as error:
        if options.debug:
            raise
        kind = type(error).__name__
        text = " ".join(str(error).split())
        print(f"error: {kind}: {text}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
