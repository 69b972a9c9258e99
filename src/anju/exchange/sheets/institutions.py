"""制度机制：领导小组、责任清单、财务制度、专账等，有没有、何时、哪份文件。"""

from __future__ import annotations

from anju.exchange._sheet import Group, Sheet
from anju.facts.tables.institutions import TABLE

SHEET = Sheet(
    TABLE,
    order=170,
    about=("一份文件或一项机制一行。确实没有建立的，也填一行，“已建立”填“否”；不列就是未填报。",),
    example={
        "id": "D1",
        "kind": "领导小组",
        "present": "是",
        "title": "关于成立老旧小区改造工作领导小组的通知",
        "number": "某政办发〔2022〕8号",
        "issuer": "县人民政府办公室",
        "issued_on": "2022年3月1日",
        "document": "领导小组成立文件",
    },
    groups=(Group("文件", ("title", "number", "issuer", "issued_on")),),
)
