"""问题清单：改造前查出的居民急难愁盼问题和解决情况。"""

from __future__ import annotations

from anju.exchange._sheet import Group, Sheet
from anju.facts.tables.problems import TABLE

SHEET = Sheet(
    TABLE,
    order=30,
    about=("一个问题一行。“对应改造内容”填解决它的那项工程；“已解决”不知道就空着。",),
    example={
        "community": "C1",
        "id": "W1",
        "kind": "排水管线老化",
        "description": "雨天返溢",
        "found_by": "社区居委会",
        "found_on": "2022年11月6日",
        "work": "排水管网改造",
        "solved": "是",
        "solved_on": "2023年9月20日",
        "document": "居民问题清单",
    },
    groups=(
        Group("发现", ("description", "found_by", "found_on")),
        Group("解决", ("work", "solved", "solved_on")),
    ),
    help={
        "found_by": "单位或居民小组，不写居民个人姓名。",
    },
)
