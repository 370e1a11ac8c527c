"""Asks the sites that our links name."""

from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from snippets.build.links.found import Link

SECONDS = 20
GONE = {404, 410}  # others may only dislike programs that ask


def answer(address: str) -> str | None:
    """Why nothing is there; None where something may be."""
    request = Request(address, headers={"User-Agent": "links"})
    try:
        with urlopen(request, timeout=SECONDS):
            return None
    except HTTPError as error:
        return f"is gone ({error.code})" if error.code in GONE else None
    except (OSError, HTTPException, ValueError) as error:
        return f"does not answer ({error})"


def asked(found: list[Link]) -> list[str]:
    """What the sites say, each address asked once."""
    outside = {
        each.target: each
        for each in found
        if urlsplit(each.target).netloc
    }
    with ThreadPoolExecutor(8) as pool:
        answers = pool.map(answer, outside)
    pairs = zip(outside.values(), answers, strict=True)
    return [f"{link} {said}" for link, said in pairs if said]
