import CZBar

/// Reads QR codes from a picture with libzbar, as a camera scanner would.
enum QRReader {
    /// The texts of all QR codes in a picture of 8-bit grey, row by row from the top, 0 = black.
    static func texts(in grey: [UInt8], width: Int, height: Int) throws(QRReaderError) -> [String] {
        guard width > 0, height > 0, grey.count == width * height else { throw .wrongSize }
        guard let scanner = zbar_image_scanner_create() else { throw .noScanner }
        defer { zbar_image_scanner_destroy(scanner) }
        zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0)
        zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1)
        guard let image = zbar_image_create() else { throw .noScanner }
        defer { zbar_image_destroy(image) }
        zbar_image_set_format(image, fourCC("Y800"))
        zbar_image_set_size(image, UInt32(width), UInt32(height))
        let found = grey.withUnsafeBytes { bytes in
            zbar_image_set_data(image, bytes.baseAddress, UInt(bytes.count), nil)
            return zbar_scan_image(scanner, image)
        }
        guard found >= 0 else { throw .scanFailed }
        return symbols(of: image)
    }

    private static func symbols(of image: OpaquePointer) -> [String] {
        var texts: [String] = []
        var next = zbar_image_first_symbol(image)
        while let symbol = next {
            if let data = zbar_symbol_get_data(symbol) { texts.append(String(cString: data)) }
            next = zbar_symbol_next(symbol)
        }
        return texts
    }

    private static func fourCC(_ name: String) -> UInt {
        name.utf8.reversed().reduce(0) { $0 << 8 | UInt($1) }
    }
}

enum QRReaderError: Error, Equatable {
    case wrongSize, noScanner, scanFailed
}
