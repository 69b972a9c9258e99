"""The package: names without dates, relations without duplicates, what is no package told."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from reports.documents import document
from reports.writers.docx.parts import names, part, written

from anju.reports.writers.docx.package import NotAPackage, Package
from anju.reports.writers.docx.template import shipped


def test_no_date_and_a_fixed_order(tmp_path: Path) -> None:
    path = written(tmp_path, document())
    with zipfile.ZipFile(path) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[:2] == ["[Content_Types].xml", "_rels/.rels"]
        assert archive.namelist()[2:] == sorted(archive.namelist()[2:])


def test_every_part_has_a_type_and_every_relation_a_part(tmp_path: Path) -> None:
    path = written(tmp_path, document(sample=True))
    types = part(path, "[Content_Types].xml")
    named = {each.get("PartName") for each in types if each.get("PartName")}
    ends = {each.get("Extension") for each in types if each.get("Extension")}
    inside = set(names(path))
    assert all(f"/{name}" in named or name.rpartition(".")[2] in ends for name in inside)
    assert {name[1:] for name in named} <= inside
    for name in (name for name in inside if name.endswith(".rels")):
        base = name.split("_rels/")[0]
        for relation in part(path, name):
            target = base + relation.get("Target")
            assert str(Path("/", target).resolve())[1:] in inside


def test_a_relation_is_made_once() -> None:
    package = shipped()
    first = package.relate(package.main, "image", "word/media/a1.emf")
    assert first == package.relate(package.main, "image", "word/media/a1.emf") == "rId6"
    assert package.related(first) == "word/media/a1.emf"


def test_names_that_are_taken_are_passed_over() -> None:
    assert shipped().free("word/footer{}.xml") == "word/footer3.xml"


def test_a_relation_there_is_none_of_is_told() -> None:
    with pytest.raises(NotAPackage, match="rId99"):
        shipped().related("rId99")


def test_a_package_without_a_document_is_told() -> None:
    empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
    with pytest.raises(NotAPackage, match="里面没有正文"):
        Package({"_rels/.rels": empty})
