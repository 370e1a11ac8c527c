"""How much there is, as the pages say it: `[[ build.models ]]`."""

from collections.abc import Iterable

from snippets.build import told
from snippets.build.claims import Claim
from snippets.build.labs import source as labs
from snippets.store import ROOT
from snippets.words import fixed

NAME = "build"


def words(
    claims: dict[str, Claim], runs: Iterable[object]
) -> dict[str, str]:
    """Claims, models, tests and equations of the whole project."""
    answers = [
        c for c in claims.values() if c.path.parent.stem != "pages"
    ]
    labels = [x for x in told.in_pages(ROOT) if x.startswith("\\label")]
    counts = {
        "claims": len(answers),
        "models": len(set(runs)),
        "labs": len(labs.collect()),
        "tests": len(told.tests(ROOT)),
        "equations": len(labels),
        "written": len(told.pages(ROOT)),
    }
    return {name: fixed(count, 0) for name, count in counts.items()}
