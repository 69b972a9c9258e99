"""规则的性质：多知道一点，已证实的不会变少，最多的不会变多；分值从不越界；比例算得一分不差。"""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scoring.made_county import between, county, known
from scoring.made_part import part

from anju.kernel.outcome import NotApplicable
from anju.measures._resolve import ABSENT, SumValue
from anju.policy.scheme import SCALE, Part, points_text
from anju.scoring.rules import _bands
from anju.scoring.rules._goals import shared_out
from anju.scoring.rules.surveyed import sample_needed
from anju.scoring.scheme_check import RULES
from anju.scoring.scored import Scored, percent, portion

OFFSET = [
    {"above": "1.05", "points": "0"},
    {"from": "0.95", "points": "1"},
    {"from": "0.5", "points": "0.25", "until": "0.75"},
    {"from": "0", "points": "0"},
]
RISING = [
    {"from": "0.9", "points": "10"},
    {"from": "0.8", "points": "8", "until": "10"},
    {"from": "0.6", "points": "4", "until": "8"},
    {"from": "0", "points": "0"},
]
PARTS = {
    "proportional": part("proportional", measure="funds.execution_rate", points="5"),
    "bands": part("bands", measure="quantities.households", points="1", bands=OFFSET),
    "surveyed": part(
        "surveyed", measure="survey.satisfaction", points="10", bands=RISING, frame="households", short_share="1/2"
    ),
    "checklist": part(
        "checklist", measure="institutions.present", points="3.5", entries={"领导小组": "2", "专账": "1.5"}
    ),
    "steps": part(
        "steps", measure="funds.channels", points="2", positive=["bond", "utility", "social"], steps={1: "1", 3: "2"}
    ),
    "deduct": part(
        "deduct",
        measure="funds.audit",
        points="5",
        needs="audits",
        deductions=[{"sum": "findings", "each": "2"}, {"sum": "serious", "all": True}],
    ),
    "gate": part("gate", measure="consent.plan_consented", points="0", passed="passed", failed="failed", of="planned"),
}
COUNTS = st.integers(0, 400)


def names(each: Part) -> list[str]:
    return list(dict.fromkeys(RULES[each.rule].uses(each)))


@st.composite
def sums(draw: st.DrawFn) -> SumValue:
    """Unknown, open upwards, within bounds, or known."""
    low, more = draw(COUNTS), draw(st.none() | st.integers(0, 200))
    return draw(st.sampled_from([ABSENT, known(low), between(low, None if more is None else low + more)]))


@st.composite
def settled(draw: st.DrawFn, value: SumValue) -> SumValue:
    """One of the values that the sum may turn out to have once everything is reported."""
    low = 0 if value.absent else value.low
    return known(draw(st.integers(low, low + 500 if value.high is None else value.high)))


def score(each: Part, values: dict[str, SumValue]) -> Scored:
    found: Scored = RULES[each.rule].score(each, county({each.measure or "": values}))
    return found


@pytest.mark.parametrize("rule", PARTS)
@given(data=st.data())
def test_points_stay_within_the_part_s_own(rule: str, data: st.DataObject) -> None:
    each = PARTS[rule]
    found = score(each, {name: data.draw(sums(), name) for name in names(each)})
    assert 0 <= found.low <= found.high <= each.points


@pytest.mark.parametrize("rule", PARTS)
@given(data=st.data())
def test_whatever_is_reported_lies_between_confirmed_and_at_most(rule: str, data: st.DataObject) -> None:
    each = PARTS[rule]
    partly = {name: data.draw(sums(), name) for name in names(each)}
    fully = {name: data.draw(settled(value), name) for name, value in partly.items()}
    before, after = score(each, partly), score(each, fully)
    assume(not isinstance(after.outcome, NotApplicable))
    assert before.low <= after.low == after.high <= before.high


@pytest.mark.parametrize("rule", PARTS)
@given(data=st.data())
def test_one_more_fact_never_lowers_confirmed_nor_raises_at_most(rule: str, data: st.DataObject) -> None:
    each = PARTS[rule]
    before = {name: data.draw(sums(), name) for name in names(each)}
    told = data.draw(st.sampled_from(names(each)))
    after = {**before, told: data.draw(settled(before[told]))}
    less, more = score(each, before), score(each, after)
    assume(not isinstance(more.outcome, NotApplicable))
    assert less.low <= more.low
    assert more.high <= less.high


@given(done=st.integers(-50, 10**9), whole=st.integers(1, 10**9), points=st.integers(0, 100 * SCALE))
def test_proportional_is_the_exact_share_rounded_once(done: int, whole: int, points: int) -> None:
    each = part("proportional", measure="funds.execution_rate", points=points_text(points))
    found = score(each, {"paid": known(done), "allocated": known(whole)})
    share = min(max(Fraction(done, whole), Fraction(0)), Fraction(1))
    assert found.low == found.high == floor(points * share + Fraction(1, 2))


@st.composite
def bands(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Sound bands, whether they rise, fall or jump."""
    starts = draw(st.lists(st.integers(1, 12), max_size=4, unique=True).map(lambda s: sorted(s, reverse=True)))
    worth = st.integers(0, 6)
    found: list[dict[str, Any]] = []
    for start in [*starts, 0]:
        key = draw(st.sampled_from(["from", "above"])) if start else "from"
        band = {key: f"{start}/10", "points": str(draw(worth))}
        found.append(band | ({"until": str(draw(worth))} if found and draw(st.booleans()) else {}))
    return found


def points_at(written: list[dict[str, Any]], share: Fraction) -> Fraction:
    """What a share earns, told from the words of the scheme and not from the code."""
    above = None
    for band in written:
        start = Fraction(band.get("from", band.get("above")))
        if share > start or (share == start and "from" in band):
            if "until" not in band or above is None:
                return Fraction(band["points"])
            way = (share - start) / (above - start)
            return Fraction(band["points"]) * (1 - way) + Fraction(band["until"]) * way
        above = start
    raise AssertionError(share)


@given(written=bands(), ends=st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted), open_=st.booleans())
def test_the_span_of_bands_is_what_trying_every_share_finds(
    written: list[dict[str, Any]], ends: list[int], open_: bool
) -> None:
    best = max(int(text) for band in written for text in (band["points"], band.get("until", "0")))
    each = part("bands", measure="quantities.households", points=str(best), bands=written)
    low, high = (Fraction(end, 20) for end in ends)
    least, most = _bands.span(_bands.read(each), low, None if open_ else high)
    last, hair = Fraction(2) if open_ else high, Fraction(1, 10**6)
    tried = {low, last, *(Fraction(step, 40) for step in range(81) if low <= Fraction(step, 40) <= last)}
    tried |= {share + step for share in tried for step in (hair, -hair) if low <= share + step <= last}
    earned = [points_at(written, share) * SCALE for share in tried]
    steepest = 10 * 6 * SCALE * hair
    assert least <= min(earned) <= least + steepest
    assert most - steepest <= max(earned) <= most


@given(st.integers(0, 100 * SCALE), st.lists(st.integers(0, 50 * SCALE), min_size=1, max_size=12))
def test_points_are_shared_out_to_the_last(points: int, weights: list[int]) -> None:
    found = shared_out(points, list(weights))
    assert found is not None
    assert sum(found) == points
    total = sum(weights)
    for share, weight in zip(found, weights, strict=True):
        exact = Fraction(points * weight, total) if total else Fraction(points, len(weights))
        assert abs(share - exact) <= 1
        assert share >= 0


@given(st.integers(0, 100), st.lists(st.none() | st.integers(-3, 3), min_size=1, max_size=5))
def test_points_are_not_shared_out_by_weights_nobody_knows(points: int, weights: list[int | None]) -> None:
    given_ = [weight for weight in weights if weight is not None]
    clear = not given_ or (len(given_) == len(weights) and min(given_) >= 0)
    assert (shared_out(points, weights) is not None) == clear


@given(frame=st.integers(1, 10**6))
def test_the_sample_needed_is_the_smallest_whole_one(frame: int) -> None:
    n0 = Fraction("384.16")
    needed, exact = sample_needed(frame, n0), n0 / (1 + (n0 - 1) / frame)
    assert needed - 1 < exact <= needed
    assert 1 <= needed <= min(frame, 385)


def test_the_sample_of_the_county_s_own_size() -> None:
    assert sample_needed(776, Fraction("384.16")) == 258


@given(points=st.integers(0, 10**7), share=st.fractions(0, 1))
def test_a_portion_is_rounded_half_up(points: int, share: Fraction) -> None:
    assert portion(points, share) == floor(points * share + Fraction(1, 2))


@pytest.mark.parametrize(
    ("share", "places", "text"),
    [
        (Fraction(1, 3), 2, "33.33%"),
        (Fraction(1, 2), 2, "50%"),
        (Fraction(1, 8), 2, "12.5%"),
        (Fraction(0), 2, "0%"),
        (Fraction(10), 2, "1000%"),
        (Fraction(2, 3), 0, "67%"),
        (Fraction(1, 1), 0, "100%"),
        (Fraction(1, 100_000), 2, "0%"),
    ],
)
def test_a_percentage_keeps_no_trailing_zeros(share: Fraction, places: int, text: str) -> None:
    assert percent(share, places) == text
