"""What is said of two losses at one rate."""

from statistics import fmean

from snippets.words import fixed, spread


def both_rulers(found: list[list[dict]]) -> dict[str, str]:
    """Two networks by two losses, and what the other's one loses."""
    said = {}
    for name, each in zip(("gauss", "bern"), found, strict=True):
        for ruler in ("squared", "cross"):
            values = [one[ruler] for one in each]
            said[f"{name}_by_{ruler}"] = spread(values, 1)
    pairs = list(zip(*found, strict=True))
    squared = [b["squared"] - g["squared"] for g, b in pairs]
    cross = [g["cross"] - b["cross"] for g, b in pairs]
    said["lost_squared"] = spread(squared, 1)
    said["lost_cross"] = spread(cross, 1)
    said["won_squared"] = str(sum(each > 0 for each in squared))
    said["won_cross"] = str(sum(each > 0 for each in cross))
    return said


def alike(found: dict) -> dict[str, str]:
    """How far pictures differ, and by what they are told apart."""
    seeds = [*found["first_seeds"], *found["second_seeds"]]
    told = [100 * share for share in found["told"]]
    faint = fmean(found["first_margin"]) / fmean(found["second_margin"])
    return {
        "by_loss": spread(found["losses"], 3),
        "by_seed": spread(seeds, 3),
        "seed_pairs": str(len(seeds)),
        "by_both": spread(found["both"], 3),
        "gauss_margin": spread(found["first_margin"], 4),
        "bern_margin": spread(found["second_margin"], 5),
        "faint": fixed(faint, 0),
        "told": fixed(fmean(told), 1),
        "margin": str(found["margin"]),
    }
