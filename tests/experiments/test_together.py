from dataclasses import replace

import pytest
import torch

from snippets.experiments.together import Together
from snippets.vae.dataset import seeded
from snippets.vae.families import FAMILIES
from snippets.vae.training import Run, one_epoch, untrained

TINY = Run(data="digits", hidden=(8,), latents=2, batch=250)
GRAINY = {
    name for name, law in FAMILIES.items() if law.support == "counts"
}
LAWS = sorted(set(FAMILIES) - {"bernoulli"})


def runs(name):
    view = "counts" if name in GRAINY else "grey"
    run = replace(TINY, likelihood=name, view=view, variance=None)
    if name == "gaussian":
        run = replace(run, variance=0.5)
    return [replace(run, seed=seed) for seed in (0, 1, 2)]


def adam(model):
    return torch.optim.Adam(model.parameters(), lr=1e-3, fused=True)


def alone(run):
    model, generator = untrained(run).train(), seeded(run.seed)
    steps = adam(model)
    costs = [one_epoch(run, model, steps, generator) for _ in "ab"]
    return model, [cost.item() for cost in costs]


@pytest.mark.parametrize("name", LAWS)
def test_each_seed_learns_what_it_learns_alone(name):
    models = [untrained(run) for run in runs(name)]
    whole = Together(runs(name), models)
    steps = adam(whole.model)
    costs = [whole.epoch(steps).tolist() for _ in "ab"]
    for seed, run in enumerate(runs(name)):
        model, expected = alone(run)
        assert [c[seed] for c in costs] == pytest.approx(
            expected, rel=1e-5
        )
        rows = zip(
            models[seed].state_dict().items(),
            model.state_dict().values(),
            strict=True,
        )
        for (key, mine), other in rows:
            torch.testing.assert_close(
                mine, other, rtol=1e-3, atol=1e-4, msg=key
            )


def test_weights_that_are_put_back_are_trained_on():
    models = [untrained(run) for run in runs("expected-bernoulli")]
    whole = Together(runs("expected-bernoulli"), models)
    saved = {k: v.clone() for k, v in models[1].state_dict().items()}
    whole.epoch(adam(whole.model))
    models[1].load_state_dict(saved)
    layer = whole.model.encoder[0]
    assert torch.equal(layer.weight[1], saved["encoder.0.weight"])
    assert not torch.equal(layer.weight[1], layer.weight[0])
