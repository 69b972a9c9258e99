"""封面：哪个县、哪个计划年度、算到哪一天、谁填的；县名称等存入行政区划表。"""

from __future__ import annotations

from anju.exchange._sheet import Sheet
from anju.facts.tables.regions import TABLE

SHEET = Sheet(
    TABLE,
    order=0,
    about=(
        "先填本页，再逐张填后面的工作表；没有内容的工作表留空即可，不要删除。不知道的格子空着，不要填 0。",
        "带 * 的列必填。金额按列名里的单位填；列名的单位可以改成“元”等，系统会换算。列可以移动，可以在右边加自己的列。",
        "每张表灰色的“示例”行不读，可以删除。“依据性质”空着按“文件载明”；为演示编造的行必须选“示例”。",
        "“出处”写明数字出自哪份文件的哪一处，核对和举证都要用到。",
    ),
    example={},
    help={
        "name": "全称，如某某县。",
        "office": "填报本工作簿的单位，可以写两个。",
        "contact": "有问题找哪个科室；不写个人姓名和手机号。",
    },
)
