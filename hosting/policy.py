"""`python -m hosting.policy site`: a strict policy for that site.

A Content-Security-Policy tells the browser what a page may load and
run. Scripts that stand in a page are named by their hashes, so the
policy is made from the built site, as a setting of nginx.
"""

import base64
import hashlib
import sys
from html.parser import HTMLParser
from pathlib import Path

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # figures hold their images
    "font-src": "'self'",
    "connect-src": "'self'",  # the search index, trained weights
    "worker-src": "'self'",  # the search
    "form-action": "'self'",  # the search, without scripts
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}


class AgainstPolicy(ValueError):
    """A page has something that the policy would take away."""


class Scripts(HTMLParser):
    """Collects the scripts that stand in one page."""

    def __init__(self, page: Path) -> None:
        """`page` is named in errors."""
        super().__init__()
        self.page = page
        self.found: list[str] = []
        self.inside = False

    def refuse(self, tag: str, what: str) -> None:
        """Raise `AgainstPolicy`."""
        raise AgainstPolicy(
            f"{self.page}: line {self.getpos()[0]}: <{tag}> has {what},"
            " which the policy forbids: use a file or a class"
        )

    def handle_starttag(self, tag: str, given: list) -> None:
        """Refuse what has no hash; begin a script."""
        attributes = dict(given)
        for name in attributes:
            if name == "style" or name.startswith("on"):
                self.refuse(tag, f"the attribute {name}")
        if (attributes.get("href") or "").startswith("javascript:"):
            self.refuse(tag, "a script as its address")
        if tag == "style":
            self.refuse(tag, "rules of its own")
        kind = attributes.get("type", "module")
        if tag == "script" and "src" not in attributes:
            self.inside = kind in {"module", "text/javascript"}
            self.found += [""] * self.inside

    def handle_endtag(self, tag: str) -> None:
        """A script ends."""
        self.inside = False

    def handle_data(self, data: str) -> None:
        """The text of a script, which may come in pieces."""
        if self.inside:
            self.found[-1] += data


def inline(page: Path) -> list[str]:
    """The scripts in a page. Raises `AgainstPolicy`."""
    parser = Scripts(page)
    parser.feed(page.read_text(encoding="utf-8"))
    return parser.found


def source(script: str) -> str:
    """How a policy names a script."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def policy(site: Path) -> str:
    """The policy for every page of `site`. Raises `AgainstPolicy`."""
    pages = sorted(site.rglob("*.html"))
    if not pages:
        raise FileNotFoundError(f"no page in {site}: make site first")
    hashes = {source(text) for page in pages for text in inline(page)}
    scripts = " ".join([POLICY["script-src"], *sorted(hashes)])
    rules = {**POLICY, "script-src": scripts}
    return "; ".join(f"{name} {said}" for name, said in rules.items())


def setting(site: Path) -> str:
    """What nginx.conf includes: the variable $policy."""
    return f'map "" $policy {{ default "{policy(site)}"; }}\n'


def main(given: list[str]) -> int:
    """Print the setting for a folder; the exit status."""
    if len(given) != 1:
        print("usage: python -m hosting.policy SITE", file=sys.stderr)
        return 2
    try:
        print(setting(Path(given[0])), end="")
    except (AgainstPolicy, FileNotFoundError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
