"""Reads the code on a drawn card, as a scanner does: libzbar, and ImageMagick to get at the pixels."""

import ctypes
import ctypes.util
import pathlib
import shutil
import subprocess


def read_card(picture):
    """The text of the one QR code on a picture."""
    found = qr_codes(*grey(picture))
    assert len(found) == 1, f"{picture.name}: {len(found)} codes"
    return found[0]


def size(png):
    """Width and height as the file's header says."""
    head = pathlib.Path(png).read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n", "not a PNG"
    return int.from_bytes(head[16:20]), int.from_bytes(head[20:24])


def grey(picture):
    convert = shutil.which("convert")
    assert convert, "ImageMagick's convert is needed (package imagemagick)"
    pixels = subprocess.run(
        [convert, picture, "-background", "white", "-flatten", "-depth", "8", "gray:-"], check=True,
        capture_output=True).stdout
    return pixels, *size(picture)


def qr_codes(pixels, width, height):
    """The texts of all QR codes among 8-bit grey pixels."""
    zbar = ctypes.CDLL(ctypes.util.find_library("zbar") or "libzbar.so.0")
    for name in ("zbar_image_scanner_create", "zbar_image_create", "zbar_image_first_symbol", "zbar_symbol_next"):
        getattr(zbar, name).restype = ctypes.c_void_p
    zbar.zbar_symbol_get_data.restype = ctypes.c_char_p
    scanner, image = ctypes.c_void_p(zbar.zbar_image_scanner_create()), ctypes.c_void_p(zbar.zbar_image_create())
    try:
        # Of all kinds of codes (0) none, but QR codes (64); both as in zbar.h.
        for kind, wanted in ((0, 0), (64, 1)):
            zbar.zbar_image_scanner_set_config(scanner, kind, 0, wanted)
        zbar.zbar_image_set_format(image, ctypes.c_ulong(int.from_bytes(b"Y800", "little")))
        zbar.zbar_image_set_size(image, width, height)
        zbar.zbar_image_set_data(image, pixels, ctypes.c_ulong(len(pixels)), None)
        assert zbar.zbar_scan_image(scanner, image) >= 0, "the scan failed"
        texts, symbol = [], zbar.zbar_image_first_symbol(image)
        while symbol:
            texts.append(zbar.zbar_symbol_get_data(ctypes.c_void_p(symbol)).decode())
            symbol = zbar.zbar_symbol_next(ctypes.c_void_p(symbol))
        return texts
    finally:
        zbar.zbar_image_destroy(image)
        zbar.zbar_image_scanner_destroy(scanner)
