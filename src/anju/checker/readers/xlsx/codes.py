"""数字格式代码：按分号分节，拆成占位符、照印的字、日期的零件。"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache

_LONGEST = 300
_TOKEN = re.compile(
    r'(?P<quoted>"[^"]{0,300}"?)|(?P<escaped>[\\!].)|(?P<skipped>[_*].)|(?P<bracket>\[[^\]]{0,100}\])'
    r"|(?P<general>General|G/通用格式)|(?P<noon>AM/PM|A/P|上午/下午)|(?P<power>E[+-])"
    r"|(?P<digit>[0#?])|(?P<point>\.)|(?P<comma>,)|(?P<percent>[%％])|(?P<text>@)"
    r"|(?P<date>[yY]+|[mM]+|[dD]+|[hH]+|[sS]+|[aA]{3,4}|[eE]+|[bB]+)|(?P<other>.)",
    re.DOTALL,
)
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?\d{1,15}(?:\.\d{1,10})?)\]")
_ELAPSED = re.compile(r"\[([hms])\1?\]", re.IGNORECASE)
_CURRENCY = re.compile(r"\[\$([^\]-]{0,20})(?:-[^\]]{0,20})?\]")


@dataclass(frozen=True, slots=True)
class Token:
    """`kind`: literal, digit, point, comma, percent, power, text, date, elapsed, noon or general."""

    kind: str
    text: str


@dataclass(frozen=True)
class Section:
    """What is printed for the numbers that `condition` (sign and bound) lets through, or for those of its turn."""

    tokens: tuple[Token, ...]
    condition: tuple[str, Decimal] | None = None
    chinese: bool = False

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of its tokens."""
        return frozenset(token.kind for token in self.tokens)

    @cached_property
    def is_date(self) -> bool:
        return bool(self.kinds & {"date", "elapsed", "noon"})

    @cached_property
    def is_fraction(self) -> bool:
        """# ?/?: a slash between two places."""
        digits = [index for index, each in enumerate(self.tokens) if each.kind == "digit"]
        return bool(digits) and Token("literal", "/") in self.tokens[digits[0] : digits[-1]]


@lru_cache(maxsize=1024)
def sections(code: str) -> tuple[Section, ...]:
    """The sections of a format code, one at least; a code longer than Excel allows is General."""
    if not code or len(code) > _LONGEST:
        return (Section((Token("general", ""),)),)
    found: list[Section] = []
    tokens: list[Token] = []
    condition, chinese = None, False
    for match in _TOKEN.finditer(code):
        if match["other"] == ";":
            found.append(Section(tuple(tokens), condition, chinese))
            tokens, condition, chinese = [], None, False
        elif match["bracket"]:
            condition = _condition(match[0]) or condition
            chinese |= match[0].lower() == "[dbnum1]"
            tokens += _bracket(match[0])
        else:
            tokens.append(_token(match))
    found.append(Section(tuple(tokens), condition, chinese))
    return tuple(found)


def _condition(text: str) -> tuple[str, Decimal] | None:
    found = _CONDITION.fullmatch(text)
    return (found[1], Decimal(found[2])) if found else None


def _bracket(text: str) -> list[Token]:
    """[$¥-804] prints ¥, [h] counts hours beyond the day; colours print nothing."""
    currency, elapsed = _CURRENCY.fullmatch(text), _ELAPSED.fullmatch(text)
    if elapsed:
        return [Token("elapsed", elapsed[1].lower())]
    return [Token("literal", currency[1])] if currency and currency[1] else []


def _token(match: re.Match[str]) -> Token:
    kind, text = str(match.lastgroup), match[0]
    if kind == "quoted":
        return Token("literal", text.strip('"'))
    if kind == "escaped":
        return Token("literal", text[1:])
    if kind == "skipped":
        return Token("literal", " " if text[0] == "_" else "")
    if kind == "date":
        return Token("date", text.lower())
    return Token("literal" if kind == "other" else kind, text)
