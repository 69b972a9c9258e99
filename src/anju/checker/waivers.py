"""说明文件：有人看过、说明理由放过的问题；数变了、到期了，就不再适用。

A list of entries, each by fingerprint (指纹) or by rule, place and values (规则 所在 数), always with reason, person
and date. PolicyError names the line of whatever cannot be used.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from anju.checker.checked import Checked
from anju.checker.fingerprint import fingerprint
from anju.checker.run import RULES
from anju.kernel.finding import Finding, Status
from anju.policy.located import Located, read_yaml

_REQUIRED = ("理由", "人", "日期")
_OPTIONAL = ("指纹", "规则", "所在", "数", "报告", "有效至")
_FIGURE = re.compile(r"[0-9]{1,20}(?:[.,][0-9]{1,20}){0,6}")
_PRINT = re.compile(r"[0-9a-f]{8,16}")
SHORT = 8
"""So many characters of a fingerprint are shown, and are enough in an entry."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """One entry: what it lets pass, and who said why until when. `number` counts from 1 in its file."""

    number: int
    reason: str
    person: str
    day: date
    until: date | None = None
    print_: str = ""
    rule: str = ""
    place: str = ""
    values: frozenset[str] = frozenset()
    report: str = ""

    @property
    def why(self) -> str:
        """原因（王某，2024-02-01）"""
        until = f"，有效至{self.until}" if self.until else ""
        return f"{self.reason}（{self.person}，{self.day}{until}）"

    def as_json(self) -> dict[str, str | None]:
        until = None if self.until is None else self.until.isoformat()
        return {"reason": self.reason, "person": self.person, "date": self.day.isoformat(), "expiry": until}


@dataclass(frozen=True)
class Settled:
    """A report after the entries were held against it: who let which finding pass, by fingerprint, and the entries
    that met something, be it in vain."""

    checked: Checked
    waived: dict[str, Waiver] = field(default_factory=dict)
    met: frozenset[int] = frozenset()


def read_waivers(path: Path) -> tuple[Waiver, ...]:
    """The entries of a file."""
    titles = {(module.__doc__ or "").strip().partition("：")[0]: code for code, module in RULES.items()}
    found = enumerate(read_yaml(path, path.name).items(), 1)
    return tuple(_entry(number, entry, titles) for number, entry in found)


def _entry(number: int, entry: Located, titles: dict[str, str]) -> Waiver:
    if not entry.is_mapping and "：" in str(entry.node.value):
        raise entry.fail("冒号要用半角的“:”，后面空一格，如“理由: 口径不同”")
    said = entry.mapping(_REQUIRED, _OPTIONAL)
    texts = {name: value.text().strip() for name, value in said.items() if name != "数"}
    for name, text in texts.items():
        if not text:
            raise said[name].fail(f"“{name}”是空的，请写明")
    if not ("指纹" in said or {"规则", "所在", "数"} <= said.keys()):
        raise entry.fail("要写“指纹”，或者“规则”“所在”“数”三样都写，才知道放过的是哪一个")
    if "指纹" in said and not _PRINT.fullmatch(texts["指纹"]):
        raise said["指纹"].fail(f"指纹是问题下面印的{SHORT}至16位小写字母和数字，照抄即可")
    rule = titles.get(texts.get("规则", ""), texts.get("规则", ""))
    if rule and rule not in RULES and "." not in rule:
        raise said["规则"].fail(f"没有“{rule}”这条规则；名称见问题前面的方括号")
    day, until = said["日期"].day(), said["有效至"].day() if "有效至" in said else None
    if until is not None and until < day:
        raise said["有效至"].fail("“有效至”早于“日期”")
    values = frozenset(map(_plain, said["数"].texts())) if "数" in said else frozenset()
    place, report = _words(texts.get("所在", "")), texts.get("报告", "")
    return Waiver(number, texts["理由"], texts["人"], day, until, texts.get("指纹", ""), rule, place, values, report)


def settle(checked: Checked, waivers: Sequence[Waiver], today: date) -> Settled:
    """Let pass what an entry in force names; say of what it names no more why it stays open."""
    name = Path(checked.reading.path).name
    entries = [each for each in waivers if each.report in ("", name)]
    waived: dict[str, Waiver] = {}
    met: set[int] = set()
    findings = []
    for finding in checked.findings:
        found = finding
        meeting = list(_meeting(finding, checked, entries, today))
        met |= {entry.number for entry, _ in meeting}
        for entry, obstacle in meeting:
            if finding.status is Status.OPEN and not obstacle:
                found = replace(finding, status=Status.WAIVED)
                waived[fingerprint(finding)] = entry
                break
            if finding.status is Status.OPEN:
                found = _told(found, obstacle)
        findings.append(found)
    return Settled(replace(checked, findings=tuple(findings)), waived, frozenset(met))


def _meeting(
    finding: Finding, checked: Checked, entries: Sequence[Waiver], today: date
) -> Iterator[tuple[Waiver, str]]:
    """The entries that are about a finding, those in force first, each with what stands in its way or nothing."""
    found = [(entry, _obstacle(entry, finding, checked, today)) for entry in entries]
    told = [(entry, obstacle) for entry, obstacle in found if obstacle is not None]
    yield from sorted(told, key=lambda each: bool(each[1]))


def _obstacle(entry: Waiver, finding: Finding, checked: Checked, today: date) -> str | None:
    """None when the entry is about something else."""
    by_print = bool(entry.print_) and fingerprint(finding).startswith(entry.print_)
    if not by_print:
        if not entry.place or entry.rule != finding.code or entry.place not in _around(finding, checked):
            return None
        if entry.print_ or not _same_values(entry, finding):
            values = f"是为{'、'.join(sorted(entry.values))}写的，" if entry.values else ""
            return f"说明文件第{entry.number}条{values}数已改变，不再适用。"
    if entry.until is not None and entry.until < today:
        return f"说明文件第{entry.number}条已于{entry.until}到期，不再适用。"
    return ""


def _same_values(entry: Waiver, finding: Finding) -> bool:
    computation = finding.computation
    if computation is None:
        return entry.values == {_plain(finding.where.text or "")}
    least = {_plain(each) for each in (computation.stated, computation.computed) if each}
    most = least | {_plain(each) for each in computation.operands}
    return least <= {_meant(each, most) for each in entry.values} <= most


def _meant(value: str, printed: Collection[str]) -> str:
    """The printed figure that an entry gives without its unit, if only one can be meant."""
    like = [
        each for each in printed if _FIGURE.fullmatch(value) and (found := _FIGURE.match(each)) and found[0] == value
    ]
    return like[0] if len(like) == 1 else value


def _around(finding: Finding, checked: Checked) -> str:
    """The text of the paragraphs that a finding is about."""
    numbers = dict.fromkeys(each.paragraph for each in (finding.where, *finding.related) if each.paragraph)
    return "\n".join(_words(checked.reading.paragraphs[number - 1].text) for number in numbers)


def _told(finding: Finding, obstacle: str) -> Finding:
    """With the obstacle said, unless the message is all that its fingerprint has."""
    told = replace(finding, message=finding.message + obstacle)
    return told if fingerprint(told) == fingerprint(finding) else finding


def _words(text: str) -> str:
    """The words of a place; whoever quotes it quotes its figures, and those may have changed."""
    return _FIGURE.sub("0", _plain(text))


def _plain(text: str) -> str:
    return "".join(text.split())
