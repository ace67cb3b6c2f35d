/// Writes rows of a table as text: RFC 4180 for commas, escaped control characters for tabs.
public struct TableWriter: Sendable {
    /// How a table is written.
    public struct Form: Hashable, Sendable {
        /// Between cells.
        public enum Separator: UInt8, Hashable, Sendable {
            case comma = 0x2C
            case tab = 0x09
        }

        /// Between cells.
        public var separator = Separator.comma
        /// For Excel: a byte order mark first, lines end with CR LF.
        public var isForExcel = false
        /// Leaves cells as they are even if a spreadsheet would run them.
        public var isRaw = false

        /// Commas, line feeds, cells made safe.
        public init() {}
    }

    private let form: Form

    /// A writer of tables in `form`.
    public init(_ form: Form = Form()) {
        self.form = form
    }

    /// The bytes before the first row.
    var prologue: [UInt8] { form.isForExcel ? [0xEF, 0xBB, 0xBF] : [] }

    /// Appends a row.
    func write(_ cells: [ExportColumn.Cell], to bytes: inout [UInt8]) {
        let start = bytes.count
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(form.separator.rawValue) }
            switch cell {
            case .number(let number): bytes += String(number).utf8
            case .text(let text): write(text, to: &bytes)
            }
        }
        // An empty line is no row to many readers; a quoted empty cell is.
        if bytes.count == start && form.separator == .comma { bytes += "\"\"".utf8 }
        bytes += (form.isForExcel ? "\r\n" : "\n").utf8
    }

    /// The row as text, for tests and short tables.
    public func row(_ cells: [String]) -> String {
        var bytes: [UInt8] = []
        write(cells.map(ExportColumn.Cell.text), to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func write(_ text: String, to bytes: inout [UInt8]) {
        let safe = form.isRaw || !Self.isRunBySpreadsheets(text) ? text : "'" + text
        switch form.separator {
        case .comma: Self.writeQuoted(safe, to: &bytes)
        case .tab: Self.writeEscaped(safe, to: &bytes)
        }
    }

    /// Whether a spreadsheet would take the cell for a formula. Source: OWASP, "CSV Injection".
    static func isRunBySpreadsheets(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        return formulaStarts.contains(first)
    }

    private static let formulaStarts: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠",
    ]

    private static func writeQuoted(_ text: String, to bytes: inout [UInt8]) {
        let special = Array("\",\r\n".utf8)
        let hasEdgeBlank = text.hasPrefix(" ") || text.hasSuffix(" ")
        guard hasEdgeBlank || text.utf8.contains(where: special.contains) else {
            bytes += text.utf8
            return
        }
        bytes.append(0x22)
        for byte in text.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }

    private static func writeEscaped(_ text: String, to bytes: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case 0x09: bytes += "\\t".utf8
            case 0x0A: bytes += "\\n".utf8
            case 0x0D: bytes += "\\r".utf8
            case 0x5C: bytes += "\\\\".utf8
            default: bytes.append(byte)
            }
        }
    }
}
