"""The reference has every public function, and what it says holds."""

from pathlib import Path

import pytest

from snippets.build import stamps, told
from snippets.build.reference import page, uses
from snippets.build.reference.entries import Entry, defined, entries

PARTS = entries()
ALL = [entry for each in PARTS.values() for entry in each]
MACHINE = ("dataset", "model", "likelihood", "elbo", "training")
MACHINE = (*MACHINE, "evaluation")
# Steps on the way to a likelihood, which is the one to be called.
INNER = {"Counts", "Discretised", "SharedGaussian", "positive"}
INNER |= {"log_beta", "log_mean_exp", "log_scale", "thin_bin"}


def entry(path):
    return next(each for each in ALL if each.path == path)


def test_the_parts_are_those_of_the_machine_and_what_readers_call():
    assert tuple(PARTS) == (*MACHINE, "yours")


def test_every_public_function_of_the_machine_is_told():
    modules = stamps.graph().find_descendants("snippets.vae")
    public = {
        f"{module}.{name}"
        for module in modules
        for name in defined(module)
        if name not in INNER
    }
    assert public - {each.path for each in ALL} == set()
    assert {name for m in modules for name in defined(m)} >= INNER


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.path)
def test_an_entry_names_what_exists_and_tells_all_of_it(each):
    assert each.name in defined(each.module)
    assert each.unit
    assert each.errors
    assert (Path("docs") / each.source.partition("#")[0]).is_file()


def test_a_page_that_shows_the_code_uses_it():
    found = uses.used_on(entry("snippets.vae.evaluation.log_evidence"))
    assert "vae/evaluation.md" in found


def test_a_section_shows_only_what_stands_in_it():
    text = '--8<-- "snippets/vae/evaluation.py:evidence"'
    path = "snippets.vae.evaluation."
    assert uses.shows(text, entry(f"{path}log_evidence"))
    assert not uses.shows(text, entry(f"{path}evaluate"))
    whole = '--8<-- "snippets/vae/evaluation.py"'
    assert uses.shows(whole, entry(f"{path}evaluate"))


def test_a_claim_that_computes_with_it_uses_it():
    path = "snippets.measures.reductions.implied_variance"
    found = uses.used_on(entry(path))
    assert "why_not_mse/squared_error_is_a_gaussian.md" in found
    assert "why_bernoulli/the_picture_is_a_mean.md" not in found


def test_a_lab_uses_what_it_imports():
    found = uses.used_on(entry("snippets.choose.looking.look"))
    assert "labs/bring_your_own_data.md" in found


def test_a_likelihood_is_used_where_a_run_names_it():
    path = "snippets.vae.families.counts.Categorical"
    found = uses.used_on(entry(path))
    assert "why_not_mse/likelihoods_on_one_sample_space.md" in found


def test_many_pages_stand_behind_their_number():
    pages = [str(p.relative_to("docs")) for p in told.pages(Path())]
    assert page.listed([]) == "no page by itself"
    assert page.listed(pages[:3]).count(" · ") == 2
    assert page.listed(pages[:4]).startswith("<details><summary>4 p")


def test_an_entry_becomes_a_directive_and_a_list():
    each = Entry("a.b.C", "nats", "none", "vae/elbo.md", ("d",))
    text = page.markdown(entry("snippets.vae.elbo.rate"))
    assert (each.module, each.name) == ("a.b", "C")
    assert text.startswith("::: snippets.vae.elbo.rate\n")
    assert "[The bound](vae/elbo.md#eq:elbo-rate)" in text


def test_all_of_it_is_written():
    written = page.files()
    assert len(written) == len(PARTS)
    text = b"".join(written.values()).decode()
    assert text.count("::: snippets.") == len(ALL)
