"""Small PDFs made in a test, byte for byte: Chinese text in a font every reader knows, lines, pictures, page trees."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

WIDTH, HEIGHT = 595, 842
FONT = (
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font"
    "/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>"
    "/DW 1000/W[1 95 500 814 939 500]/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6"
    "/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>>>]>>"
)
PICTURE = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>"


def text(x: float, y: float, said: str, size: float = 12) -> str:
    """A line of text whose upper left corner is at (x, y) from the page's upper left corner."""
    return f"BT /F1 {size} Tf {x} {HEIGHT - y - size * 0.88:.2f} Td <{said.encode('utf-16-be').hex()}> Tj ET\n"


def rule(x0: float, y0: float, x1: float, y1: float) -> str:
    return f"0.5 w {x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S\n"


def grid(x: float, y: float, columns: Iterable[float], rows: int, high: float = 20) -> str:
    """The lines of a table without merged cells."""
    edges = [x]
    for wide in columns:
        edges.append(edges[-1] + wide)
    across = [rule(x, y + row * high, edges[-1], y + row * high) for row in range(rows + 1)]
    return "".join(across + [rule(edge, y, edge, y + rows * high) for edge in edges])


def table(x: float, y: float, columns: list[float], cells: list[list[str]], high: float = 20) -> str:
    """A ruled table with its text, nothing merged."""
    drawn = grid(x, y, columns, len(cells), high)
    for row, line in enumerate(cells):
        for column, said in enumerate(line):
            drawn += text(x + sum(columns[:column]) + 3, y + row * high + 4, said, 10)
    return drawn


def pdf(
    *pages: str, picture: bool = False, packed: bool = True, trailer: str = "", extra: Iterable[bytes] = ()
) -> bytes:
    """A whole file with one content stream a page. Objects: 1 catalogue, 2 page tree, 3 font, 4 picture, then pages and
    contents by turns, then `extra`."""
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]/MediaBox[0 0 {WIDTH} {HEIGHT}]>>".encode(),
        FONT.encode(),
        PICTURE + b"\nstream\n\0\nendstream",
    ]
    for number, content in enumerate(pages):
        drawn = (content + (f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /I1 Do Q" if picture else "")).encode()
        kind = "/Filter/FlateDecode" if packed else ""
        stream = zlib.compress(drawn) if packed else drawn
        resources = "/Resources<</Font<</F1 3 0 R>>/XObject<</I1 4 0 R>>>>"
        objects.append(f"<</Type/Page/Parent 2 0 R{resources}/Contents {6 + 2 * number} 0 R>>".encode())
        objects.append(f"<</Length {len(stream)}{kind}>>\nstream\n".encode() + stream + b"\nendstream")
    return assembled([*objects, *extra], trailer)


def assembled(objects: list[bytes], trailer: str = "") -> bytes:
    """Objects numbered from 1, with their table of places."""
    found = bytearray(b"%PDF-1.4\n%\xe4\xe4\xe4\xe4\n")
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(found))
        found += f"{number} 0 obj\n".encode() + each + b"\nendobj\n"
    start = len(found)
    found += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    found += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    found += f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(found)
