"""What a built page holds, whatever theme is around it."""

from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

KINDS = ("anchors", "links", "figures", "maths", "words")
SILENT = {"svg", "script", "style"}  # their text is not prose


class Article(HTMLParser):
    """Counts what stands between <article> and </article>.

    `address` is that of the page, from the root of its site.
    """

    def __init__(self, address: str) -> None:
        """Nothing is found yet."""
        super().__init__()
        self.address = address
        self.found = {kind: Counter() for kind in KINDS}
        self.inside = 0
        self.silent = 0
        self.formula: list[str] | None = None

    def add(self, kind: str, *items: str | None) -> None:
        """One more of each item that is there."""
        self.found[kind].update(item for item in items if item)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        """What the attributes tell."""
        self.inside += tag == "article"
        if not self.inside:
            return
        self.silent += tag in SILENT
        given = dict(attrs)
        self.add("anchors", anchor(given))
        if tag == "a" and given.get("href"):
            self.add("links", urljoin(self.address, given["href"]))
        if tag == "img" or (tag, given.get("role")) == ("svg", "img"):
            self.add("figures", figure(given))
        if tag == "math":
            self.formula = []

    def handle_endtag(self, tag: str) -> None:
        """A formula is known by all that it says."""
        if tag == "math" and self.formula is not None:
            self.add("maths", " ".join("".join(self.formula).split()))
            self.formula = None
        if self.inside:
            self.silent -= tag in SILENT
        self.inside -= tag == "article"

    def handle_data(self, data: str) -> None:
        """Prose, unless it is a formula or part of a drawing."""
        if self.formula is not None:
            self.formula.append(data)
        elif self.inside and not self.silent:
            self.add("words", *data.split())


def anchor(given: dict[str, str | None]) -> str | None:
    """The id of it, unless it is one of the theme's own."""
    name = given.get("id")
    return None if name and name.startswith("__") else name


def figure(given: dict[str, str | None]) -> str:
    """The name by which both builds should know a picture."""
    names = ("alt", "aria-labelledby", "aria-label", "id")
    return next((given[n] for n in names if given.get(n)), "unnamed")


def pages(site: Path) -> dict[str, dict[str, Counter]]:
    """Path of each page below `site` -> kind -> what it holds."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        article = Article(f"/{name.removesuffix('index.html')}")
        article.feed(path.read_text(encoding="utf-8"))
        article.close()
        found[name] = article.found
    return found
