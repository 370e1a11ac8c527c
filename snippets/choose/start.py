"""Where a fit begins: what the encoder sees, and columns alone.

A law may want a slope, another a log rate. So that one learning rate
suits them all, a decoder speaks in a unit of each number: how far rows
would move it by one Newton step from the start.
"""

from typing import NamedTuple

import torch
from jaxtyping import Float
from torch import Tensor, nn

STEPS, RATE = 60, 0.6  # of Adam, and its first rate; it falls to 0
ROWS = 300  # at a time
SMALL = 0.1  # of the usual first weights, so that the start holds
STEP = 1e-2  # of a decoded number, for its curvature
NARROW, WIDE = 0.05, 20.0  # ends of a unit

Rows = Float[Tensor, "row column"]
Decoded = Float[Tensor, "1 column parameter"]


class Lens(nn.Module):
    """Logarithms where values reach far up, then unit spread."""

    def __init__(self, space: str, train: Rows) -> None:
        """Mean and spread are those of the training rows."""
        super().__init__()
        self.space = space
        seen = self.bent(train)
        spread = seen.std(0)
        self.register_buffer("centre", seen.mean(0))
        self.register_buffer("unit", spread.where(spread > 0, 1))

    def bent(
        self, x: Float[Tensor, "*batch column"]
    ) -> Float[Tensor, "*batch column"]:
        """log x of what is above 0, log(1 + k) of counts."""
        if self.space == "positive":
            return x.log()
        return x.log1p() if self.space == "unbounded" else x

    def forward(
        self, x: Float[Tensor, "*batch column"]
    ) -> Float[Tensor, "*batch column"]:
        """What the encoder gets; far values are drawn in."""
        seen = (self.bent(x) - self.centre) / self.unit
        return seen.asinh() if self.space == "real" else seen


class Start(NamedTuple):
    """What is best without a code, and how far one unit moves it."""

    decoded: Decoded
    unit: Decoded


@torch.enable_grad()
def alone(law: nn.Module, train: Rows) -> Start:
    """The best decoded numbers without a code; the law learns too.

    Rows take turns, so that the last of them counts as much.
    """
    shape = 1, train.shape[1], law.parameters_per_pixel
    decoded = torch.zeros(shape, requires_grad=True)
    numbers = [decoded, *law.parameters()]
    adam = torch.optim.Adam(numbers, lr=RATE)
    size = min(ROWS, len(train))
    for left in range(STEPS, 0, -1):
        adam.param_groups[0]["lr"] = RATE * left / STEPS
        chosen = (torch.arange(size) + left * size) % len(train)
        cost = -law.log_prob(train[chosen], decoded).mean()
        adam.zero_grad()
        cost.backward()
        adam.step()
    found = decoded.detach()
    return Start(found, units(law, train[:ROWS], found))


def units(law: nn.Module, x: Rows, decoded: Decoded) -> Decoded:
    """The spread of a row's slope over the mean curvature."""
    spread = slopes(law, x, decoded).square().mean(0, keepdim=True)
    curved = torch.zeros_like(decoded)
    for one in range(decoded.shape[-1]):
        step = torch.zeros_like(decoded)
        step[..., one] = STEP
        rise = slopes(law, x, decoded + step).mean(0)
        fall = slopes(law, x, decoded - step).mean(0)
        curved[..., one] = (fall - rise)[..., one] / (2 * STEP)
    unit = spread.sqrt() / curved.clamp_min(1e-6)
    return unit.clamp(NARROW, WIDE)


@torch.enable_grad()
def slopes(
    law: nn.Module, x: Rows, decoded: Decoded
) -> Float[Tensor, "row column parameter"]:
    """What log p of each row says to each decoded number."""
    each = decoded.expand(len(x), -1, -1).clone().requires_grad_()
    (slope,) = torch.autograd.grad(law.log_prob(x, each).sum(), each)
    return slope
