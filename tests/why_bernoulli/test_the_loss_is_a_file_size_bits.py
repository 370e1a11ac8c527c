import math

import numpy as np
import pytest
import torch
from scipy.stats import norm

from snippets.compression import files
from snippets.compression.accounts import account, accounts, surprise
from snippets.compression.coder import LATENT, push
from snippets.compression.library import stack
from snippets.compression.networks import STEP, Networks
from snippets.vae.evaluation import evaluate
from snippets.vae.families import Bernoulli
from snippets.vae.model import VAE

X = np.array([1, 0, 1, 1, 0, 0], np.int32)
MANY = 4000


def toy(latents=1):
    """A small network, its weights spread so that z matters."""
    vae = VAE(6, (8,), latents, Bernoulli(), seed=3)
    for weights in vae.decoder.parameters():
        weights.data *= 2
    return vae.eval().requires_grad_(False)


def gauss(k, loc, scale):
    return surprise(np.array([k]), np.array([loc]), np.array([scale]))


@pytest.mark.equation("eq:file-grid", "eq:file-naive")
def test_half_the_step_costs_a_bit_more_for_each_latent():
    coarse = -math.log2(norm.pdf(40 * STEP) * STEP)
    assert gauss(40, 0.0, 1 / STEP) == pytest.approx(coarse, abs=1e-4)
    fine = gauss(80, 0.0, 2 / STEP)
    assert fine == pytest.approx(coarse + 1, abs=1e-3)


@pytest.mark.equation("eq:file-pop")
def test_a_draw_takes_its_own_surprise_from_the_stack():
    coder = stack.AnsCoder(files.start_up(1000), seal=True)
    before = coder.num_valid_bits()
    loc, scale = np.full(1000, 30.0), np.full(1000, 12.0)
    k = coder.decode(LATENT, loc, scale)
    taken = before - coder.num_valid_bits()
    assert taken == pytest.approx(surprise(k, loc, scale), abs=2)
    assert k.mean() == pytest.approx(30, abs=2)
    assert k.std() == pytest.approx(12, rel=0.1)


@pytest.mark.equation("eq:file-net")
def test_an_image_adds_pixels_and_code_less_what_came_back():
    vae, images = toy(3), np.tile(X, (200, 1))
    coder = stack.AnsCoder(files.start_up(3), seal=True)
    before = coder.num_valid_bits()
    for place, x in enumerate(images):
        push(coder, Networks(vae), x, place)
    added = coder.num_valid_bits() - before
    owed = sum(each.net for each in accounts(images, vae))
    # The coder rounds probabilities; 15 bits an image are few.
    assert added == pytest.approx(owed, rel=0.005)


@pytest.mark.equation("eq:file-cancel")
def test_the_step_cancels():
    z, loc, scale = 0.5, 0.4, 0.2
    exact = norm.logpdf(z, loc, scale) - norm.logpdf(z)
    for step in (1 / 32, 1 / 64, 1 / 128):
        k, s = z / step, scale / step
        cost = gauss(k, 0.0, 1 / step) - gauss(k, loc / step, s)
        assert cost == pytest.approx(exact / math.log(2), abs=2e-3)


@pytest.mark.equation("eq:file-back")
def test_what_comes_back_grows_as_the_step_shrinks():
    rng = np.random.default_rng(0)
    scale = np.array([0.2, 0.7])
    for step in (1 / 64, 1 / 128):
        s, loc = scale / step, np.zeros(2)
        drawn = np.rint(rng.normal(loc, s, (MANY, 2)))
        mean = np.mean([surprise(k, loc, s) for k in drawn])
        entropy = np.log2(s * math.sqrt(2 * math.pi * math.e)).sum()
        assert mean == pytest.approx(entropy, abs=0.1)


@pytest.mark.equation("eq:file-elbo")
def test_on_average_an_image_adds_minus_the_elbo():
    vae = toy(2)
    found = accounts(np.tile(X, (MANY, 1)), vae)
    net = np.array([each.net for each in found])
    x = torch.from_numpy(X).float()[None]
    bound = evaluate(vae, x, samples=20_000).elbo.item()
    error = net.std() / math.sqrt(MANY)
    assert abs(net.mean() + bound / math.log(2)) < 4 * error
    naive = np.mean([each.pixels.sum() + each.code for each in found])
    assert naive > net.mean() + 5


@pytest.mark.equation("eq:file-gap")
def test_the_file_is_longer_than_the_evidence_by_one_divergence():
    networks = Networks(toy())
    k = np.arange(-12 * 64, 12 * 64 + 1, dtype=np.int32)[:, None]
    each = [account(networks, X, point) for point in k]
    joint = np.array([2.0 ** -(a.pixels.sum() + a.code) for a in each])
    q = np.array([2.0**-a.back for a in each])
    evidence = joint.sum()
    gap = (q * np.log2(q / (joint / evidence))).sum()
    mean = sum(w * a.net for w, a in zip(q, each, strict=True))
    assert q.sum() == pytest.approx(1, abs=1e-3)
    assert gap > 0.01
    longer = mean + math.log2(evidence)
    assert longer == pytest.approx(gap, abs=0.002)
