"""`python -m snippets.build.links`: each wrong link in a line."""

import argparse
import sys

from snippets.build.links.found import links, sources, wrong
from snippets.build.links.outside import asked


def main(given: list[str] | None = None) -> int:
    """1 where a link is wrong; each has its line."""
    parser = argparse.ArgumentParser(
        prog="python -m snippets.build.links"
    )
    parser.add_argument("--outside", action="store_true")
    options = parser.parse_args(given)
    found = [link for path in sources() for link in links(path)]
    told = [f"{link} {w}" for link in found if (w := wrong(link))]
    if options.outside and not told:
        told = asked(found)
    print(*told, sep="\n", end="\n" if told else "", file=sys.stderr)
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
