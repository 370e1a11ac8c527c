"""The bytes of a file: what it is, whether it is whole, the stack."""

import hashlib
import struct
from typing import NamedTuple

import numpy as np
from jaxtyping import UInt32

MAGIC = b"VAEbits1"
DIGEST = 32  # bytes of a SHA-256
# Model, picture, case, type of a number, dimensions, and their sizes.
HEAD = struct.Struct("<16s16s8s3sB3I")
OVERHEAD = len(MAGIC) + DIGEST + HEAD.size


class BadFile(ValueError):
    """These bytes cannot be made images again."""


class Packed(NamedTuple):
    """What a file says about itself, and the stack of bits."""

    model: bytes
    picture: bytes
    case: str
    dtype: np.dtype
    shape: tuple[int, ...]
    words: UInt32[np.ndarray, " word"]


def to_bytes(packed: Packed) -> bytes:
    """Magic, a checksum of all that follows, the head, the stack."""
    shape = (*packed.shape, 0)[:3]
    head = HEAD.pack(
        packed.model,
        packed.picture,
        packed.case.encode(),
        packed.dtype.str.encode(),
        len(packed.shape),
        *shape,
    )
    rest = head + packed.words.astype("<u4").tobytes()
    return MAGIC + hashlib.sha256(rest).digest() + rest


def from_bytes(content: bytes) -> Packed:
    """The inverse. Raises `BadFile` where a single bit is off."""
    if not content.startswith(MAGIC):
        raise BadFile("was not made by `compress`: name another file")
    digest = content[len(MAGIC) : len(MAGIC) + DIGEST]
    rest = content[len(MAGIC) + DIGEST :]
    if hashlib.sha256(rest).digest() != digest:
        raise BadFile(
            "is damaged or cut short (its checksum differs): fetch it"
            " or make it again"
        )
    model, picture, case, dtype, ndim, *shape = HEAD.unpack_from(rest)
    return Packed(
        model,
        picture,
        case.rstrip(b"\0").decode(),
        np.dtype(dtype.decode()),
        tuple(shape[:ndim]),
        np.frombuffer(rest[HEAD.size :], "<u4").astype(np.uint32),
    )


def picture_digest(images: np.ndarray) -> bytes:
    """16 bytes that another pixel, shape or type would change."""
    said = f"{images.dtype.str} {images.shape}".encode()
    pixels = np.ascontiguousarray(images).tobytes()
    return hashlib.sha256(said + pixels).digest()[:16]
