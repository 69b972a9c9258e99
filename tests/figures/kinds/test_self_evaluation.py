"""项目支出绩效自评表的分：与单独按那张表评价一模一样；各目标的分加起来就是那一类的分。"""

from __future__ import annotations

import pytest
from assessed import complete, dengkou
from scoring.two_counties import county

from anju.figures.book import Book
from anju.figures.kinds import self_evaluation
from anju.kernel.outcome import Value
from anju.policy.loader import load_policy
from anju.scoring.assess import assess


@pytest.mark.parametrize(("name", "book"), [("磴口县", dengkou), ("清河县", complete)])
def test_it_is_what_the_table_itself_would_give(name: str, book: object) -> None:
    policy = load_policy()
    alone = assess(county(name), policy, policy.scheme(self_evaluation.SCHEME)).evaluation
    found: Book = book()  # type: ignore[operator]
    assert _value(found, "total.confirmed") == alone.confirmed
    assert _value(found, "total.at_most") == alone.at_most
    for item in alone.items:
        assert _value(found, f"{item.item.code}.confirmed") == item.confirmed


@pytest.mark.parametrize("book", [dengkou, complete])
def test_the_goals_of_a_group_add_up_to_its_score(book: object) -> None:
    found: Book = book()  # type: ignore[operator]
    kinds = found.assessment.occasion.words("goal_kinds").terms
    for code, group in {"OU1": "产出", "EF1": "效益", "SA1": "满意度"}.items():
        goals = [goal["id"] for goal in found.rows("goals") if kinds[goal["kind"]].text("group") == group]
        for end in self_evaluation.ENDS if goals else ():
            assert sum(_value(found, f"goal.{id}.{end}") for id in goals) == _value(found, f"{code}.{end}")


def _value(book: Book, rest: str) -> int:
    found = book.figure(f"self_evaluation.{rest}")
    assert isinstance(found, Value)
    return int(found.value.value or 0)


def test_one_that_is_not_there_is_refused() -> None:
    for rest in ("XX.points", "goal.G9.points", "total.grade", "total"):
        with pytest.raises(KeyError):
            self_evaluation.figure(dengkou(), rest)
