"""What the page says and draws, from numbers of nobody's network."""

from copy import deepcopy

import numpy as np
import pytest

from snippets.measures.file_checks import Contradicted, check
from snippets.measures.file_sizes import NAMES, ahead, bits
from snippets.why_bernoulli import the_loss_is_a_file_size as page

SIZES = {"binary": 9000, "digits": 9000, "grey": 9000}
PACKS = {
    "binary": (8000, 9500, 9600, 8500, 9700, 9800),
    "digits": (9500, 9600, 9700, 9800, 9900, 9950),
    "grey": (8000, 9400, 8500, 9500, 9700, 9800),
}


def seed(size, off):
    return {
        "bytes": size,
        "apart": 177,
        "start": 80,
        "net": 160 * (1 + off / 100),
        "bound": 160.0,
        "off": off,
        "encode": 1.0,
        "decode": 2.0,
    }


def case(name):
    packs = {
        packer: {"bytes": size, "layout": "rows", "each": 30_000}
        for packer, size in zip(NAMES, PACKS[name], strict=True)
    }
    packs["alone"] = {"bytes": 9400, "layout": ""}
    packs["primed"] = {"bytes": 8100, "layout": ""}
    return {
        "images": 500,
        "pixels": 784,
        "train": 4000,
        "seeds": [seed(SIZES[name], o) for o in (-0.2, 0.1, 0.3)],
        "mean": {"pixels": 120.0, "code": 100.0, "back": 60.0},
        "own": 159.7,
        "weights": dict.fromkeys(
            ("both", "both_xz", "decoder", "decoder_xz"), 90_000
        ),
        "differ": 0.25,
        "gap": 2e-5,
        "settled": 0.0,
        "packs": packs,
    }


def found():
    rng = np.random.default_rng(0)
    pictures = rng.random((10, 28, 28))
    parts = np.tile([80.0, 90.0, 50.0], (10, 1))
    each = {"images": pictures, "bits": 9 * pictures, "parts": parts}
    drawn = {
        f"{name}_{kind}": array
        for name in ("binary", "grey")
        for kind, array in each.items()
    }
    return {"cases": {name: case(name) for name in SIZES}, **drawn}


def test_the_words_say_what_was_weighed():
    said = page.words(found())
    assert (said["net"], said["back"]) == ("120.0", "50.0")
    assert said["binary_ahead"] == "JPEG XL and bz2"
    assert said["grey_ahead"] == "JPEG XL and xz"
    assert said["binary_single"] == "197"
    assert said["binary_worst"] == "0.30"
    assert said["binary_off"].startswith("0.07")
    assert said["digits_times"] == "10"
    assert said["digits_even"] == "90,000"
    assert said["order_bits"] == "21.8"


def test_every_chart_and_table_names_the_file_of_the_vae():
    drawn = page.draw(found())
    assert "grows by 120.0 bits" in drawn["steps.html"]
    assert "this VAE 0.18" in drawn["bars.html"]
    for name in SIZES:
        assert "| this VAE | 9,000 | 0.18 |" in drawn[f"{name}.md"]
    assert drawn["pixels.html"].count("<img") == 4
    assert "160.1" in drawn["agreement.md"]


def test_bits_per_pixel_count_every_image():
    assert bits(case("grey"), 49_000) == 1


def test_shorter_files_are_named_the_shortest_first():
    assert ahead(case("grey")) == ["JPEG XL", "xz"]
    assert ahead(case("digits")) == []


def broken(change):
    cases = deepcopy(found()["cases"])
    change(cases)
    return cases


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda c: c["grey"]["seeds"][0].update(off=1.2), "agree"),
        (lambda c: c["binary"].update(settled=0.1), "settles"),
        (
            lambda c: c["binary"]["packs"]["PNG"].update(bytes=1),
            "JPEG XL leads",
        ),
        (
            lambda c: c["digits"]["packs"]["PNG"].update(bytes=1),
            "shorter",
        ),
        (
            lambda c: c["digits"]["packs"]["alone"].update(bytes=9600),
            "pixels alone",
        ),
        (
            lambda c: c["digits"]["packs"]["JPEG XL"].update(
                each=10**6
            ),
            "a file an image",
        ),
    ],
)
def test_a_measurement_that_contradicts_the_page_stops_it(change, said):
    check(found()["cases"])
    with pytest.raises(Contradicted, match=said):
        check(broken(change))
