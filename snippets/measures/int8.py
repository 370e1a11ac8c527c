"""Networks in a byte a weight, for a browser to read.

A row of weights is whole numbers from -127 to 127 times one scale.
The file: for each layer its scales, then its biases, in float32; then
the whole numbers of all layers, row after row; little-endian.
"""

from copy import deepcopy

import torch
from jaxtyping import Float, Int8
from torch import Tensor, nn

STEPS = 127


# --8<-- [start:rounded]
def rounded(
    weight: Float[Tensor, "output input"],
) -> tuple[Int8[Tensor, "output input"], Float[Tensor, " output"]]:
    """Whole numbers and a scale for each row; off by half a step."""
    scale = weight.abs().amax(1).clamp(min=1e-12) / STEPS
    return (weight / scale[:, None]).round().to(torch.int8), scale


# --8<-- [end:rounded]
def linear(network: nn.Module) -> list[nn.Linear]:
    """Its layers with weights, in the order of computation."""
    return [m for m in network.modules() if isinstance(m, nn.Linear)]


def sizes(network: nn.Module) -> list[int]:
    """Inputs, hidden units, outputs."""
    layers = linear(network)
    return [layers[0].in_features, *(a.out_features for a in layers)]


@torch.no_grad()
def restored(network: nn.Module) -> nn.Module:
    """A copy that computes with the rounded weights."""
    copy = deepcopy(network)
    for layer in linear(copy):
        whole, scale = rounded(layer.weight)
        layer.weight.copy_(whole * scale[:, None])
    return copy


@torch.no_grad()
def packed(*networks: nn.Module) -> bytes:
    """All of them in one file, in the format of this module."""
    floats, bytes_ = [], []
    for layer in (a for net in networks for a in linear(net)):
        whole, scale = rounded(layer.weight)
        floats += [scale, layer.bias]
        bytes_.append(whole.flatten())
    numbers = torch.cat(floats).numpy().astype("<f4")
    return numbers.tobytes() + torch.cat(bytes_).numpy().tobytes()
