"""表里行数不符：正文说“全省14个市州情况见附件”“下表14个小区”，表里列的不是这么多。

A count in a sentence that points to a table (见附件, 如下表) against the rows of the table whose column of names is
headed by the counted noun; totals, subtotals and 其中 rows are not counted, repeated names once. A warning when the
rows are of another number. Wrong when the table only shows some of them: say so (部分), or the sentence counts more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.extract.tables import Cell, Grid
from anju.checker.extract.tables.block import ORDINAL
from anju.checker.extract.tables.cell import plain_text
from anju.checker.relation import Relation, Result
from anju.checker.rules._shown import quoted
from anju.checker.rules._tables import OF_WHICH, SUBTOTAL, TOTAL
from anju.kernel.finding import Computation, Severity
from anju.kernel.unit import Dimension

AUDIT_POINTS = ("C02",)
WHY = "正文说有几个，附表就应当列几行。少了一行，表里的合计和正文的总数就都要重新看。"
WRONG = """
全县4个小区改造情况见下表。
| 小区 | 户数（户） |
| 绿苑小区 | 120 |
| 绿洲小区 | 96 |
| 华苑小区 | 204 |
| 合计 | 420 |
"""
RIGHT = """
全县3个小区改造情况见下表。
| 小区 | 户数（户） |
| 绿苑小区 | 120 |
| 绿洲小区 | 96 |
| 华苑小区 | 204 |
| 合计 | 420 |
"""
MISTAKEN = "表里只列了其中一部分，或者一行写了几个。"
SETTLE = "漏列的补上一行，数错的改正文；只列一部分的，在表题写明“部分”。"

_POINTS = re.compile(r"(?:见|详见|如|列于)(?:下|附|后|本|以下)?(?:表|附件|附表)|下表|附表")
_NOT_ALL = re.compile("部分|主要|典型|抽[查样]|前[一二三四五六七八九十\\d]+|示例|等")
_NOUNS = re.compile("小区|社区|街道|乡镇|省份|市州|盟市|旗县|县区|县市|项目|学校|单位|村|标段|地区|部门|企业|楼栋")
_SEVERAL = re.compile("[、,/]|[0-9一二三四五六七八九十]+个|等")


def check(extract: Extract) -> Iterator[Relation]:
    counted = [claim for claim in extract.claims if _counts(extract, claim)]
    for claim in counted:
        tables = [(grid, names) for grid in extract.grids if (names := _names(grid, claim))]
        after = [(grid, names) for grid, names in tables if grid.rows[0][0].paragraph > claim.paragraph]
        if after:
            yield _made(extract, claim, after[0][1])


def _counts(extract: Extract, claim: Claim) -> bool:
    sentence = extract.plain(extract.sentences[claim.sentence])
    return (
        claim.dimension is Dimension.COUNT
        and not claim.in_table
        and not claim.mention.qualifier
        and not claim.narrowed
        and _NOUNS.search(claim.thing) is not None
        and _POINTS.search(sentence) is not None
        and not _NOT_ALL.search(sentence)
    )


def _names(grid: Grid, claim: Claim) -> list[Cell]:
    """The names in the column headed by what is counted; empty when there is no such column, or it holds several."""
    noun = _NOUNS.findall(claim.thing)[-1]
    column = next((n for n, head in _heads(grid).items() if _headed(head, noun)), None)
    if column is None or not grid.trusted or _NOT_ALL.search(grid.title):
        return []
    cells = [cell for row in grid.body for cell in row if cell.place.column == column and cell.text.strip()]
    names = [cell for cell in cells if not any(each.match(plain_text(cell.text)) for each in (TOTAL, OF_WHICH))]
    names = [cell for cell in names if not SUBTOTAL.search(cell.text) and cell.quantity is None]
    distinct = {plain_text(cell.text): cell for cell in names if cell.place.columns == 1}
    several = any(_SEVERAL.search(name) for name in distinct)
    return [] if several or len(distinct) < 2 else list(distinct.values())


def _heads(grid: Grid) -> dict[int, str]:
    return {cell.place.column: cell.head for row in grid.body[:1] for cell in row if not ORDINAL.match(cell.head)}


def _headed(head: str, noun: str) -> bool:
    """小区名称, 市 州, 省份."""
    return head.removesuffix("名称").endswith(noun) or noun in head[: len(noun) + 2]


def _made(extract: Extract, claim: Claim, names: list[Cell]) -> Relation:
    listed = f"{len(names)}{claim.mention.counted}"
    table = names[0].place.table
    message = (
        f"{quoted(extract, claim)}，表{table}里“{names[0].head[:12]}”一列写了{len(names)}个名称，不一致，请核。"
        f"漏列的请补上，数错的请更正；只列一部分的请写明。"
    )
    held = claim.base == len(names)
    return Relation(
        Result.HELD if held else Result.FAILED,
        claim.where,
        tuple(cell.where for cell in names[:20]),
        Computation(claim.text, listed, tuple(plain_text(cell.text) for cell in names[:400])),
        Severity.WARNING,
        message,
        (claim.mention.quantity,),
        formula=f"{claim.text}，表{table}列了{len(names)}个名称",
    )
