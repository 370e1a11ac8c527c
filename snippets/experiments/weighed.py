"""Held-out images to a file and back; all that is to be weighed."""

import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from snippets.compression import container, files
from snippets.compression.accounts import accounts
from snippets.compression.cases import named
from snippets.experiments import Experiment
from snippets.experiments.sources import code
from snippets.measures.last_digits import last_digits
from snippets.measures.model_bytes import model_bytes
from snippets.store import ROOT
from snippets.vae.evaluation import evaluate
from snippets.vae.model import VAE
from snippets.weights import trained

WEIGHING = 20_000  # multiplications of a training, per pixel
KEPT = 50  # images whose pixels' bits are kept, one by one
UNPACK = (sys.executable, "-m", "snippets.compression", "decompress")


class Differs(RuntimeError):
    """The images did not come back as they were."""


def same(images: np.ndarray, back: np.ndarray) -> None:
    """Raises `Differs`."""
    if back.dtype != images.dtype or not np.array_equal(images, back):
        raise Differs(f"{len(images)} images came back otherwise")


def in_a_fresh_process(content: bytes) -> np.ndarray:
    """What a process that knows only the file makes of it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "images.npy.vae"
        path.write_bytes(content)
        command = (*UNPACK, str(path))
        subprocess.run(
            command, cwd=ROOT, check=True, capture_output=True
        )
        return np.load(path.with_suffix(""))


@dataclass(frozen=True)
class Weighed(Experiment):
    """One model of one case on its held-out images."""

    case: str
    seed: int = 0
    code: str = code("compression", "measures/last_digits.py")

    @property
    def data(self) -> str:
        """The data set that names the record."""
        return named(self.case).runs[0].data

    @property
    def work(self) -> int:
        """Less than the trainings that it needs: it comes after."""
        return named(self.case).held_out().size * WEIGHING

    def run(self) -> dict[str, Tensor]:
        """Bytes, seconds, minus the ELBO; of seed 0 the details."""
        case = named(self.case)
        model = trained(case.runs[self.seed]).model
        rows = case.held_out()
        side = case.data.side
        images = rows.reshape(-1, side, side)
        start = time.process_time()
        content = files.compress(images, model)
        middle = time.process_time()
        back = files.decompress(container.from_bytes(content), model)
        end = time.process_time()
        same(images, back)
        bound = evaluate(model, torch.from_numpy(rows).float())
        found = {
            "bytes": torch.tensor(len(content)),
            "start": torch.tensor(files.start_up(model.latents).nbytes),
            "encode": torch.tensor((middle - start) / len(images)),
            "decode": torch.tensor((end - middle) / len(images)),
            "distortion": bound.distortion,
            "rate": bound.rate,
        }
        if self.seed:
            return found
        same(images, in_a_fresh_process(content))
        return found | self.details(model, rows) | model_bytes(model)

    def details(
        self, model: VAE, rows: np.ndarray
    ) -> dict[str, Tensor]:
        """[image, 3] bits; of some images [image, pixel] bits."""
        found = accounts(rows, model)
        parts = [(a.pixels.sum(), a.code, a.back) for a in found]
        pixels = np.stack([a.pixels for a in found[:KEPT]])
        return {
            "parts": torch.tensor(parts),
            "pixels": torch.from_numpy(pixels),
            **last_digits(model, rows),
        }
