"""A second build starts from what is committed."""

import subprocess

import pytest

from snippets.build.verify import __main__ as verify


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A repository with a site, of which a build would make a copy."""
    root = tmp_path / "project"
    (root / "site").mkdir(parents=True)
    (root / "site" / "index.html").write_text("made")
    (root / ".gitignore").write_text("/site/\n")
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    for command in (
        ("init", "--quiet"),
        ("add", "."),
        (*who, "commit", "--quiet", "--message=a"),
    ):
        subprocess.run(("git", *command), cwd=root, check=True)
    monkeypatch.setattr(verify, "ROOT", root)
    monkeypatch.setattr(verify, "SITE", root / "site")
    return root


def rebuilt(text):
    """A build that writes this into the site of the clone."""

    def built(clone, warm):
        assert (clone / ".gitignore").is_file()
        (clone / "site").mkdir()
        (clone / "site" / "index.html").write_text(text)
        return ["Clocked(): seconds 1 ms, again 2 ms"]

    return built


@pytest.mark.parametrize(("text", "status"), [("made", 0), ("new", 1)])
def test_the_status_says_whether_all_bytes_came_again(
    project, monkeypatch, capsys, text, status
):
    monkeypatch.setattr(verify, "built", rebuilt(text))
    assert verify.main([]) == status
    said = capsys.readouterr().out
    assert f"1 files in site/, {status} differ" in said
    assert ("site/index.html differs: from" in said) == bool(status)
    assert "seconds 1 ms, again 2 ms" in said


def test_what_is_not_committed_is_named(project, capsys):
    (project / "page.md").write_text("new")
    assert verify.main([]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "page.md is not committed" in line


def test_without_a_site_there_is_nothing_to_compare(project, capsys):
    (project / "site" / "index.html").unlink()
    (project / "site").rmdir()
    assert verify.main([]) == 1
    assert "make site" in capsys.readouterr().err
