"""What the page on binarising says of losses, and checks of it."""

from statistics import fmean

from snippets.measures.binarised import BINARY
from snippets.words import fixed, spread

Scores = dict[str, list[dict]]  # by training; a dict for each seed


def apart(scores: list[dict], more: str, less: str) -> list[float]:
    """A loss less another of the same network, over the seeds."""
    return [one[more] - one[less] for one in scores]


def rivals(
    scores: Scores, more: str, less: str, view: str
) -> list[float]:
    """Loss of one training less that of another, seed by seed."""
    pairs = zip(scores[more], scores[less], strict=True)
    return [a[view] - b[view] for a, b in pairs]


def widest(scores: Scores) -> float:
    """How far trainings are apart on one view, means over seeds."""
    gaps = []
    for view in BINARY:
        means = [
            fmean(s[view] for s in each) for each in scores.values()
        ]
        gaps.append(max(means) - min(means))
    return max(gaps)


def tossing(scores: Scores) -> list[list[float]]:
    """Nats that tossed test images add: [training and set, seed]."""
    return [
        apart(each, view, "threshold")
        for each in scores.values()
        for view in ("once", "afresh")
    ]


def hearts(scores: Scores) -> dict[str, list[float]]:
    """Nats that other tosses of the training images add."""
    return {
        name: apart(each, "others", "tosses")
        for name, each in scores.items()
    }


def check(scores: Scores) -> None:
    """Raises ValueError where the prose would be wrong."""
    heart, free = hearts(scores), ("grey", "threshold", "afresh")
    won = rivals(scores, "once", "afresh", "afresh")
    said = {
        "tossed tests cost more": min(map(min, tossing(scores))) > 0,
        "tosses move the loss more than training": min(
            map(fmean, tossing(scores))
        )
        > widest(scores),
        "only once has tosses by heart": min(heart["once"]) > 0.5
        and max(max(map(abs, heart[name])) for name in free) < 0.2,
        "on fresh tosses once is worse than grey": min(
            rivals(scores, "once", "grey", "afresh")
        )
        > 0,
        "on cuts threshold is better than grey": min(
            rivals(scores, "grey", "threshold", "threshold")
        )
        > 0,
        "once against afresh is open": min(won) < 0 < max(won),
    }
    for fact, holds in said.items():
        if not holds:
            raise ValueError(f"the page says that {fact}: look anew")


def of_scores(scores: Scores) -> dict[str, str]:
    """Every network on every view, and their differences."""
    check(scores)
    heart, added = hearts(scores), tossing(scores)
    means = [fmean(each) for each in added]
    grey = scores["grey"]
    return {
        **{
            f"{name}_{view}": spread([one[view] for one in each], 1)
            for name, each in scores.items()
            for view in BINARY
        },
        **{f"{n}_heart": spread(each, 2) for n, each in heart.items()},
        "least": fixed(min(means), 1),
        "most": fixed(max(means), 1),
        "single_least": fixed(min(map(min, added)), 1),
        "single_most": fixed(max(map(max, added)), 1),
        "widest": fixed(widest(scores), 1),
        "won": spread(rivals(scores, "once", "afresh", "afresh"), 1),
        "frozen": spread(rivals(scores, "once", "grey", "afresh"), 1),
        "cut": spread(
            rivals(scores, "grey", "threshold", "threshold"), 1
        ),
        "adapted": spread(apart(grey, "own", "afresh"), 1),
        "adapted_once": spread(apart(grey, "own", "once"), 1),
    }
