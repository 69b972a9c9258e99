"""核查结果印在终端上：像审阅的人写意见那样，先说要改的，再说核对过、对得上的；多份的，最差的在前。"""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from anju.cli._notes import Note, Notes
from anju.cli._print import clear, hanging, heading, table
from anju.kernel.finding import Severity, Status

_MOST_ALONE, _MOST_FOUND, _MOST_FILES, _MOST_ROWS = 200, 15, 30, 200
"""So many findings are printed of a report that is checked alone, of one among others, so many reports in full, and so
many in the summary."""
_ALONE = "单独查这一份就能看全"
_NEXT = "改好以后再查一遍。有理由不改的，在报告里写明差在哪里、为什么，或者照抄指纹写进说明文件（--waivers）。"


def print_checked(out: Console, notes: Notes) -> None:
    """What a reviewer would ask about the report, and what was compared and held."""
    _report(out, notes, _MOST_ALONE)
    if notes.of(Status.OPEN):
        hanging(out, "", _NEXT)
    _undecided(out, notes)
    _held(out, notes)


def print_many(out: Console, several: Sequence[Notes]) -> None:
    """One summary, worst first, then what is to be said of each report that has something to be said of."""
    ranked = sorted(several, key=lambda each: each.rank, reverse=True)
    heading(out, f"核对{len(several)}份报告")
    _totals(out, several)
    shown = [each for each in ranked if each.error or each.notes]
    if shown:
        _table(out, shown[:_MOST_ROWS])
    clean = len(several) - len(shown)
    if clean:
        out.print(f"{'另' if shown else '全部'}{clean}份没有发现问题。")
    for notes in shown[:_MOST_FILES]:
        _report(out, notes, _MOST_FOUND)
    if len(shown) > _MOST_FILES:
        out.print()
        rest = f"其余{len(shown) - _MOST_FILES}份的问题没有印在这里"
        hanging(out, "", f"{rest}：单独查一份，就能看到那一份的；加上 --annotate 和一个文件夹，每份都写成 Word 批注。")
    if any(each.of(Status.OPEN) for each in shown):
        out.print()
        hanging(out, "", _NEXT)


def _report(out: Console, notes: Notes, most: int) -> None:
    """What was read, and what was found in it, whatever its standing, at most so many of each."""
    heading(out, f"核对报告：{notes.path}")
    if notes.error:
        hanging(out, "没有查：", notes.error)
        return
    for warned in notes.warned:
        hanging(out, "注意：", warned)
    _summary(out, notes)
    _found(out, "要说明或改正的", notes.of(Status.OPEN), most)
    _found(out, "报告自己已写明的", notes.of(Status.DECLARED), most)
    _found(out, "看过、说明理由放过的", notes.of(Status.WAIVED), most)


def _summary(out: Console, notes: Notes) -> None:
    related = f"核对了它们之间的{notes.held + notes.failed}条关系：对得上的{notes.held}条，对不上的{notes.failed}条"
    undecided = sum(count for _, count in notes.undecided)
    also = f"，另有{undecided}条说不准、未能核对" if undecided else ""
    hanging(out, "", f"{notes.read}；读出{notes.figures}个数，{related}{also}。")
    found = "、".join(f"{severity.label}{notes.count(severity)}条" for severity in Severity)
    hanging(out, "", f"{found}。" if notes.notes else f"{found}，没有发现前后对不上的数。")


def _found(out: Console, title: str, notes: Sequence[Note], most: int) -> None:
    if notes:
        out.print()
        out.print(f"{title}（{len(notes)}条）")
    for number, note in enumerate(notes[:most], 1):
        hanging(out, f"{number:>3}. ", f"【{note.severity.label}】{note.message}")
        if note.places:
            hanging(out, "     位置：", f"{note.places}。")
        if note.waiver:
            hanging(out, "     理由：", note.waiver)
        out.print(f"     规则：{note.title}；指纹 {note.fingerprint}", soft_wrap=True)
    if len(notes) > most:
        hint = _ALONE if most < _MOST_ALONE else "改好前面的再查一遍就能看到"
        out.print(f"     ……其余{len(notes) - most}条，{hint}")


def _undecided(out: Console, notes: Notes) -> None:
    if notes.undecided:
        out.print()
        said = "；".join(f"{reason}{count}条" for reason, count in notes.undecided)
        hanging(out, "", f"未能核对的（{sum(count for _, count in notes.undecided)}条）：{said}。")


def _held(out: Console, notes: Notes) -> None:
    if not notes.held:
        return
    out.print()
    out.print(f"核对过、对得上的（{notes.held}条）")
    for agreed in notes.agreed:
        hanging(out, "  - ", agreed)
    if notes.more_agreed:
        out.print(f"    ……其余{notes.more_agreed}条没有一一印出（--format json 里都有）")


def _totals(out: Console, several: Sequence[Notes]) -> None:
    counts = "、".join(f"{severity.label}{sum(each.count(severity) for each in several)}条" for severity in Severity)
    unread = sum(1 for each in several if each.error)
    figures = sum(each.figures for each in several)
    held, failed = sum(each.held for each in several), sum(each.failed for each in several)
    also = f"{unread}份没有查成；" if unread else ""
    told = f"读出{figures}个数，核对了{held + failed}条关系，对得上的{held}条，对不上的{failed}条。"
    hanging(out, "", f"{also}{counts}。{told}")


def _table(out: Console, shown: Sequence[Notes]) -> None:
    kinds = [severity.label for severity in Severity]
    made = table("文件", *kinds, "数", "对得上", "对不上", right=(*kinds, "数", "对得上", "对不上"))
    for each in shown:
        if each.error:
            made.add_row(clear(each.path), "没有查成", "", "", "", "", "")
            continue
        counts = [str(each.count(severity)) for severity in Severity]
        made.add_row(clear(each.path), *counts, str(each.figures), str(each.held), str(each.failed))
    out.print()
    out.print(made)
    out.print()
