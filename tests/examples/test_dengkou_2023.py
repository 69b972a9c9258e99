"""磴口县2023年的行：载明的照报告，示例的与合计分毫不差，其余空着。"""

from decimal import Decimal
from typing import Any

import pytest

from anju.examples.build import dengkou_2023
from anju.kernel.unit import unit
from anju.policy.loader import load_policy

SNAPSHOT = dengkou_2023(load_policy())


def rows(table: str, **wanted: Any) -> list[dict[str, Any]]:
    every: list[dict[str, Any]] = SNAPSHOT.tables[table].to_pylist()
    return [row for row in every if all(row[name] == value for name, value in wanted.items())]


def whole(table: str, column: str, **wanted: Any) -> Any:
    found = rows(table, community="*", assurance="stated", **wanted)
    assert len(found) == 1
    return found[0][column]


def parts(table: str, column: str, **wanted: Any) -> list[Any]:
    found = rows(table, assurance="illustrative", **wanted)
    assert sorted(row["community"] for row in found) == [f"C{n}" for n in range(1, 8)]
    return [row[column] for row in found]


@pytest.mark.parametrize(
    ("table", "column", "wanted", "total"),
    [
        ("renovations", "buildings_planned", {}, 23),
        ("renovations", "households_planned", {}, 776),
        ("renovations", "area_planned_dm2", {}, 8_440_000),
        ("costings", "amount_fen", {"stage": "未注明阶段"}, 203_323_0000),
        ("fund_moves", "amount_fen", {"kind": "到位", "source": "上级未细分"}, 202_100_0000),
        ("fund_moves", "amount_fen", {"kind": "到位", "source": "地方未细分"}, 7_901_0000),
        ("fund_moves", "amount_fen", {"kind": "拨付"}, 210_001_0000),
    ],
)
def test_the_breakdown_adds_up_to_what_is_stated(table: str, column: str, wanted: dict[str, Any], total: int) -> None:
    assert whole(table, column, **wanted) == total
    assert sum(parts(table, column, **wanted)) == total
    assert all(part > 0 for part in parts(table, column, **wanted))


def test_each_community_gets_out_what_it_takes_in() -> None:
    for community in (f"C{n}" for n in range(1, 8)):
        moves = rows("fund_moves", community=community)
        received = sum(row["amount_fen"] for row in moves if row["kind"] == "到位")
        assert received == sum(row["amount_fen"] for row in moves if row["kind"] == "拨付")


def test_only_the_breakdown_is_made_up() -> None:
    made_up = {name for name in SNAPSHOT.tables for _ in rows(name, assurance="illustrative")}
    assert made_up == {"renovations", "costings", "fund_moves"}
    assert not [name for name in SNAPSHOT.tables for _ in rows(name, assurance="recorded")]
    assert all("〔2024〕2号" in row["document"] for name in SNAPSHOT.tables for row in rows(name, assurance="stated"))


def test_seven_communities_are_named_and_no_more_is_known_of_them() -> None:
    named = [row for row in rows("communities") if row["community"] != "*"]
    known = {"region", "community", "name", "assurance", "document"}
    assert [row["name"] for row in named] == [
        "绿苑小区",
        "绿洲小区",
        "国税小区",
        "华苑小区",
        "电力花园",
        "锦春园",
        "国际丽城",
    ]
    assert all({column for column, value in row.items() if value is not None} == known for row in named)


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("renovations", ["buildings_actual", "households_actual", "area_actual_dm2", "started_on", "finished_on"]),
        ("work_items", ["planned_milli", "done_milli", "accepted_milli", "before_milli", "after_milli"]),
        ("problems", ["solved", "solved_on"]),
        ("consents", ["owners_total", "owners_agreed", "area_agreed_dm2"]),
        ("acceptances", ["accepted_on", "first_time"]),
        ("goals", ["target_milli", "actual_milli", "measure", "attained"]),
        ("filings", ["due_on", "sent_on"]),
    ],
)
def test_what_the_report_does_not_say_stays_empty(table: str, columns: list[str]) -> None:
    assert rows(table)
    assert [(row["document"], c) for row in rows(table) for c in columns if row[c] is not None] == []


def test_the_report_gives_no_payment_no_sample_and_no_inspection() -> None:
    assert rows("fund_moves", kind="支付") + rows("fund_moves", kind="下达") == []
    empty = ("survey_frames", "survey_answers", "contracts", "inspections", "approvals", "audit_findings", "judgements")
    assert [name for name in empty if rows(name)] == []


def test_statements_keep_each_place_and_few_words() -> None:
    said = {(row["subject"], row["value"], row["place"]) for row in rows("statements") if row["value"]}
    for subject, value in [
        ("小区数", "7"),
        ("改造面积", "8.44"),
        ("楼栋数", "23"),
        ("户数", "776"),
        ("总投资", "2033.23"),
    ]:
        assert {(subject, value, "一（一）"), (subject, value, "三（一）")} <= said
    assert {("小区数", "5", "三（二）"), ("满意率", "100", "三（三）"), ("拨付资金", "2100.01", "二（一）")} <= said
    assert max(len(row["words"] or "") for row in rows("statements")) <= 20


def test_stated_figures_read_as_numbers_in_known_units() -> None:
    policy = load_policy().vocabularies["statement_subjects"]
    for row in rows("statements"):
        if policy.terms[row["subject"]].flag("number"):
            assert Decimal(row["value"]) > 0
            assert unit(row["unit"]).dimension == unit(policy.terms[row["subject"]].text("unit")).dimension


def test_every_piece_of_evidence_is_the_county_s_own_word() -> None:
    assert {(row["grade"], row["number"], row["sha256"]) for row in rows("evidence")} == {
        ("D", "磴住建联发〔2024〕2号", None)
    }
