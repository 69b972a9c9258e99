"""老化管线改造：更换和改造的老化管线长度，计划、完成、验收各多少。"""

from __future__ import annotations

from anju.measures._effects import effect

MEASURE = effect("aged_pipes")
