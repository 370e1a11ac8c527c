"""Three pulls on a pixel of paper, and what becomes of trainings."""

from functools import partial

from snippets.build.style import chart
from snippets.figures.parts import mismatch_courses, mismatch_pulls

PULLS = (
    "How hard three losses pull on a pixel of paper. Against the logit"
    " cross-entropy rises to 1 and stays there; squared error behind a"
    " sigmoid rises to 0.30 at logit 0.69 and falls to nearly 0 at"
    " logit 10. Against the mean, cross-entropy and squared error with"
    " a linear output are straight lines; only squared error behind a"
    " sigmoid turns back."
)
COURSES = (
    "Squared error on test images against training steps. From the"
    " usual start, by plain gradient descent and by Adam, the curves of"
    " cross-entropy and squared error behind a sigmoid lie together."
    " From a start that is all ink, squared error behind a sigmoid"
    " stays far above the others by plain gradient descent. With Adam"
    " it falls as cross-entropy does, a little later; both linger near"
    " 0.08, while the linear output goes on falling."
)


def draw(found: dict) -> dict[str, str]:
    """Two charts."""
    return {
        "pulls.html": chart(
            partial(mismatch_pulls.pulls, found["curves"]),
            "pulls",
            "column",
            mismatch_pulls.HEIGHTS,
            PULLS,
        ),
        "courses.html": chart(
            partial(mismatch_courses.courses, found["courses"]),
            "courses",
            "column",
            mismatch_courses.HEIGHTS,
            COURSES,
        ),
    }
