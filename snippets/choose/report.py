"""The whole answer as one HTML file that needs no other."""

from pathlib import Path

from jinja2 import Environment, StrictUndefined

from snippets import store
from snippets.choose import telling
from snippets.choose.budget import Budget
from snippets.choose.colours import COLOURS
from snippets.choose.columns import HEAD, cells
from snippets.choose.figure import figure, finding
from snippets.choose.looking import Seen
from snippets.choose.ranking import Ranking
from snippets.choose.seen import lines

PAGE = Path(__file__).with_name("page.html")


def part(ranking: Ranking, place: int) -> dict:
    """What the page shows of one part."""
    return {
        "heading": telling.heading(ranking),
        "choice": telling.choice(ranking),
        "finding": finding(ranking),
        "figure": figure(ranking, f"ranking-{place}"),
        "rows": f"{ranking.rows:,}",
        "unit": telling.unit(ranking),
        "rows_of_table": [cells(r) for r in ranking.laws],
        "remarks": list(telling.remarks(ranking)),
    }


def html(seen: Seen, rankings: list[Ranking], budget: Budget) -> str:
    """The page; every name of the data is escaped."""
    page = Environment(autoescape=True, undefined=StrictUndefined)
    codes = (budget.latents,)
    sizes = (*budget.encoder, *codes, *budget.decoder)
    return page.from_string(PAGE.read_text("utf-8")).render(
        source=Path(seen.table.source).name,
        colours=COLOURS,
        seen=list(lines(seen)),
        doubts=seen.doubts,
        parts=[part(r, place) for place, r in enumerate(rankings)],
        head=HEAD,
        closing=telling.closing(rankings),
        budget=budget,
        network="-".join(map(str, sizes)),
    )


def write(
    path: Path, seen: Seen, rankings: list[Ranking], budget: Budget
) -> None:
    """Whole or not at all."""
    store.replace(path, html(seen, rankings, budget).encode())
