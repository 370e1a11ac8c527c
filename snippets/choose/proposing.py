"""Which laws can hold the values of a part, and which cannot."""

import torch
from jaxtyping import Float
from torch import Tensor, nn

from snippets.choose.catalogue import LAWS
from snippets.choose.looking import Part
from snippets.choose.proposal import Proposal

MOST = 32  # levels for which a categorical is tried


def propose(part: Part) -> tuple[list[Proposal], dict[str, str]]:
    """What to try; and what is left out, with the reason."""
    out: dict[str, str] = {}
    ends = ((part.values == 0) | (part.values == 1)).sum()
    if part.space.name == "unit" and ends:
        why = f"{ends:,} values are exactly 0 or 1, where it has no law"
        out = {"beta": why, "Gaussian of log(x / (1 − x))": why}
    if part.space.name == "counts" and part.space.levels > MOST:
        out["categorical"] = (
            f"it needs {part.space.levels + 1} numbers for each value"
        )
    laws = LAWS[part.space.name]
    return [law for law in laws if law.name not in out], out


def made(
    law: Proposal, x: Float[Tensor, "row column"], levels: int
) -> nn.Module:
    """The law for these training rows."""
    with torch.no_grad():
        return law.make(x, max(levels, 1))
