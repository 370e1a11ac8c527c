import numpy as np
import pytest
import torch
from scipy.stats import betabinom
from torch.nn.functional import softplus

from snippets.compression.beta_binomial import table
from snippets.vae.dataset import seeded
from snippets.vae.families.beta_binomial import FLOOR


@pytest.mark.parametrize("levels", [1, 16, 255])
def test_the_recurrence_gives_the_law_of_scipy(levels):
    decoded = 4 * torch.randn(40, 2, generator=seeded(0)).double()
    found = table(levels, decoded)
    alpha, beta = (softplus(decoded) + FLOOR).numpy().T[..., None]
    exact = betabinom(levels, alpha, beta).pmf(np.arange(levels + 1))
    np.testing.assert_allclose(found, exact, rtol=1e-8, atol=1e-14)
