"""The house, counted: its files, and which of them import which."""

from collections import Counter

import grimp

from snippets.figures.how_it_is_made import draw
from snippets.words import fixed

__all__ = ["RUNS", "draw", "measure", "words"]

RUNS = ()
# In the order in which the data flow. Folders, then single modules.
STATIONS = {
    "the machine": ("vae", "packaged"),
    "measures": (
        *("experiments", "measures", "compression", "calibration"),
        *("frontier", "scores", "store", "sweeps", "weights", "words"),
    ),
    "figures": (
        "figures",
        *(f"build.{part}" for part in ("palette", "picture")),
        *(f"build.{part}" for part in ("rc", "style", "themed")),
    ),
    "claims": ("why_bernoulli", "why_not_mse", "pages"),
    "the build": ("build",),
}


def station(module: str) -> int | None:
    """Where along the flow a module stands, if it does."""
    inside = module.removeprefix("snippets.")
    fitting = [
        (len(part), place)
        for place, parts in enumerate(STATIONS.values())
        for part in parts
        if f"{inside}.".startswith(f"{part}.")
    ]
    # build.style is a figure's, the rest of build is not.
    return max(fitting)[1] if fitting else None


def between(module: str, other: str) -> bool:
    """Whether these are two claims."""
    claims = [name.split(".") for name in (module, other)]
    return module != other and all(
        part[1] in ("why_bernoulli", "why_not_mse") and len(part) == 3
        for part in claims
    )


def measure() -> dict:
    """Files at each station; imports from one station to another."""
    graph = grimp.build_graph("snippets", cache_dir=None)
    pairs = [
        (module, other)
        for module in sorted(graph.modules)
        for other in graph.find_modules_directly_imported_by(module)
    ]
    places = [(station(a), station(b)) for a, b in pairs]
    arcs = Counter(p for p in places if None not in p and p[0] != p[1])
    files = Counter(station(module) for module in graph.modules)
    return {
        "files": {n: files[i] for i, n in enumerate(STATIONS)},
        "imports": [[a, b, n] for (a, b), n in sorted(arcs.items())],
        "between_claims": sum(between(a, b) for a, b in pairs),
    }


def words(found: dict) -> dict[str, str]:
    """Imports that lead to the left, to the right, across."""
    counts = {
        "files": sum(found["files"].values()),
        "left": sum(n for a, b, n in found["imports"] if b < a),
        "right": sum(n for a, b, n in found["imports"] if b > a),
        "across": found["between_claims"],
    }
    return {name: fixed(count, 0) for name, count in counts.items()}
