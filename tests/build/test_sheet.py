"""One style sheet holds all parts, in their order."""

import re

import pytest

from snippets.build import sheet

PARTS = sheet.IMPORT.findall(sheet.SOURCE.read_text())
ADDRESS = re.compile(r'url\("([^":]+)"\)')


@pytest.fixture
def two(tmp_path):
    """A style sheet of two parts."""
    (tmp_path / "one.css").write_text("a { top: 0 }\n")
    (tmp_path / "two.css").write_text("/* Why. */\na { top: 1px }\n")
    source = tmp_path / "site.css"
    source.write_text('@import "one.css";\n@import "two.css";\n')
    return source


def test_a_later_part_comes_later(two):
    text = sheet.whole(two)
    assert text.replace("\n", "") == "a { top: 0 }a { top: 1px }"


def test_a_part_that_is_not_there_is_an_error(two):
    (two.parent / "two.css").unlink()
    with pytest.raises(FileNotFoundError, match=r"two\.css"):
        sheet.whole(two)


def test_every_part_is_imported_once():
    files = {path.name for path in sheet.SOURCE.parent.glob("*.css")}
    assert sorted(PARTS) == sorted(files - {sheet.SOURCE.name})


def test_no_import_and_no_comment_is_left():
    text = sheet.whole(sheet.SOURCE)
    assert not re.search(r"@import|/\*|\*/", text)


def test_an_address_leads_from_the_whole_where_it_led_from_a_part():
    addresses = ADDRESS.findall(sheet.whole(sheet.SOURCE))
    assert addresses
    for address in addresses:
        assert (sheet.FILE.parent / address).resolve().is_file()
