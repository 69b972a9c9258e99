"""Findings: the JSON shape that scripts read, and the order people read."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Finding, Severity, Where, ordered

FINDINGS = st.builds(
    Finding,
    code=st.sampled_from(["C01", "C03", "M04"]),
    severity=st.sampled_from(list(Severity)),
    message=st.sampled_from(["甲", "乙"]),
    where=st.builds(
        Where,
        table=st.sampled_from([None, "costings"]),
        sheet=st.sampled_from([None, "资金"]),
        row=st.none() | st.integers(1, 12),
    ),
)


def test_unused_keys_are_null() -> None:
    assert json.loads(json.dumps(Finding("C01", Severity.NOTE, "应核对").as_json())) == {
        "code": "C01",
        "severity": "note",
        "message": "应核对",
        "where": dict.fromkeys(("table", "key", "column", "sheet", "row", "cell")),
        "basis": None,
        "computation": None,
    }


def test_used_keys_are_carried() -> None:
    where = Where("fund_moves", "150822-001", "amount_fen", "资金", 7, "D7")
    computation = Computation("2100.01", "2033.23", ("2021", "79.01"))
    got = Finding("M04", Severity.ERROR, "超过总投资", where, Citation("anju-default"), computation).as_json()
    assert got["where"] == {
        "table": "fund_moves",
        "key": "150822-001",
        "column": "amount_fen",
        "sheet": "资金",
        "row": 7,
        "cell": "D7",
    }
    assert got["computation"] == {"stated": "2100.01", "computed": "2033.23", "operands": ["2021", "79.01"]}
    assert got["basis"] == Citation("anju-default").as_json()


def test_labels() -> None:
    assert [severity.label for severity in Severity] == ["错误", "警告", "提示"]
    assert [severity.rank for severity in Severity] == [0, 1, 2]


@given(st.lists(FINDINGS), st.randoms())
def test_order_does_not_depend_on_where_one_starts(found: list[Finding], random: object) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert ordered(shuffled) == ordered(found)
    ranks = [each.severity.rank for each in ordered(found)]
    assert ranks == sorted(ranks)


def test_row_ten_follows_row_nine() -> None:
    rows = [Finding("C01", Severity.ERROR, "甲", Where(sheet="资金", row=row)) for row in (10, 9)]
    assert [each.where.row for each in ordered(rows)] == [9, 10]


@pytest.mark.parametrize("part", ["table", "key", "column", "sheet", "cell"])
def test_each_part_of_the_place_orders(part: str) -> None:
    places = [Where(**{part: text}) for text in ("b", "a")] + [Where()]
    found = [Finding("C01", Severity.ERROR, "甲", where) for where in places]
    assert [each.where for each in ordered(found)] == places[::-1]


def test_code_goes_before_place() -> None:
    first = Finding("C01", Severity.ERROR, "甲", Where(sheet="资金", row=9))
    second = Finding("C03", Severity.ERROR, "甲", Where(sheet="资金", row=1))
    assert ordered([second, first]) == [first, second]


def test_a_finding_is_a_value() -> None:
    assert len({Finding("C01", Severity.NOTE, "甲"), Finding("C01", Severity.NOTE, "甲")}) == 1
    with pytest.raises(AttributeError):
        Finding("C01", Severity.NOTE, "甲").code = "C02"  # type: ignore[misc]
