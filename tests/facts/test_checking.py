"""How checks are run: all of them, worst first, each finding with its place, its basis and its sum."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from types import ModuleType

import pytest
from county_rows import occasion, store

from anju.examples.build import dengkou_2023, fictional_2023
from anju.facts.checking import Fault, checks, row_of, run_checks, run_module
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore, open_store
from anju.facts.tables.costings import TABLE as COSTINGS
from anju.facts.tables.fund_moves import TABLE as MOVES
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Finding, Severity, Where
from anju.kernel.region import Region
from anju.policy.loader import load_policy

PACKAGES = ("anju.facts.checks", "anju.ledger.checks")
EVERY = [(package, code, module) for package in PACKAGES for code, module in checks(package).items()]


def check_module(*faults: Fault) -> ModuleType:
    """A check that finds what it is told."""
    module = ModuleType("told")

    def check(_: FactStore, __: Occasion) -> Iterator[Fault]:
        yield from faults

    module.check = check  # type: ignore[attr-defined]
    module.SEVERITY, module.BASIS = Severity.WARNING, Citation("anju-default")  # type: ignore[attr-defined]
    return module


def told(*faults: Fault) -> list[Finding]:
    with open_store({}) as facts:
        return run_module("money.told", check_module(*faults), facts, occasion())


def test_a_finding_takes_code_severity_and_basis_from_its_check() -> None:
    (found,) = told(Fault("错了", Where(table="goals"), Computation("1", "2")))
    assert found == Finding(
        "money.told", Severity.WARNING, "错了", Where(table="goals"), Citation("anju-default"), Computation("1", "2")
    )


def test_a_fault_may_be_graver_and_cite_the_rule_it_breaks() -> None:
    (found,) = told(Fault("错了", severity=Severity.ERROR, basis=Citation("caiyu-2020-10")))
    assert (found.severity, found.basis) == (Severity.ERROR, Citation("caiyu-2020-10"))


def test_findings_come_worst_first() -> None:
    found = told(Fault("轻", severity=Severity.NOTE), Fault("中"), Fault("重", severity=Severity.ERROR))
    assert [each.message for each in found] == ["重", "中", "轻"]


def test_a_row_is_placed_by_its_key_without_the_region() -> None:
    row = {
        "region": "150822",
        "year": 2023,
        "community": "C1",
        "stage": "决算",
        "id": "F1",
        "moved_on": date(2023, 1, 2),
    }
    assert row_of(COSTINGS, row, "amount_fen") == Where(table="costings", key="2023/C1/决算", column="amount_fen")
    assert row_of(MOVES, row) == Where(table="fund_moves", key="F1")


@pytest.mark.parametrize(("package", "code", "module"), EVERY, ids=[f"{package}.{code}" for package, code, _ in EVERY])
def test_every_check_says_what_it_is_and_on_what_it_rests(package: str, code: str, module: ModuleType) -> None:
    policy = load_policy()
    title, _, sentence = (module.__doc__ or "").strip().partition("：")
    assert title
    assert sentence.endswith("。")
    assert isinstance(module.SEVERITY, Severity)
    assert module.BASIS.source in policy.sources
    assert set(module.AUDIT_POINTS) <= set(policy.vocabularies["audit_points"].terms)


def test_a_check_is_no_milder_than_its_points_unless_it_says_why() -> None:
    """Severity follows the audit point; where a check is milder, the line above SEVERITY gives the reason."""
    points = load_policy().vocabularies["audit_points"].terms
    for _, code, module in EVERY:
        due = [Severity(points[point].text("severity")) for point in module.AUDIT_POINTS]
        if due and module.SEVERITY.rank > min(each.rank for each in due):
            lines = (module.__loader__.get_source(module.__name__) or "").splitlines()  # type: ignore[union-attr]
            place = next(n for n, line in enumerate(lines) if line.startswith("SEVERITY"))
            assert lines[place - 1].startswith("# "), f"{code} is milder than its audit point and does not say why"


def test_the_real_county_raises_by_itself_what_is_wrong_with_its_report() -> None:
    snapshot = dengkou_2023(load_policy())
    with open_store(snapshot.tables) as facts:
        found = [
            finding
            for package in PACKAGES
            for finding in run_checks(
                package, facts, Occasion(Region("150822"), 2023, snapshot.head.as_of, load_policy())
            )
        ]
    told = {(each.code, each.severity.value, each.where.key) for each in found}
    assert {
        ("consistency.stated_twice_differently", "error", "S22"),
        ("money_exceeds_investment", "warning", "F3"),
        ("no_payment_recorded", "error", "F3"),
        ("performance.satisfaction_without_sample", "error", "S23"),
        ("performance.goal_not_measurable", "warning", "G1"),
        ("progress.no_deviation_claimed", "warning", "S24"),
    } <= told
    (excess,) = (each for each in found if each.code == "money_exceeds_investment")
    assert "多66.78万元（3.28%）" in excess.message
    assert "去向未说明" in excess.message
    assert [each.code for each in found].count("consistency.stated_twice_differently") == 1
    assert not any(each.code == "consistency.whole_differs_from_parts" for each in found)


def test_made_up_rows_alone_raise_nothing_about_the_county() -> None:
    """The breakdown made for show is no fact of the county, so no check speaks of a single community."""
    snapshot = dengkou_2023(load_policy())
    with open_store(snapshot.tables) as facts:
        at = Occasion(Region("150822"), 2023, snapshot.head.as_of, load_policy())
        keys = {part for f in run_checks(PACKAGES[0], facts, at) for part in (f.where.key or "").split("/")}
    assert not {f"C{n}" for n in range(1, 8)} & keys


def test_another_county_in_the_same_store_is_left_alone() -> None:
    with open_store(fictional_2023(load_policy()).tables) as facts:
        assert [f for package in PACKAGES for f in run_checks(package, facts, occasion(region="150822"))] == []


def test_the_same_facts_give_the_same_findings_again() -> None:
    facts = store({"资金流水": [{"编号": "F1", "事项": "拨付", "金额": "100"}]})
    first, second = (run_checks(PACKAGES[1], facts, occasion()) for _ in range(2))
    assert first == second
    assert [each.code for each in first] == ["no_payment_recorded"]
