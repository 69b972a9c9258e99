"""大工作簿：十万行资金流水读进来、核对、变成事实表，与 openpyxl 只读不看地过一遍同一个文件比。"""

from __future__ import annotations

import argparse
import hashlib
from datetime import date
from functools import partial
from pathlib import Path

import numpy as np
import openpyxl
import pyarrow as pa
from _pairs import Promises, take_turns
from nation.draw import Draw, named, numbered
from nation.facts import VAR
from nation.places import Places
from nation.tables import fund_moves

from anju.exchange import sheets, workbook_reader
from anju.exchange._sheet import Sheet
from anju.exchange.catalogue import SHEETS, data_sheets
from anju.exchange.cover_writer import CoverWriter
from anju.exchange.sheet_writer import SheetWriter
from anju.exchange.workbook_reader import read_workbook
from anju.exchange.workbook_writer import county_book
from anju.facts.checking import run_checks
from anju.facts.occasion import Occasion
from anju.facts.snapshot import Head
from anju.facts.store import open_store
from anju.kernel.credit_code import check_character
from anju.kernel.money import wan
from anju.kernel.period import chinese_date
from anju.kernel.region import Region
from anju.policy.loader import load_policy
from anju.scoring.assess import CHECK_PACKAGES

MOVES, COMMUNITIES = SHEETS["fund_moves"], SHEETS["communities"]
HEAD = Head("990101", "虚构县", 2023, date(2024, 1, 30))
PLACES = 20
ROUGH = 100
"""One row in so many has an amount and a date typed as text."""
MOST = 0.5


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000, help="多少行（默认 100000）")
    parser.add_argument("--rounds", type=int, default=3, help="每种做法计时几遍（默认 3）")
    parser.add_argument("--look", dest="judged", action="store_false", help="只看比值，不判守没守住")
    asked = parser.parse_args(arguments)
    promises, tables = Promises(asked.judged), _tables(asked.rows)
    path = _workbook(asked.rows, tables)
    size = path.stat().st_size / 1e6
    promises.say(f"工作表“{MOVES.name}”{asked.rows:,}行、{len(MOVES.shown)}列，文件 {size:.1f} MB")
    if not _same(promises, path, tables):
        return 1
    ways = {"read": partial(_read, path), "checked": partial(_checked, path), "openpyxl": partial(_bare_pass, path)}
    found = take_turns(ways, asked.rounds)
    promises.say(f"  读成事实 {found.median('read'):.2f} 秒，连同全部数据核查 {found.median('checked'):.2f} 秒")
    bare, alone = found.median("openpyxl"), found.ratio("read", "openpyxl")
    promises.say(f"  openpyxl 只读过一遍 {bare:.2f} 秒，单是读成事实为它的 {alone:.2f} 倍")
    promises.keep("读成事实并核查÷openpyxl 只读过一遍", found.ratio("checked", "openpyxl"), MOST)
    return promises.status


def _read(path: Path) -> workbook_reader.ReadWorkbook:
    return read_workbook(path, policy=load_policy())


def _checked(path: Path) -> int:
    """Read, and run every data check over the facts; how many findings."""
    occasion = Occasion(Region(HEAD.region), HEAD.year, HEAD.as_of, load_policy())
    with open_store(_read(path).tables) as store:
        return sum(len(run_checks(package, store, occasion)) for package in CHECK_PACKAGES)


def _bare_pass(path: Path) -> int:
    """What openpyxl's users do at least: see every row's values once."""
    book = openpyxl.load_workbook(path, read_only=True)
    try:
        return sum(1 for sheet in book.worksheets for _ in sheet.iter_rows(values_only=True))
    finally:
        book.close()


def _same(promises: Promises, path: Path, tables: dict[str, pa.Table]) -> bool:
    """What is read must be what was written, to the last row; nothing is timed before."""
    read = _read(path)
    for finding in read.findings[:5]:
        promises.say(f"  {finding.severity.label}：{finding.message}")
    wrong = [name for name, table in tables.items() if not read.unreadable and not read.tables[name].equals(table)]
    if read.unreadable or wrong:
        promises.say(f"读出来的与写进去的不一样：{'、'.join(wrong) or '整本没有读成'}")
        return False
    promises.say("读出来的与写进去的一样，一行不差")
    return True


def _tables(rows: int) -> dict[str, pa.Table]:
    """The communities and the moves of one county, in stored values."""
    rng = np.random.default_rng([2023, rows])
    ids = [f"C{n + 1}" for n in range(PLACES)]
    place = named(rng.integers(0, PLACES, rows), ids)
    draw = Draw(rng, rows)
    columns = fund_moves(draw, Places(np.zeros(rows, np.int64), np.full(rows, HEAD.year), place))
    columns |= {"id": numbered("Z", np.arange(rows)), "community": place, "year": pa.array(np.full(rows, HEAD.year))}
    columns |= {"payee": draw.words([f"施工单位{n}" for n in range(300)], 0.3), "corrects": pa.nulls(rows)}
    columns |= {
        "payee_code": draw.words([_firm(n) for n in range(300)], 0.3),
        "contract": numbered("H", np.arange(rows)),
    }
    names = {"community": pa.array(ids), "name": pa.array([f"幸福小区{n}" for n in range(PLACES)])}
    return {MOVES.table.name: _table(MOVES, columns, rows), COMMUNITIES.table.name: _table(COMMUNITIES, names, PLACES)}


def _firm(number: int) -> str:
    first = f"91990101MA0A{number:05}"
    return first + check_character(first)


def _table(sheet: Sheet, columns: dict[str, pa.Array], rows: int) -> pa.Table:
    same = {"region": HEAD.region, "assurance": "stated", "document": "资金台账"}
    filled = {name: pa.repeat(pa.scalar(value), rows) for name, value in same.items()} | columns
    schema = sheet.table.arrow
    return pa.table([filled.get(field.name, pa.nulls(rows)).cast(field.type) for field in schema], schema=schema)


def _workbook(rows: int, tables: dict[str, pa.Table]) -> Path:
    """The file of so many rows; written at the first call, and again when the sheets have changed."""
    path = VAR / f"workbook-{rows}-{_recipe()}.xlsx"
    if not path.exists():
        VAR.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        _write(fresh, tables)
        fresh.rename(path)
    return path


def _recipe() -> str:
    digest = hashlib.sha256()
    written = Path(sheets.__file__).parent, Path(workbook_reader.__file__).parent, Path(__file__).parent / "nation"
    for source in (Path(__file__), *(path for folder in written for path in sorted(folder.glob("*.py")))):
        digest.update(source.read_bytes())
    return digest.hexdigest()[:12]


def _write(path: Path, tables: dict[str, pa.Table]) -> None:
    policy = load_policy()
    with county_book(path, policy) as (book, lists):
        cover = {"region": HEAD.region, "name": HEAD.region_name, "year": HEAD.year, "as_of": HEAD.as_of}
        CoverWriter(book, lists, policy).write(cover)
        for sheet in data_sheets():
            writer = SheetWriter(book, lists, sheet, policy)
            rows = tables.get(sheet.table.name, sheet.table.empty())
            writer.write_rows(rows, {"year": HEAD.year, "assurance": "stated"})
            if sheet is MOVES:
                _roughen(writer, rows)


def _roughen(writer: SheetWriter, rows: pa.Table) -> None:
    """Type some amounts and dates as officers do: with a unit, in full width, as text."""
    wide = str.maketrans("0123456789.", "０１２３４５６７８９．")
    some = rows.take(pa.array(range(0, rows.num_rows, ROUGH))).select(["amount_fen", "moved_on"]).to_pylist()
    for number, row in enumerate(some):
        at = writer.layout.first_row + number * ROUGH
        amount, day = row["amount_fen"], row["moved_on"]
        if amount is not None:
            text = f"{wan(amount, 6)}万元" if number % 2 else wan(amount, 6).translate(wide)
            writer.raw.write_string(at, writer.layout.place("amount_fen"), text)
        if day is not None:
            writer.raw.write_string(at, writer.layout.place("moved_on"), chinese_date(day))


if __name__ == "__main__":
    raise SystemExit(main())
