"""The place of one loss beside a sweep over variances."""

from math import sqrt

import pytest
import torch

from snippets import frontier
from snippets.sweeps import cross_entropy

SWEEP = {
    1.0: {"rate": [1.0, 2.0], "error": [3.0, 4.0]},
    1 / 4: {"rate": [3.0, 4.0], "error": [1.0, 2.0]},
}


def test_halfway_in_rate_is_halfway_in_log_variance_and_error():
    errors = [1.1 * sqrt(3 * 1), 0.9 * sqrt(4 * 2)]
    other = {"rate": [2.0, 3.0], "error": errors}
    found = frontier.on_the_curve(SWEEP, other)
    assert found["matched"] == pytest.approx([1 / 2, 1 / 2])
    assert found["gap"] == pytest.approx([0.1, -0.1])


def test_the_order_of_a_sweep_does_not_matter():
    other = {"rate": [1.5, 3.9], "error": [2.0, 2.0]}
    turned = dict(reversed(SWEEP.items()))
    found = frontier.on_the_curve(turned, other)
    assert found == frontier.on_the_curve(SWEEP, other)
    assert found["matched"][0] == pytest.approx(4 ** -(1 / 4))


@pytest.mark.parametrize("rate", [0.9, 3.1])
def test_nothing_is_read_beyond_the_ends_of_a_sweep(rate):
    with pytest.raises(ValueError, match="outside of the sweep"):
        frontier.on_the_curve(SWEEP, {"rate": [rate], "error": [1.0]})


def test_a_curve_that_bends_is_not_read_from_its_chord():
    variances = [2.0**-n for n in range(6)]
    bent = {
        v: {"rate": [n], "error": [0.9**n]}
        for n, v in enumerate(variances)
    }
    on_it = {"rate": [2.5], "error": [0.9**2.5]}
    found = frontier.on_the_curve(bent, on_it)
    assert found["gap"] == pytest.approx([0.0], abs=1e-6)
    assert found["matched"] == pytest.approx([2.0**-2.5])


def test_a_coin_counts_by_the_error_that_it_makes(monkeypatch):
    x = torch.tensor([[0.0, 0.5, 1.0]])
    m = torch.tensor([[0.0, 0.4, 0.8]])
    data = {"load": lambda name: FakeData(x), "trained": FakeModel}
    for name, fake in data.items():
        monkeypatch.setattr(frontier, name, fake)
    monkeypatch.setattr(frontier, "reconstructions", lambda *_, seed: m)
    expected = (0.01 * 0.24 + 0.04 * 0.16) / 0.05
    found = frontier.coin_variance(cross_entropy()[0])
    assert found == pytest.approx(expected)


def test_the_page_is_not_written_where_an_error_exceeds_its_variance():
    with pytest.raises(ValueError, match="the page says"):
        frontier.check({0.1: {"error": [0.05, 0.11]}})


class FakeData:
    """Test images that are given."""

    def __init__(self, x):
        self.x = x

    def images(self, part, view):
        return self.x


class FakeModel:
    """Stands for a trained run."""

    model = None

    def __init__(self, run):
        self.run = run
