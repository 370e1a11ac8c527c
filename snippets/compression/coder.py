"""Bits back: an image goes onto a stack of bits, and comes off.

k counts the steps of a grid on which the latent lives: z = k STEP.
"""

import hashlib

import numpy as np
from jaxtyping import Int32

from snippets.compression.library import model, stack
from snippets.compression.networks import LARGEST, Networks

Pixels = Int32[np.ndarray, " pixel"]

# Both have 24 bits for a probability: no symbol costs more.
LATENT = model.QuantizedGaussian(-LARGEST, LARGEST)
PIXEL = model.Categorical(perfect=False)
HALVES = model.Uniform(2**16)  # of a word; each costs 16 bits


class Dry(RuntimeError):
    """The stack holds fewer bits than a latent may take."""


def noise(place: int, latents: int) -> Int32[np.ndarray, " half"]:
    """32 random bits a latent; for one place always the same ones."""
    said = hashlib.shake_256(f"bits back {place}".encode())
    return np.frombuffer(said.digest(4 * latents), "<u2").astype("i4")


# --8<-- [start:push]
def stir(coder: stack.AnsCoder, latents: int, place: int) -> None:
    """Make the topmost bits random. A second time: undo it."""
    halves = coder.decode(HALVES, 2 * latents)
    halves ^= noise(place, latents)  # ①
    coder.encode_reverse(halves, HALVES)


def push(
    coder: stack.AnsCoder, networks: Networks, x: Pixels, place: int
) -> None:
    """Put an image on the stack, the `place`-th one. Raises `Dry`."""
    if coder.num_valid_bits() < 32 * networks.latents:
        raise Dry(f"image {place} found too few bits: start with more")
    stir(coder, networks.latents, place)
    k = coder.decode(LATENT, *networks.posterior(x))  # ②
    coder.encode_reverse(x, PIXEL, networks.pixels(k))  # ③
    coder.encode_reverse(k, LATENT, *networks.prior())  # ④


# --8<-- [end:push]
# --8<-- [start:pop]
def pop(
    coder: stack.AnsCoder, networks: Networks, place: int
) -> Pixels:
    """Take an image off: `push` backwards, line by line."""
    k = coder.decode(LATENT, *networks.prior())
    x = coder.decode(PIXEL, networks.pixels(k))
    coder.encode_reverse(k, LATENT, *networks.posterior(x))  # ①
    stir(coder, networks.latents, place)
    return x


# --8<-- [end:pop]
