"""日期次序不对：完工早于开工、验收早于完工、截止早于起始、晚于落款；没有这一天、星期不对、文号年份不对也在内。

Only dates that name a year and a month, in one sentence, none of them planned. Warnings. Wrong when the dates are of
two works: write which date is of which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from anju.checker.extract import Extract
from anju.checker.extract.sentences import Sentence
from anju.checker.relation import Relation, Result
from anju.checker.rules._days import DAY, Day, days
from anju.kernel.finding import Computation, Severity

AUDIT_POINTS = ("P04",)
WHY = "开工、完工、验收、付款的日期是程序合不合规的依据。先验收后完工这样的次序，审计一眼就看出来。"
WRONG = "项目于2023年6月5日开工，2023年3月20日完工。"
RIGHT = "项目于2023年3月5日开工，2023年6月20日完工。"
MISTAKEN = "两个日期说的不是同一个项目，或者一个是计划、一个是实际。"
SETTLE = "按施工许可、竣工验收记录上的日期改正；不是同一项目的，分开写。"

_STAGES = ("开工", "完工", "验收")
_EVENTS = {"开工": 0, "动工": 0, "启动": 0, "完工": 1, "竣工": 1, "建成": 1, "验收": 2, "交付": 2}
_BEHIND = re.compile(
    r"(?:正式|全面|全部|已|陆续|通过|组织|进行)?(?P<event>开工|动工|完工|竣工|建成|验收|交付)(?!计划|前|之前|率|备案)"
)
_AHEAD = re.compile(r"(?P<event>开工|完工|竣工|验收|交付)(?:时间|日期|日)?(?:为|是|:|于)+$")
_PLANNED = re.compile("计划|拟|预计|原定|应于|要求|力争|确保|将于|目标|延期|推迟|第[一二三四]批|分别|另")
_BETWEEN = re.compile(r"(?:\([^()]{1,8}\))?[至到—–~-]+")
_WEEKDAY = re.compile(r"[,(]?(?:星期|周)(?P<day>[一二三四五六日天])")
_WEEK = "一二三四五六日"
_NUMBER = re.compile(
    rf"{DAY}[,]?[\u4e00-\u9fff]{{0,16}}(?:印发|下发)(?:了)?《[^》]{{2,60}}》\([^()]{{0,20}}[〔\[](?P<of>(?:19|20)\d\d)[〕\]]"
)
_SIGNED = re.compile(rf"{DAY}")
_UNTIL = re.compile("截[至止]到?$")
_LAST = 8
"""Paragraphs at the end in which the date of signing stands alone."""


def check(extract: Extract) -> Iterator[Relation]:
    signed = _signed(extract)
    for sentence in extract.sentences:
        text = extract.plain(sentence)
        if "月" not in text:
            continue
        found = list(days(text))
        for day in found:
            yield from _by_itself(extract, sentence, text, day)
            if (
                signed is not None
                and _UNTIL.search(text[: day.start])
                and not _PLANNED.search(text)
                and day.after(signed)
            ):
                told = f"“截至{day.text}”比落款的{signed.text}还晚"
                yield _relation(extract, sentence, (day, signed), told, "若是更新后未改落款，请改落款")
        yield from _ranges(extract, sentence, text, found)
        if not _PLANNED.search(text):
            yield from _stages(extract, sentence, text, found)
        yield from _numbers(extract, sentence, text)


def _signed(extract: Extract) -> Day | None:
    """The date that stands alone at the end."""
    for source in reversed(list(extract.sources.values())[-_LAST:]):
        text = source.folded.text.strip()
        if source.paragraph.place is None and _SIGNED.fullmatch(text):
            return next(days(text))
    return None


def _by_itself(extract: Extract, sentence: Sentence, text: str, day: Day) -> Iterator[Relation]:
    if day.first is None or day.last is None:
        yield _relation(extract, sentence, (day,), f"“{day.text}”，历上没有这一天", "请对照原件")
        return
    found = _WEEKDAY.match(text[day.end : day.end + 6])
    if found is not None and day.first == day.last:
        right = _WEEK[day.first.weekday()]
        if found["day"].replace("天", "日") != right:
            told = f"“{day.text}{found[0].lstrip(',(')}”，这一天是星期{right}"
            yield _relation(extract, sentence, (day,), told, "请对照日历，核对日期和星期")


def _ranges(extract: Extract, sentence: Sentence, text: str, found: Sequence[Day]) -> Iterator[Relation]:
    """2023年6月至2023年3月."""
    for one, other in pairwise(found):
        if _BETWEEN.fullmatch(text[one.end : other.start]) and one.first is not None and other.first is not None:
            told = f"“{text[one.start : other.end]}”，起在止后"
            yield _ordered(extract, sentence, (one, other), told, "若跨年度，请写明年份")


def _stages(extract: Extract, sentence: Sentence, text: str, found: Sequence[Day]) -> Iterator[Relation]:
    """Each stage of works once in the sentence, in their order."""
    staged: dict[int, Day] = {}
    for day in found:
        event = _BEHIND.match(text[day.end : day.end + 8]) or _AHEAD.search(text[max(0, day.start - 10) : day.start])
        if event is None:
            continue
        stage = _EVENTS[event["event"]]
        if stage in staged:
            return
        staged[stage] = day
    for one, other in pairwise(sorted(staged)):
        told = (
            f"{_STAGES[other]}写的是{staged[other].text}，{_STAGES[one]}写的是{staged[one].text}，{_STAGES[other]}在前"
        )
        yield _ordered(extract, sentence, (staged[one], staged[other]), told, "若说的不是同一个项目，请分开写")


def _numbers(extract: Extract, sentence: Sentence, text: str) -> Iterator[Relation]:
    """2023年5月印发《…》（…〔2022〕8号）."""
    for match in _NUMBER.finditer(text):
        day = next(days(match[0]))
        if match["of"] != match["year"]:
            shifted = Day(match.start(), match.start() + len(day.text), day.text, day.first, day.last)
            told = f"“{day.text}”印发的文件，文号年份是〔{match['of']}〕"
            yield _relation(extract, sentence, (shifted,), told, "若是转发以前的文件，请写明")


def _ordered(extract: Extract, sentence: Sentence, pair: tuple[Day, Day], told: str, mend: str) -> Relation:
    one, other = pair
    if one.after(other):
        return _relation(extract, sentence, pair, told, mend)
    where = extract.where(sentence.paragraph, sentence.start + one.start, sentence.start + one.end)
    computation = Computation(one.text, other.text, (one.text, other.text))
    return Relation(Result.HELD, where, (), computation, formula=f"{one.text}不晚于{other.text}")


def _relation(extract: Extract, sentence: Sentence, of: Sequence[Day], told: str, mend: str) -> Relation:
    day = of[0]
    where = extract.where(sentence.paragraph, sentence.start + day.start, sentence.start + day.end)
    spot = extract.sources[sentence.paragraph].paragraph.spot
    message = f"{spot}{told}，请核。{mend}；否则请更正日期。"
    computation = Computation(day.text, "", tuple(each.text for each in of))
    return Relation(Result.FAILED, where, (), computation, Severity.WARNING, message)
