"""读政策：本软件自带的一套，加上用户所指文件夹里的（同名的以用户的为准）。"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from anju.kernel.catalogue import Catalogue, walk_files
from anju.policy.dated import Parameter, Source, Vocabulary
from anju.policy.dated_reader import parameter, source, vocabulary
from anju.policy.located import Located, PolicyError, read_yaml
from anju.policy.report_kind import ReportKind, report_kind
from anju.policy.scheme import Scheme
from anju.policy.scheme_reader import Known, resolve

SHIPPED = Path(__file__).parent
ROOMS = ("sources", "parameters", "vocabularies", "schemes", "report_kinds")
_CENTRAL = re.compile(r"national/[0-9]{4}")


@dataclass(frozen=True)
class Policy:
    """All that governments wrote, frozen. `hash` is SHA-256 over every file's name and bytes."""

    sources: Catalogue[Source]
    parameters: Catalogue[Parameter]
    vocabularies: Catalogue[Vocabulary]
    schemes: Catalogue[Scheme]
    report_kinds: Catalogue[ReportKind]
    hash: str

    def __hash__(self) -> int:
        return hash(self.hash)

    def scheme(self, code: str) -> Scheme:
        """The scoring table of that code. LookupError, with the codes there are, when there is none."""
        if code not in self.schemes:
            raise LookupError(f"没有代码为“{code}”的评分表；有：{'、'.join(self.schemes)}")
        return self.schemes[code]

    def default_scheme(self, year: int) -> Scheme:
        """The central table (`national/<year>`) for the plan year: the last one that began by then."""
        central = [scheme for code, scheme in self.schemes.items() if _CENTRAL.fullmatch(code) and scheme.covers(year)]
        if not central:
            raise LookupError(f"没有适用于{year}年度的中央评分表；请用 --scheme 指明一张")
        return max(central, key=lambda scheme: scheme.years[0])


def load_policy(extra: Path | None = None) -> Policy:
    """Read and check everything. Raises PolicyError with file and line, NotADirectoryError for a wrong folder."""
    if extra is not None:
        if not extra.is_dir():
            raise NotADirectoryError(f"政策文件夹“{extra}”不存在")
        if not any((extra / room).is_dir() for room in ROOMS):
            raise NotADirectoryError(f"政策文件夹“{extra}”里没有 {'、'.join(ROOMS)} 中的任何一个")
    return _load(extra)


@cache
def _load(extra: Path | None) -> Policy:
    files = {room: _files(room, extra) for room in ROOMS}
    read = {room: _read(found, extra) for room, found in files.items()}
    sources = Catalogue({slug: source(slug, entry) for slug, entry in read["sources"].items()})
    parameters = Catalogue({code: parameter(code, entry, sources) for code, entry in read["parameters"].items()})
    vocabularies = Catalogue({code: vocabulary(code, entry, sources) for code, entry in read["vocabularies"].items()})
    known = Known(sources, parameters, vocabularies["evidence_kinds"].terms)
    schemes = Catalogue({code: resolve(code, read["schemes"], known) for code in read["schemes"]})
    kinds = Catalogue({code: report_kind(code, entry, sources) for code, entry in read["report_kinds"].items()})
    return Policy(sources, parameters, vocabularies, schemes, kinds, _hash(files))


def _files(room: str, extra: Path | None) -> dict[str, Path]:
    """Code → file; what stands in the user's folder takes the place of ours."""
    found: dict[str, Path] = {}
    for root in (SHIPPED, extra):
        if root is not None and (root / room).is_dir():
            found |= walk_files(root / room, ".yaml")
            for path in walk_files(root / room, ".yml").values():
                raise PolicyError(_shown(path, extra), 1, "文件名要以 .yaml 结尾才会读到")
    return dict(sorted(found.items()))


def _read(files: dict[str, Path], extra: Path | None) -> dict[str, Located]:
    return {code: read_yaml(path, _shown(path, extra)) for code, path in files.items()}


def _shown(path: Path, extra: Path | None) -> str:
    """How a file is named to the user: his own as he gave it, ours from `policy/` on."""
    if extra is not None and path.is_relative_to(extra):
        return str(path)
    return f"policy/{path.relative_to(SHIPPED).as_posix()}"


def _hash(files: dict[str, dict[str, Path]]) -> str:
    digest = hashlib.sha256()
    for room, paths in files.items():
        for code, path in paths.items():
            # Line ends differ between machines that checked the files out; the words do not.
            content = path.read_bytes().replace(b"\r\n", b"\n")
            digest.update(f"{room}/{code}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()
