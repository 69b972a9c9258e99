"""Digests against the published vectors, whatever the size of the file."""

import hashlib
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import hashes

from anju.kernel.digest import sha256_file, sm3_file

ABC_SHA256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
# GB/T 32905-2016, appendix A, examples 1 and 2
SM3 = {
    b"abc": "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
    b"abcd" * 16: "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732",
}


def written(folder: Path, content: bytes) -> Path:
    path = folder / "file.bin"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("content", list(SM3))
def test_sm3_of_the_standard(tmp_path: Path, content: bytes) -> None:
    assert sm3_file(written(tmp_path, content)) == SM3[content]


def test_sha256_of_the_standard(tmp_path: Path) -> None:
    assert sha256_file(written(tmp_path, b"abc")) == ABC_SHA256


@pytest.mark.parametrize("size", [0, 1, (1 << 20) - 1, 1 << 20, (2 << 20) + 3])
def test_streamed_as_if_at_once(tmp_path: Path, size: int) -> None:
    content = b"\xe5\xae\x89\xe5\xb1\x85" * (size // 6 + 1)
    path = written(tmp_path, content[:size])
    whole = hashes.Hash(hashes.SM3())
    whole.update(content[:size])
    assert sm3_file(path) == whole.finalize().hex()
    assert sha256_file(path) == hashlib.sha256(content[:size]).hexdigest()


def test_one_changed_byte_changes_both(tmp_path: Path) -> None:
    before = [digest(written(tmp_path, b"abc")) for digest in (sha256_file, sm3_file)]
    after = [digest(written(tmp_path, b"abd")) for digest in (sha256_file, sm3_file)]
    assert all(one != other for one, other in zip(before, after, strict=True))


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        sha256_file(tmp_path / "absent")
    with pytest.raises(FileNotFoundError):
        sm3_file(tmp_path / "absent")
