import Foundation
import NewsModel
import NewsText

/// A page saved as one mail (MHTML): its HTML, with address and time.
enum MHTMLPage {
    /// The page in `bytes`, which stand at `place`.
    static func captures(in bytes: [UInt8], at place: CapturePlace, limit: UnpackLimit) -> [FoundCapture] {
        let whole = Part(bytes[...])
        guard let part = htmlPart(of: whole, depth: 0) else {
            return [
                place.rejected("a mail (MHTML) without a page in HTML in its first \(mostParts) parts; save it again")
            ]
        }
        var place = place
        let address = [whole.header["snapshot-content-location"], part.header["content-location"]]
            .compactMap { $0 }.first { $0.hasPrefix("http") }
        place.hints = place.hints.adding(
            CaptureHints(
                url: address, captured: whole.header["date"].flatMap(MailDate.read), charset: part.type.charset))
        let isHTML = part.type.name != "text/plain"
        return [place.capture(part.decoded(), isHTML ? .html : .text)]
    }

    /// What follows in a longer header is none.
    private static let longestHeader = 1 << 16
    /// A mail with more parts is no page; of those beyond, none is looked at.
    private static let mostParts = 10_000

    /// A part of a mail: header and body.
    private struct Part {
        let header: HeaderFields
        let type: MediaType
        let body: ArraySlice<UInt8>

        init(_ bytes: ArraySlice<UInt8>) {
            var lines: [[UInt8]] = []
            var rest = bytes
            while !rest.isEmpty, rest.startIndex - bytes.startIndex < MHTMLPage.longestHeader {
                let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
                var line = rest[..<end]
                if line.last == 0x0D { line.removeLast() }
                rest = rest[min(end + 1, rest.endIndex)...]
                if line.isEmpty { break }
                lines.append(Array(line))
            }
            header = HeaderFields(lines: lines)
            type = MediaType(header["content-type"] ?? "text/plain")
            body = rest
        }

        /// The body without its transfer encoding.
        func decoded() -> [UInt8] {
            switch header["content-transfer-encoding"]?.lowercased() {
            case "quoted-printable": QuotedPrintable.decoded(body)
            case "base64":
                Data(base64Encoded: Data(body), options: .ignoreUnknownCharacters).map(Array.init) ?? Array(body)
            default: Array(body)
            }
        }
    }

    /// The part that is the page: the one that the mail says it begins with, else the first in HTML.
    private static func htmlPart(of part: Part, depth: Int) -> Part? {
        if part.type.name == "text/html" || part.type.name == "application/xhtml+xml" { return part }
        guard part.type.name.hasPrefix("multipart/"), depth < 4, let boundary = part.type.parameters["boundary"] else {
            return nil
        }
        let parts = parts(of: part.body, boundary: Array("--\(boundary)".utf8))
        if let start = part.type.parameters["start"],
            let first = parts.first(where: { $0.header["content-id"] == start }),
            let page = htmlPart(of: first, depth: depth + 1)
        {
            return page
        }
        return parts.compactMap { htmlPart(of: $0, depth: depth + 1) }.first
    }

    /// The parts of a body, of which the header is read when they are asked for.
    private static func parts(of body: ArraySlice<UInt8>, boundary: [UInt8]) -> LazyMapSequence<[Range<Int>], Part> {
        let ranges = body.withUnsafeBufferPointer { Self.ranges(of: $0, boundary: boundary) }
        let start = body.startIndex
        return ranges.lazy.map { Part(body[(start + $0.lowerBound)..<(start + $0.upperBound)]) }
    }

    private static func ranges(of body: UnsafeBufferPointer<UInt8>, boundary: [UInt8]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start: Int?
        var line = 0
        while line < body.count, ranges.count < mostParts {
            let end = body[line...].firstIndex(of: 0x0A) ?? body.count - 1
            if body[line...].starts(with: boundary) {
                if let start { ranges.append(withoutLineEnd(body, start..<line)) }
                start = end + 1
                if body[(line + boundary.count)...].starts(with: [0x2D, 0x2D]) { return ranges }
            }
            line = end + 1
        }
        // A mail that was cut off has no last boundary.
        if let start, start < body.count { ranges.append(start..<body.count) }
        return ranges
    }

    private static func withoutLineEnd(_ body: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        if end > range.lowerBound, body[end - 1] == 0x0A { end -= 1 }
        if end > range.lowerBound, body[end - 1] == 0x0D { end -= 1 }
        return range.lowerBound..<end
    }
}

/// The transfer encoding of mails that leaves text readable.
enum QuotedPrintable {
    /// `bytes` decoded; what is no encoded byte stays as it is.
    static func decoded(_ bytes: some Collection<UInt8>) -> [UInt8] {
        let bytes = Array(bytes)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            defer { index += 1 }
            guard bytes[index] == 0x3D else {
                result.append(bytes[index])
                continue
            }
            var end = index + 1
            while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 || bytes[end] == 0x0D { end += 1 }
            if end == bytes.count || bytes[end] == 0x0A {
                index = end
            } else if index + 2 < bytes.count, let high = digit(bytes[index + 1]), let low = digit(bytes[index + 2]) {
                result.append(high << 4 | low)
                index += 2
            } else {
                result.append(bytes[index])
            }
        }
        return result
    }

    /// The value of a hexadecimal digit; `nil` when it is none.
    static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46, 0x61...0x66: (byte & 0xDF) - 0x37
        default: nil
        }
    }
}

/// The dates of mails (RFC 5322): `Tue, 05 Mar 2024 14:30:00 +0100`.
enum MailDate {
    /// The time in `text`; `nil` when it is none.
    static func read(_ text: String) -> PrintedTime? {
        let start = text.firstIndex(of: ",").map { text.index(after: $0) } ?? text.startIndex
        let words = text[start...].split(separator: " ")
        guard words.count >= 4, let day = Int(words[0]), let year = Int(words[2]),
            let month = months.firstIndex(of: words[1].prefix(3).lowercased())
        else { return nil }
        let clock = words[3].split(separator: ":").map { Int($0) ?? -1 }
        guard clock.count >= 2, !clock.contains(-1) else { return nil }
        let zone = words.count > 4 ? Self.zone(words[4]) : 0
        guard let zone,
            let local = Instant(
                year: year, month: month + 1, day: day, hour: clock[0], minute: clock[1],
                second: clock.count > 2 ? clock[2] : 0)
        else { return nil }
        return PrintedTime(
            Instant(seconds: local.seconds - Int64(zone * 60)), precision: clock.count > 2 ? .second : .minute,
            zone: words.count > 4 ? .printed : .assumed, source: .metadata)
    }

    /// Minutes east of Greenwich.
    private static func zone(_ text: Substring) -> Int? {
        if ["GMT", "UTC", "UT", "Z"].contains(text) { return 0 }
        guard text.utf8.count == 5, let sign = text.first, sign == "+" || sign == "-",
            let number = Int(text.dropFirst())
        else { return nil }
        return (sign == "-" ? -1 : 1) * (number / 100 * 60 + number % 100)
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
}
