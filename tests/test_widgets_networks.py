"""The map and the sentence, by mouse, finger and keys."""

import pytest

from tests.hands import HANDS, SCHEMES, corner, drawn, numbers, summary


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("hand", HANDS)
def test_the_point_of_the_map_follows(live, hand, scheme):
    move, options = HANDS[hand]
    page, element = live("latent-map", color_scheme=scheme, **options)
    left, top, width = corner(element.locator(".live-plane").first)
    middle = (left + width / 2, top + width / 2)
    move(page, (left + width / 4, top + width / 3), middle)
    assert "point (0.0, 0.0)" in summary(element)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("hand", HANDS)
def test_an_ellipse_is_taken_on_both_planes(live, hand, scheme):
    _, options = HANDS[hand]
    page, element = live("latent-map", color_scheme=scheme, **options)
    ellipse = element.locator(".live-plane").first.locator("ellipse")
    left, top, width = corner(ellipse.first)
    middle = (
        left + width / 2,
        top + ellipse.first.bounding_box()["height"] / 2,
    )
    if hand == "mouse":
        page.mouse.click(*middle)
    else:
        page.touchscreen.tap(*middle)
    said = summary(element)
    assert "Test image 13 of" not in said
    # Each plane's ring lies on the centre of its own ellipse.
    for plane in element.locator(".live-plane").all():
        ring = plane.locator("circle").last
        chosen = plane.locator("ellipse").last
        for name in ("cx", "cy"):
            at = float(chosen.get_attribute(name))
            found = float(ring.get_attribute(name))
            assert found == pytest.approx(at, abs=0.01)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_map_is_moved_by_keys(live, scheme):
    page, element = live("latent-map", color_scheme=scheme)
    element.get_by_role("button", name="next image").press("Enter")
    assert "Test image 14 of 40" in summary(element)
    plane = element.get_by_role("application").first
    ring = plane.locator("circle").last
    before = float(ring.get_attribute("cx"))
    plane.press("Shift+ArrowLeft")
    drawn(page)
    assert float(ring.get_attribute("cx")) < before - 10
    # Half a unit to the left of image 14, image 13 is the nearest.
    plane.press("Enter")
    assert "Test image 13 of 40" in summary(element)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("hand", HANDS)
def test_a_digit_is_drawn_on_the_pad(live, hand, scheme):
    move, options = HANDS[hand]
    page, sentence = live(
        "one-sentence", color_scheme=scheme, **options
    )
    sentence.get_by_role("button", name="clear").click()
    blank = summary(sentence)
    left, top, width = corner(sentence.locator(".live-pad"))
    middle = left + width / 2
    move(page, (middle, top + width / 4), (middle, top + width * 3 / 4))
    said = summary(sentence)
    note = sentence.get_by_text("pixels of ink").inner_text()
    assert 30 <= numbers(note)[0] <= 60
    assert numbers(said)[-3] != numbers(blank)[-3]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_stroke_is_drawn_by_keys(live, scheme):
    page, sentence = live("one-sentence", color_scheme=scheme)
    sentence.get_by_role("button", name="clear").press("Enter")
    pad = sentence.get_by_role("application")
    pad.press("Space")
    note = sentence.get_by_text("pixels of ink")
    drawn(page)
    assert numbers(note.inner_text()) == [1]
    for _ in range(3):
        pad.press("Shift+ArrowDown")
    assert "Row 18, column 15: ink" in summary(sentence)
    assert numbers(note.inner_text())[0] > 8


def test_the_live_number_is_that_of_the_still_figure(live):
    _, sentence = live("one-sentence")
    still = sentence.locator("svg.plot--full title").text_content()
    total = sentence.locator(".live-total").inner_text()
    assert numbers(still)[-1] == numbers(total)[0]
