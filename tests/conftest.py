"""What all tests share: checked shapes, and a copy to break."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from jaxtyping import install_import_hook

from tests.chromium import address, browser, compute, live, visit
from tests.hosting.server import served

# A fixture of this name is one of every test below.
__all__ = [
    "Copy",
    "address",
    "browser",
    "compute",
    "copy",
    "live",
    "served",
    "visit",
]

# Every shape in a signature is checked while the tests run.
CHECKED = (
    "vae",
    "why_bernoulli",
    "why_not_mse",
    "calibration",
    "choose",
    "compression",
    "experiments",
    "measures",
)
install_import_hook(
    [f"snippets.{name}" for name in CHECKED], "beartype.beartype"
)

ROOT = Path(__file__).parents[1]
PARTS = (
    "docs",
    "engines",
    "hosting",
    "snippets",
    "supply",
    "tests",
    "overrides",
    "mkdocs.yml",
    "pyproject.toml",
    "requirements.txt",
    "requirements-cuda.txt",
)


class Copy:
    """The project in a folder of its own, sharing trained weights."""

    def __init__(self, root):
        self.root = root
        root.mkdir()
        for part in PARTS:
            source = ROOT / part
            if source.is_dir():
                shutil.copytree(source, root / part)
            else:
                shutil.copy(source, root / part)
        self.cache = root / ".cache"
        stamps = ROOT / ".cache" / "stamps"
        if stamps.is_dir():
            shutil.copytree(stamps, self.cache / "stamps")
        for kind in ("weights", "records"):
            made = ROOT / ".cache" / kind
            if made.is_dir():
                (self.cache).mkdir(exist_ok=True)
                (self.cache / kind).symlink_to(made)

    def edit(self, name, old, new):
        """Replace text in a file; it must be there."""
        path = self.root / name
        text = path.read_text()
        assert old in text, f"{old!r} is not in {name}"
        path.write_text(text.replace(old, new))

    def append(self, name, text):
        """Add text to the end of a file."""
        path = self.root / name
        path.write_text(path.read_text() + text)

    def environment(self):
        """Nothing from outside decides where caches lie."""
        own = {"VAE_CACHE": str(self.cache), "NO_MKDOCS_2_WARNING": "1"}
        return {**os.environ, **own, "PYTHONPATH": str(self.root)}

    def start(self, *command):
        """Python with `-m command`, in a group of its own."""
        return subprocess.Popen(
            [sys.executable, "-m", *command],
            cwd=self.root,
            env=self.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def run(self, *command):
        """Exit status, and all that was printed."""
        process = self.start(*command)
        out, err = process.communicate(timeout=1200)
        return process.returncode, out + err


@pytest.fixture
def copy(tmp_path):
    """A copy of the project that a test may break."""
    return Copy(tmp_path / "project")
