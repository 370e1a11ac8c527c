import pytest

from snippets.measures import curves
from snippets.vae.training import Run, train

SWEEP = {
    1.0: {"rate": [1.0, 1.0], "error": [0.5, 0.5]},
    1 / 2: {"rate": [2.0, 3.0], "error": [0.4, 0.1]},
}
STEP = 1.0, 1 / 2
TINY = Run(
    data="digits",
    likelihood="gaussian",
    variance=0.05,
    hidden=(8,),
    latents=2,
    epochs=1,
)


def test_a_slope_is_squared_error_of_the_image_per_nat():
    found = curves.steps(SWEEP, pixels=10)
    assert found == {STEP: pytest.approx([1.0, 2.0])}


@pytest.mark.parametrize(
    ("slope", "possible"), [(0.9, False), (1.5, True), (2.1, False)]
)
def test_a_slope_of_minima_is_between_twice_the_variances(
    slope, possible
):
    assert curves.at_a_minimum(STEP, slope) is possible


def test_too_steep_a_slope_is_a_neighbour_that_does_better():
    steep = {
        1.0: {"rate": [1.0, 1.0], "error": [0.5, 0.5]},
        1 / 2: {"rate": [2.0, 2.0], "error": [0.2, 0.4]},
    }
    saved = curves.saved_by_neighbour(steep, STEP, pixels=10)
    slopes = curves.steps(steep, pixels=10)[STEP]
    assert slopes == pytest.approx([3.0, 1.0])
    assert saved == pytest.approx([0.5, -0.5])


def test_the_loss_of_a_place_is_rate_plus_scaled_error():
    found = curves.own_loss(SWEEP[1.0], 0.25, pixels=10)
    assert found == pytest.approx([11.0, 11.0])


def test_training_images_are_scored_like_test_images(monkeypatch):
    monkeypatch.setattr(curves, "trained", train)
    found = curves.on_training([TINY])
    assert 0 <= found["rate"][0] < 50
    assert 0 < found["error"][0] < 0.2
