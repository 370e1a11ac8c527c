"""Nothing is used without saying under which licence."""

import pytest

from snippets.build import licences
from snippets.build.licences import NoLicence, locked, said, table

LOCK = (
    "# by make\nfew==1.0 ; sys_platform == 'x' \\\n  --hash=sha256:0\n"
)


def test_every_locked_package_is_in_the_table():
    shown = licences.pages()["licences/list.md"].decode()
    rows = shown.splitlines()[2:]
    assert len(rows) == len(locked()) > 100
    for (name, version), row in zip(
        locked().items(), rows, strict=True
    ):
        assert row.startswith(f"| {name} | {version} | ")


def test_no_licence_is_empty_or_unknown():
    shown = licences.pages()["licences/list.md"].decode()
    for row in shown.splitlines()[2:]:
        licence = row.split("|")[3].strip()
        assert licence
        assert licence != "UNKNOWN"


def test_what_the_pages_carry_is_free_to_pass_on():
    assert said("mkdocs-material") == "MIT"


def test_both_locks_are_read(monkeypatch, tmp_path):
    monkeypatch.setattr(licences, "ROOT", tmp_path)
    for lock, package in zip(licences.LOCKS, "ab", strict=True):
        (tmp_path / lock).write_text(LOCK.replace("few", package))
    assert locked() == {"a": "1.0", "b": "1.0"}


def test_two_versions_of_a_package_are_both_named(
    monkeypatch, tmp_path
):
    monkeypatch.setattr(licences, "ROOT", tmp_path)
    for lock, version in zip(licences.LOCKS, ("1", "2"), strict=True):
        (tmp_path / lock).write_text(LOCK.replace("1.0", version))
    assert locked() == {"few": "1 or 2"}


def test_a_package_without_a_licence_stops_the_build():
    with pytest.raises(NoLicence, match="nowhere-to-be-found"):
        table({"nowhere-to-be-found": "1"}, {})


def test_what_was_read_by_hand_counts_where_metadata_are_silent():
    shown = table(
        {"nowhere-to-be-found": "1"}, {"nowhere-to-be-found": "X"}
    )
    assert "| nowhere-to-be-found | 1 | X |" in shown
