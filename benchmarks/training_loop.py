"""Our training loop beside the plain way and beside bare products.

The plain way is what tutorials show: a DataLoader over single images,
each turned from bytes into floats when it is asked for, two torch
threads, an optimiser with its defaults. Network, data,
batch size and number of steps are the same, and so is the loss that is
reached, up to the order of the images. The limit is the time that the
matrix products of these steps take alone, on one thread.
"""

import time
from dataclasses import replace
from statistics import fmean, stdev

import torch
from torch import Tensor
from torch.utils.data import DataLoader, Dataset

from snippets.sweeps import MNIST
from snippets.vae.dataset import load
from snippets.vae.elbo import loss
from snippets.vae.training import Run, train, untrained

EPOCHS = 4
ROUNDS = 5


class Images(Dataset):
    """Grey training images, one at a time, as torchvision has them."""

    def __init__(self, name: str) -> None:
        """`name` is that of a data set of ours."""
        self.levels = load(name).levels
        self.counts = load(name).train.counts

    def __len__(self) -> int:
        """How many there are."""
        return len(self.counts)

    def __getitem__(self, place: int) -> Tensor:
        """One image, in [0, 1]."""
        return self.counts[place].float() / self.levels


def plain(run: Run) -> float:
    """The usual loop; gives the last epoch's mean loss in nats."""
    torch.manual_seed(run.seed)
    model = untrained(run)
    loader = DataLoader(
        Images(run.data), batch_size=run.batch, shuffle=True
    )
    adam = torch.optim.Adam(model.parameters(), lr=run.learning_rate)
    for _ in range(run.epochs):
        losses = []
        for batch in loader:
            noise = torch.randn(len(batch), run.latents)
            cost = loss(model, batch, noise)
            adam.zero_grad()
            cost.backward()
            adam.step()
            losses.append(cost.item())
    return fmean(losses)


def ours(run: Run) -> float:
    """The loop of this project; the same number."""
    return train(run).history[-1].item()


def products(run: Run) -> float:
    """Forward and both backward products of each layer, no more."""
    weights = [p for p in untrained(run).parameters() if p.ndim == 2]
    shapes = [tuple(weight.shape) for weight in weights]
    layers = [
        (torch.randn(run.batch, i), torch.randn(o, i), first == 0)
        for first, (o, i) in enumerate(shapes)
    ]
    gradients = [torch.randn(run.batch, o) for o, _ in shapes]
    steps = run.epochs * len(load(run.data).train.counts) // run.batch
    for _ in range(steps):
        for (x, weight, first), slope in zip(
            layers, gradients, strict=True
        ):
            multiply(x, weight, slope, first)
    return 0.0


def multiply(
    x: Tensor, weight: Tensor, slope: Tensor, first: bool
) -> None:
    """x W', slope' x, and slope W unless x is the image itself."""
    x @ weight.T
    slope.T @ x
    if not first:
        slope @ weight


def timed(work, run: Run, threads: int) -> tuple[float, float, float]:
    """CPU seconds, wall seconds, and what `work` gives."""
    torch.set_num_threads(threads)
    cpu, wall = time.process_time(), time.perf_counter()
    result = work(run)
    cpu = time.process_time() - cpu
    wall = time.perf_counter() - wall
    torch.set_num_threads(1)
    return cpu, wall, result


def say(name: str, values: list[float], unit: str = "") -> None:
    """A line: mean and standard deviation over the rounds."""
    spread = f"{fmean(values):.3f} ± {stdev(values):.3f}"
    print(f"{name:44} {spread} {unit}")


def main() -> None:
    """Interleave the three, so that a busy machine hurts all alike."""
    run = replace(MNIST, epochs=EPOCHS)
    for work, threads in ((ours, 1), (plain, 2), (products, 1)):
        timed(work, replace(run, epochs=1), threads)
    rounds = []
    for seed in range(ROUNDS):
        same = replace(run, seed=seed)
        rounds.append(
            {
                "ours": timed(ours, same, 1),
                "plain": timed(plain, same, 2),
                "products": timed(products, same, 1),
            }
        )
    report(rounds)


def report(rounds: list[dict]) -> None:
    """Ratios first: they hold on other machines too."""
    cpu = [r["ours"][0] / r["plain"][0] for r in rounds]
    wall = [r["ours"][1] / r["plain"][1] for r in rounds]
    limit = [r["products"][0] / r["ours"][0] for r in rounds]
    say("CPU time, ours / plain way", cpu)
    say("wall time, ours (1 thread) / plain (2)", wall)
    say("bare matrix products / ours, CPU time", limit)
    for name in ("ours", "plain"):
        say(
            f"loss of the last epoch, {name}",
            [r[name][2] for r in rounds],
            "nats",
        )


if __name__ == "__main__":
    main()
