"""What the page says of file sizes in words must be measured so."""

from snippets.measures.file_sizes import ahead, column, mean_bytes

AGREED = 1.0  # per cent
LOSES = {"binary": True, "digits": False, "grey": True}


class Contradicted(ValueError):
    """A measurement says otherwise than the page."""


def demand(holds: bool, said: str) -> None:
    """Raises `Contradicted` where the page has to change."""
    if not holds:
        raise Contradicted(f"no longer true, change the page: {said}")


def check_alone(packs: dict[str, dict]) -> None:
    """On the small images. Raises `Contradicted`."""
    alone, best = packs["alone"]["bytes"], packs["JPEG XL"]["bytes"]
    demand(alone < best, "pixels alone come before JPEG XL on digits")


def check(cases: dict[str, dict]) -> None:
    """Raises `Contradicted`."""
    check_alone(cases["digits"]["packs"])
    for name, case in cases.items():
        worst = max(map(abs, column(case, "off")))
        demand(worst < AGREED, f"{name} files agree within 1 %")
        demand(case["settled"] == 0, f"{name}: rounding settles all")
        first = ahead(case)
        loses = LOSES[name]
        demand(bool(first) == loses, f"{name}: are others shorter?")
        demand(not loses or first[0] == "JPEG XL", "JPEG XL leads")
        primed = case["packs"]["primed"]["bytes"] < mean_bytes(case)
        demand(primed or not loses, f"{name}: primed xz is shorter")
        first, each = case["seeds"][0], case["packs"]["JPEG XL"]["each"]
        single = case["images"] * (first["apart"] + first["net"] / 8)
        demand(each < single, f"{name}: a file an image costs more")
