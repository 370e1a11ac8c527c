"""`python -m engines.zensical PYTHON`: the site, by Zensical.

PYTHON has Zensical and what it depends on; all else, our extensions
among it, comes from the environment that runs this. Zensical keeps
its cache in `.cache` and would mix it with ours, so it works on a
copy of the sources.
"""

import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).parents[1]
COPY = ROOT / ".zensical"
SOURCES = ("docs", "overrides", "snippets", "tests", "mkdocs.yml")
# What PYTHON has goes first, and versions may differ.
START = (
    "import site, sys; site.addsitedir(sys.argv.pop(1)); "
    "from zensical.main import cli; cli()"
)


def copy(root: Path, to: Path) -> None:
    """The sources and what the build generated, afresh."""
    shutil.rmtree(to, ignore_errors=True)
    to.mkdir()
    unneeded = shutil.ignore_patterns("__pycache__")
    for name in SOURCES:
        if (root / name).is_dir():
            shutil.copytree(root / name, to / name, ignore=unneeded)
        else:
            shutil.copy2(root / name, to)


def build(python: str, folder: Path) -> int:
    """The exit status; the pages are then in `folder`/site."""
    ours = sysconfig.get_path("purelib")
    command = [python, "-c", START, ours, "build"]
    return subprocess.run(command, cwd=folder).returncode


def main(python: str) -> int:
    """Copy, then build."""
    copy(ROOT, COPY)
    return build(str(Path(python).absolute()), COPY)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
