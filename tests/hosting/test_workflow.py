"""The workflow that publishes: little may happen, by fixed actions."""

import re

import pytest
import yaml

from snippets.store import ROOT

TEXT = (ROOT / ".github/workflows/site.yml").read_text()
FLOW = yaml.safe_load(TEXT)
WHEN = FLOW[True]  # YAML reads the bare word `on` as true
BUILD, DEPLOY = FLOW["jobs"]["build"], FLOW["jobs"]["deploy"]
STEPS = [*BUILD["steps"], *DEPLOY["steps"]]
ACTIONS = [step for step in STEPS if "uses" in step]


def using(action):
    """The steps that use this action."""
    found = [s for s in ACTIONS if s["uses"].startswith(f"{action}@")]
    assert found, f"no step uses {action}"
    return found


@pytest.mark.parametrize("step", ACTIONS, ids=lambda step: step["uses"])
def test_every_action_is_the_platforms_own_and_pinned(step):
    name, pin = step["uses"].split("@")
    assert name.startswith("actions/")
    assert re.fullmatch("[0-9a-f]{40}", pin)
    # A person reads the version, a machine the hash.
    assert re.search(rf"{pin}  # v\d+\.\d+\.\d+$", TEXT, flags=re.M)


def test_an_action_has_one_pin():
    pins = {step["uses"].rsplit("@")[0]: set() for step in ACTIONS}
    for step in ACTIONS:
        name, pin = step["uses"].split("@")
        pins[name].add(pin)
    assert all(len(each) == 1 for each in pins.values())


def test_no_job_may_do_more_than_it_needs():
    assert FLOW["permissions"] == {}
    assert BUILD["permissions"] == {"contents": "read", "pages": "read"}
    wanted = {"pages": "write", "id-token": "write"}
    assert DEPLOY["permissions"] == wanted


def test_no_step_leaves_a_credential_behind():
    for step in using("actions/checkout"):
        assert step["with"]["persist-credentials"] is False


def test_a_pull_request_is_built_and_never_deployed():
    assert "pull_request" in WHEN
    assert "pull_request_target" not in WHEN
    assert "refs/heads/main" in DEPLOY["if"]
    assert "pull_request" not in DEPLOY["if"]
    for step in using("actions/configure-pages"):
        assert "pull_request" not in step["if"]
    for step in using("actions/upload-pages-artifact"):
        assert "steps.pages.outcome == 'success'" in step["if"]


def test_weights_are_found_by_their_exact_name_or_not_at_all():
    assert not re.search(r"^\s*restore-keys", TEXT, flags=re.M)
    key = "${{ steps.trained.outputs.name }}"
    restored = using("actions/cache/restore")
    saved = using("actions/cache/save")
    for step in restored + saved:
        assert step["with"]["key"].endswith(key)
        paths = step["with"]["path"].split()
        assert paths == [".cache/weights", ".cache/records"]
    named = next(s for s in STEPS if s.get("id") == "trained")
    assert "snippets.build --fingerprint" in named["run"]


def test_once_a_week_all_is_built_from_nothing():
    minute, hour, day, month, weekday = WHEN["schedule"][0][
        "cron"
    ].split()
    assert (day, month) == ("*", "*")
    assert weekday.isdigit()
    assert minute.isdigit()
    assert hour.isdigit()
    for step in using("actions/cache/restore"):
        assert step["if"] == "github.event_name != 'schedule'"


def test_it_tests_as_everybody_does():
    runs = [step.get("run") for step in BUILD["steps"]]
    assert "bash .ci/run" in runs


def test_the_audit_reports_and_stops_nothing():
    audit = next(s for s in STEPS if s.get("run") == "make audit")
    assert audit["continue-on-error"] is True


def test_no_text_from_outside_enters_a_shell():
    for step in STEPS:
        assert "${{" not in step.get("run", "")
