import ArgumentParser
import Foundation
import SignageFeed

extension FeedCommand.Parse {
    /// The moment that counts as now.
    func instant() throws -> Date {
        guard let now else { return Date() }
        guard let date = KoreanTime.instant(now) else { throw invalid("not a time: \(now)") }
        return date
    }

    /// Where the kiosk stands, as far as it was told.
    func place() throws -> AlertSite {
        var place: AlertMessage.Point?
        if let site {
            let numbers = site.split(separator: ",").map { Double($0) }
            guard numbers.count == 2, let latitude = numbers[0], let longitude = numbers[1],
                (-90...90).contains(latitude), (-180...180).contains(longitude)
            else { throw invalid("not latitude,longitude: \(site)") }
            place = .init(latitude: latitude, longitude: longitude)
        }
        return AlertSite(place: place, region: region ?? "")
    }

    func cell() throws -> KMAGrid? {
        guard let grid else { return nil }
        let numbers = grid.split(separator: ",").map { Int($0) }
        guard numbers.count == 2, let nx = numbers[0], let ny = numbers[1], let cell = KMAGrid(nx: nx, ny: ny) else {
            throw invalid("not nx,ny: \(grid)")
        }
        return cell
    }

    /// A file's bytes; nil, and a line on stderr, when it cannot be read. The other files still can.
    func bytes(_ file: String) -> [UInt8]? {
        do {
            return [UInt8](try KioskApp.read(file, limit: 17 << 20))
        } catch {
            let reason = (error as? Failure)?.message ?? "cannot read \(file)"
            FileHandle.standardError.write(Data("kiosk: \(reason)\n".utf8))
            return nil
        }
    }

    /// The outcome of one source's answer, as the office keeps it.
    func tell(_ name: String, _ context: FeedContext) throws {
        guard let format = FeedFormat(rawValue: name) else { throw invalid("no such format: \(name)") }
        guard let file = files.first, files.count == 1 else { throw invalid("one file, please") }
        let outcome = format.parse([UInt8](try KioskApp.read(file, limit: 17 << 20)), context: context)
        try write(outcome)
        if case .failed(let error) = outcome {
            throw Failure.badData("not an answer of \(format.rawValue): \(error.code)")
        }
    }

    private func invalid(_ message: String) -> Failure { Failure(code: .validationFailure, message: message) }
}
