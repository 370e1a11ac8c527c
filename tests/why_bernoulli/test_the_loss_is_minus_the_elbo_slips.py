"""The wrong sign, sums for means, and the words of the page."""

import pytest
import torch
from torch.nn.functional import binary_cross_entropy

from snippets.experiments.slips import SLIPS, Slip, weight
from snippets.measures.question import latent, reconstruction
from snippets.vae.dataset import load, seeded
from snippets.vae.elbo import terms
from snippets.vae.training import Run, untrained

PIXELS, LATENTS, IMAGES = 64, 8, 100
RUN = Run(
    data="digits",
    view="threshold",
    likelihood="bernoulli",
    hidden=(8,),
    latents=LATENTS,
)


def both_costs():
    drawn = torch.rand(2, IMAGES, generator=seeded(0)).double()
    return [row.requires_grad_() for row in drawn]


@pytest.mark.equation("eq:lines-unbounded")
def test_with_the_wrong_sign_a_larger_mean_always_pays():
    model = untrained(RUN).double()
    x = load("digits").images("test", "threshold")[:5].double()
    noise = torch.randn(5, LATENTS, generator=seeded(0)).double()
    with torch.no_grad():
        model.decoder[0].weight.zero_()
        model.encoder[-1].weight.zero_()
        values = {}
        for c in (0.0, 1.0, 1e3, 1e6):
            model.encoder[-1].bias[:LATENTS] = c
            d, rate = terms(model, x, noise)
            values[c] = SLIPS["sign"](d, rate, PIXELS, LATENTS)
            expected = values[0.0] - LATENTS * c**2 / 2
            torch.testing.assert_close(values[c], expected)
    assert values[1e6] < -1e12


@pytest.mark.equation("eq:lines-slopes")
def test_the_pull_on_the_log_variance_grows_exponentially():
    drawn = torch.randn(2, 4, LATENTS, generator=seeded(1)).double()
    mean, log_variance = (each.requires_grad_() for each in drawn)
    latent(mean, log_variance).sum().backward()
    torch.testing.assert_close(mean.grad, mean.detach())
    slope = (log_variance.detach().exp() - 1) / 2
    torch.testing.assert_close(log_variance.grad, slope)


@pytest.mark.equation("eq:lines-weight")
@pytest.mark.parametrize("name", SLIPS)
def test_each_slip_weighs_the_rate_as_the_table_says(name):
    d, rate = both_costs()
    SLIPS[name](d, rate, PIXELS, LATENTS).backward()
    said = weight(name, PIXELS, LATENTS, IMAGES)
    torch.testing.assert_close(rate.grad, said * d.grad)


@pytest.mark.equation("eq:lines-weight")
def test_two_means_are_one_factor_and_the_weight_pixels_per_latent():
    d, rate = both_costs()
    whole = (d + PIXELS / LATENTS * rate).mean() / PIXELS
    slip = SLIPS["both"](d, rate, PIXELS, LATENTS)
    torch.testing.assert_close(slip, whole)


def test_the_default_of_the_library_is_a_mean_over_everything():
    x = (torch.rand(IMAGES, PIXELS, generator=seeded(2)) > 0.5).double()
    m = torch.rand(IMAGES, PIXELS, generator=seeded(3)).double()
    d, rate = reconstruction(x, m, 0.0), torch.ones(IMAGES).double()
    slip = SLIPS["default"](d, rate, PIXELS, LATENTS)
    theirs = binary_cross_entropy(m, x) + rate.sum()
    torch.testing.assert_close(slip, theirs)


def test_adam_stands_still_where_squares_overflow():
    heavy = torch.nn.Parameter(torch.ones(1))
    adam = torch.optim.Adam([heavy], lr=1e-3, fused=True)
    heavy.grad = torch.full((1,), 1e23)
    adam.step()
    assert heavy.item() == 1.0


def test_the_wrong_sign_raises_the_rate_and_the_right_one_does_not():
    tiny = {"epochs": 2, "hidden": (16,), "latents": 2}
    wrong = Slip("sign", **tiny).run()
    right = Slip("none", **tiny).run()
    assert wrong["rate"][-1] > 2 * wrong["rate"][0]
    assert right["rate"][-1] < right["rate"][0]
    loss = wrong["distortion"] - wrong["rate"]
    assert loss[-1] < loss[0]


def test_a_training_ends_where_the_loss_is_no_number(monkeypatch):
    sound = SLIPS["none"]
    factors = iter([1.0, 1.0, torch.nan])

    def broken(*given):
        return next(factors) * sound(*given)

    monkeypatch.setitem(SLIPS, "none", broken)
    tiny = Slip("none", epochs=1, hidden=(16,), latents=2)
    assert len(tiny.run()["rate"]) == 2


def test_with_the_wrong_sign_it_is_the_spread_that_runs_away():
    model = untrained(RUN)
    adam = torch.optim.Adam(model.parameters(), lr=1e-2)
    x = load("digits").images("train", "threshold")[:IMAGES]
    generator = seeded(0)
    for _ in range(40):
        noise = torch.randn(IMAGES, LATENTS, generator=generator)
        loss = SLIPS["sign"](*terms(model, x, noise), PIXELS, LATENTS)
        adam.zero_grad()
        loss.backward()
        adam.step()
    with torch.no_grad():
        q = model.posterior(x)
    assert q.variance.mean() > 1000 * q.loc.square().mean()
