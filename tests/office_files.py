"""Real HWP 5, HWPX and PDF files, written by the formats' own descriptions: small, and of what a test wants in them."""

import io
import struct
import zipfile
import zlib

_SECTOR, _SMALL, _CUTOFF = 512, 64, 4096
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_TEXT, _HEADER, _CONTROL, _LIST = 67, 66, 71, 72


def compound_file(streams):
    """A compound file (MS-CFB 3) with streams at its root or one storage below: ``{"BodyText/Section0": b"…"}``."""
    small, small_fat, sectors, fat = b"", [], b"", []

    def place(content, size, table, taken):
        count = -(-len(content) // size)
        table += [taken + n + 1 for n in range(count - 1)] + [_END] * bool(count)
        return content.ljust(count * size, b"\0")

    storages = sorted({name.partition("/")[0] for name in streams if "/" in name})
    entries = [["Root Entry", 5, "", None], *([name, 1, "", None] for name in storages)]
    for name, content in streams.items():
        parent, _, own = name.rpartition("/")
        if len(content) < _CUTOFF:
            start = len(small) // _SMALL
            small += place(content, _SMALL, small_fat, start)
        else:
            start = len(sectors) // _SECTOR
            sectors += place(content, _SECTOR, fat, start)
        entries.append([own, 2, parent, (start if content else _END, len(content))])
    entries[0][3] = (len(sectors) // _SECTOR if small else _END, len(small))
    sectors += place(small, _SECTOR, fat, len(sectors) // _SECTOR)
    table = struct.pack(f"<{len(small_fat)}I", *small_fat)
    first_small = len(sectors) // _SECTOR
    sectors += place(table + b"\xff" * (-len(table) % _SECTOR), _SECTOR, fat, first_small)
    first_directory = len(sectors) // _SECTOR
    sectors += place(_directory(entries), _SECTOR, fat, first_directory)
    own = 1
    while own * _SECTOR < 4 * (len(fat) + own):
        own += 1
    first_fat = len(fat)
    fat += [_FAT] * own
    sectors += struct.pack(f"<{len(fat)}I", *fat).ljust(own * _SECTOR, b"\xff")
    small_count = -(-len(table) // _SECTOR)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIIII", 0, own, first_directory, 0, _CUTOFF, first_small if small_count else _END,
                        small_count, _END, 0, first_fat)  # fmt: skip
    head += struct.pack(f"<{own - 1}I", *range(first_fat + 1, first_fat + own))
    return head.ljust(_SECTOR, b"\xff") + sectors


def _directory(entries):
    """Entries of 128 bytes; the children of a storage are a tree ordered by length and name."""
    links = [[_FREE, _FREE, _FREE] for _ in entries]

    def tree(children):
        if not children:
            return _FREE
        middle = len(children) // 2
        at = children[middle]
        links[at][0], links[at][1] = tree(children[:middle]), tree(children[middle + 1 :])
        return at

    for number, (name, kind, _, _) in enumerate(entries):
        if kind != 2:
            of = "" if kind == 5 else name
            children = [n for n, e in enumerate(entries) if n and e[2] == of and (kind == 5 or e[1] == 2)]
            links[number][2] = tree(sorted(children, key=lambda n: (len(entries[n][0]), entries[n][0].upper())))
    packed = b""
    for (name, kind, _, place), (left, right, child) in zip(entries, links, strict=True):
        label = name.encode("utf-16-le") + b"\0\0"
        start, size = place or (0, 0)
        packed += label.ljust(64, b"\0") + struct.pack(
            "<HBBIII36xIQ", len(label), kind, 1, left, right, child, start, size
        )
    empty = bytes(68) + struct.pack("<III", _FREE, _FREE, _FREE) + bytes(48)
    return packed + empty * (-len(entries) % 4)


def record(tag, level, content):
    """A record of HWP 5."""
    size = len(content)
    head = struct.pack("<I", tag | level << 10 | min(size, 0xFFF) << 20)
    return head + (struct.pack("<I", size) if size >= 0xFFF else b"") + content


def hwp_paragraph(text, level=0, hanging=b"", sign=None):
    """The records of a paragraph, with what hangs on it; ``sign`` is the sign in the text that shows where."""
    units = text.replace("\t", "\t\0\0\0\0\0\0\t").encode("utf-16-le")  # a tab takes eight units
    if hanging:
        units = struct.pack("<HIIIH", sign, 0, 0, 0, sign) + units  # eight units
    units += struct.pack("<H", 13)
    mask = 1 << sign if hanging else 0
    head = struct.pack("<IIHBBHHHIH", len(units) // 2 | 1 << 31, mask, 0, 0, 0, 1, 0, 1, 0, 0)
    shape, lines = struct.pack("<II", 0, 0), struct.pack("<9i", *[0] * 9)
    return (
        record(_HEADER, level, head)
        + record(_TEXT, level + 1, units)
        + record(68, level + 1, shape)
        + record(69, level + 1, lines)
        + hanging
    )


def hwp_control(name, paragraphs, level=1):
    """A footnote (``fn  ``), header (``head``) … with its paragraphs."""
    inside = b"".join(hwp_paragraph(text, level + 1) for text in paragraphs)
    listed = record(_LIST, level + 1, struct.pack("<HHI", len(paragraphs), 0, 0) + bytes(8))
    return record(_CONTROL, level, name.encode()[::-1] + bytes(44)) + listed + inside


def hwp_table(*cells, level=1):
    """A table of one row, with a paragraph in each cell."""
    shape = struct.pack("<IHHH4HHHH", 0, 1, len(cells), 0, 0, 0, 0, 0, len(cells), 1, 0)
    records = record(_CONTROL, level, b" lbt" + bytes(44)) + record(77, level + 1, shape)
    for column, text in enumerate(cells):
        cell = struct.pack("<HHI4HII4HHI", 1, 0, 0, column, 0, 1, 1, 1000, 1000, 0, 0, 0, 0, 1, 1000)
        records += record(_LIST, level + 1, cell) + hwp_paragraph(text, level + 1)
    return records


def hwp(section, *, flags=1, header=b"HWP Document File"):
    """An HWP 5 file with one section of those records."""
    file_header = header.ljust(32, b"\0") + struct.pack("<II", 0x05000305, flags)
    properties = record(16, 0, struct.pack("<HHHHHHHIII", 1, 1, 1, 1, 1, 1, 1, 0, 0, 0))
    info = properties + record(17, 0, struct.pack("<18i", *[0] * 18))

    def packed(content):
        deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
        return deflate.compress(content) + deflate.flush() if flags & 1 else content

    streams = {
        "FileHeader": file_header.ljust(256, b"\0"),
        "DocInfo": packed(info),
        "BodyText/Section0": packed(section),
    }
    return compound_file(streams)


_NAMESPACES = (
    'xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section" xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph"'
)


def hwpx(*sections, manifest="", before=""):
    """An HWPX file; a section is the XML of its paragraphs."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/hwp+zip", zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", f"<odf:manifest xmlns:odf='urn:o'>{manifest}</odf:manifest>")
        for number, section in enumerate(sections):
            xml = f'<?xml version="1.0" encoding="UTF-8"?>{before}<hs:sec {_NAMESPACES}>{section}</hs:sec>'
            archive.writestr(f"Contents/section{number}.xml", xml)
    return file.getvalue()


def hwpx_paragraph(text, hanging=""):
    """A paragraph of HWPX; ``text`` may hold its signs, such as ``<hp:lineBreak/>``."""
    return f"<hp:p id='0'><hp:run charPrIDRef='0'><hp:t>{text}</hp:t>{hanging}</hp:run></hp:p>"


def pdf(*pages, encrypt=""):
    """A PDF file; a page is a list of lines, an empty one has a drawing and no text.

    Its font is one of the Korean fonts that every reader knows by name, with a table from letters to Unicode.
    """
    letters = sorted({letter for lines in pages for line in lines for letter in line})
    table = "".join(f"<{n + 1:04x}> <{letter.encode('utf-16-be').hex()}>\n" for n, letter in enumerate(letters))
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /K def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{len(letters)} beginbfchar\n{table}endbfchar\n"
        "endcmap end end"
    )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{2 * n + 7} 0 R' for n in range(len(pages)))}] >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /HYGothic-Medium /Encoding /Identity-H /DescendantFonts [4 0 R]"
        " /ToUnicode 6 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HYGothic-Medium /FontDescriptor 5 0 R /DW 1000"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Korea1) /Supplement 1 >> >>",
        "<< /Type /FontDescriptor /FontName /HYGothic-Medium /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0"
        " /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>",
        _stream(cmap),
    ]
    for number, lines in enumerate(pages):
        shown = [f"<{''.join(f'{letters.index(letter) + 1:04x}' for letter in line)}> Tj T*" for line in lines]
        drawing = f"BT /F1 10 Tf 14 TL 50 780 Td {' '.join(shown)} ET" if lines else "0 0 100 100 re f"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {2 * number + 8} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>",
            _stream(drawing),
        ]
    file, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(file))
        file += f"{number} 0 obj\n{content}\nendobj\n".encode()
    start = len(file)
    file += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    file += "".join(f"{place:010d} 00000 n \n" for place in places).encode()
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return _encrypted(file + trailer.encode(), encrypt) if encrypt else file + trailer.encode()


def _stream(content):
    return f"<< /Length {len(content.encode())} >>\nstream\n{content}\nendstream"


def _encrypted(file, password):
    import pypdf

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(file))
    user, owner = password if isinstance(password, tuple) else (password, password)
    writer.encrypt(user, owner, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
