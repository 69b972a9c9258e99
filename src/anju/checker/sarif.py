"""核查结果写成 SARIF 2.1.0：一次运行一份，规则、位置、指纹、说明都在里面；对得上的关系也在。

Offsets count code points in the text as read, its paragraphs joined by line feeds: that text is the `rendered` content
of the report's artifact, because a Word file has no characters of its own to count.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from anju.checker.checked import finding_json
from anju.checker.fingerprint import fingerprint
from anju.checker.placed import Placed
from anju.checker.relation import Relation, Result
from anju.checker.run import RULES
from anju.checker.titles import explained
from anju.checker.waivers import Settled
from anju.kernel.finding import Finding, Status, Where

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_HEADINGS = (("为什么查", "WHY"), ("什么时候可能说错", "MISTAKEN"), ("怎样了结", "SETTLE"))
_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "html": "text/html",
    "txt": "text/plain",
}
_OPEN = "报告自己已写明这一差异"
Json = dict[str, Any]


def head(version: str, changes: bool) -> str:
    """The text of a log up to its results; `changes`: also with the kinds of change against a record of issue."""
    rules = [*_rules(changes)]
    driver = {"name": "anju", "version": version, "language": "zh-CN", "rules": rules}
    run = json.dumps({"tool": {"driver": driver}}, ensure_ascii=False)[1:-1]
    head_ = json.dumps({"$schema": SCHEMA, "version": "2.1.0"})[1:-1]
    return f'{{{head_}, "runs": [{{{run}, "columnKind": "unicodeCodePoints", "results": ['


def between() -> str:
    """The text between the results and the artifacts of a log."""
    return '\n], "artifacts": ['


def tail(unread: Sequence[tuple[int, str, str]]) -> str:
    """The text behind the artifacts; `unread`: index, path and reason of each report that could not be read."""
    told = [
        {
            "level": "error",
            "message": {"text": why},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(path), "index": index}}}],
        }
        for index, path, why in unread
    ]
    invocation = {"executionSuccessful": not unread, "toolExecutionNotifications": told}
    return f'\n], "invocations": [{json.dumps(invocation, ensure_ascii=False)}]}}]}}\n'


def artifact(path: str, settled: Settled | None) -> Json:
    """A report as one of the log's artifacts, with its text if it could be read."""
    found: Json = {"location": {"uri": _uri(path)}, "roles": ["analysisTarget"]}
    if settled is not None:
        reading = settled.checked.reading
        found |= {"mimeType": _TYPES.get(reading.kind, "application/octet-stream")}
        found["contents"] = {"rendered": {"text": "\n".join(each.text for each in reading.paragraphs)}}
    return found


def results(path: str, index: int, settled: Settled, changes: bool) -> Iterator[Json]:
    """What was found, left open and found right in the report that is the artifact `index`; `changes` as for the
    head."""
    place = _Place(path, index, Placed(settled.checked.reading), list(explained(changes)))
    for finding in settled.checked.findings:
        yield _finding(finding, place, settled)
    for relation in settled.checked.relations:
        if relation.result is not Result.FAILED:
            yield _relation(relation, place)


def _rules(changes: bool) -> Iterator[Json]:
    for code, (title, says) in explained(changes).items():
        rule: Json = {"id": code, "name": title, "shortDescription": {"text": title}, "fullDescription": {"text": says}}
        if code in RULES:
            parts = [(heading, getattr(RULES[code], name)) for heading, name in _HEADINGS]
            rule["help"] = {
                "text": "\n".join(f"{heading}：{text}" for heading, text in parts),
                "markdown": "\n\n".join(f"## {heading}\n\n{text}" for heading, text in parts),
            }
        yield rule


def _finding(finding: Finding, place: _Place, settled: Settled) -> Json:
    print_ = fingerprint(finding)
    told = finding_json(finding)
    found: Json = {
        "ruleId": finding.code,
        **place.rule(finding.code),
        "kind": "fail",
        "level": finding.severity.value,
        "message": {"text": finding.message},
        **place.both(finding.where, finding.related),
        "partialFingerprints": {"anju/v1": print_},
        "properties": {"computation": told["computation"]},
    }
    if finding.status is not Status.OPEN:
        waiver = settled.waived.get(print_)
        why = _OPEN if waiver is None else waiver.why
        found["suppressions"] = [{"kind": "external", "status": "accepted", "justification": why}]
    return found


def _relation(relation: Relation, place: _Place) -> Json:
    held = relation.result is Result.HELD
    computation = relation.computation
    said = relation.formula or ("；".join(computation.operands) if computation else "")
    why = "" if "请核" in relation.message else relation.message  # what a failed one would say is no reason
    text = f"对得上：{said}" if held else f"未能核对：{why or said}"
    return {
        "ruleId": relation.code,
        **place.rule(relation.code),
        "kind": "pass" if held else "review",
        "level": "none",
        "message": {"text": text.removesuffix("：")},
        **place.both(relation.where, relation.related),
        "properties": {"computation": None if computation is None else computation.as_json()},
    }


class _Place:
    """Makes locations in one report."""

    def __init__(self, path: str, index: int, placed: Placed, codes: Sequence[str]) -> None:
        self._artifact = {"uri": _uri(path), "index": index}
        self._placed = placed
        self._rules = {code: number for number, code in enumerate(codes)}

    def rule(self, code: str) -> Json:
        return {"ruleIndex": self._rules[code]} if code in self._rules else {}

    def both(self, where: Where, related: Sequence[Where]) -> Json:
        others = [{"id": number, **self.location(each)} for number, each in enumerate(related, 1)]
        return {"locations": [self.location(where)]} | ({"relatedLocations": others} if others else {})

    def location(self, where: Where) -> Json:
        physical: Json = {"artifactLocation": self._artifact}
        start = self._placed.offset(where)
        if start is not None:
            length = (where.end or 0) - (where.start or 0)
            physical["region"] = {"charOffset": start, "charLength": length, "snippet": {"text": where.text or ""}}
        logical = self._placed.logical(where)
        return {"physicalLocation": physical} | ({"logicalLocations": logical} if logical else {})


def _uri(path: str) -> str:
    """A name that is no text, in the encoding of another machine, goes by its bytes."""
    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else quote(os.fsencode(pure.as_posix()))
