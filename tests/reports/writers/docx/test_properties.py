"""The document's own id stands in two places of the file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reports.documents import document
from reports.writers.docx.parts import names, part, text, written

from anju.checker.readers.docx import read_docx
from anju.reports.writers.docx.properties import PROPERTY


def test_the_id_stands_in_properties_and_in_a_part(tmp_path: Path) -> None:
    path = written(tmp_path, document())
    (named,) = part(path, "docProps/custom.xml")
    assert named.get("name") == PROPERTY
    assert "".join(named.itertext()) == document().id
    assert part(path, "customXml/item1.xml").get("id") == document().id
    assert read_docx(path, path.read_bytes()).document_id == document().id


def test_title_offices_and_day_are_those_of_the_document(tmp_path: Path) -> None:
    said = "".join(part(written(tmp_path, document()), "docProps/core.xml").itertext())
    assert said == f"{document().title}青石县住房和城乡建设局、青石县财政局2024-01-30T00:00:00Z"


def test_a_document_used_as_template_gets_the_new_id_only(tmp_path: Path) -> None:
    first = written(tmp_path, document()).rename(tmp_path / "first.docx")
    again = written(tmp_path, replace(document(), id="performance_evaluation-ba9876543210"), first)
    values = ["".join(each.itertext()) for each in part(again, "docProps/custom.xml")]
    assert values == ["performance_evaluation-ba9876543210"]
    assert text(part(again))
    assert [name for name in names(again) if name.startswith("customXml/item")] == [
        "customXml/item1.xml",
        "customXml/itemProps1.xml",
    ]
    assert part(again, "customXml/item1.xml").get("id") == "performance_evaluation-ba9876543210"
