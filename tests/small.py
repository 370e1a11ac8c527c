"""A copy of the project with one page that is built in a second."""

import json

from tests.conftest import Copy

CLAIM = '''
"""A page of three small runs."""

from snippets.sweeps import over_seeds
from snippets.vae.training import Run
from snippets.weights import trained

RUN = Run(data="digits", hidden=(4,), latents=2, epochs=3)
RUNS = (*over_seeds(RUN, (0, 1, 2)),)


def measure():
    return {"loss": [trained(r).history[-1].item() for r in RUNS]}


def words(numbers):
    return {"loss": f"{numbers['loss'][0]:.1f}"}


def draw(numbers):
    said = "".join(f"<p>{each}</p>" for each in numbers["loss"])
    return {"figure.html": 1000 * said}
'''


class Small(Copy):
    """Trains from nothing: it shares no weights."""

    def __init__(self, root):
        super().__init__(root)
        for folder, text in (("pages", CLAIM), ("figures", '"""."""')):
            path = self.root / "snippets" / folder / "tiny.py"
            path.write_text(text)
        self.cache = root / "cache"

    def environment(self):
        """One process a build, so that its time is its own."""
        return {**super().environment(), "LOKY_MAX_CPU_COUNT": "1"}

    def forked(self, deed):
        """What `tests.forked` says of a deed."""
        process = self.start("tests.forked", deed)
        out, err = process.communicate(timeout=600)
        assert process.returncode == 0, err
        return json.loads(out)
