"""规则共用：评价等次的分数段。报告自己写明的，或者所在地区规定的；两头的分界归哪一段都认。"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cache

from anju.checker.extract import Extract
from anju.policy.loader import load_policy

Band = tuple[Fraction, Fraction]
GRADE = "优秀|优等|优|良好|良|中等|中|一般|基本合格|不合格|合格|较差|差"
_SAME = {"优秀": "优", "优等": "优", "良好": "良", "中等": "中", "较差": "差"}
_NUMBER = r"\d{1,3}(?:\.\d{1,2})?"
_IN = r"(?:\((?:含|不含)[^()]{0,4}\))?"
_RANGE = (
    rf"(?P<low>{_NUMBER})分?{_IN}(?:[-—–~至到]+|(?:及)?以上[,至到、]*|≤[^\d]{{1,6}}[<≤])(?P<high>{_NUMBER})分?{_IN}(?:以下)?"
    rf"|(?P<least>{_NUMBER})分?{_IN}(?:及)?(?:以上){_IN}|(?:≥|>=)(?P<from>{_NUMBER})"
    rf"|(?P<most>{_NUMBER})分?{_IN}(?:及)?(?:以下){_IN}|(?:<|低于|不足)(?P<under>{_NUMBER})"
)
_QUOTE = "[\"“”‘’']"
_BEHIND = re.compile(
    rf"(?:{_RANGE})分?\)?(?:的|者)?[,:]?(?:等次|等级|评价等级|结果)?(?:为|是|评为|定为|评定为)?{_QUOTE}?(?P<grade>{GRADE})"
    r"(?![\u4e00-\u9fff](?<![等档级、次和者]))"
)
_AHEAD = re.compile(
    rf"{_QUOTE}?(?P<grade>{GRADE}){_QUOTE}?(?:等次|等级|级|档)?[:(为是](?:得分)?[^\d<>≥(),;。]{{0,6}}(?:{_RANGE})"
)
_TOP = Fraction(100)
_PROVINCES = {"36": "江西"}
"""Provinces whose own bands are known, by the first two digits of their code."""
COMMON: dict[str, Band] = {
    "优": (Fraction(85), Fraction(100)),
    "良": (Fraction(70), Fraction(95)),
    "中": (Fraction(55), Fraction(90)),
    "差": (Fraction(0), Fraction(75)),
}
"""As wide as any region draws them."""


def own(extract: Extract) -> dict[str, Band]:
    """The bands that the report writes down itself, by grade; empty unless it has at least three, one set."""
    found: dict[str, Band] = {}
    for source in extract.sources.values():
        text = source.folded.text
        if not re.search("优|合格", text):
            continue
        ahead, behind = (list(_read(pattern, text)) for pattern in (_AHEAD, _BEHIND))
        here = ahead if len(ahead) >= len(behind) else behind
        if len(here) < 3 or len({grade for grade, _ in here}) != len(here):
            continue
        if found and found != dict(here):
            return {}
        found = dict(here)
    return found


def regional(title: str) -> dict[str, Band]:
    """The bands of the region that the title names, for what they were made for."""
    if "老旧小区" not in title or not any(name in title for name in _PROVINCES.values()):
        return {}
    return next((dict(bands) for name, bands in _known().items() if name in title), {})


def plain(grade: str) -> str:
    """优秀 and 优 are one grade."""
    return _SAME.get(grade, grade)


def outside(score: Fraction, band: Band) -> bool:
    """Whether the score is in no reading of the band; it may be printed with decimals that were rounded."""
    return score < band[0] or score > band[1]


def _read(pattern: re.Pattern[str], text: str) -> Iterator[tuple[str, Band]]:
    for match in pattern.finditer(text):
        low = match["low"] or match["least"] or match["from"]
        high = match["high"] or match["most"] or match["under"]
        band = Fraction(low or 0), Fraction(high) if high else _TOP
        if band[0] < band[1] <= _TOP:
            yield plain(match["grade"]), band


@cache
def _known() -> Mapping[str, Iterable[tuple[str, Band]]]:
    """By the name of the province; read only for a report of one of these provinces."""
    found: dict[str, list[tuple[str, Band]]] = {}
    for each in load_policy().parameters["grades/bands"].values:
        name = _PROVINCES.get(str(each.region)[:2])
        if name is not None:
            bands = [entry.mapping() for entry in each.value.items()]
            found[name] = [
                (plain(band["grade"].text()), (band["from"].fraction(), band["to"].fraction())) for band in bands
            ]
    return found
