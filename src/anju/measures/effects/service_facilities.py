"""社区服务设施：新增社区服务设施个数，计划、完成、验收各多少。"""

from __future__ import annotations

from anju.measures._effects import effect

MEASURE = effect("service_facilities")
