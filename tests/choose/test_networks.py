"""Trainings side by side are as good as one after the other."""

import torch

from snippets.choose.budget import Budget, split
from snippets.choose.catalogue import LAWS
from snippets.choose.fitting import fit
from snippets.choose.networks import Networks
from snippets.choose.proposing import made
from snippets.choose.scoring import costs
from snippets.choose.start import Lens, alone
from snippets.choose.truths import TRUTHS, rows
from snippets.vae.dataset import seeded

BUDGET = Budget(trainings=2, steps=40, codes=30, latents=2)
X = rows(TRUTHS["Poisson"], 200, 4, seeded(0))


def networks(x):
    """Untrained, around a Poisson."""
    law = made(LAWS["unbounded"][0], x, 0)
    start = alone(law, x)
    return Networks(Lens("unbounded", x), law, BUDGET, start), start


def test_a_decoder_that_ignores_its_code_costs_what_columns_cost():
    model, start = networks(X)
    with torch.no_grad():
        for own in model.parameters():
            own.zero_()
    law = made(LAWS["unbounded"][0], X, 0)
    expected = -law.log_prob(X, start.decoded)
    found = costs(model, X, codes=30)
    torch.testing.assert_close(found, expected.expand(2, -1))


def test_one_training_does_not_move_another():
    model, _ = networks(X)
    noise = torch.randn(2, len(X), 2, generator=seeded(0))
    model.terms(X, noise).elbo[0].sum().backward()
    for own in model.parameters():
        if own.grad is not None:
            assert own.grad[1].abs().max() == 0


def test_training_beats_the_start():
    budget = Budget(trainings=2, steps=150, codes=30, latents=2)
    law = made(LAWS["unbounded"][0], X, 0)
    found = fit(law, "unbounded", split(X, budget), budget)
    assert found.nats.mean() < found.alone.mean()


def test_the_same_seed_gives_the_same_costs():
    laws = [made(LAWS["unbounded"][0], X, 0) for _ in range(2)]
    both = [
        fit(law, "unbounded", split(X, BUDGET), BUDGET) for law in laws
    ]
    assert both[0].nats.equal(both[1].nats)
