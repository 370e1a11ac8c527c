"""The ruler and the hidden variance, by mouse, finger and keys."""

import pytest

from tests.hands import HANDS, SCHEMES, corner, numbers, summary


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("hand", HANDS)
def test_the_forecast_of_the_ruler_is_dragged(live, hand, scheme):
    move, options = HANDS[hand]
    page, ruler = live("loss-ruler", color_scheme=scheme, **options)
    left, top, width = corner(ruler.locator(".live-drag"))
    start, end = (
        (left + 40 + m * (width - 50), top + 90) for m in (0.2, 0.6)
    )
    move(page, start, end)
    assert numbers(summary(ruler))[:2] == [0.9, 0.6]
    cells = ruler.locator("tbody td").all_inner_texts()
    assert cells[:2] == ["0.226", "−0.30"]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_target_of_the_ruler_is_dragged(live, scheme):
    move, options = HANDS["mouse"]
    page, ruler = live("loss-ruler", color_scheme=scheme, **options)
    left, top, width = corner(ruler.locator(".live-drag"))
    start, end = (
        (left + 40 + x * (width - 50), top + 208) for x in (0.9, 0.5)
    )
    move(page, start, end)
    assert numbers(summary(ruler))[:2] == [0.5, 0.2]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_ruler_is_moved_by_keys(live, scheme):
    page, ruler = live("loss-ruler", color_scheme=scheme)
    ruler.get_by_role("slider", name="forecast m").focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    ruler.get_by_role("slider", name="variance σ²").press("End")
    said = summary(ruler)
    assert numbers(said)[:2] == [0.9, 0.25]
    assert "σ² = 1/32" in said


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("hand", ["mouse", "finger", "keys"])
def test_a_mean_over_pixels_switches_all_off(live, hand, scheme):
    touch = {"has_touch": True} if hand == "finger" else {}
    page, hidden = live("hidden-variance", color_scheme=scheme, **touch)
    error = hidden.get_by_role("group", name="Error, over its pixels")
    mean = error.get_by_role("radio", name="mean")
    assert numbers(summary(hidden)) == [23, 784]
    if hand == "keys":
        error.get_by_role("radio", name="sum", exact=True).focus()
        page.keyboard.press("ArrowRight")
    else:
        mean.click() if hand == "mouse" else mean.tap()
    assert numbers(summary(hidden)) == [392, 784]


def test_a_weight_that_is_no_number_is_refused(live):
    _, hidden = live("hidden-variance")
    weight = hidden.get_by_label("weight of the KL")
    weight.fill("-1")
    assert weight.get_attribute("aria-invalid") == "true"
    assert "σ² = ½" in summary(hidden)
    weight.fill("3")
    assert "σ² = 1.5" in summary(hidden)


def test_beside_a_cross_entropy_the_mean_is_a_beta(live):
    _, hidden = live("hidden-variance")
    hidden.get_by_label("As people write it").select_option("MSE + KL")
    hidden.get_by_role("radio", name="cross-entropy").check()
    assert "β = 784: each pixel counts as 1/784" in summary(hidden)
