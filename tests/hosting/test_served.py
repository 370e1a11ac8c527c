"""What the server says besides the page: real nginx, our settings."""

import gzip
import re

import pytest

from hosting.policy import policy
from tests.hosting.server import SITE

FILES = sorted(
    str(path.relative_to(SITE))
    for path in SITE.rglob("*")
    if path.is_file()
)
HASHED = [
    name
    for name in FILES
    if re.search(r"\.[0-9a-f]{8}\.(min\.)?(css|js)$", name)
]
YEAR = "public, max-age=31536000, immutable"
KINDS = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "application/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".xml": "text/xml; charset=utf-8",
}


def last(kind):
    """One file of a kind."""
    return next(n for n in reversed(FILES) if n.endswith(kind))


@pytest.mark.parametrize("path", ["/", "/playground/", "/nothing"])
def test_every_answer_brings_the_policy(served, path):
    _, told, _ = served.get(path)
    assert told["content-security-policy"] == policy(SITE)
    assert told["x-content-type-options"] == "nosniff"
    assert told["referrer-policy"] == "same-origin"
    assert told["cross-origin-opener-policy"] == "same-origin"


def test_what_has_a_hash_in_its_name_is_kept_for_a_year(served):
    assert len(HASHED) >= 4
    for name in HASHED:
        status, told, _ = served.get(f"/{name}")
        assert (status, told["cache-control"]) == (200, YEAR), name


def test_nothing_else_is_kept_for_long(served):
    for name in set(FILES) - set(HASHED) - {"404.html"}:
        _, told, _ = served.get(f"/{name}")
        kept = "no-cache" if name.endswith(".html") else "max-age=600"
        assert told["cache-control"] == kept, name


@pytest.mark.parametrize("path", ["/", "/vae/elbo/"])
def test_a_page_is_asked_for_anew_and_seldom_sent(served, path):
    status, told, body = served.get(path)
    assert (status, told["cache-control"]) == (200, "no-cache")
    known = {"If-None-Match": told["etag"]}
    status, _, body = served.get(path, **known)
    assert (status, body) == (304, b"")


@pytest.mark.parametrize("kind", [".html", ".css", ".js", ".json"])
def test_text_is_compressed(served, kind):
    name = last(kind) if kind != ".html" else ""
    plain = served.get(f"/{name}")[2]
    _, told, packed = served.get(
        f"/{name}", **{"Accept-Encoding": "gzip"}
    )
    assert told["content-encoding"] == "gzip"
    assert told["vary"] == "Accept-Encoding"
    assert gzip.decompress(packed) == plain
    assert len(packed) < len(plain)


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_says_what_it_is(served, kind):
    path = "/" if kind == ".html" else f"/{last(kind)}"
    assert served.get(path)[1]["content-type"] == KINDS[kind]


def test_the_server_keeps_its_name_and_the_reader_stays_here(served):
    status, told, _ = served.get("/vae/elbo")
    assert (status, told["location"]) == (301, "/vae/elbo/")
    assert told["server"] == "nginx"


@pytest.mark.parametrize("path", ["/no", "/no/such/page/", "/404.html"])
def test_a_wrong_address_gets_our_page_and_says_so(served, path):
    status, told, body = served.get(path)
    assert status == 404
    assert told["cache-control"] == "no-cache"
    assert b"<h1>There is no such page</h1>" in body
    links = re.findall(r' (?:href|src)="(/[^"#]*)"', body.decode())
    assert len(links) > 20
    for link in set(links):
        assert served.get(link)[0] == 200, link
