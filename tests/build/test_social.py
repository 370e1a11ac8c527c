"""A picture for links: the right size, and the same every time."""

import io

import numpy as np
from PIL import Image

from snippets.build import social


def test_the_card_has_the_size_that_the_pages_state():
    template = (social.ROOT / "overrides/main.html").read_text()
    picture = Image.open(io.BytesIO(social.card()))
    assert picture.size == social.SIZE
    for side, pixels in zip(
        ("width", "height"), social.SIZE, strict=True
    ):
        assert f'image:{side}" content="{pixels}"' in template


def test_the_card_is_the_same_every_time():
    assert social.card() == social.card()


def test_the_card_is_drawn_in_the_colours_of_the_page():
    picture = Image.open(io.BytesIO(social.card())).convert("RGB")
    drawn = {tuple(c) for c in np.asarray(picture).reshape(-1, 3)}
    for name in ("paper", "ink", "bernoulli", "gaussian"):
        hue = social.colours()[name]
        assert tuple(bytes.fromhex(hue[1:])) in drawn, name


def test_nothing_is_cut_at_the_edge():
    picture = Image.open(io.BytesIO(social.card())).convert("RGB")
    pixels = np.asarray(picture).astype(int)
    inner = pixels[20:-20, 20:-20]
    paper = pixels[0, 0]
    assert (abs(inner - paper) > 9).any()
    edge = pixels.copy()
    edge[20:-20, 20:-20] = paper
    assert (edge == paper).all()
