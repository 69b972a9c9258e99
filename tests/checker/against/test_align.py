"""Which thing is which: equal ones wherever they stand, edited ones by mark, place and likeness."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from anju.checker.against.align import by_marks, exact, keys, likeness, runs, similar

KEYS = st.lists(st.sampled_from("abcde"), max_size=12)


@dataclass(frozen=True)
class Thing:
    key: str
    shape: str
    names: frozenset[str] = frozenset()


def test_equal_things_keep_their_neighbours() -> None:
    pairs = exact(["x", "5", "y", "5", "z", "5"], ["y", "5", "x", "5", "z"])
    assert pairs == {0: 2, 1: 3, 2: 0, 3: 1, 4: 4}


@given(KEYS, KEYS)
def test_as_many_equal_things_are_paired_as_there_are(one: list[str], other: list[str]) -> None:
    pairs = exact(one, other)
    assert len(set(pairs.values())) == len(pairs)
    assert all(one[left] == other[right] for left, right in pairs.items())
    assert len(pairs) == sum(min(one.count(each), other.count(each)) for each in set(one))


@given(st.permutations(list("abcdefgh")))
def test_another_order_pairs_everything(turned: list[str]) -> None:
    assert len(exact(list("abcdefgh"), turned)) == 8


def test_of_two_like_sentences_the_mark_says_which_was_edited() -> None:
    issued = [Thing("改造4栋", "改造#栋", frozenset({"f1"})), Thing("改造5栋", "改造#栋", frozenset({"f2"}))]
    found = [Thing("改造5栋", "改造#栋", frozenset({"f1"})), Thing("改造4栋", "改造#栋", frozenset({"f2"}))]
    marked = by_marks(issued, found)
    assert marked == {0: 0, 1: 1}
    assert exact(*keys(issued, found, marked)) == marked


def test_a_mark_that_was_copied_says_nothing() -> None:
    issued = [Thing("改造4栋", "改造#栋", frozenset({"f1"}))]
    found = [Thing(f"改造{number}栋", "改造#栋", frozenset({"f1"})) for number in (4, 6)]
    assert by_marks(issued, found) == {}


def test_the_closest_pair_goes_first() -> None:
    def close(one: Thing, other: Thing, _: bool) -> float:
        return likeness(one.shape, other.shape)

    issued = [Thing("1", "资金全部到位"), Thing("2", "工程全部完工")]
    found = [Thing("3", "工程已经全部完工"), Thing("4", "资金已经全部到位")]
    assert similar(issued, found, {}, close) == {0: 1, 1: 0}


def test_neighbours_form_a_run() -> None:
    assert list(runs([5, 1, 2, 9, 3])) == [[1, 2, 3], [5], [9]]
    assert list(runs([])) == []


def test_likeness_is_none_to_all() -> None:
    assert (likeness("资金到位", "资金到位"), likeness("资金到位", "居民满意")) == (1.0, 0.0)
