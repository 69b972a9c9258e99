"""小区：储备库里的小区，一行一个；其他各表按这里的编号或名称引用。"""

from __future__ import annotations

from anju.exchange._sheet import Group, Sheet
from anju.facts.tables.communities import TABLE

SHEET = Sheet(
    TABLE,
    order=10,
    about=(
        "一个小区一行。“小区”填自定的编号（如 C1），一经使用不再改动；其他各表的“小区”列填这里的编号或名称都认。",
        "文件只说全县、没有分小区的，“小区”填 *（或“全县”）。档案各栏填“是”或“否”，不知道就空着，空着不算“否”。",
    ),
    example={
        "community": "C1",
        "name": "某某小区",
        "street": "某某街道某某社区",
        "address": "某某路12号",
        "built_year": "1998",
        "built_proof": "竣工图",
        "land": "国有",
        "buildings": "5",
        "households": "186",
        "area_dm2": "1.62",
        "in_library": "是",
        "entered_on": "2022年9月15日",
        "rank": "1",
        "dossier_basic": "是",
        "dossier_wish": "是",
        "dossier_plan": "是",
        "dossier_progress": "是",
        "dossier_pictures": "否",
        "document": "储备库导出表",
    },
    groups=(
        Group("现状", ("buildings", "households", "area_dm2")),
        Group("储备库", ("in_library", "entered_on", "rank")),
        Group("一小区一档", ("dossier_basic", "dossier_wish", "dossier_plan", "dossier_progress", "dossier_pictures")),
    ),
    help={
        "community": "自定编号，如 C1；一经使用不再改动。* 表示文件只说了全县。",
        "built_proof": "证明建成年份的材料名称，如竣工图、房产登记。",
        "rank": "在储备库里的排序，1 为最先。",
    },
)
