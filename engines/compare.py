"""`python -m engines.compare A B`: what two built sites differ in.

A report: it ends with 0, whatever it finds.
"""

import sys
from collections import Counter
from pathlib import Path

from engines.content import KINDS, pages

FEW = 3  # examples in a line
LONG = 40  # signs of an example


def some(items: Counter) -> str:
    """How many, and the first few of them."""
    first = [item[:LONG] for item in sorted(items)[:FEW]]
    rest = ", ..." if len(items) > FEW else ""
    return f"{items.total()} ({', '.join(first)}{rest})"


def differences(a: dict, b: dict) -> dict[str, tuple]:
    """Kind -> what only one page has, and what only the other."""
    both = {kind: (a[kind] - b[kind], b[kind] - a[kind]) for kind in a}
    return {kind: pair for kind, pair in both.items() if any(pair)}


def told(kind: str, pair: tuple[Counter, Counter]) -> str:
    """One line about one kind of thing on one page."""
    sides = zip(("missing", "added"), pair, strict=True)
    parts = [f"{some(each)} {word}" for word, each in sides if each]
    return f"  {kind}: {'; '.join(parts)}"


def report(a: dict[str, dict], b: dict[str, dict]) -> list[str]:
    """Line by line; the last one sums up."""
    lines = [
        f"page missing: {name}" for name in sorted(set(a) - set(b))
    ]
    lines += [f"page added: {name}" for name in sorted(set(b) - set(a))]
    total = Counter(pages=len(lines))
    common = sorted(set(a) & set(b))
    for name in common:
        found = differences(a[name], b[name])
        total.update(
            {k: x.total() + y.total() for k, (x, y) in found.items()}
        )
        lines += [name] if found else []
        lines += [told(kind, pair) for kind, pair in found.items()]
    return [*lines, summary(a, common, total)]


def summary(
    a: dict[str, dict], common: list[str], total: Counter
) -> str:
    """How much was compared, and how much of it differs."""
    parts = [f"{total['pages']} of {len(a)} pages"]
    for kind in KINDS:
        all_of = sum(a[name][kind].total() for name in common)
        parts.append(f"{total[kind]} of {all_of} {kind}")
    return f"Different: {', '.join(parts)}."


def main(a: str, b: str) -> None:
    """Print what differs between two folders."""
    sites = [pages(Path(folder)) for folder in (a, b)]
    empty = [f for f, s in zip((a, b), sites, strict=True) if not s]
    if empty:
        print(
            f"There are no pages in {' and '.join(empty)}: build them."
        )
        return
    print("\n".join(report(*sites)))


if __name__ == "__main__":
    main(*sys.argv[1:])
