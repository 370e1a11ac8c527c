"""The settings of matplotlib that every figure shares."""

from cycler import cycler

from snippets.build.palette import INK, MUTED

PX = 0.75  # points in a CSS pixel; matplotlib counts in points
_TICK = {"size": 4 * PX, "width": PX, "pad": 5 * PX}
RC = {
    "axes.edgecolor": MUTED,
    "axes.facecolor": "none",
    "axes.labelcolor": MUTED,
    "axes.labelsize": 13 * PX,
    "axes.linewidth": PX,
    "axes.prop_cycle": cycler(color=[INK]),
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.xmargin": 0,
    "axes.ymargin": 0.04,
    "figure.facecolor": "none",
    "font.family": ["DejaVu Sans", "STIXGeneral"],
    "font.size": 13 * PX,
    "legend.frameon": False,
    "lines.dash_capstyle": "butt",
    "lines.linewidth": 2 * PX,
    "lines.markeredgewidth": 1.5 * PX,
    "lines.markersize": 7 * PX,
    "lines.solid_capstyle": "round",
    "svg.fonttype": "none",
    "text.color": INK,
    **{f"{a}tick.major.{k}": v for a in "xy" for k, v in _TICK.items()},
    **{f"{a}tick.minor.size": 0 for a in "xy"},
    **{f"{a}tick.color": MUTED for a in "xy"},
    **{f"{a}tick.labelsize": 12 * PX for a in "xy"},
}
