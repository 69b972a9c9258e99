"""改后无人管：小区没有物业服务或自管，或没有维修资金归集制度。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.facts.checking import Fault, row_of
from anju.facts.checks._rows import of_year, preferred
from anju.facts.checks._words import called, names
from anju.facts.occasion import Occasion
from anju.facts.store import FactStore
from anju.facts.tables.governance import TABLE as GOVERNANCE
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Severity

AUDIT_POINTS = ("Q05",)
SEVERITY = Severity.WARNING
BASIS = Citation("renshou-2020-2022-audit", assurance=PolicyAssurance.REPORTED, note="审计指出没有物业和维修资金机制")
LACKS = {"property_service": "物业服务或自管", "maintenance_fund": "维修资金归集制度"}


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    """Only what is on record as absent; an empty cell is unknown."""
    rows = of_year(GOVERNANCE, occasion)
    absent = [(~rows[name]).fill_null(False) for name in LACKS]
    known = names(store, occasion)
    for row in store.rows(preferred(store, occasion, GOVERNANCE, rows.filter(absent[0] | absent[1]))):
        lacking = [name for name in LACKS if row[name] is False]
        yield Fault(
            f"{called(known, row['community'])}改造后没有{'、'.join(LACKS[name] for name in lacking)}，"
            f"长效管理没有落实。"
            f"请说明由谁管护、何时建立；已经建立的，改填“是”并附材料。",
            row_of(GOVERNANCE, row, lacking[0]),
        )
