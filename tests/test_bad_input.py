"""Bad input ends in one clear line and a non-zero exit."""

import pytest

CLAIM = "docs/why_bernoulli/cross_entropy_is_bernoulli.md"
SUPPORT = """
import torch
from snippets.vae.families import likelihood


def measure():
    law = likelihood("bernoulli", 1, None)
    return law.log_prob(torch.full((1, 4), 0.3), torch.zeros(1, 4, 1))
"""


def refuses(said, *parts):
    """One line has all parts, and no traceback stands beside it."""
    assert "Traceback" not in said
    lines = [line for line in said.splitlines() if parts[0] in line]
    assert lines, f"{parts[0]!r} is not in:\n{said}"
    for part in parts:
        assert any(part in line for line in lines), (part, lines)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "\n[[ index.nowhere ]]\n",
            ["index.nowhere", "nothing measured"],
        ),
        (
            '\n--8<-- "docs/generated/index/none.html"\n',
            ["docs/generated/index/none.html", "could not be found"],
        ),
        ("\n[^n]: [@nobody2020]\n", ["@nobody2020", "references.bib"]),
        ("\n$$\\frac{1}{$$\n", ["bad TeX", "frac"]),
        ("\n$\\eqref{eq:none}$\n", ["eq:none", "has no equation"]),
        ("\n[there](nowhere.md)\n", ["nowhere.md", "not found"]),
        ("\n[there](#nowhere)\n", ["#nowhere", "no such anchor"]),
        ("\n![a](../generated/none.png)\n", ["none.png", "not found"]),
    ],
    ids=[
        "unknown number",
        "missing figure",
        "unknown work",
        "bad TeX",
        "unknown equation",
        "dead link",
        "dead anchor",
        "missing picture",
    ],
)
def test_a_broken_page_stops_the_build_and_is_named(copy, text, parts):
    copy.append(CLAIM, text)
    status, said = copy.run("mkdocs", "build", "--strict")
    assert status != 0
    refuses(said, *parts)
    assert "cross_entropy_is_bernoulli.md" in said


def test_damaged_weights_stop_a_build_that_may_not_train(copy):
    weights = (copy.cache / "weights").resolve()
    (copy.cache / "weights").unlink()
    (copy.cache / "weights").mkdir()
    for path in weights.iterdir():
        kept = path.read_bytes()
        (copy.cache / "weights" / path.name).write_bytes(kept[:-1])
    status, said = copy.run(
        "snippets.build", "--no-train", "--claim", "index"
    )
    assert status == 1
    refuses(said, "is damaged", "make site")
    assert len(said.splitlines()) == 1


def test_missing_weights_stop_a_build_that_may_not_train(copy):
    (copy.cache / "weights").unlink()
    status, said = copy.run(
        "snippets.build", "--no-train", "--claim", "index"
    )
    assert status == 1
    refuses(said, "models are not trained", "--no-train")
    assert len(said.splitlines()) == 1


def test_data_out_of_support_stop_the_claim_that_uses_them(copy):
    copy.append("snippets/pages/index.py", SUPPORT)
    status, said = copy.run("snippets.build", "--claim", "index")
    assert status == 1
    refuses(said, "0.3", "is not 0 or 1", "index:", "binarise")
    assert len(said.splitlines()) == 1


def test_an_unknown_claim_is_refused_with_those_that_exist(copy):
    status, said = copy.run("snippets.build", "--claim", "nothing")
    assert status == 1
    refuses(said, "'nothing'", "mse_hides_a_variance")
    assert len(said.splitlines()) == 1
