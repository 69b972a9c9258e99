"""快照：一个文件夹，存下一次评价所用的全部事实；改动一个字节就不再认。"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from anju.facts.content_hash import content_hash, normalised
from anju.facts.store import TABLES
from anju.kernel.digest import sha256_file, sm3_file

MANIFEST = "manifest.json"
FORMAT = 1
_ISSUED = "issued/"
_DOCUMENT_ID = re.compile(r"[A-Za-z0-9_-]+")


class BadSnapshot(ValueError):
    """A folder that is no snapshot, or no longer the one that was written; one Chinese sentence."""


@dataclass(frozen=True)
class Head:
    """What the facts are about: county, plan year and the day the figures stand at."""

    region: str
    region_name: str
    year: int
    as_of: date


@dataclass(frozen=True)
class Snapshot:
    """The facts of one county and year. `tables` holds Arrow tables in the declared schemas."""

    head: Head
    tables: Mapping[str, pa.Table]
    hash: str


def freeze(head: Head, tables: Mapping[str, pa.Table]) -> Snapshot:
    """Normalise the tables and give them their content hash."""
    clean = {
        name: normalised(table, tables[name]) if name in tables else table.empty() for name, table in TABLES.items()
    }
    return Snapshot(head, clean, content_hash(clean))


def write(snapshot: Snapshot, folder: Path, issued: Mapping[str, Mapping[str, Any]] = MappingProxyType({})) -> None:
    """Write `tables/<table>.parquet`, `issued/<id>.json` and, last, `manifest.json` into a new folder.

    `issued` holds, by document id, what each document written from these facts said. ValueError for an id that is no
    plain file name.
    """
    for name in issued:
        if not _DOCUMENT_ID.fullmatch(name):
            raise ValueError(f"文件编号“{name}”只能由字母、数字、“-”和“_”组成")
    (folder / "tables").mkdir(parents=True)
    files = []
    for name, rows in snapshot.tables.items():
        path = folder / "tables" / f"{name}.parquet"
        pq.write_table(rows, path, compression="zstd")
        files.append(_file_entry(folder, path))
    for name, record in sorted(issued.items()):
        path = folder / _ISSUED / f"{name}.json"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True), encoding="utf-8")
        files.append(_file_entry(folder, path))
    (folder / MANIFEST).write_bytes(_dump(_manifest(snapshot, files)))


def read(path: Path) -> Snapshot:
    """The snapshot in `path` or in `path/snapshot`. Raises BadSnapshot when a byte is not as written."""
    folder, manifest = _opened(path)
    for entry in manifest["files"]:
        _verify_file(folder, entry)
    tables = {name: _read_table(folder, name) for name in manifest["rows"] if name in TABLES}
    head = manifest["head"]
    as_of = date.fromisoformat(head["as_of"])
    snapshot = freeze(Head(head["region"], head["region_name"], head["year"], as_of), tables)
    if snapshot.hash != manifest["content_hash"]:
        raise BadSnapshot(f"快照“{folder}”的内容与清单的校验值不符，不能使用")
    return snapshot


def issued(path: Path) -> list[dict[str, Any]]:
    """The records of the documents issued from the snapshot in `path` or `path/snapshot`, by document id.

    Only what the manifest lists is read: a file slipped into the folder is none of ours. Raises BadSnapshot.
    """
    folder, manifest = _opened(path)
    records: list[dict[str, Any]] = []
    for entry in manifest["files"]:
        if entry["path"].startswith(_ISSUED):
            _verify_file(folder, entry)
            records.append(json.loads((folder / entry["path"]).read_bytes()))
    return records


def is_snapshot(path: Path) -> bool:
    return (path / MANIFEST).is_file() or (path / "snapshot" / MANIFEST).is_file()


def _opened(path: Path) -> tuple[Path, dict[str, Any]]:
    if not is_snapshot(path):
        raise BadSnapshot(f"“{path}”不是快照文件夹：里面没有清单 {MANIFEST}，也没有 snapshot/{MANIFEST}")
    folder = path if (path / MANIFEST).is_file() else path / "snapshot"
    return folder, _read_manifest(folder)


def _manifest(snapshot: Snapshot, files: list[dict[str, str]]) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "head": {**asdict(snapshot.head), "as_of": snapshot.head.as_of.isoformat()},
        "content_hash": snapshot.hash,
        "rows": {name: rows.num_rows for name, rows in snapshot.tables.items()},
        "files": files,
    }


def _dump(manifest: Mapping[str, Any]) -> bytes:
    """The one way a manifest is written: compared byte by byte when read, its seal included."""
    body = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True)
    seal = sha256(body.encode()).hexdigest()
    return json.dumps({**manifest, "seal": seal}, ensure_ascii=False, indent=1, sort_keys=True).encode()


def _read_manifest(folder: Path) -> dict[str, Any]:
    try:
        raw = (folder / MANIFEST).read_bytes()
        manifest: dict[str, Any] = json.loads(raw)
        manifest.pop("seal")
        intact = _dump(manifest) == raw
    except (ValueError, KeyError, AttributeError):
        intact = False
    if not intact:
        raise BadSnapshot(f"快照“{folder}”的清单 {MANIFEST} 被改动过，不能使用")
    if manifest["format"] != FORMAT:
        raise BadSnapshot(f"快照“{folder}”的格式是第{manifest['format']}版，本软件只认第{FORMAT}版")
    return manifest


def _file_entry(folder: Path, path: Path) -> dict[str, str]:
    name = path.relative_to(folder).as_posix()
    return {"path": name, "sha256": sha256_file(path), "sm3": sm3_file(path)}


def _verify_file(folder: Path, entry: Mapping[str, str]) -> None:
    path = folder / entry["path"]
    if not path.is_file():
        raise BadSnapshot(f"快照缺少文件“{entry['path']}”，不能使用")
    if sha256_file(path) != entry["sha256"]:
        raise BadSnapshot(f"快照文件“{entry['path']}”与清单的校验值不符，被改动过，不能使用")


def _read_table(folder: Path, name: str) -> pa.Table:
    path = folder / "tables" / f"{name}.parquet"
    if not path.is_file():
        raise BadSnapshot(f"快照缺少文件“tables/{name}.parquet”，不能使用")
    return pq.read_table(path)
