"""文体活动场地：文化休闲和体育健身场地面积，计划、完成、验收各多少。"""

from __future__ import annotations

from anju.measures._effects import effect

MEASURE = effect("leisure")
