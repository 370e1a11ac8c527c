"""The sigmoid, which has moved from the decoder into the loss."""

import pytest
import torch
from torch.nn.functional import softplus

from snippets.vae.families import Bernoulli

T = torch.linspace(-30, 30, 25).double()


@pytest.mark.equation("eq:model-logit", "eq:model-sigmoid")
def test_sigmoid_and_log_odds_undo_each_other():
    m = Bernoulli().mean(T[:, None])
    torch.testing.assert_close(m, 1 / (1 + (-T).exp()))
    # Near 1 the odds lose digits, so the logits stop at 12 here.
    near = T.abs() < 12
    torch.testing.assert_close((m / (1 - m))[near].log(), T[near])


@pytest.mark.equation("eq:model-collected", "eq:model-logits")
@pytest.mark.parametrize("x", [0.0, 0.3, 1.0])
def test_the_log_likelihood_needs_no_sigmoid(x):
    near = T[T.abs() < 12]  # further out, 1 - m loses digits
    m = near.sigmoid()
    both = x * m.log() + (1 - x) * (1 - m).log()
    collected = x * (m / (1 - m)).log() + (1 - m).log()
    torch.testing.assert_close(collected, both)
    torch.testing.assert_close(x * near - softplus(near), both)
