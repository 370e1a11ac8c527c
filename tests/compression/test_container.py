import numpy as np
import pytest

from snippets.compression.container import (
    MAGIC,
    OVERHEAD,
    BadFile,
    Packed,
    from_bytes,
    picture_digest,
    to_bytes,
)

PACKED = Packed(
    b"m" * 16,
    b"p" * 16,
    "grey",
    np.dtype(">u2"),
    (5, 28, 28),
    np.arange(9, dtype=np.uint32),
)


def test_what_is_packed_can_be_read():
    content = to_bytes(PACKED)
    back = from_bytes(content)
    assert len(content) == OVERHEAD + 9 * 4
    assert back[:5] == PACKED[:5]
    assert (back.words == PACKED.words).all()


def test_every_single_flipped_bit_is_noticed():
    content = to_bytes(PACKED)
    for at in range(8 * len(content)):
        flipped = bytearray(content)
        flipped[at // 8] ^= 1 << at % 8
        with pytest.raises(BadFile):
            from_bytes(bytes(flipped))


def test_every_truncation_is_noticed():
    content = to_bytes(PACKED)
    for length in range(len(content)):
        with pytest.raises(BadFile):
            from_bytes(content[:length])


def test_the_reason_is_said():
    content = to_bytes(PACKED)
    with pytest.raises(BadFile, match="not made by `compress`"):
        from_bytes(b"PK" + content)
    with pytest.raises(BadFile, match="damaged or cut short"):
        from_bytes(content + b"\0")
    with pytest.raises(BadFile, match="damaged or cut short"):
        from_bytes(MAGIC)


def test_shape_and_type_belong_to_the_picture():
    x = np.zeros((4, 64), np.uint8)
    others = (x.reshape(4, 8, 8), x.astype(np.int8), x + 1)
    prints = {picture_digest(each) for each in (x, *others)}
    assert len(prints) == 4
