"""第二层：日期和年份；遮住之前记下来，后面的数要知道自己说的是哪一年。"""

from __future__ import annotations

import re
from dataclasses import dataclass

_CN = "[〇○零一二三四五六七八九]"
_YEAR = r"(?:19|20)\d\d"
_DASH = r"[-—–~～至到]{1,2}"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:[12]\d|3[01]|0?[1-9]|[一二三四五六七八九十]{1,3})[日号]"
_PART = r"(?:[末底初前]|[上中下]旬)"
_TAIL = (
    rf"(?:{_MONTH}(?:(?:{_DASH}|、){_MONTH}){{0,6}}月(?:份|{_DAY}(?:{_DASH}(?:{_MONTH}月)?{_DAY})?)?{_PART}?前?"
    rf"|[上下]半年|第?[一二三四1-4](?:{_DASH}[一二三四1-4])?季度{_PART}?|前(?:[一二三1-3]个?季度|\d{{1,2}}个月))?"
)
_FULL = rf"年(?:度|初|末|底|前)?{_TAIL}{_PART}?"
_UNIT = "[万亿千百元个户栋幢套人名家处项条亩米平公㎡%‰分吨]"
# Class first, then a look back: see document_numbers.
_PATTERN = re.compile(
    r"[0-9上下第前一二三四五六七八九十近去来后“\"‘'X×x*](?<!\d\d)(?:"
    rf"(?<=[12])(?<!\d\d)(?:(?<=1)9|(?<=2)0)\d\d(?:"
    rf"年?度?{_DASH}{_YEAR}(?:学?年(?:度|[初末底])?{_TAIL}|(?!\d|\.\d|,\d|{_UNIT}))"
    rf"|(?:[、,和与及]{_YEAR}){{1,9}}年度?"
    rf"|{_FULL}"
    rf"|(?P<gap>[-/.])(?:0?[1-9]|1[0-2])(?P=gap)(?:[12]\d|3[01]|0?[1-9])(?![\d.])"
    rf"|\.(?:1[0-2]|0?[1-9]){_DASH}{_YEAR}\.(?:1[0-2]|0?[1-9])(?!\d|{_UNIT})"
    r")"
    rf"|(?<=2)(?<!\d2)0[\dxX×*][xX×*]{_FULL}"
    rf"|(?<=[X×x*])[X×x*]年(?:度|初|末|底)?{_TAIL}"
    rf"|(?<=[一二]){_CN}{{3}}{_FULL}"
    rf"|(?<=\d)(?<![\d.]\d)(?:\d?(?:(?:{_DASH}|[、,])\d{{1,2}}){{0,6}}月(?:份|{_DAY}(?:{_DASH}{_DAY})?)?{_PART}?前?"
    rf"|\d年(?=\d{{1,2}}月|度|[初末底])(?:度|{_TAIL}){_PART}?|\d?日(?![内均常]|之内|以内)|(?:{_DASH}[1-4])?季度)"
    rf"|(?<=[一二三四五六七八九十])(?:[一二]?月(?:份|{_PART}|{_DAY})?|季度|(?<=十)[一二三四五六]五(?:规划|期间|时期|[初末])?)"
    r"|(?<=[上下])半年|(?<=第)[一二三四1-4]季度|(?<=前)(?<!提前)(?:[一二三1-3]个?季度|\d{1,2}个月)"
    r"|(?:(?<=[近前])(?<!提前)|(?<=过去|未来|今后))(?:\d{1,2}|[两二三四五六七八九十])(?:个月|年)(?:[来内间里])?"
    r"|(?<=[“\"‘'])十[一二三四五六]五[”\"’'](?:规划|期间|时期|[初末])?"
    r")"
)
_YEARS = re.compile(r"(?:19|20)\d\d")
_VALUES = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_UNTIL = ("截至", "截止", "截止到", "截至到", "截止至")


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
    """The dates of a plain text, in order; of several years named in one the last."""
    found = []
    for match in _PATTERN.finditer(text):
        start, end = match.span()
        written = match[0]
        lead = next((word for word in reversed(_UNTIL) if text.endswith(word, 0, start)), "")
        found.append(Dated(start - len(lead), end, _year(written), _exact(written), bool(lead)))
    return found


def _year(written: str) -> int | None:
    digits = _YEARS.findall(written)
    if digits:
        return int(digits[-1])
    words = written[:4]
    if written[4:5] == "年" and all(each in _VALUES for each in words):
        return int("".join(str(_VALUES[each]) for each in words))
    return None


def _exact(written: str) -> str:
    if len(written) == 6 and written.endswith("年度") and written[:2] in {"19", "20"}:
        return written[:-1]
    return written
