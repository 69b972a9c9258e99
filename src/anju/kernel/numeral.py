"""读数：阿拉伯数字与中文数字，全角、千分位、正负号都认；有歧义的一概不认。"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal


class NotANumber(ValueError):
    """不是一个确定的数。"""


_LONGEST = 64  # nobody types a longer figure, and a crafted one must not cost time
_DIGITS = r"(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)"
_GROUPS = r"[1-9][0-9]{0,2}(?P<gap>[,' ])[0-9]{3}(?:(?P=gap)[0-9]{3})*(?:\.[0-9]+)?"
_PLAIN = re.compile(rf"[+-]?{_DIGITS}")
_ARABIC = re.compile(rf"(?P<digits>[+-]?(?:{_GROUPS}|{_DIGITS})) ?(?P<scale>万亿|亿|万)?")
_GAPS = re.compile(r"[,' ]")
_ZEROS = {None: "", "万": "E4", "亿": "E8", "万亿": "E12"}

_SPELT = str.maketrans(
    "−’〇○◯壹贰叁肆伍陆柒捌玖拾佰仟两貳陸萬億兩負點",
    "-'零零零一二三四五六七八九十百千二二六万亿二负点",
)
_VALUES = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_SCALES = {"万": 10**4, "亿": 10**8}

# The written grammar: a skipped place needs exactly one 零. 一千二 (1200 in speech, 1002 by the letter) and
# 七八 (seven or eight) are refused because they have two readings.
_D = "[一二三四五六七八九]"
_TENS = f"{_D}?十{_D}?"
_HUNDREDS = f"{_D}百(?:{_TENS}|零{_D})?"
_THOUSANDS = f"{_D}千(?:{_HUNDREDS}|零(?:{_TENS}|{_D}))?"
_FIRST = f"(?:{_THOUSANDS}|{_HUNDREDS}|{_TENS}|{_D})"
_NEXT = f"(?:零?{_THOUSANDS}|零(?:{_HUNDREDS}|{_TENS}|{_D}))"
_WORDS = f"{_FIRST}(?:万{_NEXT}?|亿(?:{_NEXT}万{_NEXT}?|零{_FIRST})?)?"
_ROW = "[零一二三四五六七八九]"
_ROWS = f"{_ROW}{{3,}}|零{_ROW}?|{_ROW}零"
_CHINESE = re.compile(rf"(?P<sign>负?)(?:(?P<row>{_ROWS})|(?P<words>{_WORDS}))(?:点(?P<part>{_ROW}+))?")


def read_number(text: str) -> Decimal:
    """The exact number a person wrote; NotANumber, with a Chinese sentence, for anything else.

    Taken: full-width digits, thousands parted by "," "，" "'" or a blank, a sign, 万 or 亿 behind the digits,
    Chinese numerals (七, 二十三, 二〇二四, 一千二百, 两). Refused: 1,23 and 1.2.3 and 7-8 and 约7.
    """
    stripped = text.strip()
    if len(stripped) <= _LONGEST:
        if _PLAIN.fullmatch(stripped):
            return Decimal(stripped)
        cleaned = _cleaned(stripped)
        number = _arabic(cleaned)
        if number is None:
            number = _chinese(cleaned)
        if number is not None:
            return number
    if not stripped:
        raise NotANumber("这里是空白，应填一个数")
    raise NotANumber(f"“{stripped[:20]}”不是一个确定的数，请只填数字，如2033.23")


def half_width(text: str) -> str:
    """Full-width and other disguises made plain; ② and ² are no digits of a number and stay as they are."""
    return text if text.isascii() else "".join(map(_plain_character, text))


def _cleaned(text: str) -> str:
    """One width, one minus, one set of Chinese digits."""
    return half_width(text).translate(_SPELT).strip()


def _plain_character(character: str) -> str:
    plain = unicodedata.normalize("NFKC", character)
    disguised = plain.isdigit() and unicodedata.decimal(character, None) is None
    return character if disguised else plain


def _arabic(text: str) -> Decimal | None:
    match = _ARABIC.fullmatch(text)
    if match is None:
        return None
    number = Decimal(_GAPS.sub("", match["digits"]) + _ZEROS[match["scale"]])
    return Decimal(f"{number:f}")


def _chinese(text: str) -> Decimal | None:
    match = _CHINESE.fullmatch(text)
    if match is None:
        return None
    whole = _row(match["row"]) if match["row"] else str(_words(match["words"]))
    part = f".{_row(match['part'])}" if match["part"] else ""
    return Decimal(("-" if match["sign"] else "") + whole + part)


def _row(text: str) -> str:
    return "".join(str(_VALUES[character]) for character in text)


def _words(text: str) -> int:
    """The value of a text the grammar has let through."""
    total = section = digit = 0
    for character in text:
        if character in _VALUES:
            digit = _VALUES[character]
        elif character in _PLACES:
            section += (digit or 1) * _PLACES[character]
            digit = 0
        else:
            total += (section + digit) * _SCALES[character]
            section = digit = 0
    return total + section + digit
