"""Three outcomes, told apart by kind; two of them must say why."""

import pytest

from anju.kernel.outcome import Missing, NotApplicable, Outcome, Value


def shown(outcome: Outcome[int]) -> str:
    match outcome:
        case Value(value):
            return str(value)
        case NotApplicable(why):
            return why
        case Missing(what):
            return what


def test_kinds() -> None:
    outcomes: list[Outcome[int]] = [Value(0), NotApplicable("没有加装电梯"), Missing("支付金额")]
    assert [each.kind for each in outcomes] == ["value", "not_applicable", "missing"]
    assert [shown(each) for each in outcomes] == ["0", "没有加装电梯", "支付金额"]


def test_zero_is_not_missing() -> None:
    assert Value(0) != Missing("支付金额")
    assert Value(0) == Value(0)


@pytest.mark.parametrize("blank", ["", "  ", "\n"])
@pytest.mark.parametrize("kind", [NotApplicable, Missing])
def test_no_outcome_without_its_reason(kind: type[Missing], blank: str) -> None:
    with pytest.raises(ValueError, match="必须说明"):
        kind(blank)
