"""抽数：从读到的文字里找出每一个数，连同说的是什么、哪一年、计划还是实际、印到几位。"""

from anju.checker.extract.extracted import Extract, extract

__all__ = ["Extract", "extract"]
