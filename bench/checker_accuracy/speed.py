"""查得快不快：与只用数的语法扫一遍比，与 JioNLP 抽钱和时间比，长的 docx，许多份分给两个核。"""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

from _pairs import once, take_turns
from lxml import etree

from anju.checker.extract.layers.quantities import PATTERN
from anju.checker.many import check_files
from anju.checker.readers import read
from anju.checker.run import check
from anju.examples import DENGKOU_REPORT
from checker_accuracy.pieces import Written


@dataclass(frozen=True)
class Ratio:
    """What was compared; `most` is what the issue asks for, None where it only wants the figure."""

    what: str
    found: float
    most: float | None = None

    @property
    def held(self) -> bool:
        return self.most is None or self.found <= self.most


def text_of(report: Written) -> str:
    """As a text file: a paragraph a line, a table row a line with its cells parted by tabs."""
    lines: list[str] = []
    for line in report.lines:
        goes_on = line.place is not None and line.place.column > 1 and lines
        if goes_on:
            lines[-1] += f"\t{line.text}"
        else:
            lines.append(line.text)
    return "\n".join(lines)


def against_bare_pass(reports: Sequence[Written], room: Path, rounds: int) -> list[Ratio]:
    """From file to findings, as a multiple of one pass of the grammar's pattern over the same text."""
    seed = room / "seed.txt"
    seed.write_text("\n".join(each.text for each in read(DENGKOU_REPORT).paragraphs), encoding="utf-8")
    dense = _files(reports, room)
    return [
        Ratio("随附的报告（正文，数少）：全程÷只扫一遍数", _over_bare([seed], 20, rounds), 8),
        Ratio("造出的报告（每十几个字一个数，一半在表里）：全程÷只扫一遍数", _over_bare(dense, 1, rounds), 8),
    ]


def _files(reports: Sequence[Written], room: Path) -> list[Path]:
    paths = []
    for report in reports:
        path = room / f"{report.name}.txt"
        path.write_text(text_of(report), encoding="utf-8")
        paths.append(path)
    return paths


def _over_bare(paths: list[Path], times: int, rounds: int) -> float:
    ways = {"whole": partial(_whole, paths, times), "bare": partial(_bare, _texts(paths), times)}
    return take_turns(ways, rounds).ratio("whole", "bare")


def _texts(paths: list[Path]) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in paths]


def _whole(paths: list[Path], times: int) -> int:
    return sum(len(check(read(path)).findings) for _ in range(times) for path in paths)


def _bare(texts: list[str], times: int) -> int:
    return sum(1 for _ in range(times) for text in texts for _ in PATTERN.finditer(text))


def against_jionlp(reports: Sequence[Written], room: Path, rounds: int) -> list[Ratio]:
    """Nothing where the peer is not installed: make bench-checker installs it."""
    try:
        import jionlp  # noqa: PLC0415 (it takes seconds, and prints)
    except ModuleNotFoundError:
        return []
    paths = _files(reports, room)
    texts = _texts(paths)

    def peer() -> int:
        return sum(len(jionlp.ner.extract_money(text)) + len(jionlp.ner.extract_time(text)) for text in texts)

    found = take_turns({"whole": partial(_whole, paths, 1), "peer": peer}, rounds)
    return [Ratio("全程÷JioNLP 抽钱和抽时间（它只抽，不核对）", found.ratio("whole", "peer"), 1)]


def of_long_docx(path: Path, rounds: int) -> list[Ratio]:
    """A report of some 20,000 characters with tables, against lxml parsing its main part and against the bare pass."""
    text = "\n".join(each.text for each in read(path).paragraphs)
    ways = {
        "whole": partial(_whole, [path], 1),
        "bare": partial(_bare, [text], 1),
        "parse": partial(_parse, path),
    }
    found = take_turns(ways, rounds)
    thousands = round(len(text) / 1000)
    return [
        Ratio(f"约{thousands}千字、带表格的 docx：全程÷只扫一遍数", found.ratio("whole", "bare")),
        Ratio(f"约{thousands}千字、带表格的 docx：全程÷lxml 解析正文", found.ratio("whole", "parse")),
    ]


def _parse(path: Path) -> int:
    with zipfile.ZipFile(path) as package:
        return len(etree.fromstring(package.read("word/document.xml")))


def of_many(reports: Sequence[Written], room: Path, rounds: int) -> list[Ratio]:
    """So many reports against a quarter of them, on two cores; and a quarter on two cores against one."""
    paths = _files(reports, room)
    few = paths[: len(paths) // 4]
    ways = {"all": partial(_pool, paths, 2), "few": partial(_pool, few, 2), "one": partial(_pool, few, 1)}
    seconds = {name: [once(way) for _ in range(rounds)] for name, way in ways.items()}
    time = {name: median(some) for name, some in seconds.items()}
    return [
        Ratio(f"{len(paths)}份÷{len(few)}份，两个核", time["all"] / time["few"], 4.4),
        Ratio(f"{len(few)}份，两个核÷一个核", time["few"] / time["one"]),
    ]


def _pool(paths: list[Path], processes: int) -> int:
    lost = [found for _, found in check_files(paths, processes=processes) if isinstance(found, str)]
    if lost:
        raise RuntimeError(lost[0])
    return len(paths)
