"""数按格式印出来：小数位四舍五入、千分位、百分号、缩位的逗号、夹在数字中间的字（0!.0,）。"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

from anju.checker.readers.xlsx.codes import Section, Token

EXACT = Context(prec=15, rounding=ROUND_HALF_UP)
"""Excel keeps fifteen digits; what stands behind them is noise of its doubles."""
_WIDE = Context(prec=400, rounding=ROUND_HALF_UP)
_MOST_PLACES = 30
_LARGEST = 308
_SHOWN = 10


def number(text: str) -> Decimal | None:
    """A stored value, or None when it is no number that Excel could have written."""
    try:
        found = EXACT.create_decimal(text.strip())
    except (ArithmeticError, ValueError):
        return None
    return found if found.is_finite() and abs(found.adjusted()) <= _LARGEST else None


def general(value: Decimal) -> str:
    """As a cell without a format shows it: ten digits at most, whole numbers in full."""
    if value == value.to_integral_value() and value.adjusted() < 15:
        return f"{_WIDE.quantize(value, Decimal(1)):f}" if value else "0"
    if not -9 <= value.adjusted() < 11:
        return f"{Context(prec=6).plus(value).normalize():E}"
    places = max(0, _SHOWN - max(1, value.adjusted() + 1))
    shown = f"{_WIDE.quantize(value, Decimal(1).scaleb(-places)):f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def formatted(value: Decimal, section: Section) -> str:
    """A number not below zero as the section prints it."""
    tokens = section.tokens
    if "general" in section.kinds:
        return "".join(general(value) if each.kind == "general" else _literal(each) for each in tokens)
    if "digit" not in section.kinds:
        return "".join(map(_literal, tokens))
    if "power" in section.kinds:
        return _scientific(value, tokens)
    if section.is_fraction:
        return general(value)
    return _plain(value, tokens)


def _plain(value: Decimal, tokens: tuple[Token, ...]) -> str:
    whole, fraction = _parted(tokens)
    scale, grouped = _commas(tokens)
    percents = sum(1 for each in tokens if each.kind == "percent")
    places = min(_MOST_PLACES, sum(1 for each in fraction if each.kind == "digit"))
    rounded = _WIDE.quantize(value.scaleb(2 * percents - 3 * scale), Decimal(1).scaleb(-places))
    digits, _, after = f"{rounded:f}".partition(".")
    return _whole(digits.lstrip("0"), whole, grouped) + _fraction(after, fraction)


def _parted(tokens: tuple[Token, ...]) -> tuple[list[Token], list[Token]]:
    """What stands before the decimal point and what from it on."""
    at = next((index for index, each in enumerate(tokens) if each.kind == "point"), len(tokens))
    return list(tokens[:at]), list(tokens[at:])


def _commas(tokens: tuple[Token, ...]) -> tuple[int, bool]:
    """Commas behind the last digit divide by a thousand each; one between digits groups them."""
    digits = [index for index, each in enumerate(tokens) if each.kind == "digit"]
    commas = [index for index, each in enumerate(tokens) if each.kind == "comma"]
    behind = sum(1 for index in commas if index > digits[-1])
    return behind, any(digits[0] < index < digits[-1] for index in commas)


def _whole(digits: str, tokens: list[Token], grouped: bool) -> str:
    """Digits into their places from the right, literals kept where they stand; the first place takes what is over."""
    places = [each.text for each in tokens if each.kind == "digit"]
    least = len(places) - places.index("0") if "0" in places else 0
    digits = digits.rjust(least, "0")
    shown: list[str] = []
    left, at = len(places), len(digits)
    for each in reversed(tokens):
        if each.kind == "digit":
            left -= 1
            start = max(0, at - 1) if left else 0
            shown.append(_grouped(digits, start, at) if grouped else digits[start:at])
            at = start
        else:
            shown.append(_literal(each))
    return "".join(reversed(shown)) if places else digits + "".join(reversed(shown))


def _grouped(digits: str, start: int, end: int) -> str:
    from_right = ((digits[index], len(digits) - 1 - index) for index in range(start, end))
    return "".join(digit + ("," if right and right % 3 == 0 else "") for digit, right in from_right)


def _fraction(digits: str, tokens: list[Token]) -> str:
    """Zeros that only # or ? asks for are left out from the end, and a point with nothing behind it too."""
    places = [each.text for each in tokens if each.kind == "digit"][:_MOST_PLACES]
    kept = len(places)
    while kept and places[kept - 1] != "0" and digits[kept - 1 : kept] in {"0", ""}:
        kept -= 1
    shown, at = [], 0
    for each in tokens:
        if each.kind == "digit":
            shown.append(digits[at] if at < kept else "")
            at += 1
        elif each.kind == "point":
            shown.append("." if kept and not shown else "")
        else:
            shown.append(_literal(each))
    return "".join(shown)


def _scientific(value: Decimal, tokens: tuple[Token, ...]) -> str:
    at = next(index for index, each in enumerate(tokens) if each.kind == "power")
    power = value.adjusted() if value else 0
    mantissa = tuple(each for each in tokens[:at] if each.kind != "comma")
    if not any(each.kind == "digit" for each in mantissa):
        return general(value)
    least = sum(1 for each in tokens[at:] if each.kind == "digit")
    sign = "-" if power < 0 else "+" if tokens[at].text.endswith("+") else ""
    behind = "".join(_literal(each) for each in tokens[at + 1 :] if each.kind != "digit")
    return f"{_plain(value.scaleb(-power), mantissa)}E{sign}{abs(power):0{max(1, least)}d}{behind}"


def _literal(token: Token) -> str:
    return token.text if token.kind in {"literal", "percent"} else ""
