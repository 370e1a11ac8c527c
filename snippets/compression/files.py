"""Images to the bytes of a file, and back, without a loss."""

from collections.abc import Callable, Iterable

import numpy as np
from jaxtyping import UInt32

from snippets.compression import container
from snippets.compression.cases import fit
from snippets.compression.coder import noise, pop, push
from snippets.compression.container import BadFile, Packed
from snippets.compression.library import stack
from snippets.compression.networks import Networks, fingerprint
from snippets.vae.model import VAE

Watch = Callable[[Iterable], Iterable]


def start_up(latents: int) -> UInt32[np.ndarray, " word"]:
    """Random bits to draw the first latent from, always the same.

    A word of 32 bits a latent, and no symbol takes more than 24.
    """
    halves = noise(-1, latents).astype(np.uint32)
    return halves[::2] << 16 | halves[1::2]


def compress(
    images: np.ndarray, model: VAE, watch: Watch = iter
) -> bytes:
    """The file. Raises `Unfit`; `watch` may draw a progress bar."""
    case = fit(images)
    networks = Networks(model)
    coder = stack.AnsCoder(start_up(model.latents), seal=True)
    rows = images.reshape(len(images), -1).astype(np.int32)
    for place, x in enumerate(watch(rows)):
        push(coder, networks, x, place)
    return container.to_bytes(
        Packed(
            fingerprint(model),
            container.picture_digest(images),
            case.name,
            images.dtype,
            images.shape,
            coder.get_compressed(),
        )
    )


def decompress(
    packed: Packed, model: VAE, watch: Watch = iter
) -> np.ndarray:
    """The images. Raises `BadFile` rather than give wrong ones."""
    if fingerprint(model) != packed.model:
        raise BadFile(
            "was made with other weights than those trained here:"
            " unpack it where it was made, or copy .cache/weights from"
            " there"
        )
    networks = Networks(model)
    coder = stack.AnsCoder(packed.words)
    # Last in, first out: the last image comes off first.
    places = range(packed.shape[0] - 1, -1, -1)
    rows = [pop(coder, networks, place) for place in watch(places)]
    images = np.stack(rows[::-1]).astype(packed.dtype)
    images = images.reshape(packed.shape)
    check(coder, networks, images, packed.picture)
    return images


def check(
    coder: stack.AnsCoder,
    networks: Networks,
    images: np.ndarray,
    picture: bytes,
) -> None:
    """Pictures and start-up bits have come back. Raises `BadFile`."""
    digest = container.picture_digest(images)
    whole = np.append(start_up(networks.latents), np.uint32(1))
    left = coder.get_compressed()
    if digest != picture or not np.array_equal(left, whole):
        raise BadFile(
            "is whole, but this machine computes other probabilities"
            " than the one that packed it: unpack it there"
        )
