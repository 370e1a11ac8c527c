"""Bins of forecasts, and how far the worst is off."""

import pytest
import torch

from snippets import calibration
from snippets.sweeps import binary


@pytest.fixture
def forecasts(monkeypatch):
    """Four pixels: two in the first bin, two in the last."""
    x = torch.tensor([[0.0, 1.0, 1.0, 1.0]])
    m = torch.tensor([[0.02, 0.08, 0.92, 1.0]])
    given = (x, torch.logit(m))
    monkeypatch.setattr(calibration, "logits_of", lambda run: given)
    monkeypatch.setattr(calibration, "BINS", 2)
    return calibration.calibration(binary()[0])


def test_each_bin_knows_what_was_said_and_what_was_seen(forecasts):
    assert forecasts["said"] == pytest.approx([0.05, 0.96])
    assert forecasts["seen"] == pytest.approx([0.5, 1.0])
    assert forecasts["share"] == pytest.approx([0.5, 0.5])


def test_the_worst_bin_is_the_one_farthest_from_its_forecast(forecasts):
    assert calibration.worst(forecasts) == pytest.approx(0.45)
