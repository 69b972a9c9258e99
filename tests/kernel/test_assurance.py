"""The worst of many levels, and the words shown for each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju.kernel.assurance import PolicyAssurance, RowAssurance

ROWS = st.sampled_from(list(RowAssurance))


@given(st.lists(ROWS, min_size=1))
def test_worst_is_never_better_than_any(levels: list[RowAssurance]) -> None:
    worst = RowAssurance.worst(levels)
    assert worst in levels
    assert all(level.rank <= worst.rank for level in levels)


def test_worst_takes_an_iterator_and_refuses_nothing() -> None:
    assert RowAssurance.worst(iter([RowAssurance.RECORDED, RowAssurance.ILLUSTRATIVE])) is RowAssurance.ILLUSTRATIVE
    assert PolicyAssurance.worst(list(PolicyAssurance)) is PolicyAssurance.DEFAULT
    with pytest.raises(ValueError, match="无从判断"):
        RowAssurance.worst([])


@pytest.mark.parametrize("kind", [RowAssurance, PolicyAssurance])
def test_rank_round_trip(kind: type[RowAssurance]) -> None:
    assert [level.rank for level in kind] == list(range(len(kind)))
    assert [kind.from_rank(level.rank) for level in kind] == list(kind)


@pytest.mark.parametrize("rank", [-1, 3])
def test_no_rank_outside(rank: int) -> None:
    with pytest.raises(ValueError, match="0至2之间"):
        RowAssurance.from_rank(rank)


def test_labels_are_the_words_on_the_page() -> None:
    assert [level.label for level in RowAssurance] == ["系统记录", "文件载明", "示例"]
    assert [level.label for level in PolicyAssurance] == ["原文可读", "他处转述", "记忆待核", "默认值·待核"]
