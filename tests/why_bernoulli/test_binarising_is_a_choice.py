import pytest
import torch
from torch.distributions import Bernoulli
from torch.nn.functional import binary_cross_entropy_with_logits

from snippets.vae.dataset import seeded

PIXELS, CODES = 3, 4
ENDS = torch.tensor([0.0, 1.0]).double()
EVERY = torch.cartesian_prod(*[ENDS] * PIXELS)  # 8 images
X = torch.tensor([0.2, 0.5, 0.9]).double()
CHANCE = Bernoulli(probs=X).log_prob(EVERY).sum(-1).exp()
LOGITS = 2 * torch.randn(CODES, PIXELS, generator=seeded(1)).double()
PRIOR = torch.tensor([0.4, 0.3, 0.2, 0.1]).double()


def distortions(x):
    """The cost of x under each code, in nats."""
    return binary_cross_entropy_with_logits(
        LOGITS, x.expand_as(LOGITS), reduction="none"
    ).sum(-1)


def loss(x, q):
    return q @ distortions(x) + (q * (q / PRIOR).log()).sum()


def best(x):
    """The least loss over all densities of a code with four values."""
    return -(PRIOR.log() - distortions(x)).logsumexp(-1)


def some_q(seed):
    return torch.rand(CODES, generator=seeded(seed)).double().softmax(0)


@pytest.mark.equation("eq:binarise-loss")
def test_the_loss_is_a_bound_that_the_true_posterior_reaches():
    posterior = (PRIOR.log() - distortions(EVERY[5])).softmax(-1)
    given = torch.stack(
        [Bernoulli(logits=each).log_prob(EVERY[5]) for each in LOGITS]
    )
    evidence = (PRIOR.log() + given.sum(-1)).logsumexp(-1)
    torch.testing.assert_close(loss(EVERY[5], posterior), -evidence)
    assert loss(EVERY[5], some_q(0)) > -evidence


@pytest.mark.equation("eq:binarise-fixed")
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_with_one_code_the_mean_over_tosses_is_the_grey_loss(seed):
    q = some_q(seed)
    mean = sum(
        c * loss(b, q) for c, b in zip(CHANCE, EVERY, strict=True)
    )
    torch.testing.assert_close(mean, loss(X, q))


@pytest.mark.equation("eq:binarise-order")
def test_a_code_for_each_toss_costs_less_than_one_for_all():
    for_each = CHANCE @ torch.stack([best(b) for b in EVERY])
    assert for_each < best(X) - 0.01
    posterior = (PRIOR.log() - distortions(X)).softmax(-1)
    torch.testing.assert_close(best(X), loss(X, posterior))
