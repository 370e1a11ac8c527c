"""The command as a reader uses it, each step a process of its own."""

import subprocess
import sys

import numpy as np
import pytest

from snippets.compression.cases import CASES
from snippets.store import ROOT

COMMAND = (
    sys.executable,
    "-m",
    "snippets.why_bernoulli.the_loss_is_a_file_size",
)
IMAGES = 100


def run(*given):
    return subprocess.run(
        [*COMMAND, *map(str, given)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_another_process_gives_100_images_back(case, tmp_path):
    path, side = tmp_path / "images.npy", case.data.side
    images = case.held_out()[:IMAGES].reshape(-1, side, side)
    np.save(path, images)
    before = path.read_bytes()
    made = run("compress", path)
    assert made.returncode == 0, made.stderr
    assert f"{IMAGES} images" in made.stdout
    assert f"{IMAGES}/{IMAGES}" in made.stderr
    path.unlink()
    done = run("decompress", f"{path}.vae")
    assert done.returncode == 0, done.stderr
    assert f"{IMAGES}/{IMAGES}" in done.stderr
    assert path.read_bytes() == before
