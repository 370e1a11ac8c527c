"""Examples small enough to be worked out by hand."""

import math

from snippets.words import fixed

DRY, DAYS = 0.9, 30  # a month of forecasts
SURE, UNSURE = 0.9, 0.1  # two codes, and the same two pixels in both


def month() -> dict[str, str]:
    """Thirty equal forecasts: the likeliest month is a rare one."""
    wet = round(DAYS * (1 - DRY))
    every, ways = DRY**DAYS, math.comb(DAYS, wet)
    usual = ways * (1 - DRY) ** wet * DRY ** (DAYS - wet)
    return {
        "days": str(DAYS),
        "dry": fixed(100 * DRY, 0),
        "wet": str(wet),
        "all_dry": fixed(100 * every, 0),
        "once_in": fixed(1 / every, 0),
        "less": fixed((DRY / (1 - DRY)) ** wet, 0),
        "ways": f"{ways:,}",
        "usual": fixed(100 * usual, 0),
    }


def two_codes() -> dict[str, str]:
    """Each code as often as the other, both pixels with one m."""
    each = (SURE, UNSURE)
    both, one = sum(m * m for m in each) / 2, sum(each) / 2
    return {
        "sure": fixed(SURE, 1),
        "unsure": fixed(UNSURE, 1),
        "both": fixed(both, 2),
        "unlinked": fixed(one * one, 2),
        "toy": fixed(both - one * one, 2),
    }
