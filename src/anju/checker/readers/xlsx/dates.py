"""日期和时间按格式印出来；1900 和 1904 两种起点都认。"""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

from anju.checker.readers.xlsx.codes import Section, Token

_DIGITS = "〇一二三四五六七八九"
_WEEKDAYS = "一二三四五六日"
_LAST_SERIAL = 2_958_465
"""31 December 9999."""
_DAY = 86_400


def formatted_date(value: Decimal, section: Section, *, from_1904: bool) -> str | None:
    """A serial number as a date, or None when it is none that Excel shows as a date."""
    if not 0 <= value <= _LAST_SERIAL:
        return None
    seconds = int((value * _DAY).to_integral_value())
    start = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 31 if value < 60 else 30)
    try:
        moment = start + timedelta(seconds=seconds)
    except OverflowError:
        return None
    half_day = "noon" in section.kinds
    shown = []
    for index, token in enumerate(section.tokens):
        if token.kind == "date":
            shown.append(_part(token.text, moment, half_day, _is_minute(section.tokens, index), section.chinese))
        elif token.kind == "elapsed":
            shown.append(str(seconds // {"h": 3600, "m": 60, "s": 1}[token.text]))
        elif token.kind == "noon":
            shown.append(_noon(token.text, moment))
        elif token.kind in {"literal", "comma", "point"} and not _behind_point(section.tokens, index):
            shown.append(token.text)
    return "".join(shown)


def _is_minute(tokens: tuple[Token, ...], index: int) -> bool:
    """m is the minute behind an hour or before a second, else the month."""
    times = [(at, each.text[0]) for at, each in enumerate(tokens) if each.kind in {"date", "elapsed"}]
    place = next(number for number, (at, _) in enumerate(times) if at == index)
    before = times[place - 1][1] if place else ""
    after = times[place + 1][1] if place + 1 < len(times) else ""
    return before == "h" or after == "s"


def _part(text: str, moment: datetime, half_day: bool, minute: bool, chinese: bool) -> str:
    kind, width = text[0], min(len(text), 2)
    if kind in "ye":
        year = f"{moment.year % 100:02d}" if text == "yy" else f"{moment.year:04d}"
        return "".join(_DIGITS[int(digit)] for digit in year) if chinese else year
    if kind == "a" or (kind == "d" and len(text) > 2):
        return ("星期" if len(text) == 4 else "周" if kind == "d" else "") + _WEEKDAYS[moment.weekday()]
    if kind == "m" and not minute and len(text) > 2:
        return f"{moment.month}月"
    hour = (moment.hour % 12 or 12) if half_day else moment.hour
    value = {"m": moment.minute if minute else moment.month, "d": moment.day, "h": hour, "s": moment.second}.get(kind)
    if value is None:
        return ""
    return _chinese(value) if chinese else f"{value:0{width}d}"


def _chinese(value: int) -> str:
    tens, ones = divmod(value, 10)
    ten = "" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十"
    return ten + (_DIGITS[ones] if ones or not tens else "")


def _noon(text: str, moment: datetime) -> str:
    return text.split("/")[moment.hour >= 12]


def _behind_point(tokens: tuple[Token, ...], index: int) -> bool:
    """The point of ss.00, whose fractions of a second are not shown."""
    return tokens[index].kind == "point" and index + 1 < len(tokens) and tokens[index + 1].kind == "digit"
