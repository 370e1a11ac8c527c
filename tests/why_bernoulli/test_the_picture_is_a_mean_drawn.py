import numpy as np
import pytest
import torch

from snippets.figures.parts.picture_rows import CODES, ROWS
from snippets.measures import grain
from snippets.measures.likeness import DISTANCES, left_over
from snippets.vae.dataset import seeded
from snippets.vae.evaluation import samples
from snippets.vae.families import Bernoulli
from snippets.vae.model import VAE
from snippets.why_bernoulli import the_picture_is_a_mean as page

SCORES = (
    *("entropy", "mode", "deviation", "below", "flips", "flipped"),
    *("scatter", "toss_cost", "digit_cost", "ink", "mean_error"),
    *("toss_error", "threshold_error", "digit_specks", "toss_specks"),
    *("threshold_specks", "edges", "edge_flips", "coin_share"),
    *("means_near", "drawn_specks"),
)
LIKE = ("digits", "drawn", "one_code", "digits_left", "drawn_left")
NOISE = torch.randn(3, 900, generator=seeded(0)).numpy()
FOUND = {
    "scores": {name: [0.4, 0.6] for name in SCORES}
    | {"entropy": [60.0, 62.0], "mode": [30.0, 32.0]},
    "likeness": {n: [[0.5] * 8, [0.3] * 8] for n in LIKE},
    "rows": {n: np.full((6, 28, 28), 0.5) for n in (*ROWS, *CODES)},
    "prices": {
        "tosses": NOISE[0],
        "digits": 1.8 * NOISE[1],
        "thresholds": NOISE[2] - 5.5,
        "ahead": 50 + NOISE[0],
    },
    "images": 500,
}


def picture(*rows):
    ink = [[float(sign == "#") for sign in row] for row in rows]
    return torch.tensor(ink).reshape(1, -1)


def test_a_speck_is_a_pixel_unlike_all_four_neighbours():
    assert grain.specks(picture("....", ".#..", "....", "...#")) == 2.0
    assert grain.specks(picture("####", "#.##", "####", "####")) == 1.0
    assert grain.specks(picture("....", ".#..", "..#.", "....")) == 2.0
    assert grain.specks(picture("....", ".##.", "....", "....")) == 0.0


def test_an_edge_has_a_neighbour_of_the_other_kind():
    edge = grain.edges(picture("....", ".##.", ".##.", "...."))
    assert int(edge.sum()) == 4 + 8


def test_correlation_is_that_of_numpy_for_two_pixels_alone():
    x = torch.rand(50, 4, generator=seeded(1))
    x[:, 2:] = 0.5  # the lower row never changes
    expected = np.corrcoef(x[:, :2].T.numpy())[0, 1]
    found = grain.correlation(x, 1)
    assert found == pytest.approx(expected, abs=1e-5)


def test_pixels_that_move_together_correlate_and_tosses_do_not():
    same = torch.rand(400, 1, generator=seeded(2)).expand(400, 64)
    assert grain.correlation(same, 3) == pytest.approx(1.0, abs=1e-4)
    tosses = torch.bernoulli(
        torch.rand(64, generator=seeded(3)).expand(4000, 64),
        generator=seeded(4),
    )
    assert abs(grain.correlation(tosses, 1)) < 0.02
    assert abs(grain.covariance(tosses, 1)) < 0.005


def test_covariance_of_samples_is_that_of_their_means():
    model = VAE(16, (8,), 2, Bernoulli(), seed=0)
    with torch.no_grad():
        model.decoder[-1].weight.fill_(1.0)
        model.decoder[-1].bias.fill_(-6.0)
        drawn = samples(model, 20_000, seed=1)
        means = samples(model, 20_000, seed=1, mean=True)
    of_means = grain.covariance(means, 1)
    assert abs(of_means) > 0.01
    assert grain.covariance(drawn, 1) == pytest.approx(
        of_means, abs=0.003
    )


def test_what_the_code_leaves_over_is_between_minus_one_and_one():
    model = VAE(16, (8,), 2, Bernoulli(), seed=0).requires_grad_(False)
    x = torch.ones(5, 16)
    left = left_over(model, x)
    assert left.shape == x.shape
    assert ((left > 0) & (left < 1)).all()


def test_the_page_says_shares_in_per_cent_and_powers_as_bounds():
    said = page.words(FOUND)
    assert said["edges"] == "50"
    assert said["edge_flips"].startswith("50")
    assert said["of_mode"] == "10⁻¹³"  # e to the minus 30: 9.4e-14
    assert said["digits_near"] == "0.40"
    assert said["tosses"] == "20,000"


def test_every_view_is_drawn_with_its_specks():
    drawn = page.draw(FOUND)
    names = {f"{name}.png" for name in (*ROWS, *CODES)}
    assert names <= set(drawn)
    assert drawn["views.html"].count("<img") == len(ROWS)
    assert "0.5 specks" in drawn["views.html"]
    assert len(DISTANCES) == len(FOUND["likeness"]["drawn"][0])
    for chart in ("costs.html", "likeness.html"):
        assert drawn[chart].count("<svg") == 2
