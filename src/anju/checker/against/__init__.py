"""与签发时的记录比对：文件发出之后，哪个数、哪一行、哪个单位、哪个名称被改过。"""

from anju.checker.against.compare import compare
from anju.checker.against.issue_record import find_record

__all__ = ["compare", "find_record"]
