extension Layout {
    func place(_ icon: Icon, _ size: Int, _ role: ColorRole, in rect: Rect) {
        let area = Rect(
            x: rect.x + (rect.width - size) / 2, y: rect.y + (rect.height - size) / 2, width: size, height: size)
        watch(icon.rawValue, area)
        commands.append(.text(icon.glyph, x: area.x, y: area.y, Font(.icons, pixels: size), theme.palette[role]))
    }

    /// The largest centred box of the picture's aspect.
    func place(_ picture: Picture, in rect: Rect) {
        let width = min(rect.width, Int(Double(rect.height) * picture.aspect))
        let height = min(rect.height, Int(Double(width) / picture.aspect))
        let area = Rect(
            x: rect.x + (rect.width - width) / 2, y: rect.y + (rect.height - height) / 2, width: width, height: height)
        watch("picture", area)
        for stroke in picture.strokes {
            commands.append(
                .path(
                    stroke.points, in: area, closed: stroke.closed, fill: stroke.fill.map { theme.palette[$0] },
                    stroke: stroke.ink.map { theme.palette[$0] },
                    width: max(1, Int((stroke.width * Double(area.height)).rounded()))))
        }
    }

    /// Whole pixels for a module, at least the asked side for the code without its quiet zone.
    private func moduleLength(_ rows: [[Bool]], _ side: Millimetres) -> Int {
        max(1, (pixels(side) + rows.count - 1) / max(1, rows.count))
    }

    func modulesSide(_ rows: [[Bool]], _ side: Millimetres) -> Int {
        moduleLength(rows, side) * (rows.count + 8)
    }

    /// Black on white whatever the palette, so that every scanner reads it.
    func place(modules rows: [[Bool]], _ side: Millimetres, in rect: Rect) {
        let (module, whole) = (moduleLength(rows, side), modulesSide(rows, side))
        let area = Rect(
            x: rect.x + (rect.width - whole) / 2, y: rect.y + (rect.height - whole) / 2, width: whole, height: whole)
        watch("modules", area)
        commands.append(.fill(area, Color(0xFFFFFF)))
        for (line, row) in rows.enumerated() {
            var column = 0
            while column < row.count {
                let length = row[column...].prefix { $0 == row[column] }.count
                if row[column] {
                    let dark = Rect(
                        x: area.x + (column + 4) * module, y: area.y + (line + 4) * module, width: length * module,
                        height: module)
                    commands.append(.fill(dark, Color(0x000000)))
                }
                column += length
            }
        }
    }
}
