"""What the prose says of pulls, and of the times they make."""

from math import exp, log

import torch

from snippets.measures import pulls
from snippets.measures.courses import MATCHED, STARTS
from snippets.measures.guard_words import scientific
from snippets.words import fixed


def short(value: float) -> str:
    """Two digits, or all of a large number's whole ones."""
    return fixed(value, 2 if value < 1 else int(value < 10))


def of_pulls() -> dict[str, str]:
    """The pull on paper at one half and at a logit of ten."""
    far = 1 / (1 + exp(-pulls.FAR))
    means = torch.tensor([0.5, far], dtype=torch.float64)
    said = {"far": fixed(pulls.FAR, 0), "far_m": fixed(far, 5)}
    for name in pulls.ON_PAPER:
        half, wrong = pulls.on_paper(name, means).tolist()
        said |= {f"{name}_half": fixed(half, 2)}
        said |= {
            f"{name}_far": (
                scientific(wrong) if wrong < 1e-3 else fixed(wrong, 2)
            )
        }
    return said | {"most_logit": fixed(log(2), 2)}


def of_matched() -> dict[str, str]:
    """Times and pulls with the variance of the trainings."""
    wrong = 1 / (1 + exp(-STARTS["wrong"]))
    share = MATCHED / pulls.SSE
    time = pulls.times(wrong, 0.5)
    ratio = time["bell"] / time["coin"]
    means = torch.tensor([0.5, wrong], dtype=torch.float64)
    half = pulls.on_paper("bell", means)[0].item() / share
    arctan = pulls.on_paper("arctan", means)[1].item()
    _, output = pulls.ON_PAPER["arctan"]
    return {
        "share": fixed(share, 2),
        "ratio": fixed(ratio, 0),
        "matched_ratio": fixed(share * ratio, 1),
        "weight": fixed(1 / MATCHED, 1),
        "matched_half": fixed(half, 2),
        "arctan_start": fixed(output(means)[1].item(), 0),
        "arctan_pull": fixed(arctan, 3),
    }


def of_times() -> dict[str, str]:
    """How long wrong paper stays wrong, and until it is clean."""
    far = 1 / (1 + exp(-pulls.FAR))
    wrong = 1 / (1 + exp(-STARTS["wrong"]))
    spans = {
        "far": (far, 0.5),
        "wrong": (wrong, 0.5),
        "clean": (0.5, pulls.CLEAN),
    }
    said = {"wrong": fixed(STARTS["wrong"], 0)}
    said |= {"lost": fixed(STARTS["lost"], 0)}
    said |= {
        "wrong_m": fixed(wrong, 4),
        "clean": fixed(100 * pulls.CLEAN, 0),
    }
    for span, ends in spans.items():
        for name, time in pulls.times(*ends).items():
            said[f"{name}_{span}_time"] = short(time)
    return said
