import numpy as np
import pytest

from snippets.compression import coder as moves
from snippets.compression.coder import Dry, noise, pop, push, stir
from snippets.compression.files import start_up
from snippets.compression.library import stack
from snippets.compression.networks import STEP, Networks
from snippets.vae.families import Categorical
from snippets.vae.model import VAE


def networks(latents=3):
    vae = VAE(5, (8,), latents, Categorical(4), seed=1)
    return Networks(vae.requires_grad_(False))


def images(count):
    rng = np.random.default_rng(0)
    return rng.integers(0, 5, (count, 5)).astype(np.int32)


def test_images_come_back_last_in_first_out_and_so_do_the_bits():
    nets, x = networks(), images(60)
    coder = stack.AnsCoder(start_up(3), seal=True)
    for place, each in enumerate(x):
        push(coder, nets, each, place)
    for place in range(59, -1, -1):
        assert (pop(coder, nets, place) == x[place]).all()
    back = coder.get_compressed(unseal=True)
    assert (back == start_up(3)).all()


def test_to_stir_twice_changes_nothing():
    coder = stack.AnsCoder(start_up(8), seal=True)
    before = coder.get_compressed()
    stir(coder, 4, 7)
    assert (coder.get_compressed() != before).any()
    stir(coder, 4, 7)
    assert (coder.get_compressed() == before).all()


def test_start_up_bits_do_not_end_in_a_zero_word():
    for latents in (1, 2, 8, 20, 100):
        words = start_up(latents)
        assert len(words) == latents
        assert words[-1] != 0


def used_noise(monkeypatch, stirred):
    """What each image's latent is, and which noise it was drawn by."""
    if not stirred:
        monkeypatch.setattr(moves, "stir", lambda *_: None)
    nets = networks(1)
    coder = stack.AnsCoder(start_up(1), seal=True)
    z, drawn = [], []
    for place, x in enumerate(images(300)):
        push(coder, nets, x, place)
        k = coder.clone().decode(moves.LATENT, *nets.prior())
        (loc,), (scale,) = nets.posterior(x)
        z.append(k[0] * STEP)
        drawn.append((k[0] - loc) / scale)
    return np.array(z), np.array(drawn)


def test_unstirred_bits_repeat_the_latent_of_the_image_before(
    monkeypatch,
):
    z, drawn = used_noise(monkeypatch, stirred=False)
    near = np.abs(z[:-1]) < 3  # farther out the grid's tails leak
    assert near.sum() >= 5
    assert np.abs(drawn[1:] - z[:-1])[near].max() < 2 * STEP


def test_stirred_bits_do_not(monkeypatch):
    z, drawn = used_noise(monkeypatch, stirred=True)
    assert abs(np.corrcoef(drawn[1:], z[:-1])[0, 1]) < 0.2
    assert abs(drawn.mean()) < 0.2
    assert drawn.std() == pytest.approx(1, abs=0.15)


def test_the_noise_of_two_places_differs_and_of_one_place_does_not():
    assert (noise(3, 20) == noise(3, 20)).all()
    assert (noise(3, 20) != noise(4, 20)).mean() > 0.9


def test_a_stack_with_too_few_bits_is_refused():
    with pytest.raises(Dry, match="image 0 found too few bits"):
        push(stack.AnsCoder(), networks(), images(1)[0], 0)
