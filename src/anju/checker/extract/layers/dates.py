"""第二层：日期和年份；遮住之前记下来，后面的数要知道自己说的是哪一年。"""

from __future__ import annotations

import re
from dataclasses import dataclass

_CN = "[〇○零一二三四五六七八九]"
_YEAR = rf"(?:(?P<year>(?:19|20)\d\d)|(?P<words>[一二]{_CN}{{3}}))"
_DASH = r"[-—–~至到]+"
_MONTH = r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})"
_TAIL = rf"(?:\s?{_MONTH}(?:{_DASH}{_MONTH})?月(?:份|\s?(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[日号])?)?"
_PATTERN = re.compile(
    rf"(?P<until>截[至止]到?)?(?:"
    rf"(?:19|20)\d\d年?(?:度)?{_DASH}(?P<last>(?:19|20)\d\d)年(?:度)?(?:{_TAIL})"
    rf"|{_YEAR}年(?:度|初|末|底|前|上半年|下半年|第?[一二三四]季度)?{_TAIL}(?P<end>末|底|前)?"
    rf"|(?<![\d.])(?P<iso>(?:19|20)\d\d)(?P<gap>[-/.])(?:0?[1-9]|1[0-2])(?P=gap)(?:0?[1-9]|[12]\d|3[01])(?![\d.])"
    rf"|(?P<masked>20[xX×*]{{2}})年(?:度)?{_TAIL}"
    rf"|(?<![\d.])\d{{1,2}}(?:{_DASH}\d{{1,2}})?月(?:份|\d{{1,2}}[日号])?(?P<month>末|底|前|初)?"
    rf"|上半年|下半年|第[一二三四1-4]季度|[\"“]?十[二三四五六]五[\"”]?(?:期间|时期)?"
    rf")"
)
_VALUES = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}


@dataclass(frozen=True, slots=True)
class Dated:
    """A date over [start, end). `year`: the year, or None when only a month is named; `exact` as it is written,
    which two facts must share to be of one period; `until`: as of that day."""

    start: int
    end: int
    year: int | None
    exact: str
    until: bool


def dates(text: str) -> list[Dated]:
    """The dates of a plain text, in order."""
    found = []
    for match in _PATTERN.finditer(text):
        if match["words"] and not match[0].startswith(match["words"] + "年"):
            continue
        found.append(Dated(match.start(), match.end(), _year(match), _exact(match[0]), bool(match["until"])))
    return found


def _year(match: re.Match[str]) -> int | None:
    if match["words"]:
        return int("".join(str(_VALUES[each]) for each in match["words"]))
    digits = match["last"] or match["year"] or match["iso"]
    return int(digits) if digits else None


def _exact(written: str) -> str:
    plain = re.sub(r"截[至止]到?|\s", "", written)
    return re.sub(r"^((?:19|20)\d\d)年度?$", r"\1年", plain)
