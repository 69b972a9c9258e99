"""查一份报告要做的全部事：读、核对、对照底稿、放过有说明的、写批注，把要给人和程序的话准备好。"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from importlib import import_module
from pathlib import Path

from anju.checker import sarif
from anju.checker.annotate import annotated_copy, write_new
from anju.checker.many import lost
from anju.checker.pool import Failed, Lost, pooled
from anju.checker.readers import read
from anju.checker.reading import Unreadable
from anju.checker.run import check
from anju.checker.waivers import Settled, Waiver, settle
from anju.cli._notes import Notes, notes_of
from anju.cli._print import json_text
from anju.kernel.system_fault import said_of

AGAINST = "anju.cli._against"
"""Imported only when it is asked for: it brings half of the database along, which is not needed to check a report."""


@dataclass(frozen=True, slots=True)
class Job:
    """One report: which of all it is, its file, the name it goes by, and where below a result folder it belongs; or,
    with a fault, a folder that could not be opened, and why."""

    number: int
    path: Path
    name: str
    place: Path
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one report. `json` or `results` are there when they were asked for, already in writing; `copy` says
    where the copy with comments is, `trouble` why there is none."""

    notes: Notes
    json: str = ""
    artifact: str = ""
    results: tuple[str, ...] = ()
    met: frozenset[int] = frozenset()
    copy: str = ""
    trouble: str = ""

    @property
    def light(self) -> Outcome:
        """Without what has been written already."""
        return replace(self, json="", artifact="", results=())


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be done with each report; it can be sent to another process."""

    form: str = "text"
    against: Path | None = None
    waivers: tuple[Waiver, ...] = ()
    today: date = field(default_factory=date.today)
    annotate: Path | None = None

    @property
    def changes(self) -> bool:
        """Whether a record of issue was asked for."""
        return self.against is not None

    def __call__(self, job: Job) -> Outcome:
        if job.fault:
            return self.unread(job, job.fault)
        try:
            settled = self.settled(job.path)
        except Unreadable as fault:
            return self.unread(job, str(fault))
        copy, trouble = self.copied(job, settled)
        notes = notes_of(settled, job.name)
        told = json_text(document_json(settled, job.name)) if self.form == "json" else ""
        if self.form != "sarif":
            return Outcome(notes, told, met=settled.met, copy=copy, trouble=trouble)
        results = tuple(map(_dumped, sarif.results(job.name, job.number, settled, self.changes)))
        return Outcome(notes, "", _dumped(sarif.artifact(job.name, settled)), results, settled.met, copy, trouble)

    def settled(self, path: Path) -> Settled:
        """The report at `path`, checked, with what is let pass."""
        reading = read(path)
        found = check(reading)
        if self.against is not None:
            found = import_module(AGAINST).against_snapshot(found, self.against)
        return settle(found, self.waivers, self.today)

    def copied(self, job: Job, settled: Settled) -> tuple[str, str]:
        """Write the copy with comments, if one is wanted and there is something to say; where it is, or why not."""
        content = None if self.annotate is None else annotated_copy(job.path, settled, self.today)
        if self.annotate is None or content is None:
            return "", ""
        try:
            return str(write_new(self.annotate, job.place, content)), ""
        except OSError as fault:
            return "", f"“{job.path.name}”的批注写不进“{self.annotate}”：{said_of(fault)}"

    def unread(self, job: Job, why: str) -> Outcome:
        """The outcome of a report that could not be checked."""
        told = json_text({"path": job.name, "error": why, "findings": []}) if self.form == "json" else ""
        artifact = _dumped(sarif.artifact(job.name, None)) if self.form == "sarif" else ""
        return Outcome(Notes(job.name, why), told, artifact)


def outcomes(jobs: Sequence[Job], work: Work) -> Iterator[Outcome]:
    """What came of each report, in order; several are shared out to all cores."""
    if len(jobs) == 1:
        yield _alone(jobs[0], work)
        return
    for job, found in zip(jobs, pooled(jobs, work), strict=True):
        yield work.unread(job, lost(job.path, found)) if isinstance(found, Lost | Failed) else found


def document_json(settled: Settled, name: str) -> dict[str, object]:
    """One entry of `documents`; a finding that was let pass also says by whom and why."""
    found = settled.checked.as_json(name)
    listed = found["findings"]
    for finding in listed if isinstance(listed, list) else ():
        waiver = settled.waived.get(finding["fingerprint"])
        if waiver is not None:
            finding["waiver"] = waiver.as_json()
    return found


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _alone(job: Job, work: Work) -> Outcome:
    try:
        return work(job)
    except (ArithmeticError, LookupError, TypeError, ValueError, AssertionError, RecursionError, MemoryError) as fault:
        return work.unread(job, lost(job.path, Failed(type(fault).__name__)))
