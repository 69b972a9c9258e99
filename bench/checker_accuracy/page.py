"""把量到的写成一页中文：docs/reference/checker-accuracy.md，也照样打印出来。"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from checker_accuracy import tally
from checker_accuracy.mutation import Outcome, Trial
from checker_accuracy.seed import Verdict
from checker_accuracy.speed import Ratio

MADE = "<!-- 由 make bench-checker 量出来写成，不要手改 -->"
WORDINGS = {"independent": "另写的句子和表格", "own": "本软件写的报告"}


@dataclass
class Measured:
    """All that was measured in one run. `dev` is empty where no annotated reports were given."""

    trials: list[Trial] = field(default_factory=list)
    verdict: Verdict | None = None
    ratios: list[Ratio] = field(default_factory=list)
    dev: Counter[str] = field(default_factory=Counter)


def page(measured: Measured) -> str:
    """The whole page, with a line feed at its end."""
    parts = ["# 核查准不准", "", MADE, "", *_opening()]
    parts += ["", "## 标注过的公开报告", "", *_dev(measured.dev)]
    parts += ["", "## 改动一处，查不查得出", "", *_mutation(measured.trials)]
    if measured.verdict is not None:
        parts += ["", "## 随附的磴口县报告", "", *_seed(measured.verdict)]
    parts += ["", "## 快慢", "", *_speed(measured.ratios)]
    return "\n".join(parts) + "\n"


def _opening() -> Iterator[str]:
    yield (
        "这一页是一条命令量出来的：`make bench-checker`。数目随规则改进而变，改了规则就重新量。"
        "没有达到要求的照实写“没有达到”。"
    )


def _met(held: bool) -> str:
    return "达到" if held else "没有达到"


def _dev(dev: Counter[str]) -> Iterator[str]:
    if not dev:
        yield "这次没有量：标注过的报告不随软件分发。有的话，用环境变量 `ANJU_CHECK_DEV` 写明文件夹。"
        return
    held, failed = dev["relations"], dev["conflicting"]
    found = tally.Count(dev["found relations"] + dev["found conflicting"], held + failed)
    genuine = tally.Count(dev["found genuine"], dev["genuine"])
    yield f"{dev['texts']} 份公开报告的摘录，共 {dev['figures']} 个数，不随软件分发；数的关系和矛盾由人逐条列出。"
    yield "改规则的人看过这些报告，所以这里的数偏好看；没看过的报告由别人另外量。"
    yield ""
    yield "| 量什么 | 量到 | 要求 | |"
    yield "| --- | --- | --- | --- |"
    yield f"| 列出的关系，找到的 | {found} | ≥ 75% | {_met(found.share >= 0.75)} |"
    yield f"| 其中相符的关系 | {tally.Count(dev['found relations'], held)} | | |"
    yield f"| 真正的矛盾，报出来的（警告以上） | {genuine} | {dev['genuine']} 处中 8 处 | {_met(genuine.part >= 8)} |"
    yield f"| 误报的错误 | {dev['false error']} | 0 | {_met(not dev['false error'])} |"
    yield f"| 误报的警告 | {dev['false warning']} | ≤ 1 | {_met(dev['false warning'] <= 1)} |"


def _mutation(trials: Sequence[Trial]) -> Iterator[str]:
    yield (
        "先造出处处相符的报告，再改动一处，看多出来的警告和错误。改错的应当查出来；意思不变的（加“约”、换单位、换次序）不该惊动。"
        "“盖到的”是改动的地方本来就在某条成立的关系里；没有第二处可以对照的数，谁也查不出。"
    )
    yield ""
    yield "| | " + " | ".join(WORDINGS.values()) + " | 合计 | 要求 | |"
    yield "| --- | --- | --- | --- | --- | --- |"
    groups = [[each for each in trials if each.wording == wording] for wording in WORDINGS] + [list(trials)]
    yield _row("报告", [str(len(group)) for group in groups])
    yield _row("其中的数", [str(sum(each.figures for each in group)) for group in groups])
    yield _row("在成立的关系里的数", [str(tally.covered(group)) for group in groups])
    both = [tally.killed(tally.outcomes(group, False)) for group in groups]
    yield _row("改错的查出：盖到的", [str(each[0]) for each in both], "≥ 95%", both[-1][0].share >= tally.COVERED)
    yield _row("改错的查出：全部", [str(each[1]) for each in both], "≥ 70%", both[-1][1].share >= tally.ALL)
    same = [tally.fired(tally.outcomes(group, True)) for group in groups]
    yield _row("意思不变却惊动", [str(each) for each in same], "0", same[-1].part == 0)
    false = [tally.false_alarms(group) for group in groups]
    yield _row("没改就报的（其中错误）", [f"{each[0]}（{each[1]}）" for each in false])
    yield from _operators(trials)
    yield from _wordings()


def _row(name: str, cells: Sequence[str], asked: str = "", held: bool | None = None) -> str:
    verdict = "" if held is None else _met(held)
    return f"| {name} | {' | '.join(cells)} | {asked} | {verdict} |"


def _operators(trials: Sequence[Trial]) -> Iterator[str]:
    yield from ("", "| 改错的办法 | 盖到的查出 | 全部查出 |", "| --- | --- | --- |")
    for name, some in tally.by_operator(tally.outcomes(trials, False)):
        yield f"| {name} | {' | '.join(map(str, tally.killed(some)))} |"
    yield from ("", "| 意思不变的办法 | 惊动 |", "| --- | --- |")
    for name, some in tally.by_operator(tally.outcomes(trials, True)):
        yield f"| {name} | {tally.fired(some)} |"
    table = [each for each in tally.outcomes(trials, False) if each.table]
    text = [each for each in tally.outcomes(trials, False) if not each.table]
    yield from ("", "| 改在哪里 | 盖到的查出 | 全部查出 |", "| --- | --- | --- |")
    yield _place("表格里", table)
    yield _place("正文里", text)


def _place(name: str, some: Sequence[Outcome]) -> str:
    return f"| {name} | {' | '.join(map(str, tally.killed(some)))} |"


def _wordings() -> Iterator[str]:
    yield ""
    yield (
        "“另写的”是四种报告（绩效自评、决算说明、审计公告、民生实事通报）的句子和表格，写的人没有看过核查的语法和规则；"
        "但量出来的漏报和误报，改规则的人看得到，规则也照着改过，所以不是没看过的报告。"
        "“本软件写的”是虚构的县成文后的正文，加上改造小区一览表和项目支出绩效自评表；县是虚构的，十几种规模。"
        "每份报告抽若干个数，各改一遍；年份、名单、计划与实际、挪动分项各抽三处。种子固定，重跑得到同样的改动。"
        "名单后面有“等”的，少一个名字不算错，只试多一个的。"
    )


def _seed(verdict: Verdict) -> Iterator[str]:
    yield "名单是规则写成以前，人读原报告列出的数字毛病；随附的报告是另写的一份，数字和毛病照旧。"
    yield ""
    yield "| 号 | 毛病 | 单凭数能查 | 查出 |"
    yield "| --- | --- | --- | --- |"
    for fault, finding in verdict.found:
        found = "没有" if finding is None else f"{finding.severity.label} `{finding.code}`"
        yield f"| {fault.number} | {fault.what} | {'能' if fault.arithmetic else '要看措辞'} | {found} |"
    yield ""
    arithmetic = [finding for fault, finding in verdict.found if fault.arithmetic]
    counted = tally.Count(sum(each is not None for each in arithmetic), len(arithmetic))
    yield (
        f"单凭数能查的查出 {counted}。名单以外报了 {len(verdict.beyond)} 处。"
        f"两处本来相符的（2021＋79.01＝2100.01，7个小区的名单），列为相符的有 {verdict.held} 处。"
    )


def _speed(ratios: Sequence[Ratio]) -> Iterator[str]:
    yield "只写比值：同一次运行里轮流跑，取中位数；全程是从文件到全部发现。"
    yield ""
    yield "| 比什么 | 倍数 | 要求 | |"
    yield "| --- | --- | --- | --- |"
    for each in ratios:
        asked, held = ("", "") if each.most is None else (f"≤ {each.most:g}", _met(each.held))
        yield f"| {each.what} | {each.found:.2f} | {asked} | {held} |"
