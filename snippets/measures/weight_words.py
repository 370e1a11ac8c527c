"""What a weight on the rate means, as the page on it says."""

from snippets.measures.reductions import implied_variance
from snippets.sweeps import MNIST, PIXELS
from snippets.words import fixed, fraction, spread

COLOURS = 3
# Of the rate beside a cross-entropy, by the slip that hides it.
BETAS = {"colours": float(COLOURS), "means": PIXELS / MNIST.latents}
# A loss that people ask about: 64 x 64 pixels in colour.
PUBLIC = {"pixels": 64 * 64 * COLOURS, "latents": 1, "batch": 1}
WEIGHT = 0.00025


def of_weights(found: dict) -> dict[str, str]:
    """What the weight of a KL term means, for bells and for coins."""
    matched = found["matched"]
    ratio = [b / a for a, b in zip(*matched.values(), strict=True)]
    public = implied_variance(
        "mean", "sum", **PUBLIC, rate_weight=WEIGHT
    )
    one = implied_variance("mean", "sum", **PUBLIC)
    said = {f"{n}_matched": spread(m, 2) for n, m in matched.items()}
    for name, beta in BETAS.items():
        said[f"{name}_beta"] = fixed(beta, int(beta % 1 > 0))
        said[f"{name}_tosses"] = fraction(1 / beta)
    return said | {
        "ratio": spread(ratio, 2),
        "public_pixels": fixed(PUBLIC["pixels"], 0),
        "public_weight": f"{WEIGHT:.5f}",
        "public_variance": fixed(public, 2),
        "public_centred": fixed(public / 4, 2),
        "public_one": fixed(one, 0),
    }
