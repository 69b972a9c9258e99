"""一份报告的核查结果印在终端上：像审阅的人写意见那样，先说要改的，再说核对过、对得上的。"""

from __future__ import annotations

from rich.console import Console

from anju.checker.checked import Checked
from anju.checker.relation import Relation, Result
from anju.cli._print import hanging, heading
from anju.kernel.finding import Finding, Severity, Status

_MOST_HELD, _MOST_PLACES = 30, 4


def print_checked(out: Console, checked: Checked, path: str = "") -> None:
    """What a reviewer would ask about the report, and what was compared and held."""
    heading(out, f"核对报告：{path or checked.reading.path}")
    for note in checked.reading.notes:
        hanging(out, "注意：", note)
    _summary(out, checked)
    sections = _sections(checked)
    _findings(out, "要说明或改正的", [each for each in checked.findings if each.status is Status.OPEN], sections)
    _findings(out, "报告自己已写明的", [each for each in checked.findings if each.status is Status.DECLARED], sections)
    _held(out, [each for each in checked.relations if each.result is Result.HELD])


def print_unreadable(out: Console, path: str, error: str) -> None:
    heading(out, f"核对报告：{path}")
    hanging(out, "没有查：", error)


def _summary(out: Console, checked: Checked) -> None:
    counts = {
        severity: sum(1 for each in checked.findings if each.severity is severity and each.status is Status.OPEN)
        for severity in Severity
    }
    found = "、".join(f"{severity.label}{count}条" for severity, count in counts.items())
    held, failed = checked.count(Result.HELD), checked.count(Result.FAILED)
    open_ended = checked.count(Result.NOT_ASSESSABLE)
    out.print(f"{found}。")
    also = f"，另有{open_ended}条无从核对" if open_ended else ""
    total = f"读出{checked.figures}个数，核对了它们之间的{held + failed}条关系"
    hanging(out, "", f"{total}：对得上的{held}条，对不上的{failed}条{also}。")


def _sections(checked: Checked) -> dict[int, str]:
    """For each paragraph the heading it stands under: nobody counts to the 370th."""
    found, heads = {}, [""] * 9
    for paragraph in checked.reading.paragraphs:
        if paragraph.level is not None and paragraph.place is None:
            level = min(paragraph.level, len(heads))
            heads[level - 1 :] = [paragraph.text.strip(), *[""] * (len(heads) - level)]
        found[paragraph.number] = " ".join(head for head in heads[:2] if head)
    return found


def _findings(out: Console, title: str, findings: list[Finding], sections: dict[int, str]) -> None:
    if findings:
        out.print()
        out.print(f"{title}（{len(findings)}条）")
    for number, finding in enumerate(findings, 1):
        hanging(out, f"{number:>3}. ", f"【{finding.severity.label}】{finding.message}")
        places = [each for each in (finding.where, *finding.related) if sections.get(each.paragraph or 0)]
        named = dict.fromkeys(f"第{each.paragraph}段在“{sections[each.paragraph or 0]}”" for each in places)
        if named:
            hanging(out, "     位置：", "；".join(list(named)[:_MOST_PLACES]))


def _held(out: Console, relations: list[Relation]) -> None:
    if not relations:
        return
    out.print()
    out.print(f"核对过、对得上的（{len(relations)}条）")
    for relation in relations[:_MOST_HELD]:
        hanging(out, "  - ", _said(relation))
    if len(relations) > _MOST_HELD:
        out.print(f"    ……其余{len(relations) - _MOST_HELD}条见 --format json")


def _said(relation: Relation) -> str:
    computation = relation.computation
    numbers = sorted({each.paragraph or 0 for each in (relation.where, *relation.related)})
    where = f"第{'、'.join(map(str, numbers[:_MOST_PLACES]))}{'等' if len(numbers) > _MOST_PLACES else ''}段"
    if computation is None and not relation.formula:
        return where
    return f"{where}：{relation.formula or '；'.join(computation.operands if computation else ())}"
