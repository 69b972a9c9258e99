"""随附的磴口县报告：照手列的数字毛病逐条看查出来没有；名单先于规则写成。"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from anju.checker.checked import Checked
from anju.checker.readers import read
from anju.checker.run import check
from anju.examples import DENGKOU_REPORT
from anju.kernel.finding import Finding


@dataclass(frozen=True)
class Fault:
    """A fault on the hand list. `said` are words of which a finding's message must have all of one group."""

    number: int
    what: str
    said: tuple[tuple[str, ...], ...]
    arithmetic: bool = True
    """Whether numbers alone settle it; the others ask for a rule of wording, which this issue leaves for later."""


FAULTS = (
    Fault(1, "“7个小区”与“5个老旧小区”", (("7个", "5个"),)),
    Fault(2, "拨付2100.01万元多于总投资约2033.23万元", (("2100.01", "2033.23"),)),
    Fault(4, "总投资减上级资金只剩12.23万元，县里却到位79.01万元", (("12.23",), ("79.01", "2033.23"))),
    Fault(5, "“约”字后面是两位小数", (("约2033.23", "两位小数"),), arithmetic=False),
    Fault(6, "2021万元是整数，又与年份相同", (("2021", "年份"), ("2021", "整数"))),
    Fault(7, "到位、拨付用一个数，没有支出数和执行率", (("执行率",),), arithmetic=False),
    Fault(8, "上级资金没有分中央和自治区", (("中央", "自治区"),), arithmetic=False),
    Fault(10, "“截止12月底”没有年份", (("12月底",),), arithmetic=False),
)
MEANT_TO_HOLD = (("2021", "79.01", "2100.01"), ("7个名称",))
"""What is right in the report and must be among the relations that held: the sum, and the list of seven names."""


@dataclass(frozen=True)
class Verdict:
    """What became of the hand list."""

    found: tuple[tuple[Fault, Finding | None], ...]
    beyond: tuple[Finding, ...]
    """Findings that stand on no list: false, unless a person says otherwise."""
    held: int


def verdict() -> Verdict:
    """The shipped report, checked and compared with the list."""
    checked = check(read(DENGKOU_REPORT))
    found = tuple((fault, _first(fault, checked)) for fault in FAULTS)
    known = {id(finding) for _, finding in found if finding is not None}
    named = [finding for finding in checked.findings if id(finding) not in known]
    beyond = tuple(finding for finding in named if not any(_says(fault, finding) for fault in FAULTS))
    return Verdict(found, beyond, sum(_held(words, checked) for words in MEANT_TO_HOLD))


def _first(fault: Fault, checked: Checked) -> Finding | None:
    return next((finding for finding in checked.findings if _says(fault, finding)), None)


def _says(fault: Fault, finding: Finding) -> bool:
    return any(all(word in finding.message for word in words) for words in fault.said)


def _held(words: tuple[str, ...], checked: Checked) -> bool:
    return any(all(word in each for word in words) for each in _equations(checked))


def _equations(checked: Checked) -> Iterator[str]:
    for relation in checked.relations:
        if relation.result.value == "held" and relation.computation is not None:
            computation = relation.computation
            yield " ".join([computation.stated or "", computation.computed or "", *computation.operands])
