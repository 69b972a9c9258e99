"""小区：储备库里的小区，一行一个，连同它的档案情况。"""

from __future__ import annotations

from anju.facts._column import Column, Kind, area, code, count, day, flag, text
from anju.facts._table import Nature, fact_table

TABLE = fact_table(
    __name__,
    "小区",
    grain="一个小区一行",
    producer="小区",
    nature=Nature.STATE,
    key=(
        "region",
        "community",
    ),
    year=None,
    columns=[
        text("name", "小区名称", "name of the community"),
        text("street", "街道（社区）", "street or neighbourhood office"),
        text("address", "地址", "address"),
        Column("built_year", Kind.YEAR, "建成年份", "year of completion"),
        text("built_proof", "建成年份证明", "document that proves the year"),
        code("land", "土地性质", "ownership of the land", "land_kinds"),
        count("buildings", "现有楼栋数", "existing residential buildings", "栋"),
        count("households", "现有户数", "existing households", "户"),
        area("area_dm2", "现有建筑面积", "existing floor area", "万㎡"),
        flag("in_library", "已入储备库", "entered in the reserve library"),
        day("entered_on", "入库日期", "date of entry"),
        count("rank", "排序", "rank in the reserve library", "位"),
        flag("dossier_basic", "档案：基本情况", "dossier holds basic data"),
        flag("dossier_wish", "档案：居民意愿", "dossier holds the residents' wish"),
        flag("dossier_plan", "档案：改造方案", "dossier holds the plan"),
        flag("dossier_progress", "档案：工程进度", "dossier holds the progress"),
        flag("dossier_pictures", "档案：前后照片", "dossier holds before/after pictures"),
    ],
)
