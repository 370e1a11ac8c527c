"""What a loss and its slope become in four kinds of numbers."""

from collections.abc import Callable, Mapping

import numpy as np
import torch
from torch import Tensor

from snippets.experiments.saturation import from_logits

# Significant bits, the leading one counted.
BITS = {"float16": 11, "bfloat16": 8, "float32": 24, "float64": 53}
KINDS = {kind: getattr(torch, kind) for kind in BITS}
CLOSE = 0.1  # nats, or of a slope: what still counts as right
LOGITS = (-30, -20, -10, 10, 20, 30)
# Ink and paper called ink for certain; ink called paper.
SAMPLES = {
    "ink": (1.0, 20.0),
    "paper": (0.0, 20.0),
    "lost": (1.0, -30.0),
}

Form = Callable[[Tensor, Tensor], Tensor]
Forms = Mapping[str, Form]


def nats_and_slopes(form: Form, x: float, logits: Tensor) -> Tensor:
    """[2, logit] in double precision; the slope is by the logit."""
    logits = logits.detach().clone().requires_grad_()
    nats = form(torch.full_like(logits, x), logits)
    (slopes,) = torch.autograd.grad(nats.sum(), logits)
    return torch.stack([nats.detach(), slopes]).double()


def truth(x: float, logits: Tensor) -> Tensor:
    """[2, logit] from logits, in double precision."""
    return nats_and_slopes(from_logits, x, logits.double())


def verdict(found: Tensor, true: Tensor) -> str:
    """What training meets at one logit: a word for a cell."""
    nats, slope = found.tolist()
    if np.isinf(nats):
        return "inf"
    if np.isnan(nats) or np.isnan(slope):
        return "NaN"
    off = (found - true).abs() > CLOSE
    if off[1]:
        return "flat"
    return "off" if off[0] else "right"


def edge(kind: str, inner: float, outer: float, value: float) -> float:
    """Where, on the way to `outer`, the sigmoid becomes `value`."""
    while True:
        middle = torch.tensor((inner + outer) / 2, dtype=KINDS[kind])
        if middle.item() in (inner, outer):
            return outer
        if middle.sigmoid().item() == value:
            outer = middle.item()
        else:
            inner = middle.item()


def edges() -> dict[str, dict[str, float]]:
    """Where each sigmoid ends, and what each keeps of 1e-10."""
    return {
        kind: {
            "certain": edge(kind, 0.0, 64.0, 1.0),
            "impossible": edge(kind, 0.0, -1024.0, 0.0),
            "kept": torch.tensor(1e-10, dtype=KINDS[kind]).item(),
        }
        for kind in KINDS
    }


def samples(forms: Forms) -> dict[str, dict[str, list[str]]]:
    """Nats and slope in float32, as text: JSON has no NaN."""
    found = {}
    for name, form in forms.items():
        found[name] = {}
        for case, (x, logit) in SAMPLES.items():
            pair = nats_and_slopes(form, x, torch.tensor([logit]))
            found[name][case] = [repr(v) for v in pair[:, 0].tolist()]
    return found


def grid(forms: Forms) -> dict[str, dict[str, list[str]]]:
    """Verdicts by kind and form: ink at all LOGITS, then paper."""
    return {
        kind: {
            name: verdicts(form, 1.0, kind) + verdicts(form, 0.0, kind)
            for name, form in forms.items()
        }
        for kind in KINDS
    }


def verdicts(form: Form, x: float, kind: str) -> list[str]:
    """One for each of LOGITS."""
    logits = torch.tensor(LOGITS, dtype=KINDS[kind])
    found, true = nats_and_slopes(form, x, logits), truth(x, logits)
    return [
        verdict(*pair) for pair in zip(found.T, true.T, strict=True)
    ]


def curves(form: Form) -> dict[str, np.ndarray]:
    """Logits, and [ink or paper, nats or slope, logit], in float32."""
    logits = torch.linspace(-40, 40, 1601)
    both = (1.0, 0.0)
    guarded = [nats_and_slopes(form, x, logits) for x in both]
    exact = [truth(x, logits) for x in both]
    return {
        "logits": logits.numpy(),
        "guarded": torch.stack(guarded).numpy(),
        "exact": torch.stack(exact).numpy(),
    }
