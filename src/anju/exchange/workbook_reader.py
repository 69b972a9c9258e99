"""读县级工作簿：封面、各工作表、引用关系，一次列出全部问题；有一处读不准就什么也不收。"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

from anju.exchange._sheet import Sheet
from anju.exchange.catalogue import COVER, data_sheets, in_order
from anju.exchange.column_names import Ask, ColumnNames, beside, load_names
from anju.exchange.community_names import CommunityNames
from anju.exchange.cover_reader import Cover, read_cover, region_row
from anju.exchange.headings import fold
from anju.exchange.places import Places, TablePlaces
from anju.exchange.problems import Problems
from anju.exchange.sheet_head import looks_like, read_head
from anju.exchange.sheet_reader import ReadSheet, SheetReader
from anju.exchange.words_sheet import HIDDEN, SHOWN
from anju.exchange.workbook_file import Grid, OpenedWorkbook, open_workbook
from anju.facts.snapshot import Head
from anju.kernel.assurance import RowAssurance
from anju.kernel.finding import Finding, Severity, ordered
from anju.policy.loader import Policy

LISTED = "批注清单"
"""The sheet that a marked workbook lists its problems on; not read when it comes back."""
_COPY = re.compile(r"(?:\((?:[0-9]+|原[0-9]*)\)|-?副本[0-9]*|-?copy[0-9]*)")
_COMMUNITIES = "communities"


@dataclass(frozen=True)
class ReadWorkbook:
    """What a workbook says. `tables` holds all fact tables, in their declared schemas, and is empty when unreadable.

    `findings` are the problems of the workbook itself, worst first. What stood in it is kept for marking.
    """

    head: Head | None
    tables: dict[str, pa.Table]
    findings: list[Finding]
    places: Places
    cover: Cover
    sheets: dict[str, ReadSheet]
    unread: dict[str, Grid] = field(default_factory=dict)

    @property
    def unreadable(self) -> bool:
        """Whether anything could not be read for certain; then nothing was taken."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    def locate(self, finding: Finding) -> Finding:
        """A later finding about these facts, with its sheet, row and cell."""
        return self.places.locate(finding)


def read_workbook(path: Path, *, policy: Policy, mapping: Path | None = None, ask: Ask | None = None) -> ReadWorkbook:
    """Read a county workbook.

    `mapping` is the file of the officer's own column names, by default `<workbook>.列名.yaml` beside the workbook;
    `ask` is asked about a heading that nobody knows, and its answers are written there. UnusableFile, with one
    Chinese sentence, for a file that cannot be opened; all other problems are findings.
    """
    book = open_workbook(path)
    names = load_names(mapping or beside(path), ask, must_exist=mapping is not None and ask is None)
    read = _Reading(book, names, policy).run()
    if names.changed:
        try:
            names.save(mapping or beside(path))
        except OSError as fault:
            message = f"列名的对照没有记下（{fault.strerror or fault}），下次还要再问"
            read.findings.append(Finding("sheet/names_not_kept", Severity.NOTE, message))
    return read


class _Reading:
    """One run over a workbook."""

    def __init__(self, book: OpenedWorkbook, names: ColumnNames, policy: Policy) -> None:
        self.book, self.names, self.policy = book, names, policy
        self.findings: list[Finding] = []
        self.sheets: dict[str, ReadSheet] = {}
        self.unread: dict[str, Grid] = {}
        self.tabs = self._tabs()

    def run(self) -> ReadWorkbook:
        cover = self._read_cover()
        communities: CommunityNames | None = None
        for sheet in data_sheets():
            read = self._read_sheet(sheet, cover.head, communities)
            if read and sheet.table.name == _COMMUNITIES:
                ids, called = (read.facts[name].to_pylist() for name in ("community", "name"))
                communities = CommunityNames(zip(ids, called, strict=True))
        found = ordered(self.findings)
        taken = not any(finding.severity is Severity.ERROR for finding in found)
        tables = self._tables(cover) if taken else {}
        return ReadWorkbook(
            cover.head, tables, found, Places(self._places(), cover.places), cover, self.sheets, self.unread
        )

    def _tabs(self) -> dict[str, str]:
        """Sheet name → tab; missing, doubled and unknown tabs are told."""
        wanted = {fold(sheet.name): sheet for sheet in in_order()}
        found: dict[str, str] = {}
        for tab in self.book.names:
            folded = fold(tab)
            sheet = wanted.get(folded) or wanted.get(_COPY.sub("", folded))
            if sheet is None:
                self._keep(tab)
            elif sheet.name in found or tab in self.book.doubled:
                message = f"工作表“{sheet.name}”有两张（另一张叫“{tab}”），分不清读哪一张；请并成一张"
                self._sheet_problem(sheet, "doubled_sheet", message)
                self.unread[tab] = self.book.grid(tab)
            else:
                found[sheet.name] = tab
        for sheet in in_order():
            if sheet.name not in found:
                message = f"缺少工作表“{sheet.name}”；没有内容也请保留空表，表名不要改"
                self._sheet_problem(sheet, "missing_sheet", message)
        return found

    def _keep(self, tab: str) -> None:
        """A tab of the officer's own: not read, but not lost."""
        if tab in (HIDDEN, SHOWN, LISTED):
            return
        grid = self.unread[tab] = self.book.grid(tab)
        problems, alike = Problems(tab), looks_like(grid)
        if alike:
            message = f"工作表“{tab}”的表头与“{alike.name}”一样，表名却不认识；请改名或并入“{alike.name}”，不用的请删去"
            problems.add("renamed_sheet", message)
        elif grid.height:
            problems.add("unknown_sheet", f"工作表“{tab}”不在模板里，没有读", severity=Severity.NOTE)
        self.findings += problems.found

    def _sheet_problem(self, sheet: Sheet, fault: str, message: str) -> None:
        problems = Problems(sheet.name, sheet.table.name)
        problems.add(fault, message)
        self.findings += problems.found

    def _read_cover(self) -> Cover:
        tab = self.tabs.get(COVER.name)
        if tab is None:
            return Cover()
        problems = Problems(COVER.name, COVER.table.name)
        cover = read_cover(self.book.grid(tab), self.policy, problems)
        self.findings += problems.found
        return cover

    def _read_sheet(self, sheet: Sheet, county: Head | None, names: CommunityNames | None) -> ReadSheet | None:
        tab = self.tabs.get(sheet.name)
        if tab is None:
            return None
        grid, problems = self.book.grid(tab), Problems(sheet.name, sheet.table.name)
        head = read_head(grid, sheet, self.names, problems)
        if head is None:
            self.unread[tab] = grid
        else:
            reader = SheetReader(self.book, sheet, county, self.policy)
            self.sheets[sheet.table.name] = reader.read(grid, head, names, problems)
        self.findings += problems.found
        return self.sheets.get(sheet.table.name)

    def _tables(self, cover: Cover) -> dict[str, pa.Table]:
        row = region_row(cover)
        row["assurance"] = row["assurance"] or RowAssurance.STATED.value
        regions = pa.Table.from_pylist([row], schema=COVER.table.arrow)
        facts = {name: read.facts.cast(read.sheet.table.arrow) for name, read in self.sheets.items()}
        return {COVER.table.name: regions, **facts}

    def _places(self) -> dict[str, TablePlaces]:
        return {
            name: TablePlaces(
                read.sheet.table,
                read.sheet.name,
                read.data.rows,
                {each.column.name: each.place for each in read.head.fields},
                read.facts,
            )
            for name, read in self.sheets.items()
        }
