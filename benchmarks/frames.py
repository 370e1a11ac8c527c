"""How smoothly the latent map moves: frames a second in Chromium.

The built site is opened headless, and the point of the map runs round
a circle, a step in each frame; both pictures are decoded each time.
Printed: frames a second, and the median milliseconds of a frame's work.
"""

import http.server
import shutil
import sys
import threading
from functools import partial
from pathlib import Path
from statistics import fmean, median, stdev

from playwright.sync_api import Page, sync_playwright

SITE = Path(__file__).parents[1] / "site"
FLAGS = ["--no-sandbox", "--disable-gpu"]
ROUNDS = 5
RUN = """() => new Promise((tell) => {
    const plane = document.querySelector(".live-plane");
    const box = plane.getBoundingClientRect();
    const stamps = [], works = [];
    const point = (kind, angle) => plane.dispatchEvent(
        new PointerEvent(kind, { pointerId: 1, bubbles: true,
            clientX: box.x + box.width * (0.5 + 0.4 * Math.cos(angle)),
            clientY: box.y + box.width * (0.5 + 0.4 * Math.sin(angle)),
        }));
    plane.setPointerCapture = () => {};
    point("pointerdown", 0);
    // The map asked for its frame before us, so it has drawn by now.
    const step = (now) => {
        works.push(performance.now() - now);
        stamps.push(now);
        if (stamps.length > 120) {
            point("pointercancel", 0);
            return tell({ works, took: now - stamps[0] });
        }
        point("pointermove", stamps.length / 10);
        requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
})"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the site, and prints nothing."""

    def log_message(self, *arguments: object) -> None:
        """No line for a request."""


def opened(page: Page, port: int) -> None:
    """The playground, once its map is live."""
    page.goto(f"http://127.0.0.1:{port}/playground/index.html")
    page.locator("latent-map").scroll_into_view_if_needed()
    page.locator("latent-map.is-live").wait_for()
    page.wait_for_timeout(500)


def say(name: str, values: list[float]) -> None:
    """A line: mean and standard deviation over the rounds."""
    print(f"{name:36} {fmean(values):7.2f} ± {stdev(values):.2f}")


def main() -> int:
    """Five rounds of 120 frames."""
    chromium = shutil.which("chromium")
    if not (chromium and (SITE / "playground").is_dir()):
        print("needs Chromium and a built site: make site")
        return 1
    handler = partial(Quiet, directory=SITE)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=FLAGS
        )
        page = browser.new_page()
        opened(page, server.server_port)
        rounds = [page.evaluate(RUN) for _ in range(ROUNDS)]
        browser.close()
    server.shutdown()
    say("frames a second", [120e3 / each["took"] for each in rounds])
    work = [median(each["works"]) for each in rounds]
    say("work of a frame, milliseconds", work)
    return 0


if __name__ == "__main__":
    sys.exit(main())
