"""`python -m snippets.build.verify`: build again, compare all bytes."""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from snippets import store
from snippets.build.verify.compare import differences, names
from snippets.store import ROOT

SITE = ROOT / "site"
STATUS = ("git", "status", "--porcelain")
TRAINED = ("weights", "records")


class CannotVerify(RuntimeError):
    """There is nothing to compare, or no second build to be had."""


def arguments(given: list[str] | None = None) -> argparse.Namespace:
    """The one option."""
    parser = argparse.ArgumentParser(
        prog="python -m snippets.build.verify",
        description="Build the site again in a temporary clone, from"
        " nothing, and compare every byte with site/.",
    )
    parser.add_argument(
        "--warm",
        action="store_true",
        help="train nothing again: share the weights and the records",
    )
    return parser.parse_args(given)


def run(folder: Path, *command: str, **env: str) -> str:
    """What it printed there. Raises `CannotVerify`."""
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **env},
        stdout=subprocess.PIPE,
        text=True,
    )
    if done.returncode:
        raise CannotVerify(
            f"`{' '.join(command)}` ended with {done.returncode}"
        )
    return done.stdout


def cloned(clone: Path) -> None:
    """What is committed. Raises `CannotVerify` if that is not all."""
    if not SITE.is_dir():
        raise CannotVerify("there is no site/: run `make site` first")
    if changed := run(ROOT, *STATUS).split("\n")[0]:
        raise CannotVerify(
            f"{changed[3:]} is not committed, so no clone would have"
            " it: commit first"
        )
    run(ROOT, "git", "clone", "--quiet", str(ROOT), str(clone))


def built(clone: Path, warm: bool) -> list[str]:
    """Build there; gives a line for each record that has times."""
    cache = clone / ".cache"
    own = {"VAE_CACHE": str(cache), "PYTHONPATH": str(clone)}
    python, said = (sys.executable, "-m"), []
    if warm:
        cache.mkdir()
        for kind in TRAINED:
            shared = store.cache().resolve() / kind
            (cache / kind).symlink_to(shared)
    else:
        run(clone, *python, "snippets.build", "--train", **own)
        # torch takes seconds to import.
        from snippets.build.command import collect, united
        from snippets.build.verify.times import lend_all

        said = lend_all(united(collect()), cache)
    run(clone, *python, "mkdocs", "build", "--strict", **own)
    return said


def verify(warm: bool) -> int:
    """Report what differs; gives the exit status."""
    with tempfile.TemporaryDirectory(prefix="verify-") as folder:
        clone = Path(folder) / "clone"
        cloned(clone)
        timed = built(clone, warm)
        found = differences(SITE, clone / "site")
    if timed:
        print("Times of the processor, the only numbers not compared:")
    print("\n".join(timed), end="\n" if timed else "")
    for name, said in found.items():
        print(f"site/{name} differs: {said}")
    print(f"{len(names(SITE))} files in site/, {len(found)} differ")
    return 1 if found else 0


def main(given: list[str] | None = None) -> int:
    """The exit status; an error is one line that says what to do."""
    try:
        return verify(arguments(given).warm)
    except (CannotVerify, OSError, store.CorruptCache) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
