"""The colours of the site, for a report that stands alone."""

# (light, dark); a test holds them against docs/assets/style/colour.css
PAGE = {
    "paper": ("#fdfcf9", "#151619"),
    "rule": ("#dcd8cf", "#36383c"),
    "ink": ("#1d1c19", "#e9e6df"),
    "ink-2": ("#5b5851", "#a8a59e"),
}
LAWS = {
    "bernoulli": ("#1f55c4", "#7fb0ff"),
    "gaussian": ("#c8400e", "#ff8f57"),
    "continuous-bernoulli": ("#048097", "#1f95b8"),
    "binomial": ("#04402a", "#68f1c0"),
    "truncated-geometric": ("#4f0b82", "#9a63f8"),
    "beta-binomial": ("#5c4a05", "#f4dd33"),
    "categorical": ("#8f2062", "#ef4089"),
    "discretised-logistic": ("#93634e", "#b17603"),
}
COLOURS = {**PAGE, **LAWS}


def light(law: str) -> str:
    """The colour of a law on paper; black where it has none."""
    law = "gaussian" if "gaussian" in law else law
    return LAWS.get(law, ("#000000",))[0]
