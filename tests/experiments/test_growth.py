"""A watched training is the training of its run."""

import torch

from snippets.experiments.growth import Growth
from snippets.vae.dataset import load
from snippets.vae.elbo import rate
from snippets.vae.training import Run, train

SETTINGS = {
    "data": "digits",
    "likelihood": "gaussian",
    "variance": 0.2,
    "hidden": (8,),
    "latents": 3,
    "epochs": 2,
}


def test_watching_changes_nothing():
    model = train(Run(**SETTINGS)).model
    posterior = model.posterior(load("digits").images("test", "grey"))
    seen = Growth(**SETTINGS).run()
    expected = rate(posterior, model.prior()).mean()
    torch.testing.assert_close(seen["rate"][-1], expected)
    variances = posterior.loc.double().var(0)
    torch.testing.assert_close(seen["spread"][-1], variances)


def test_it_looks_before_the_first_step_and_after_each_epoch():
    seen = Growth(**SETTINGS).run()
    assert seen["rate"].shape == (3,)
    assert seen["directions"].shape == (3, 3)


def test_a_turn_of_the_code_keeps_the_sum_of_its_variances():
    seen = Growth(**SETTINGS).run()
    totals = seen["spread"].sum(1), seen["directions"].sum(1)
    torch.testing.assert_close(*totals)
    assert (seen["directions"].diff(dim=1) <= 0).all()
