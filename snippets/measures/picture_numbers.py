"""How the scores of pictures are rounded where they are said."""

from statistics import fmean

from snippets.words import fixed, spread

SHARES = ("edges", "edge_flips", "coin_share")  # said in per cent
# Decimals of what is the same for all seeds, and of what is not.
PLAIN = {"ink": 1, "digit_specks": 2, "digits_near": 2}
PLAIN |= {"edges": 0, "one_code_near": 2}
DECIMALS = {"threshold_specks": 2, "edge_flips": 0, "coin_share": 0}
DECIMALS |= {"means_near": 2}
DECIMALS |= {"drawn_near": 2, "digits_left_near": 2}
DECIMALS |= {"drawn_left_near": 3}


def numbers(found: dict) -> dict[str, str]:
    """Each score with its spread; without, if all seeds agree."""
    scores, like = dict(found["scores"]), found["likeness"]
    scores["twice"] = [2 * each for each in scores["scatter"]]
    for name in SHARES:
        scores[name] = [100 * each for each in scores[name]]
    for name, each in like.items():
        scores[f"{name}_near"] = [values[0] for values in each]
    plain = {n: fmean(scores.pop(n)) for n in PLAIN}
    said = {n: fixed(v, PLAIN[n]) for n, v in plain.items()}
    return said | {
        name: spread(values, DECIMALS.get(name, 1))
        for name, values in scores.items()
    }
