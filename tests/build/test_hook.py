"""Whatever goes wrong ends the build in one line."""

import sys
from types import SimpleNamespace

import pytest
from mkdocs.exceptions import Abort, BuildError

from snippets.build import hook

KNOWN = {"claim": {"value": "0.3", "part": {"deep": "1"}}}


def configured(tmp_path):
    return SimpleNamespace(
        config_file_path=str(tmp_path / "mkdocs.yml")
    )


def command(text):
    return (sys.executable, "-c", text)


def test_the_build_runs_beside_the_configuration(monkeypatch, tmp_path):
    write = "open('ran', 'w').close()"
    monkeypatch.setattr(hook, "COMMAND", command(write))
    hook.on_config(configured(tmp_path))
    assert (tmp_path / "ran").exists()


def test_a_failed_build_stops_the_site(monkeypatch, tmp_path):
    monkeypatch.setattr(hook, "COMMAND", command("raise SystemExit(3)"))
    with pytest.raises(Abort, match="ended with 3"):
        hook.on_config(configured(tmp_path))


def test_the_build_comes_before_other_plugins():
    assert hook.on_config.mkdocs_priority > 0


def test_the_style_of_mkdocstrings_is_left_out():
    ours = "assets/style/code.css"
    config = SimpleNamespace(extra_css=[hook.REFERENCE_STYLE, ours])
    hook.on_pre_build(config)
    assert config.extra_css == [ours]


@pytest.mark.parametrize(
    "text",
    ["[[ claim.value ]]", "[[claim.part.deep]]", "a[[0]]", "[x](y)"],
)
def test_a_measured_number_passes(text):
    hook.check_numbers(text, KNOWN)


@pytest.mark.parametrize(
    "name", ["claim.nope", "nope.value", "claim.value.more"]
)
def test_an_unmeasured_number_is_named(name):
    with pytest.raises(hook.UnknownNumber, match=name):
        hook.check_numbers(f"is [[ {name} ]] so", KNOWN)


def test_an_error_becomes_one_line():
    with pytest.raises(Abort) as caught:
        hook.on_build_error(ValueError("first\n  second"))
    assert caught.value.message == "Aborted: ValueError: first second"


def test_an_error_shows_no_traceback_of_its_cause():
    with pytest.raises(Abort) as caught:
        hook.on_build_error(ValueError("why"))
    assert caught.value.__suppress_context__


@pytest.mark.parametrize("error", [Abort("x"), BuildError("x")])
def test_an_error_of_mkdocs_has_its_own_line(error):
    assert hook.on_build_error(error) is None
