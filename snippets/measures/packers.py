"""General compressors, each with its best chance on small images."""

import bz2
import gzip
import io
import lzma
from collections.abc import Callable
from typing import NamedTuple

import imagecodecs
import numpy as np
from jaxtyping import UInt8
from PIL import Image

from snippets.measures.baselines import TIGHTEST

Plane = UInt8[np.ndarray, "row column"]


class Packer(NamedTuple):
    """Pixels to bytes, and back to the same pixels."""

    pack: Callable[[Plane], bytes]
    unpack: Callable[[bytes], np.ndarray]


def saved(pixels: np.ndarray, kind: str, **options) -> bytes:
    """A picture as Pillow writes it."""
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, kind, **options)
    return file.getvalue()


def opened(file: bytes) -> np.ndarray:
    """The first channel of a picture."""
    pixels = np.asarray(Image.open(io.BytesIO(file)))
    return pixels if pixels.ndim == 2 else pixels[..., 0]


def webp(pixels: Plane, method: int = 6) -> bytes:
    """Lossless, three equal channels: WebP has no grey ones."""
    colour = np.repeat(pixels[..., None], 3, axis=-1)
    tight = {"lossless": True, "quality": 100, "method": method}
    return saved(colour, "WEBP", **tight)


def jxl(pixels: Plane) -> bytes:
    """JPEG XL, lossless, at its second highest effort."""
    return imagecodecs.jpegxl_encode(pixels, lossless=True, effort=9)


def xz(pixels: Plane) -> bytes:
    """At its tightest, with no larger dictionary than it can use."""
    return lzma.compress(
        pixels.tobytes(),
        check=lzma.CHECK_NONE,
        filters=[
            {
                "id": lzma.FILTER_LZMA2,
                "preset": TIGHTEST,
                "dict_size": max(4096, pixels.size),
            }
        ],
    )


def flat(unpack: Callable[[bytes], bytes]) -> Callable:
    """The pixels that a compressor of bytes gives back."""
    return lambda file: np.frombuffer(unpack(file), np.uint8)


def of_bytes() -> dict[str, Packer]:
    """Compressors that know nothing of pictures."""
    return {
        "gzip": Packer(
            lambda a: gzip.compress(a.tobytes(), 9, mtime=0),
            flat(gzip.decompress),
        ),
        "bz2": Packer(
            lambda a: bz2.compress(a.tobytes(), 9),
            flat(bz2.decompress),
        ),
        "xz": Packer(xz, flat(lzma.decompress)),
    }


def of_pictures(binary: bool) -> dict[str, Packer]:
    """Compressors of pictures; PNG has pixels of one bit too."""
    depth = bool if binary else np.uint8
    return {
        "PNG": Packer(
            lambda a: saved(a.astype(depth), "PNG", optimize=True),
            opened,
        ),
        "WebP": Packer(webp, opened),
        "JPEG XL": Packer(jxl, imagecodecs.jpegxl_decode),
    }
