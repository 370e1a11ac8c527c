"""The networks in the page, against torch."""

import numpy as np
import pytest
import torch
from torch.distributions import Bernoulli, kl_divergence

from snippets.measures.int8 import restored
from snippets.measures.play_elements import noise
from snippets.measures.play_networks import (
    BELLS,
    COINS,
    MOST_NATS,
    MOST_PROBABILITY,
    SENTENCE,
    at_the_centre,
    held_out,
)
from snippets.vae.dataset import seeded
from snippets.vae.model import perceptron
from snippets.weights import trained

FLOAT32 = {"abs": 1e-4, "rel": 1e-5}


def test_a_perceptron_gives_what_torch_gives(compute):
    network = perceptron((3, 7, 5, 4))
    inputs = 3 * torch.randn(20, 3, generator=seeded(0))
    layers = [
        {"weights": w.flatten().tolist(), "biases": b.tolist()}
        for w, b in zip(
            list(network.parameters())[::2],
            list(network.parameters())[1::2],
            strict=True,
        )
    ]
    found = compute(
        """return given.inputs.map((x) =>
            Array.from(parts.network.forward(given.layers, x)));""",
        {"layers": layers, "inputs": inputs.tolist()},
        "network",
    )
    expected = network(inputs).detach().numpy()
    assert np.array(found) == pytest.approx(expected, **FLOAT32)


DECODE = """
const { fetched, packed, network, sentence } = parts;
const facts = await fetched.json(folder, "map.json");
const buffer = await fetched.binary(folder, "map.bin");
const { sizes } = facts;
const { networks } = packed.unpack(buffer, [sizes, sizes]);
return given.z.map((z) =>
    Array.from(network.forward(networks[given.law], z)));
"""


@pytest.mark.parametrize("law", [0, 1])
def test_the_map_decodes_as_torch_with_the_rounded_weights(
    compute, law
):
    model = restored(trained((COINS, BELLS)[law]).model)
    z = 2 * torch.randn(30, 2, generator=seeded(1))
    found = compute(
        DECODE,
        {"z": z.tolist(), "law": law},
        "fetched",
        "packed",
        "network",
    )
    expected = model.decode(z).squeeze(-1).numpy()
    assert np.array(found) == pytest.approx(expected, **FLOAT32)


SENTENCES = """
const { fetched, packed, network, sentence } = parts;
const facts = await fetched.json(folder, "sentence.json");
const buffer = await fetched.binary(folder, "sentence.bin");
const { networks } =
    packed.unpack(buffer, [facts.encoder, facts.decoder]);
return given.x.map((x) => {
    const found = sentence.sentence(
        ...networks, Float32Array.from(x), given.noise ?? facts.noise);
    return { total: found.total, rate: found.rate,
        m: Array.from(found.m) };
});
"""


def sentences(compute, x, given=None):
    found = compute(
        SENTENCES,
        {"x": x.tolist(), "noise": given},
        "fetched",
        "packed",
        "sentence",
    )
    return {
        name: np.array([each[name] for each in found])
        for name in ("total", "rate", "m")
    }


def test_the_number_of_the_sentence_is_that_of_torch(compute):
    model, x = (
        restored(trained(SENTENCE).model),
        held_out(SENTENCE)[:20],
    )
    cloud = model.posterior(x)
    z = cloud.loc + cloud.scale * noise()
    coins = Bernoulli(logits=model.decode(z).squeeze(-1))
    found = sentences(compute, x)
    cost = -coins.log_prob(x).sum(-1).numpy()
    rate = kl_divergence(cloud, model.prior()).sum(-1).numpy()
    assert found["total"] == pytest.approx(cost, **FLOAT32)
    assert found["rate"] == pytest.approx(rate, **FLOAT32)
    assert found["m"] == pytest.approx(coins.probs.numpy(), **FLOAT32)


def test_a_byte_a_weight_changes_less_than_the_page_says(compute):
    model, x = trained(SENTENCE).model, held_out(SENTENCE)[:50]
    exact, nats = at_the_centre(model, x)
    found = sentences(compute, x, [0.0] * model.latents)
    assert np.abs(found["m"] - exact.numpy()).max() < MOST_PROBABILITY
    assert np.abs(found["total"] - nats.numpy()).max() < MOST_NATS
