"""STIX Two Math, cut down to the signs that these pages may use."""

import io
from importlib.util import find_spec
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.otTables import Lookup

# Found, not imported: of ziamath only its font is wanted.
PACKAGE = Path(find_spec("ziamath").origin).parent
FILE = PACKAGE / "fonts" / "STIXTwoMath-Regular.ttf"

OPERATORS = "±×÷·∓∗∘⋅∑∏∫∂∇√∞∝∼≃≅≈≠≡≤≥≪≫∈∉∋⊂⊆∪∩∖∅∀∃¬∧∨⊕⊗⊥∣∥|‖′″†…⋯⋮⋱−"
ARROWS = "←↑→↓↔↦⇐⇒⇔⟶⟵⟹⟺⟸↗↘"
DELIMITERS = "⌈⌉⌊⌋⟨⟩⟦⟧⏞⏟⎴⎵"
ACCENTS = "ˆˇ˘˙˜¯´`¨→⃗^~‾\u0302\u0303\u0304\u0305\u0307\u20d7"
LETTERS = "ℎℓℒℕℝℤℙℚℂℬℰℱℋℐℳℛℊℯℴ"
SPACES = "\u2009\u200a\u2005\u2004\u2003\u2002\u00a0\u2061\u2062"
RANGES = (
    (0x20, 0x7E),  # ASCII
    (0x391, 0x3A9),  # Greek capitals
    (0x3B1, 0x3C9),
    (0x3D1, 0x3D1),  # the other theta, phi, epsilon
    (0x3D5, 0x3D5),
    (0x3F5, 0x3F5),
    (0x1D400, 0x1D433),  # bold: vectors
    (0x1D434, 0x1D467),  # italic: MathML's <mi> turns letters to it
    (0x1D468, 0x1D49B),  # bold italic
    (0x1D49C, 0x1D4B5),  # script capitals
    (0x1D538, 0x1D550),  # double-struck capitals
    (0x1D6E2, 0x1D71B),  # italic Greek
    (0x1D7D9, 0x1D7D9),  # double-struck 1: indicator
)

# What stands as an index: digits, primes, italic letters and Greek.
INDICES = (
    *range(0x30, 0x3A),
    0x2032,
    0x2033,
    0x210E,
    *range(0x1D44E, 0x1D455),
    *range(0x1D456, 0x1D468),
    *range(0x1D6FC, 0x1D71B),
)


def signs() -> set[int]:
    """The code points kept; more than used, so a page may add some."""
    kinds = (OPERATORS, ARROWS, DELIMITERS, ACCENTS, LETTERS, SPACES)
    ranges = [range(low, high + 1) for low, high in RANGES]
    return set(map(ord, "".join(kinds))).union(*ranges)


def _options() -> Options:
    options = Options()
    # ssty: signs drawn for use as an index; the others: accents.
    options.layout_features = ["kern", "ssty", "dtls", "flac", "ccmp"]
    options.name_IDs = [0, 1, 2, 13, 14]  # with its licence
    options.notdef_outline = True
    options.hinting = False
    return options


def _fewer_index_forms(font: TTFont) -> None:
    """Two such forms of every sign would double the font."""
    names = font.getBestCmap()
    wanted = {names[code] for code in INDICES}
    table = font["GSUB"].table
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "ssty":
            for number in record.Feature.LookupListIndex:
                _keep(table.LookupList.Lookup[number], wanted)


def _keep(lookup: Lookup, wanted: set[str]) -> None:
    for part in lookup.SubTable:
        kept = wanted & part.alternates.keys()
        part.alternates = {
            name: part.alternates[name][:1] for name in sorted(kept)
        }


def math_font() -> bytes:
    """The font as woff2; stretched brackets and roots come along.

    The bytes depend on the installed packages and nothing else.
    """
    # Without recalcTimestamp the time of day would be written in.
    font = TTFont(FILE, recalcTimestamp=False)
    _fewer_index_forms(font)
    subsetter = Subsetter(_options())
    subsetter.populate(unicodes=signs())
    subsetter.subset(font)
    font.flavor = "woff2"
    file = io.BytesIO()
    font.save(file)
    return file.getvalue()
