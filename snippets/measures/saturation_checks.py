"""What the prose says of the trainings with the guarded loss."""

from statistics import fmean

import torch

SINGLE = torch.finfo(torch.float32)
FEW = 3  # epochs, to see whether the highest logit still rises


def failed(group: list[dict]) -> list[dict]:
    """The runs whose loss stopped being finite."""
    return [run for run in group if run["step"]]


def only_guarded(runs: dict) -> list[tuple[dict, dict]]:
    """Pairs from one seed, of which only the guarded run failed."""
    both = zip(runs["fast"], runs["fast_logits"], strict=True)
    return [(a, b) for a, b in both if a["step"] and not b["step"]]


def not_saved(runs: dict) -> list[dict]:
    """The runs that failed although their loss is from logits."""
    return failed([*runs["fast_logits"], *runs["faster_logits"]])


def rises(group: list[dict]) -> bool:
    """Whether the highest logit does, on average, at the end."""
    tops = [run["tops"] for run in group]
    late = fmean(fmean(t[-FEW:]) for t in tops)
    return late > fmean(fmean(t[-2 * FEW : -FEW]) for t in tops)


def together(runs: dict) -> bool:
    """Without the guard m is 1 where the guarded training ended."""
    both = zip(runs["binary"], runs["binary_logits"], strict=True)
    return all(a["step"] == b["crossed"] for a, b in both)


def check(runs: dict) -> None:
    """What the prose says of the trainings, or an error."""
    sound = [*runs["asked"], *runs["grey"], *runs["binary_logits"]]
    wild = [*runs["faster"], *runs["faster_logits"]]
    certain = failed(runs["binary"])
    if not (
        failed(sound) == []
        and failed(wild) == wild
        and len(certain) > len(runs["binary"]) / 2
        and all(run["nan"] and not run["inf"] for run in certain)
        and len(only_guarded(runs)) == 1
        and all(
            run["narrowest"] < 1 / SINGLE.max for run in not_saved(runs)
        )
        and rises(runs["asked"])
        and together(runs)
    ):
        raise ValueError("the trainings say something else: look anew")
