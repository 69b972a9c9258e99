"""A small report as issued, its record, and readings of it that somebody edited: for tests of the comparison."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from anju.checker.against import compare
from anju.checker.reading import Mark, Paragraph, Place, Reading
from anju.figures.figure import Figure
from anju.kernel.assurance import RowAssurance
from anju.kernel.finding import Finding
from anju.reports import issued
from anju.reports.document import Block, Cell, Document, Grid, Head, Printed, Runs, Style
from anju.reports.document import Paragraph as Written

FIGURE = re.compile(r"\{([^|{}]*)\|([^|{}]*)\|([^|{}]*)\}")

BODY = """\
LEVEL1:一、基本情况
BODY:2023年计划改造{个|计划小区数|7个}小区，涉及{栋|计划楼栋数|23栋}、{户|计划户数|776户}，建筑面积{万㎡|计划面积|8.44万㎡}。总投资{万元|总投资|2033.23万元}。
BODY:改造小区为{|小区名单|绿苑小区、绿洲小区、福源小区、兴盛小区}。
LEVEL1:二、资金管理
BODY:到位资金{万元|到位资金|2100.01万元}，其中上级资金{万元|上级资金|2021万元}，县级资金{万元|县级资金|79.01万元}。资金已按合同支付，专账核算。
BODY:到位资金{万元|到位资金|2100.01万元}比总投资多{万元|多出|66.78万元}。
BODY@narrative:我县组织街道逐户走访，收回问卷{份|收回问卷|310份}，居民普遍认可。各街道配合得力。
LEVEL1:三、评价结论
BODY:自评得分{分|得分|86.5分}，满意度{%|满意度|96.5%}，等级为{|等级|良好}。
BODY:有关材料另附。
TABLE:资金使用情况表:单位：万元
序号;来源;计划;到位;执行率
1;中央资金;{万元|中央计划|1500};{万元|中央到位|1521};{%|中央执行|100%}
2;自治区资金;{万元|区计划|500};{万元|区到位|500};{%|区执行|98.2%}
3;县级资金;{万元|县计划|33.23};{万元|县到位|79.01};{%|县执行|60%}
4;居民出资;未填报;未填报;
END
TABLE:改造小区一览表:
小区;楼栋（栋）;户数（户）;面积（万㎡）;偏差原因
绿苑小区;{栋|绿苑楼栋|4};{户|绿苑户数|134};{万㎡|绿苑面积|1.46};待填写
绿洲小区;{栋|绿洲楼栋|5};{户|绿洲户数|160};{万㎡|绿洲面积|1.72};
福源小区;{栋|福源楼栋|6};{户|福源户数|210};{万㎡|福源面积|2.3};
兴盛小区;{栋|兴盛楼栋|8};{户|兴盛户数|272};{万㎡|兴盛面积|2.96};
END
"""
HEAD = Head(("丰山县住房和城乡建设局",), dated_on=date(2024, 1, 30))


@dataclass(frozen=True)
class Origin:
    """What the report's figures depend on."""

    snapshot: str = "s"
    policy: str = "p"
    scheme: str = "national/2023"
    as_of: str = "2024-01-30"
    code: str = "c"


def document() -> Document:
    """The report. A slot reads {unit|title|text}; cells are parted by ;"""
    blocks: list[Block] = []
    lines = iter(BODY.splitlines())
    for line in lines:
        kind, _, text = line.partition(":")
        if kind == "TABLE":
            rows = [tuple(Cell(runs(cell)) for cell in row.split(";")) for row in iter(lambda: next(lines), "END")]
            title, _, unit_line = text.partition(":")
            blocks.append(Grid((1, 1, 1, 1, 1), tuple(rows), title=title, unit_line=unit_line))
        else:
            style, _, origin = kind.partition("@")
            blocks.append(Written(runs(text), Style[style], origin or "overview/plan"))
    title = "2023年丰山县城镇老旧小区改造绩效自评报告"
    return Document("performance_evaluation-0123456789ab", "performance_evaluation", HEAD, title, tuple(blocks))


def runs(text: str) -> Runs:
    made: list[str | Printed] = []
    done = 0
    for slot in FIGURE.finditer(text):
        figure = Figure(f"x.{slot[2]}", slot[2], None, "text", "", "", (), RowAssurance.STATED, text=slot[3])
        made += [text[done : slot.start()], Printed(figure, slot[3], slot[1])]
        done = slot.end()
    return tuple(each for each in [*made, text[done:]] if each)


def record() -> dict[str, Any]:
    """What the snapshot keeps of the report."""
    return issued.record(document(), Origin())


def paragraphs(kept: dict[str, Any], marks: bool = True) -> list[Paragraph]:
    """The document as a reader gives it when nobody touched it."""
    return [
        Paragraph(
            number,
            each["text"],
            Place(*(each[name] for name in ("table", "row", "column", "columns", "rows"))) if each["table"] else None,
            tuple(Mark(one["mark"], one["start"], one["end"]) for one in each["figures"]) if marks else (),
            each["style"],
        )
        for number, each in enumerate(kept["paragraphs"], 1)
    ]


def reading(found: Sequence[Paragraph], kind: str = "docx", document_id: str | None = None) -> Reading:
    """Paragraphs numbered anew."""
    numbered = (
        Paragraph(number, each.text, each.place, each.marks, each.style, each.level)
        for number, each in enumerate(found, 1)
    )
    return Reading("报告.docx", kind, tuple(numbered), document_id)


def edited(old: str, new: str, times: int = -1, marks: bool = False) -> list[Finding]:
    """The findings when `old` was replaced by `new` in every paragraph, or in the first `times` that hold it."""
    left = times
    found = []
    for each in paragraphs(record(), marks):
        text = each.text
        if old in text and left:
            text, left = text.replace(old, new, 1 if times > 0 else -1), left - 1
        found.append(Paragraph(each.number, text, each.place, each.marks if text == each.text else (), each.style))
    assert left < max(times, 0) or times < 0, f"没有“{old}”"
    return compare(reading(found), record())


def found_in(change: Callable[[list[Paragraph]], list[Paragraph]], marks: bool = True) -> list[Finding]:
    """The findings after `change` made other paragraphs of the untouched ones."""
    return compare(reading(change(paragraphs(record(), marks))), record())


def told(findings: Sequence[Finding]) -> list[tuple[str, str | None, str | None]]:
    """Code, issued and found of each finding."""
    return [
        (each.code.removeprefix("against."), each.computation.stated, each.computation.computed)
        for each in findings
        if each.computation
    ]
