"""读报告：Word 文档、PDF、工作簿、网页和纯文本，读成按阅读顺序排好的段落；读不了的，一句话说明是什么、怎么办。"""

from anju.checker.readers.opening import READABLE, read

__all__ = ["READABLE", "read"]
