"""验压缩包：逐个成员真正解一遍，核对校验码，数实际大小；压缩炸弹和带格式的空行在这里拦下。"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from anju.exchange.file_kind import MEND, UnusableFile, refuse_other_packages
from anju.exchange.layout import ROOM
from anju.exchange.sheet_scan import SheetScan, SheetScanner

MOST_BYTES = 768 << 20
"""Unpacked size of a whole package that is still read: 200,000 rows of 40 columns stay well below."""
_MOST_MEMBERS = 10_000
_RATIO, _RATIO_FROM = 300, 16 << 20
"""Deflate reaches 1032:1 on nothing but repetition; real sheets stay below 60."""
_PIECE = 1 << 20


@dataclass(frozen=True)
class Package:
    """A sound package: worksheets by their tab names, in the order of the tabs; names that two tabs bear."""

    sheets: Mapping[str, SheetScan]
    members: Mapping[str, str]
    doubled: tuple[str, ...]


def scan_package(name: str, content: bytes) -> Package:
    """Unpack every member once, keeping nothing. UnusableFile when one cannot be read or the whole is too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _refuse_declared(name, package)
            refuse_other_packages(name, package.namelist())
            tabs = _tabs(package)
            members = dict(tabs)
            titles = {member: title for title, member in members.items()}
            scans = dict(_scan_members(name, package, titles))
    except UnusableFile:
        raise
    except zipfile.BadZipFile:
        raise UnusableFile(f"“{name}”不完整或已损坏（可能没有传完），请重新复制或重新导出") from None
    except (RuntimeError, NotImplementedError):
        raise UnusableFile(f"“{name}”的压缩包加了密，或用了不认识的压缩方法；{MEND}") from None
    except (zlib.error, EOFError, OSError, etree.XMLSyntaxError, KeyError, ValueError):
        raise UnusableFile(f"“{name}”内部已损坏，解不开；请重新导出，或在 Excel 里打开后另存一份") from None
    if not scans:
        raise UnusableFile(f"“{name}”里没有工作表")
    doubled = tuple(title for title in members if sum(title == each for each, _ in tabs) > 1)
    return Package({title: scans[title] for title in members if title in scans}, members, doubled)


def member_bytes(content: bytes, member: str) -> bytes:
    """One member of a package that `scan_package` found sound."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(member)


def _refuse_declared(name: str, package: zipfile.ZipFile) -> None:
    infos = package.infolist()
    if len(infos) > _MOST_MEMBERS or sum(info.file_size for info in infos) > MOST_BYTES:
        raise UnusableFile(f"“{name}”解开后大得反常，像是压缩炸弹，没有打开")
    if len({info.filename for info in infos}) != len(infos):
        raise UnusableFile(f"“{name}”的压缩包里有重名的成员，不是正常的工作簿；{MEND}")


def _scan_members(name: str, package: zipfile.ZipFile, titles: Mapping[str, str]) -> Iterator[tuple[str, SheetScan]]:
    """Read all, sheets and others; the true size counts, not the declared one."""
    total = 0
    for info in package.infolist():
        scanner = SheetScanner() if info.filename in titles else None
        size = 0
        with package.open(info) as stream:
            while piece := stream.read(_PIECE):
                size += len(piece)
                if scanner:
                    scanner.feed(piece)
                    _refuse_rows(name, titles[info.filename], scanner.found)
                if total + size > MOST_BYTES or (size > _RATIO_FROM and size > _RATIO * max(info.compress_size, 1)):
                    raise UnusableFile(f"“{name}”解开后大得反常，像是压缩炸弹，没有打开")
        total += size
        if scanner:
            found = scanner.close()
            _refuse_rows(name, titles[info.filename], found)
            yield titles[info.filename], found


def _refuse_rows(name: str, title: str, found: SheetScan) -> None:
    if found.rows <= ROOM:
        return
    room = f"{ROOM // 10_000}万"
    if found.values < found.rows:
        raise UnusableFile(
            f"“{name}”的工作表“{title}”有{room}行以上，绝大部分是带格式的空行；请选中数据下面的空行，整行删除后再交"
        )
    raise UnusableFile(f"“{name}”的工作表“{title}”超过{room}行，一次读不了这么多；请按年度分册再交")


def _tabs(package: zipfile.ZipFile) -> list[tuple[str, str]]:
    """Tab names with their worksheet members, in order; chart and macro sheets are no worksheets."""
    targets = {}
    for relation in _parsed(package, "xl/_rels/workbook.xml.rels"):
        if str(relation.get("Type", "")).endswith("/worksheet"):
            target = str(relation.get("Target", ""))
            targets[relation.get("Id")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    found = []
    for sheet in _parsed(package, "xl/workbook.xml").iter("{*}sheet"):
        relation_id = next((value for key, value in sheet.attrib.items() if str(key).endswith("}id")), None)
        if relation_id in targets:
            found.append((str(sheet.get("name")), targets[relation_id]))
    return found


def _parsed(package: zipfile.ZipFile, member: str) -> etree._Element:
    with package.open(member) as stream:
        content = stream.read(_PIECE * 4)
    # No entities, no network: the file is a stranger's.
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
