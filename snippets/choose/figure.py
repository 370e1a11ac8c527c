"""What each law costs above the first, as a dot with its error."""

from collections.abc import Callable
from functools import partial

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from snippets.build.palette import FAMILY, INK
from snippets.build.style import PX, axes_labels, chart
from snippets.choose.ranking import Ranking
from snippets.words import fixed

LABEL = "nats a row above the first"
HEAD, EACH = 90, 34  # pixels: axis and margins, and each law


def marker(law: str) -> str:
    """The colour of a law, as the styles of the site take it."""
    return FAMILY[law][0] if law else INK


def dots(
    ax: Axes,
    ranking: Ranking,
    colour: Callable[[str], str] = marker,
) -> None:
    """The first law on top; a bar is one standard error."""
    for row, each in enumerate(ranking.laws):
        style = {"color": colour(each.law.colour), "marker": "o"}
        ax.errorbar(each.above, -row, xerr=each.error, **style)
    places = [-row for row in range(len(ranking.laws))]
    names = [wrapped(each.law.name) for each in ranking.laws]
    ax.set_yticks(places, names)
    ax.tick_params(axis="y", length=0)
    ax.axvline(0, color=colour(""), linewidth=PX)
    ax.margins(x=0.06, y=0.12)
    ax.spines["left"].set_visible(False)


def wrapped(name: str) -> str:
    """A long name on two lines."""
    return name.replace(", ", ",\n") if len(name) > 22 else name


def drawn(ranking: Ranking, fig: Figure, narrow: bool) -> None:
    """One chart, labelled as those of the site."""
    fig.set_layout_engine("constrained")
    ax = fig.subplots()
    dots(ax, ranking)
    axes_labels(ax, "", "")
    ax.set_xlabel(LABEL, loc="right")


def finding(ranking: Ranking) -> str:
    """What the figure shows, above it."""
    name = ranking.laws[0].law.name
    name = name[0].upper() + name[1:]
    tied = [r.law.name for r in ranking.laws[1:] if r.tied]
    if tied:
        return (
            f"{name} costs least, within one standard error"
            f" of {', '.join(tied)}"
        )
    return f"{name} costs least, by more than its error"


def told(ranking: Ranking) -> str:
    """The figure in words."""
    said = [
        f"{r.law.name} {fixed(r.above)} ± {fixed(r.error)}"
        for r in ranking.laws[1:]
    ]
    rest = (
        f" Above it, in nats a row: {', '.join(said)}." if said else ""
    )
    return f"{finding(ranking)}.{rest}"


def figure(ranking: Ranking, name: str) -> str:
    """Inline SVG for a wide and for a narrow page."""
    high = HEAD + EACH * len(ranking.laws)
    draw = partial(drawn, ranking)
    return chart(draw, name, "column", (high, high), told(ranking))
