"""The cut font still sets the maths of these pages."""

import io

import pytest
from fontTools.ttLib import TTFont

from snippets.build import font


@pytest.fixture(scope="module")
def data():
    return font.math_font()


@pytest.fixture(scope="module")
def cut(data):
    return TTFont(io.BytesIO(data))


def test_the_font_is_small_and_packed(data):
    assert data[:4] == b"wOF2"
    assert len(data) < 60_000


def test_the_same_packages_give_the_same_bytes(data):
    assert font.math_font() == data


def test_every_sign_that_the_source_has_is_kept(cut):
    source = TTFont(font.FILE).getBestCmap()
    assert font.signs() & source.keys() <= cut.getBestCmap().keys()


@pytest.mark.parametrize("sign", "xσ𝑥𝜎ℎ𝜙𝐱𝔼ℝ𝒩∑∏∫√−≥∣∥⟨⏟̂′")
def test_a_sign_in_use_is_kept(cut, sign):
    assert ord(sign) in cut.getBestCmap()


@pytest.mark.parametrize("sign", "(){}[]|∥√∑⏟")
def test_a_bracket_still_grows(cut, sign):
    variants = cut["MATH"].table.MathVariants
    grown = {
        **dict.fromkeys(variants.VertGlyphCoverage.glyphs),
        **dict.fromkeys(variants.HorizGlyphCoverage.glyphs),
    }
    assert cut.getBestCmap()[ord(sign)] in grown


def test_an_index_keeps_its_own_form(cut):
    tags = {
        record.FeatureTag
        for record in cut["GSUB"].table.FeatureList.FeatureRecord
    }
    assert "ssty" in tags


def test_the_licence_stays_inside(cut):
    assert "Open Font License" in cut["name"].getDebugName(13)
