"""What a code host and a citation manager read."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"))
# What version 1.2.0 of the Citation File Format asks for.
NEEDED = {"cff-version", "title", "message", "authors"}
KNOWN = {
    *NEEDED,
    *("abstract", "commit", "contact", "date-released", "doi"),
    *("identifiers", "keywords", "license", "license-url"),
    *("preferred-citation", "references", "repository", "type"),
    *("repository-artifact", "repository-code", "url", "version"),
}
KINDS = {"checkboxes", "dropdown", "input", "markdown", "textarea"}


def read(path):
    return yaml.safe_load((ROOT / path).read_text())


def project():
    text = (ROOT / "pyproject.toml").read_text()
    return tomllib.loads(text)["project"]


def test_the_citation_has_what_the_format_asks_for():
    cited = read("CITATION.cff")
    assert set(cited) >= NEEDED
    assert set(cited) <= KNOWN
    assert cited["cff-version"] == "1.2.0"
    assert cited["type"] in {"software", "dataset"}
    for author in cited["authors"]:
        person = {"family-names", "given-names"} & set(author)
        assert person or author["name"]
    assert len(set(cited["keywords"])) == len(cited["keywords"]) > 0
    for name in ("title", "message", "abstract"):
        assert isinstance(cited[name], str)


def test_the_citation_agrees_with_the_project():
    cited = read("CITATION.cff")
    assert str(cited["version"]) == project()["version"]
    assert cited["license"] == project()["license"]
    site = (ROOT / "mkdocs.yml").read_text()
    name = re.search(r"^site_name: (.+)$", site, flags=re.M)[1]
    assert cited["title"].startswith(name)


def test_the_changes_name_this_version_below_what_is_new():
    text = (ROOT / "CHANGELOG.md").read_text()
    titles = re.findall(r"^## (.+)$", text, flags=re.M)
    assert titles[:2] == ["Unreleased", project()["version"]]


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_for_issues_has_what_the_host_asks_for(path):
    form = yaml.safe_load(path.read_text())
    if path.stem == "config":
        assert form == {"blank_issues_enabled": True}
        return
    assert {"name", "description", "body"} <= set(form)
    fields = [
        part for part in form["body"] if part["type"] != "markdown"
    ]
    ids = [field["id"] for field in fields]
    assert len(set(ids)) == len(ids) >= 3
    for field in fields:
        assert field["type"] in KINDS
        assert field["attributes"]["label"]
        assert isinstance(field["validations"]["required"], bool)


def test_there_is_a_form_for_what_is_wrong_and_for_what_is_unclear():
    names = {
        read(path)["name"] for path in FORMS if path.stem != "config"
    }
    assert names == {"This page is wrong", "This is unclear"}
