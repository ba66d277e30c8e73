import KioskSDL
import KioskUI
import Testing

/// Pictures that come later, as on the stage.
@Suite @MainActor struct ImageBookTests {
    private let place = Rect(x: 10, y: 10, width: 20, height: 20)
    private let blue = DecodedImage(
        width: 20, height: 20, pixels: [UInt32](repeating: 0xFF20_4060, count: 400), isOpaque: true)

    private func command(_ name: String) -> DrawCommand { .image(ImageID(name), in: place) }

    @Test func `a picture is ordered once and drawn when it has come`() throws {
        var orders: [ImageOrder] = []
        let images = ImageBook { order in
            orders.append(order)
            return nil
        }
        let canvas = try drawn([command("a")], images: images)
        #expect(try canvas.ink() == nil)
        let missing = images.prepare([command("a")])
        #expect(orders == [ImageOrder(ImageID("a"), width: 20, height: 20)] && missing == Set(orders))
        images.take(.success(blue), for: orders[0])
        #expect(images.prepare([command("a")]).isEmpty)
        try canvas.draw([command("a")])
        #expect(try canvas.ink() == place)
        #expect(orders.count == 1)
    }

    @Test func `a picture that cannot be shown is not waited for, until it may be there`() throws {
        var orders = 0
        let images = ImageBook { _ in
            orders += 1
            return nil
        }
        let order = ImageOrder(ImageID("a"), width: 20, height: 20)
        #expect(images.prepare([command("a")]) == [order])
        images.take(.failure(.late), for: order)
        #expect(images.prepare([command("a")]).isEmpty && orders == 1)
        #expect(images.failures == [ImageID("a"): .late])
        images.forgetFailures()
        #expect(images.prepare([command("a")]) == [order] && orders == 2)
    }

    @Test func `one that comes late after all is shown`() throws {
        let images = ImageBook { _ in nil }
        let order = ImageOrder(ImageID("a"), width: 20, height: 20)
        images.take(.failure(.late), for: order)
        images.take(.success(blue), for: order)
        #expect(images.failures.isEmpty)
        let canvas = try drawn([command("a")], images: images)
        #expect(try canvas.ink() == place)
    }

    @Test func `memory is bounded however many pictures there are`() throws {
        let images = ImageBook(mostBytes: 20_000) { _ in .success(self.blue) }
        for number in 0..<1_000 {
            #expect(images.prepare([command("\(number)")]).isEmpty)
            #expect(images.byteCount <= 20_000)
        }
    }

    @Test func `orders are bounded however many pictures do not come`() throws {
        var orders = 0
        let images = ImageBook { _ in
            orders += 1
            return nil
        }
        for number in 0..<1_000 { _ = images.prepare([command("\(number)")]) }
        #expect(orders == 16)
    }

    @Test func `a moving picture shows its newest frame, and nothing without one`() throws {
        let images = ImageBook { _ in .failure(.unknownFormat) }
        let moving = DrawCommand.image(.moving("a"), in: place)
        #expect(images.prepare([moving]).map(\.id) == [.moving("a")] && images.failures.isEmpty)
        images.show(blue, as: .moving("a"))
        #expect(images.prepare([moving]).isEmpty)
        #expect(try drawn([moving], images: images).color(15, 15) == [0x20, 0x40, 0x60])
        images.show(nil, as: .moving("a"))
        #expect(try drawn([moving], images: images).ink() == nil)
    }
}
