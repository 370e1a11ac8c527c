"""What the page on links takes for granted of its trainings."""

from statistics import fmean

from snippets.measures.link_words import when


def check(found: dict) -> None:
    """What the prose says of the trainings, or an error."""
    courses = found["courses"]
    mean = {
        name: fmean(row[-1] for row in each["error"])
        for name, each in courses.items()
    }
    never = ("sgd_wrong_bell", "sgd_wrong_arctan", "adam_lost_bell")
    late = [when(courses[name]) for name in never]
    usual = [mean[f"adam_usual_{n}"] for n in ("coin", "bell", "line")]
    half = found["collapse"][1 / 2]
    if not (
        late == ["never"] * len(never)
        and usual[1] < usual[0] < usual[2]
        and mean["adam_wrong_line"]
        < found["mean_image"]
        < mean["adam_wrong_bell"]
        < mean["adam_wrong_coin"]
        and fmean(half["linear"]["rate"])
        < fmean(half["sigmoid"]["rate"]) * 1.1
        < fmean(courses["adam_usual_line"]["rate"]) / 2
    ):
        raise ValueError("the trainings say something else: look anew")
