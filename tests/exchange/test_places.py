"""A finding about facts is led back to the sheet, row and cell that they came from."""

from pathlib import Path

from exchange._books import Typed

from anju.facts.checking import row_of
from anju.facts.store import TABLES
from anju.kernel.finding import Finding, Severity, Where


def finding(where: Where) -> Finding:
    return Finding("money/some", Severity.WARNING, "……", where)


def test_findings_are_led_back_to_their_cells(tmp_path: Path) -> None:
    book = Typed()
    book.add("小区", {"小区": "C1", "小区名称": "绿苑小区"})
    book.add("资金流水", {"编号": "Z1", "事项": "拨付", "金额": 1})
    row = book.add("资金流水", {"小区": "绿苑小区", "编号": "Z2", "事项": "支付", "金额": 2})
    costing = book.add("造价", {"小区": "绿苑小区", "造价阶段": "概算", "金额": 2})
    read = book.read(tmp_path)

    def located(where: Where) -> tuple[str | None, int | None, str | None]:
        found = read.locate(finding(where)).where
        return found.sheet, found.row, found.cell

    move = read.tables["fund_moves"].to_pylist()[1]
    assert located(row_of(TABLES["fund_moves"], move, "amount_fen")) == ("资金流水", row, f"G{row}")
    assert located(row_of(TABLES["fund_moves"], move)) == ("资金流水", row, f"D{row}")
    stage = read.tables["costings"].to_pylist()[0]
    assert row_of(TABLES["costings"], stage).key == "2023/C1/概算"
    assert located(row_of(TABLES["costings"], stage, "amount_fen")) == ("造价", costing, f"E{costing}")
    assert located(Where(table="fund_moves")) == ("资金流水", None, None)
    assert located(Where(table="fund_moves", key="Z9", column="amount_fen")) == ("资金流水", None, None)
    assert located(Where(table="regions", column="office")) == ("封面", 8, "B8")
    assert located(Where()) == (None, None, None)
    assert located(Where(table="no_such")) == (None, None, None)


def test_a_finding_that_has_its_place_keeps_it(tmp_path: Path) -> None:
    placed = finding(Where(table="fund_moves", sheet="甲", row=3, cell="A3"))
    assert Typed().read(tmp_path).locate(placed) == placed
