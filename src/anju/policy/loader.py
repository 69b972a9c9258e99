"""读政策：本软件自带的一套，加上用户所指文件夹里的（同名的以用户的为准）。"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from anju.kernel.catalogue import Catalogue, walk_files
from anju.kernel.region import Region
from anju.policy.dated import DatedValue, Parameter, Source, Term, Vocabulary
from anju.policy.located import Located, PolicyError, read_yaml
from anju.policy.scheme import Scheme
from anju.policy.scheme_reader import assurance, citation, resolve

SHIPPED = Path(__file__).parent
ROOMS = ("sources", "parameters", "vocabularies", "schemes")


@dataclass(frozen=True)
class Policy:
    """All that governments wrote, frozen. `hash` is SHA-256 over every file's name and bytes."""

    sources: Catalogue[Source]
    parameters: Catalogue[Parameter]
    vocabularies: Catalogue[Vocabulary]
    schemes: Catalogue[Scheme]
    hash: str

    def __hash__(self) -> int:
        return hash(self.hash)

    def default_scheme(self, year: int) -> Scheme:
        """The central table (`national/<year>`) for the plan year: the last one that began by then."""
        national = [s for s in self.schemes.values() if s.code.removeprefix("national/").isdigit()]
        covering = [s for s in national if s.covers(year)]
        if not covering:
            raise LookupError(f"没有适用于{year}年度的中央评分表；请用 --scheme 指明一张")
        return max(covering, key=lambda s: s.years[0])


def load_policy(extra: Path | None = None) -> Policy:
    """Read and check everything. Raises PolicyError with file and line; NotADirectoryError for a wrong folder."""
    if extra is not None and not extra.is_dir():
        raise NotADirectoryError(f"政策文件夹“{extra}”不存在")
    return _load(extra)


@cache
def _load(extra: Path | None) -> Policy:
    files = {room: _files(room, extra) for room in ROOMS}
    sources = Catalogue({slug: _source(slug, entry) for slug, entry in _read(files["sources"], extra)})
    parameters = Catalogue({c: _parameter(c, e) for c, e in _read(files["parameters"], extra)})
    vocabularies = Catalogue({c: _vocabulary(c, e) for c, e in _read(files["vocabularies"], extra)})
    tables = dict(_read(files["schemes"], extra))
    schemes = Catalogue({code: resolve(code, tables) for code in tables})
    return Policy(sources, parameters, vocabularies, schemes, _hash(files))


def _files(room: str, extra: Path | None) -> dict[str, Path]:
    """Code → file; what stands in the user's folder takes the place of ours."""
    found: dict[str, Path] = {}
    for root in (SHIPPED, extra):
        if root is not None and (root / room).is_dir():
            found |= walk_files(root / room, ".yaml")
    return dict(sorted(found.items()))


def _read(files: dict[str, Path], extra: Path | None) -> list[tuple[str, Located]]:
    return [(code, read_yaml(path, _shown(path, extra))) for code, path in files.items()]


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


def _source(slug: str, where: Located) -> Source:
    entry = where.mapping(("title", "number", "issuer", "issued", "in_force", "assurance", "read", "says"))
    force = entry["in_force"].mapping(("from", "to"), ())
    first, last = (None if force[k].is_null else force[k].day() for k in ("from", "to"))
    return Source(
        slug=slug,
        title=entry["title"].text(),
        number="" if entry["number"].is_null else entry["number"].text(),
        issuer=entry["issuer"].text(),
        issued=None if entry["issued"].is_null else entry["issued"].day(),
        in_force=(first, last),
        assurance=assurance(entry["assurance"]),
        read=entry["read"].text(),
        says=entry["says"].texts(),
    )


def _parameter(code: str, where: Located) -> Parameter:
    entry = where.mapping(("title", "unit", "values"))
    values = tuple(_dated(item) for item in entry["values"].items())
    if not values:
        raise entry["values"].fail("参数至少要有一个值")
    return Parameter(code, entry["title"].text(), entry["unit"].text(), values)


def _dated(where: Located) -> DatedValue:
    entry = where.mapping(("from", "to", "region", "value", "source", "assurance"))
    cited = citation(where)
    end = None if entry["to"].is_null else entry["to"].day()
    return DatedValue(where, entry["from"].day(), end, Region(entry["region"].text()), cited)


def _vocabulary(code: str, where: Located) -> Vocabulary:
    entry = where.mapping(("title", "terms"))
    terms = {}
    for name, term in entry["terms"].mapping().items():
        fields = term.mapping(("title",))
        terms[name] = Term(name, fields["title"].text(), MappingProxyType(fields))
    if not terms:
        raise PolicyError(where.path, where.line, "词表里没有词")
    return Vocabulary(code, entry["title"].text(), MappingProxyType(terms))
