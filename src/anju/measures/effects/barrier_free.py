"""无障碍和适老化：无障碍和适老化设施处数，计划、完成、验收各多少。"""

from __future__ import annotations

from anju.measures._effects import effect

MEASURE = effect("barrier_free")
