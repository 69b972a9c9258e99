"""计票：整数交叉相乘与分数运算处处相同，逐行算和整列算处处相同。"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import ibis
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anju.consent.tally import Count, Rule, Share, carried, consistent, reached

TWO_THIRDS = Share(Fraction(2, 3))
ORDINARY = Rule(TWO_THIRDS, Share(Fraction(1, 2), strict=True))
SPECIAL = Rule(TWO_THIRDS, Share(Fraction(3, 4)))
NUMBERS = st.integers(0, 10**10)
SHARES = st.builds(Share, st.fractions(0, 1, max_denominator=100), st.booleans())
RULES = st.builds(Rule, SHARES, SHARES) | st.sampled_from([ORDINARY, SPECIAL])


@st.composite
def counts(draw: Any) -> Count:
    """Any numbers, or numbers that just meet or just miss the shares."""
    total = draw(st.integers(0, 10**10))
    took_part = draw(st.sampled_from([total, -(-total * 2 // 3), total * 2 // 3, total * 2 // 3 + 1]) | NUMBERS)
    agreed = draw(st.sampled_from([took_part // 2, took_part // 2 + 1, -(-took_part * 3 // 4), took_part]) | NUMBERS)
    return Count(total, took_part, agreed)


def by_fractions(count: Count, rule: Rule) -> bool:
    if count.took_part == 0:
        return False
    quorum = count.total == 0 or over(Fraction(count.took_part, count.total), rule.quorum)
    return quorum and over(Fraction(count.agreed, count.took_part), rule.approval)


def over(found: Fraction, share: Share) -> bool:
    return found > share.of if share.strict else found >= share.of


@given(counts(), RULES)
def test_cross_multiplication_says_what_fractions_say(count: Count, rule: Rule) -> None:
    assert reached(count, rule) is by_fractions(count, rule)


@given(counts(), counts(), RULES)
def test_both_ways_of_counting_have_to_be_met(area: Count, heads: Count, rule: Rule) -> None:
    assert carried(area, heads, rule) is (by_fractions(area, rule) and by_fractions(heads, rule))


@settings(max_examples=20)
@given(st.lists(st.tuples(counts(), counts()), min_size=1, max_size=50), RULES)
def test_columns_say_what_integers_say(pairs: list[tuple[Count, Count]], rule: Rule) -> None:
    names = [f"{side}{n}" for side in "ah" for n in range(3)]
    rows = [
        dict(zip(names, (a.total, a.took_part, a.agreed, h.total, h.took_part, h.agreed), strict=True))
        for a, h in pairs
    ]
    table = ibis.memtable(pa.Table.from_pylist(rows))
    area, heads = (Count(*(table[f"{side}{n}"] for n in range(3))) for side in "ah")
    verdicts = table.select(carried=carried(area, heads, rule), consistent=consistent(area)).to_pyarrow().to_pylist()
    assert [row["carried"] for row in verdicts] == [carried(a, h, rule) for a, h in pairs]
    assert [row["consistent"] for row in verdicts] == [consistent(a) for a, _ in pairs]


@pytest.mark.parametrize(
    ("took_part", "agreed", "ordinary", "special"),
    [
        (200, 100, False, False),  # half of those who took part is no majority
        (200, 101, True, False),
        (200, 149, True, False),
        (200, 150, True, True),  # three quarters of two thirds: half of all owners
        (199, 199, False, False),  # one short of the quorum
        (0, 0, False, False),
    ],
)
def test_the_shares_of_the_law_at_their_edges(took_part: int, agreed: int, ordinary: bool, special: bool) -> None:
    count = Count(300, took_part, agreed)
    assert carried(count, count, ORDINARY) is ordinary
    assert carried(count, count, SPECIAL) is special


def test_heads_do_not_make_up_for_area() -> None:
    all_of_them, half = Count(100, 100, 100), Count(100, 100, 50)
    assert carried(all_of_them, half, ORDINARY) is False
    assert carried(half, all_of_them, ORDINARY) is False


def test_one_lost_count_decides_even_when_the_other_is_unknown() -> None:
    table = ibis.memtable(pa.table({"x": pa.array([None], pa.int64()), "half": [50], "all": [100]}))
    unknown = Count(table["all"], table["all"], table.x)
    lost, won = (Count(table["all"], table["all"], table[name]) for name in ("half", "all"))
    found = table.select(lost=carried(lost, unknown, ORDINARY), won=carried(won, unknown, ORDINARY))
    assert found.to_pyarrow().to_pylist() == [{"lost": False, "won": None}]


@pytest.mark.parametrize(
    ("count", "sound"), [(Count(9, 9, 9), True), (Count(9, 8, 9), False), (Count(9, 10, 5), False)]
)
def test_figures_that_contradict_each_other_are_told(count: Count, sound: bool) -> None:
    assert consistent(count) is sound
