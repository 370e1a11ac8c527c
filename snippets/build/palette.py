"""The markers that become the colours of the page.

matplotlib cannot write `var(--ink)`. So a figure is drawn in colours
that nothing else uses, and `style.svg` puts the names of the CSS
variables in their place: one file, right in light and in dark. The
colours themselves stand in docs/assets/site.css.
"""

INK = "#010203"
MUTED = "#010204"
RULE = "#010205"
PAPER = "#010206"

_SHORT = (0, (5, 2))
_DOTTED = (0, (1, 1.5))
_DASH_DOT = (0, (6, 1.8, 1, 1.8))
_LONG = (0, (10, 2))
_DASH_DOT_DOT = (0, (5, 1.5, 1, 1.5, 1, 1.5))
_TIGHT = (0, (2, 1))
_UNEVEN = (0, (7, 1.5, 3, 1.5))

# A law has one colour and one dash (in widths of the line), so that
# it can be told apart without colour too.
FAMILY = {
    "bernoulli": ("#010211", "-"),
    "gaussian": ("#010212", _SHORT),
    "continuous-bernoulli": ("#010213", _DOTTED),
    "binomial": ("#010214", _DASH_DOT),
    "truncated-geometric": ("#010215", _LONG),
    "beta-binomial": ("#010216", _DASH_DOT_DOT),
    "categorical": ("#010217", _TIGHT),
    "discretised-logistic": ("#010218", _UNEVEN),
}

VARIABLES = {
    INK: "currentColor",
    MUTED: "var(--ink-2)",
    RULE: "var(--rule)",
    PAPER: "var(--paper)",
    **{c: f"var(--{name})" for name, (c, _) in FAMILY.items()},
}

# The same law under another variance or on another scale.
ALIASES = {
    "expected-bernoulli": "bernoulli",
    "learned-gaussian": "gaussian",
    "optimal-gaussian": "gaussian",
    "pixel-gaussian": "gaussian",
    "discretised-gaussian": "gaussian",
}
FAMILY.update((alias, FAMILY[law]) for alias, law in ALIASES.items())
