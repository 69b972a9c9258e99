"""统一社会信用代码：十八位，末位为校验码（GB 32100-2015）。"""

from __future__ import annotations

import re

from anju.kernel.numeral import half_width


class BadCreditCode(ValueError):
    """统一社会信用代码有误。"""


# Ten digits and the letters but I O S V Z, which are too easily misread; the place in the row is the value.
_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_VALUES = {character: value for value, character in enumerate(_ALPHABET)}
_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_BLANK = re.compile(r"\s+")


def normalise(code: str) -> str:
    """Half-width capitals without blanks, as the certificate prints it."""
    return _BLANK.sub("", half_width(code)).upper()


def check_character(first17: str) -> str:
    """The eighteenth character that belongs to the first seventeen; BadCreditCode when they are no code."""
    if len(first17) != 17:
        raise BadCreditCode(f"统一社会信用代码前段应为17位，写了{len(first17)}位")
    _refuse_strangers(first17)
    total = sum(_VALUES[character] * weight for character, weight in zip(first17, _WEIGHTS, strict=True))
    return _ALPHABET[-total % 31]


def check(code: str) -> None:
    """Return when the code is sound after `normalise`; else BadCreditCode says what is wrong with it."""
    plain = normalise(code)
    if len(plain) != 18:
        raise BadCreditCode(f"统一社会信用代码应为18位，“{plain[:20]}”有{len(plain)}位")
    _refuse_strangers(plain)
    if not plain[2:8].isdigit():
        raise BadCreditCode(f"统一社会信用代码“{plain}”的第3至8位是登记机关的区划代码，应全为数字")
    if check_character(plain[:17]) != plain[17]:
        raise BadCreditCode(f"统一社会信用代码“{plain}”的校验码不符，至少有一位写错，请对照证照核对")


def _refuse_strangers(code: str) -> None:
    strangers = "、".join(dict.fromkeys(character for character in code if character not in _VALUES))
    if strangers:
        raise BadCreditCode(f"统一社会信用代码“{code[:20]}”含有不该出现的字符：{strangers}")
