"""The bound as q moves, under the evidence that it cannot pass."""

from matplotlib.figure import Figure

from snippets.build.style import (
    INK,
    MUTED,
    PX,
    RULE,
    axes_labels,
    chart,
    range_frame,
)
from snippets.words import fixed

ARROW = {"arrowstyle": "<->", "shrinkA": 0, "shrinkB": 0, "color": INK}


def label_gap(ax, found: dict) -> None:
    """An arrow from bound to evidence, and what it is equal to."""
    at = found["marked"]
    x, bound = found["means"][at], found["bounds"][at]
    gap = found["evidence"] - bound
    ax.annotate(
        "", (x, bound), (x, found["evidence"]), arrowprops=ARROW
    )
    ax.text(
        x + 0.1,
        bound - 0.15,
        f"gap: {fixed(gap)} nats\n"
        f"KL(q ‖ p(z|x)): {fixed(found['gaps'][at])} nats",
        va="top",
    )


def bound_under_evidence(
    found: dict, fig: Figure, narrow: bool
) -> None:
    """Both against the mean of q; the gap between them is shaded."""
    left, right = (0.13, 0.83) if narrow else (0.08, 0.9)
    ax = fig.add_axes((left, 0.2, right, 0.66))
    means, bounds = found["means"], found["bounds"]
    evidence = found["evidence"]
    ax.fill_between(
        means, bounds, evidence, color=RULE, lw=0, alpha=0.5
    )
    ax.axhline(evidence, color=MUTED, lw=PX)
    ax.plot(means, bounds, clip_on=False)
    ax.annotate(
        f"log p(x) = {fixed(evidence)}",
        (means[-1], evidence),
        xytext=(0, 5 * PX),
        textcoords="offset points",
        ha="right",
        color=MUTED,
    )
    low = found["marked"] // 3
    ax.text(means[low] + 0.07, bounds[low], "ELBO", va="center")
    label_gap(ax, found)
    range_frame(ax)
    axes_labels(ax, "mean of q(z|x)", "nats")


def alternative(found: dict) -> str:
    """What the chart shows, in words."""
    at, best = found["marked"], found["best"]
    evidence = fixed(found["evidence"])
    return (
        f"The ELBO against the mean of q. It stays below log p(x) ="
        f" {evidence} nats everywhere. At the mean"
        f" {fixed(found['means'][at], 1)} it is"
        f" {fixed(found['evidence'] - found['bounds'][at])} nats below,"
        " and the KL divergence from q to the true posterior is"
        f" {fixed(found['gaps'][at])} nats. At the best mean,"
        f" {fixed(found['means'][best], 1)}, both are"
        f" {fixed(found['gaps'][best])} nats."
    )


def draw(found: dict) -> dict[str, str | bytes]:
    """The chart of the bound."""
    drawn = chart(
        lambda fig, narrow: bound_under_evidence(found, fig, narrow),
        "bound",
        "column",
        (300, 300),
        alternative(found),
    )
    return {"bound.html": drawn}
