import NewsModel
import NewsText

/// The bytes of a file whose signs are to be found in it whatever its character set is.
///
/// Files in UTF-16 and UTF-32 are held whole, because their signs are not bytes; the window then shows a byte for each
/// unit. All others are read piece by piece.
final class TextBytes {
    /// What is looked at.
    let window: ByteWindow
    /// The character set of all of it, as far as its beginning tells.
    let charset: String?
    /// Why the file cannot be read.
    let failure: ByteSourceFailure?
    /// The bytes as they are in the file and how many of them stand for a byte of the window.
    private let wide: (bytes: [UInt8], unit: Int)?

    init(_ source: any ByteSource, declared: String?) {
        let raw = ByteWindow(source)
        let head = Array(raw.peek(at: 0, count: 16_384))
        let name = Self.charset(of: head, declared: declared)
        guard let unit = Self.unit(of: name) else {
            window = raw
            charset = name
            failure = nil
            wide = nil
            return
        }
        let all = Array(raw.peek(at: 0, count: CaptureRejection.longest + 1))
        let bytes = Array(all.dropFirst(Self.markLength(of: all, unit: unit)))
        let isTooLong = all.count > CaptureRejection.longest
        failure = isTooLong ? ByteSourceFailure(reason: CaptureRejection.tooLong(bytes: all.count).description) : nil
        charset = name
        wide = (bytes, unit)
        let isLittle = name?.hasSuffix("le") ?? false
        window = ByteWindow(MemorySource(isTooLong ? [] : Self.narrowed(bytes, unit: unit, isLittle: isLittle)))
    }

    /// The bytes of the file that `range` of the window stands for.
    func slice(_ range: Range<Int>) -> [UInt8] {
        guard let wide else { return window.slice(range) }
        let upper = min(range.upperBound * wide.unit, wide.bytes.count)
        return Array(wide.bytes[min(range.lowerBound * wide.unit, upper)..<upper])
    }

    /// The text in `bytes` of the file.
    func decoded(_ bytes: [UInt8]) -> String {
        bytes.isEmpty ? "" : decodedText(bytes, declared: charset).text
    }

    /// The character set that the head of the file is in; a name that says the order of the bytes.
    private static func charset(of head: [UInt8], declared: String?) -> String? {
        // A character that is cut off at the end would spoil valid text.
        let end = head.count < 16_384 ? head.count : (head.lastIndex { $0 < 0x80 } ?? head.count - 1) + 1
        let whole = Array(head[..<end])
        if let zero = zeroPattern(of: head) { return zero }
        return head.isEmpty ? declared : decodedText(whole, declared: declared).charset
    }

    /// The wide character set that text of markup is in, by where its zeros stand.
    private static func zeroPattern(of head: [UInt8]) -> String? {
        let marks: [([UInt8], String)] = [
            ([0xFF, 0xFE, 0, 0], "utf-32le"), ([0, 0, 0xFE, 0xFF], "utf-32be"), ([0xFF, 0xFE], "utf-16le"),
            ([0xFE, 0xFF], "utf-16be"),
        ]
        if let mark = marks.first(where: { head.starts(with: $0.0) }) { return mark.1 }
        guard head.count >= 4 else { return nil }
        switch (head[0] == 0, head[1] == 0, head[2] == 0, head[3] == 0) {
        case (true, true, true, false): return "utf-32be"
        case (false, true, true, true): return "utf-32le"
        case (true, false, true, false): return "utf-16be"
        case (false, true, false, true): return "utf-16le"
        default: return nil
        }
    }

    private static func unit(of charset: String?) -> Int? {
        guard let charset else { return nil }
        return charset.hasPrefix("utf-32") ? 4 : charset.hasPrefix("utf-16") ? 2 : nil
    }

    private static func markLength(of bytes: [UInt8], unit: Int) -> Int {
        let first = Array(bytes.prefix(unit))
        let marks: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF], [0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF]]
        return marks.contains(first) ? unit : 0
    }

    /// A byte for each unit: the sign itself in ASCII, else one that is no sign of markup.
    private static func narrowed(_ bytes: [UInt8], unit: Int, isLittle: Bool) -> [UInt8] {
        stride(from: 0, to: bytes.count - unit + 1, by: unit).map { start in
            let low = isLittle ? start : start + unit - 1
            let others = bytes[start..<start + unit].enumerated().contains {
                $0.offset + start != low && $0.element != 0
            }
            return others || bytes[low] >= 0x80 ? 0xFF : bytes[low]
        }
    }
}

extension TextBytes {
    /// Why the file cannot be read to its end; `nil` where that is no damage.
    var damage: ByteSourceFailure? { (failure ?? window.failure).flatMap { $0.kind == .cancelled ? nil : $0 } }

    /// Where `position` is, as it is said: the column, or the line below the one that begins at `start`.
    func column(of position: Int, lineFrom start: Int) -> String {
        guard position > start else { return "at its start" }
        let held = max(start, window.start)
        guard position <= window.end, held <= position else { return "at byte \(position + 1)" }
        let lines = window.lineEnds(in: held..<position)
        return lines == 0 ? "at character \(position - start + 1)" : "\(lines) lines below its start"
    }
}

extension CaptureHints {
    /// What is known of the entries of a file of which this is known: its address is not that of what it holds, and its
    /// text is in `charset`.
    func ofEntries(charset: String?) -> CaptureHints {
        var hints = self
        hints.url = nil
        hints.charset = charset
        return hints
    }
}
