"""标题怎样分行：词意完整，长短适宜，末行不落单字。"""

from __future__ import annotations

import re
from math import ceil

from anju.reports.layout import ems

_WORDS = re.compile(
    r"[0-9.]+年度?|[一-鿿]{1,2}[省市县区旗](?=[一-鿿])|城镇|保障性|安居|工程|老旧小区|改造|项目|资金|补助|中央|财政|专项|"
    r"绩效|评价|自评|报告|目标|指标|完成|情况|佐证|材料|目录|明细|区域|支出|住房|满意度|调查|建设|管理|[（(][^）)]*[）)]|"
    r"《[^》]*》|[0-9A-Za-z.]+"
)
_LONE = 2
"""A last line shorter than so many characters is a lone syllable."""


def best_width(title: str, room: int) -> int:
    """How many characters wide the lines should be, at most `room`: as few lines as fit, turned between words, the
    last not much shorter than the others and never a lone syllable."""
    length = ems(title)
    lines = ceil(length / room)
    if lines <= 1:
        return room
    widths = range(ceil(length / lines), room + 1)
    return min(widths, key=lambda width: _cost(title, width, lines)) if widths else room


def _cost(title: str, width: int, lines: int) -> float:
    parts = turned(title, width)
    inside = {at for word in _WORDS.finditer(title) for at in range(word.start() + 1, word.end())}
    ends, at = [], 0
    for part in parts[:-1]:
        at += len(part)
        ends.append(at)
    last = ems(parts[-1])
    lone = last <= _LONE and len(parts) > 1
    return 100 * lone + 50 * (len(parts) != lines) + 10 * sum(end in inside for end in ends) + (width - last)


def turned(title: str, width: int) -> list[str]:
    """The lines that a page of so many characters a line makes of the title."""
    parts, part = [], ""
    for sign in title:
        if part and ems(part + sign) > width:
            parts.append(part)
            part = ""
        part += sign
    return [*parts, part]
