"""评分表印在终端上：已证实多少、还能补多少、已经失去多少，一项一行，算式在后。"""

from __future__ import annotations

from rich.console import Console

from anju.cli._print import hanging, heading, table
from anju.kernel.code_identity import code_identity
from anju.kernel.finding import Finding
from anju.kernel.outcome import Missing, NotApplicable, Value
from anju.kernel.period import chinese_date
from anju.policy.scheme import Group, Item, points_text
from anju.scoring.advise import Advice
from anju.scoring.assess import Assessment
from anju.scoring.evaluation import Evaluation, ItemScore, PartScore
from anju.scoring.grade import bands_in_words

BAR = 50


def print_sheet(out: Console, assessment: Assessment) -> None:
    _head(out, assessment)
    _items(out, assessment)
    _working(out, assessment)
    _findings(out, assessment.findings)
    _advice(out, assessment.advice)
    _identity(out, assessment)


def _head(out: Console, assessment: Assessment) -> None:
    head, found = assessment.snapshot.head, assessment.evaluation
    out.print(f"{head.region_name}（{head.region}）{head.year}年度城镇老旧小区改造绩效评价")
    out.print(f"评分表：{found.scheme.title}（{found.scheme.code}）")
    out.print(f"截至日：{chinese_date(assessment.occasion.as_of)}")
    out.print()
    total = f"满分{points_text(found.scheme.total)}分"
    out.print(f"总分：已证实{points_text(found.confirmed)}分，最多{points_text(found.at_most)}分（{total}）")
    out.print(f"      [{_bar(found.confirmed, found.at_most, found.scheme.total)}] #已证实 /还能补 .已失去")
    out.print(f"等级：{_grade(found)}")
    bands = assessment.occasion.policy.parameters[found.scheme.grades]
    here = bands.at(found.scheme.region, assessment.occasion.year_end)
    out.print(f"      分档：{bands_in_words(here.value)}（{here.citation.assurance.label}）")


def _bar(low: int, high: int, total: int) -> str:
    proved, possible = low * BAR // total, high * BAR // total
    return "#" * proved + "/" * (possible - proved) + "." * (BAR - possible)


def _grade(found: Evaluation) -> str:
    return found.grade or f"不能定（{found.why_no_grade}）"


def _items(out: Console, assessment: Assessment) -> None:
    heading(out, "一、评分")
    numbers = ("分值", "已证实", "还能补", "已失去")
    rows = table("代码", "指标", *numbers, "佐证", "结论", right=numbers)
    for group in assessment.evaluation.scheme.groups.values():
        items = [item for item in assessment.evaluation.items if item.item.group == group.code]
        rows.add_row(group.code, group.title, *_points(group, items), "", "")
        for item in items:
            rows.add_row(item.item.code, "  " + item.item.title, *_points(item.item, [item]), *_verdict(item))
    out.print(rows)


def _points(of: Group | Item, items: list[ItemScore]) -> tuple[str, str, str, str]:
    low, high = sum(i.confirmed for i in items), sum(i.at_most for i in items)
    inapplicable = sum(p.part.points for i in items for p in i.parts if isinstance(p.outcome, NotApplicable))
    lost = of.points - high - inapplicable
    return points_text(of.points), points_text(low), points_text(high - low), points_text(max(lost, 0))


def _verdict(item: ItemScore) -> tuple[str, str]:
    grade = f"{item.grade}级" if item.grade else "无"
    gate = any(part.part.rule == "gate" for part in item.parts)
    if isinstance(item.outcome, NotApplicable):
        return grade, "不适用"
    if isinstance(item.outcome, Missing):
        return grade, "说不清" if gate else "未填报"
    lacking = [part for part in item.parts if isinstance(part.outcome, Missing)]
    if gate:
        return grade, "通过" if all(part.outcome == Value(True) for part in item.parts) else "未通过"
    return grade, f"{len(lacking)}个评分点未填报" if lacking else "已填报"


def _working(out: Console, assessment: Assessment) -> None:
    heading(out, "二、逐项算式")
    for item in assessment.evaluation.items:
        out.print(f"{item.item.code} {item.item.title}（{points_text(item.item.points)}分）")
        for part in item.parts:
            hanging(out, "    ", f"{part.title}（{points_text(part.part.points)}分）：{_lines(part)}")


def _lines(part: PartScore) -> str:
    return "；".join(part.working)


def _findings(out: Console, findings: tuple[Finding, ...]) -> None:
    heading(out, f"三、核出的问题（{len(findings)}条）")
    if not findings:
        out.print("没有核出问题。")
    for number, finding in enumerate(findings, 1):
        hanging(out, f"{number:>3}. ", f"【{finding.severity.label}】{finding.message}{_place(finding)}")


def _place(finding: Finding) -> str:
    where = finding.where
    if where.sheet:
        return f"（工作表“{where.sheet}”{where.cell or ''}）"
    return ""


def _advice(out: Console, advice: tuple[Advice, ...]) -> None:
    heading(out, "四、补什么最管用（按能多证实的分从多到少）")
    if not advice:
        out.print("没有可补的材料。")
    for number, each in enumerate(advice, 1):
        what = f"{each.item.item.code} {each.item.item.title}·{each.part.title}"
        hanging(out, f"{number:>3}. ", f"＋{points_text(each.gain)}分　{what}：{'；'.join(each.says)}")


def _identity(out: Console, assessment: Assessment) -> None:
    heading(out, "五、凭此可以重算")
    out.print(f"快照 {assessment.snapshot.hash}")
    out.print(f"政策 {assessment.occasion.policy.hash}")
    out.print(f"代码 {code_identity()}")
    out.print(f"评分表 {assessment.evaluation.scheme.code}　截至日 {assessment.occasion.as_of.isoformat()}")
