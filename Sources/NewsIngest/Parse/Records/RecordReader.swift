import NewsModel
import NewsText

/// Reads records: an object of JSON, or a row of CSV below the names of its columns.
enum RecordReader {
    /// The page in `capture`. Linear in its length.
    static func read(_ capture: Capture) throws(CaptureRejection) -> PageReading {
        let decoded = decodedText(capture.bytes, declared: capture.hints.charset)
        let members = capture.format == .csv ? try row(decoded.text) : try object(decoded.text)
        var reader = RecordPageReader(Record(members), decoded: decoded, hints: capture.hints)
        return try reader.read()
    }

    private static func object(_ text: String) throws(CaptureRejection) -> [JSONValue.Member] {
        let value: JSONValue
        do throws(JSONReader.Failure) {
            value = try JSONReader.value(of: Array(text.utf8))
        } catch {
            throw .otherFormat("no JSON: \(error)")
        }
        guard case .object(let members) = value else { throw .otherFormat("JSON without an object") }
        return members
    }

    private static func row(_ text: String) throws(CaptureRejection) -> [JSONValue.Member] {
        try PageLimit.checkLines(of: text)
        let separator = CSVReader.separator(ofHeader: text.utf8.prefix { $0 != 0x0A && $0 != 0x0D })
        let rows = CSVReader.rows(of: text, separator: separator)
        guard rows.count == 2, rows[0].cells.count == rows[1].cells.count else {
            throw .otherFormat("no record of CSV below its header")
        }
        return zip(rows[0].cells, rows[1].cells).map { name, cell in
            JSONValue.Member(name: normalizedText(name), value: PrintedList.value(of: cell))
        }
    }
}

/// Lists that programs printed into a cell: `['Ida Brandt', "Otto Brandt"]`, JSON.
enum PrintedList {
    /// The list in `cell`, or its text.
    static func value(of cell: String) -> JSONValue {
        let text = cell.utf8.first == UInt8(ascii: "[") || cell.utf8.first == UInt8(ascii: "{") ? cell : nil
        guard let text, let last = text.utf8.last, last == UInt8(ascii: "]") || last == UInt8(ascii: "}") else {
            return .string(cell)
        }
        if let value = try? JSONReader.value(of: Array(text.utf8)) { return value }
        return strings(in: Array(text.utf8)).map { JSONValue($0) } ?? .string(cell)
    }

    /// The texts of a list as Python prints it; `nil` when it is none.
    private static func strings(in bytes: [UInt8]) -> [String]? {
        guard bytes.first == UInt8(ascii: "[") else { return nil }
        var strings: [String] = []
        var at = 1
        while at < bytes.count - 1 {
            let quote = bytes[at]
            if quote <= 0x20 || quote == UInt8(ascii: ",") {
                at += 1
                continue
            }
            guard quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else { return nil }
            var text: [UInt8] = []
            at += 1
            while at < bytes.count, bytes[at] != quote {
                if bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.count { at += 1 }
                text.append(bytes[at])
                at += 1
            }
            at += 1
            strings.append(String(decoding: text, as: UTF8.self))
        }
        return strings
    }
}
