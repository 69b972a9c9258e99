"""封面各栏：行政区划表的各列，加上计划年度和截至日期；写和读用同一份。"""

from __future__ import annotations

from anju.exchange.catalogue import COVER
from anju.facts._column import Column, day
from anju.facts._table import ASSURANCE, REGION, YEAR

TITLE = "城镇老旧小区改造县级工作簿"
TEMPLATE_VERSION = "1"
VERSION_LABEL = "模板版本"

AS_OF = day("as_of", "截至日期", "the day the figures stand at")
HELP = {
    REGION.name: "六位数字，如 150822。",
    YEAR.name: "年份，如 2023；其他各表的“计划年度”空着就是这一年。",
    AS_OF.name: "数字算到哪一天；空着按计划年度的 12 月 31 日。",
    ASSURANCE.name: "空着按“文件载明”。",
    **COVER.help,
}
_NAME = COVER.table.by_name["name"]

FIELDS: tuple[Column, ...] = (
    REGION,
    _NAME,
    YEAR,
    AS_OF,
    *(column for column in COVER.shown if column.name != _NAME.name),
)
"""In the order they stand on the cover."""
