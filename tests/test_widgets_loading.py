"""When the elements are fetched, and what stays where they are not."""

import pytest

from tests.chromium import SITE

ELEMENTS = (
    "loss-ruler",
    "hidden-variance",
    "latent-map",
    "one-sentence",
)
CLAIMS = {
    "loss-ruler": "why_not_mse/both_losses_aim_at_the_mean",
    "hidden-variance": "why_not_mse/mse_hides_a_variance",
    "latent-map": "why_bernoulli/the_gaussian_is_not_about_pixels",
    "one-sentence": "why_bernoulli/the_sentence_is_one_number",
}
PAGE = "playground/index.html"
BUDGET = 300_000  # bytes of weights


@pytest.mark.parametrize("name", ELEMENTS)
def test_the_element_stands_on_the_page_of_its_claim(live, name):
    _, element = live(name, path=f"{CLAIMS[name]}/index.html")
    assert element.locator(".live").count() == 1


@pytest.mark.parametrize("name", ELEMENTS)
def test_without_javascript_the_still_figure_is_there(visit, name):
    page, _, _ = visit(PAGE, java_script_enabled=False)
    assert page.locator(f"{name} svg.plot").first.is_visible()


@pytest.mark.parametrize("name", ELEMENTS)
def test_from_a_file_the_still_figure_stays(browser, name):
    page = browser.new_page()
    page.goto(f"file://{SITE / PAGE}")
    page.locator(name).scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    assert page.locator(f"{name} svg.plot").first.is_visible()
    assert page.locator(".live").count() == 0
    page.context.close()


def test_nothing_is_fetched_before_it_is_near(visit):
    page, _, requests = visit(PAGE)
    fetched = [url for url in requests if "/playground/" in url]
    assert not [url for url in fetched if url.endswith(".bin")]
    assert not [url for url in requests if "sentence.js" in url]
    page.locator("one-sentence").scroll_into_view_if_needed()
    page.locator("one-sentence.is-live").wait_for()
    assert any(url.endswith("/sentence.bin") for url in requests)


def test_all_weights_together_are_small():
    files = list((SITE / "generated/playground").glob("*.bin"))
    assert len(files) == 2
    assert sum(file.stat().st_size for file in files) <= BUDGET


@pytest.mark.parametrize("name", ELEMENTS)
def test_the_element_comes_back_after_it_was_taken_out(live, name):
    page, element = live(name)
    page.evaluate(
        """name => {
            const node = document.querySelector(name);
            const parent = node.parentNode;
            node.remove();
            parent.append(node);
        }""",
        name,
    )
    page.locator(f"{name}.is-live").wait_for()
    assert element.locator(".live").count() == 1


def test_the_element_lives_in_a_page_that_was_swapped_in(live):
    page, _ = live("loss-ruler")
    page.evaluate(
        """async address => {
            const text = await (await fetch(address)).text();
            const next =
                new DOMParser().parseFromString(text, "text/html");
            document.querySelector("main").replaceWith(
                next.querySelector("main"));
        }""",
        "../why_not_mse/mse_hides_a_variance/",
    )
    hidden = page.locator("hidden-variance")
    hidden.scroll_into_view_if_needed()
    page.locator("hidden-variance.is-live").wait_for()


def test_motion_is_left_out_where_it_is_unwanted(live):
    page, _ = live("latent-map", reduced_motion="reduce")
    places = page.evaluate(
        """() => new Promise((tell) => {
            const point = document.querySelector(
                ".live-plane > circle:last-child");
            const seen = new Set([point.getAttribute("cx")]);
            new MutationObserver(() =>
                seen.add(point.getAttribute("cx")),
            ).observe(point, { attributes: true });
            [...document.querySelectorAll("latent-map button")].find(
                (one) => one.textContent === "next image").click();
            setTimeout(() => tell([...seen]), 600);
        })"""
    )
    assert len(places) == 2
