import NewsModel

/// Writes all hits of a query as a stream of bytes; memory does not grow with their number.
public struct Exporter: Sendable {
    /// The forms hits can be written in.
    public enum Format: String, Hashable, Sendable, CaseIterable {
        case csv, tsv, jsonl, json
    }

    /// The form.
    public var format = Format.csv
    /// The columns of a table, in order.
    public var columns = ExportColumn.usual
    /// How a table is written.
    public var form = TableWriter.Form()

    /// A table of the usual columns.
    public init() {}

    /// Writes the hits of `query` to `sink` in pieces of about 64 KB.
    ///
    /// - Returns: How many hits were written.
    /// - Throws: What the search or `sink` throws; what was written then is not complete.
    public func export(
        _ query: ParsedQuery, order: SearchOrder = .oldest, offset: Int = 0, limit: Int? = nil,
        from search: ArticleSearch, to sink: ([UInt8]) throws -> Void
    ) throws -> Int {
        var form = form
        form.separator = format == .tsv ? .tab : .comma
        let table = TableWriter(form)
        var bytes = opening(table)
        var isFirst = true
        let isLossless = format == .jsonl || format == .json
        let count = try search.forEachHit(
            of: query, order: order, offset: offset, limit: limit, withCaptures: isLossless
        ) { hit in
            switch format {
            case .csv, .tsv:
                table.write(columns.map { $0.cell(of: hit) }, to: &bytes)
            case .jsonl:
                hit.archived.json.write(to: &bytes)
                bytes.append(UInt8(ascii: "\n"))
            case .json:
                bytes += (isFirst ? "\n" : ",\n").utf8
                hit.archived.json.write(to: &bytes)
            }
            isFirst = false
            if bytes.count >= 65_536 {
                try sink(bytes)
                bytes.removeAll(keepingCapacity: true)
            }
        }
        if format == .json { bytes += (isFirst ? "]\n" : "\n]\n").utf8 }
        if !bytes.isEmpty { try sink(bytes) }
        return count
    }

    /// A whole table of `hits`.
    public func table(_ hits: [Hit]) -> [UInt8] {
        hits.reduce(into: opening(TableWriter(form))) { $0 += row(of: $1) }
    }

    /// The row of `hit`, for a table that begins with `table([])`.
    public func row(of hit: Hit) -> [UInt8] {
        var bytes: [UInt8] = []
        TableWriter(form).write(columns.map { $0.cell(of: hit) }, to: &bytes)
        return bytes
    }

    private func opening(_ table: TableWriter) -> [UInt8] {
        switch format {
        case .csv, .tsv:
            var bytes = table.prologue
            table.write(columns.map { .text($0.rawValue) }, to: &bytes)
            return bytes
        case .json: return [UInt8(ascii: "[")]
        case .jsonl: return []
        }
    }
}
