"""A guard holds only for what is known; what is unknown makes none hold but `unknown`."""

import pytest
from reports.sentence_cases import CaseBook

from anju.kernel.catalogue import NotInCatalogue
from anju.reports.guard import holds, parse
from anju.reports.scene import Scene

FIGURES = {
    "funds.in_place.in_place": "100万元",
    "funds.balance.paid": "90万元（示例）",
    "names.communities": "绿苑小区",
}
PROBLEMS = [{"编号": "P1", "小区": "*", "问题类别": "道路破损"}]


def tried(text: str, **own: str | None) -> bool:
    book = CaseBook({"数": FIGURES, "表": {"问题清单": PROBLEMS}, "问题": [{"代码": "no_payment_recorded"}]})
    return holds((parse(text),), Scene(book, own))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("known funds.in_place.in_place", True),
        ("known names.communities", True),
        ("known funds.balance.paid", False),
        ("unknown funds.balance.paid", True),
        ("known costs.investment.amount", False),
        ("unknown costs.investment.amount", True),
        ("known ordered_by", False),
        ("known county", True),
        ("funds.in_place.in_place >= 100万元", True),
        ("funds.in_place.in_place > 100万元", False),
        ("funds.in_place.in_place > costs.investment.amount", False),
        ("funds.in_place.in_place <= costs.investment.amount", False),
        ("funds.balance.paid > 0", False),
        ("some problems kind=道路破损", True),
        ("some problems kind=停车难", False),
        ("none problems kind=停车难", True),
        ("none problems solved=是", False),
        ("some problems solved=是", False),
        ("finding no_payment_recorded", True),
        ("no finding no_payment_recorded", False),
        ("no finding money_exceeds_investment", True),
    ],
)
def test_what_is_unknown_or_made_up_makes_nothing_true(text: str, expected: bool) -> None:
    assert tried(text) is expected


def test_words_of_the_row_at_hand() -> None:
    assert tried(".subject = 小区数", subject="小区数")
    assert not tried(".subject = 小区数", subject="户数")
    assert tried(".subject != 小区数", subject="户数")
    assert tried("known .value", value="甲")
    assert not tried("known .value", value=None)


@pytest.mark.parametrize("text", ["funds.in_place.in_place", "some nowhere", "some problems kind"])
def test_a_condition_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"看不懂条件|没有叫"):
        parse(text)


def test_a_figure_nobody_has_is_refused_when_the_guard_is_tried() -> None:
    with pytest.raises((NotInCatalogue, AssertionError)):
        tried("known funds.in_palce.in_place")
