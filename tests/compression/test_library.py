import subprocess
import sys

import pytest

from snippets.store import ROOT

HIDDEN = (
    "import runpy, sys\n"
    "sys.modules['constriction'] = None\n"
    "sys.argv = ['x', *{given}]\n"
    "runpy.run_module('{name}', run_name='__main__')\n"
)


@pytest.mark.parametrize(
    ("name", "given"),
    [
        (
            "snippets.why_bernoulli.the_loss_is_a_file_size",
            ["compress", "images.npy"],
        ),
        ("snippets.build", ["--list"]),
    ],
)
def test_without_the_library_one_line_says_what_to_do(name, given):
    done = subprocess.run(
        [sys.executable, "-c", HIDDEN.format(name=name, given=given)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert "`constriction` is missing" in line
    assert "64-bit Arm Linux" in line
