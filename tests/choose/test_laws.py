"""Every law is one whole, on the sample space of its values."""

import pytest
import torch

from snippets.choose.catalogue import LAWS
from snippets.choose.proposing import made
from snippets.choose.whole import score

TRAIN = {
    "binary": torch.tensor([[0.0], [1.0], [1.0]]),
    "counts": torch.tensor([[0.0], [3.0], [5.0]]),
    "unbounded": torch.tensor([[0.0], [3.0], [8.0]]),
    "unit": torch.tensor([[0.2], [0.5], [0.7]]),
    "positive": torch.tensor([[0.5], [1.0], [4.0]]),
    "real": torch.tensor([[-3.0], [1.0], [4.0]]),
}
LEVELS = 5
WHOLE = {"binary": 1, "counts": LEVELS, "unbounded": 3000}
LINE = torch.linspace(-1, 1, 400_001).double()
# Finer where a density may be steep; one Gaussian reaches over ends.
EDGES = {
    "unit": (25 * LINE).sigmoid(),
    "positive": (25 * LINE).exp(),
    "real": 200 * LINE,
    "Gaussian": 200 * LINE,
}


def cases(spaces):
    """Each law of these spaces."""
    return [
        pytest.param(space, law, id=f"{space}: {law.name}")
        for space in spaces
        for law in LAWS[space]
    ]


def scored(space, law, x, seed):
    """log p of each value, all under one decoded place."""
    own = made(law, TRAIN[space], LEVELS).double()
    generator = torch.Generator().manual_seed(seed)
    shape = 1, 1, own.parameters_per_pixel
    decoded = torch.randn(shape, generator=generator).double()
    return score(own)(x[:, None].double(), decoded).detach()


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(("space", "law"), cases(WHOLE))
def test_the_masses_add_up_to_one(space, law, seed):
    x = torch.arange(WHOLE[space] + 1)
    total = scored(space, law, x, seed).exp().sum()
    assert total.item() == pytest.approx(1, abs=2e-3)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    ("space", "law"), cases(["unit", "positive", "real"])
)
def test_the_area_is_one_whatever_scale_a_law_works_on(
    space, law, seed
):
    edges = EDGES.get(law.name, EDGES[space])
    x = (edges[1:] + edges[:-1]) / 2
    area = (scored(space, law, x, seed).exp() * edges.diff()).sum()
    assert area.item() == pytest.approx(1, abs=5e-3)
