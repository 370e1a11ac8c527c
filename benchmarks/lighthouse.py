"""What Lighthouse says of three pages, as a phone would meet them.

`site/` is served with compression. Performance varies from run to
run; the median of several is printed, with the least and the most.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from urllib.request import urlopen

ROOT = Path(__file__).parents[1]
SITE = ROOT / "site"
LIGHTHOUSE = "lighthouse@12.8.2"
SERVER = "serve@14.2.5"  # compresses what it sends
PAGES = {
    "index": "",
    "claim": "why_not_mse/mse_hides_a_variance/",
    "playground": "playground/",
}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
RUNS = 3
CHROMIUM = (
    "--headless --no-sandbox --disable-gpu"
    " --disable-background-networking --disable-component-update"
)


class CannotMeasure(RuntimeError):
    """Something that Lighthouse needs is not there."""


def needed() -> str:
    """The path of Chromium. Raises CannotMeasure."""
    if not (SITE / "index.html").is_file():
        raise CannotMeasure("there is no site/ yet: make site")
    if shutil.which("npx") is None:
        raise CannotMeasure("there is no npx: install Node.js")
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    raise CannotMeasure("there is no Chromium: install chromium")


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def serve(port: int) -> subprocess.Popen:
    """The server, once it answers."""
    command = ["npx", "--yes", SERVER, "--no-clipboard", str(SITE)]
    server = subprocess.Popen(
        [*command, "--listen", f"tcp://127.0.0.1:{port}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    until = time.monotonic() + 60
    while server.poll() is None and time.monotonic() < until:
        try:
            urlopen(f"http://127.0.0.1:{port}/").close()
        except OSError:
            time.sleep(0.2)
        else:
            return server
    server.kill()
    raise CannotMeasure(f"{SERVER} did not start")


def one_run(address: str, chromium: str) -> dict:
    """Lighthouse's report of a page."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        options = [
            "--quiet",
            "--output=json",
            f"--output-path={report}",
            f"--only-categories={','.join(CATEGORIES)}",
            f"--chrome-flags={CHROMIUM}",
        ]
        subprocess.run(
            ["npx", "--yes", LIGHTHOUSE, address, *options],
            check=True,
            env={**os.environ, "CHROME_PATH": chromium},
        )
        return json.loads(report.read_text())


def figures(reports: list[dict]) -> str:
    """Each category: median, and how far the runs lie apart."""
    cells = []
    for name in CATEGORIES:
        scores = [
            round(100 * report["categories"][name]["score"])
            for report in reports
        ]
        apart = f"({min(scores)}-{max(scores)})"
        cells.append(f"{median(scores):>4.0f} {apart:>9}")
    return "  ".join(cells)


def weight(report: dict) -> float:
    """Bytes that came over the wire, in kB."""
    audit = report["audits"]["total-byte-weight"]
    return audit["numericValue"] / 1000


def missed(reports: list[dict]) -> set[str]:
    """The audits that cost points in any category but performance."""
    return {
        audit["id"]
        for report in reports
        for name in CATEGORIES[1:]
        for entry in report["categories"][name]["auditRefs"]
        if entry["weight"]
        and (audit := report["audits"][entry["id"]])["score"] == 0
    }


def main() -> int:
    """Print a line a page; the exit status."""
    try:
        chromium, port = needed(), free_port()
        server = serve(port)
    except CannotMeasure as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    print(f"{'page':12}", *(f"{name:>14}" for name in CATEGORIES))
    try:
        for name, path in PAGES.items():
            address = f"http://127.0.0.1:{port}/{path}"
            reports = [one_run(address, chromium) for _ in range(RUNS)]
            told = f"{name:12} {figures(reports)}"
            size = f"{weight(reports[0]):6.0f} kB"
            print(told, size, *sorted(missed(reports)), flush=True)
    finally:
        os.killpg(server.pid, 15)
    return 0


if __name__ == "__main__":
    sys.exit(main())
