import Foundation
import GRDB

extension RowBlock {
    /// Makes `parts` of a block from the tables. Cost: about 2 µs for each row, in a statement for each part.
    static func made(_ block: Int64, _ parts: Set<Part> = Set(Part.allCases), in db: Database) throws -> RowBlock {
        let maker = try BlockMaker(block, in: db)
        var made = RowBlock(parts: [.rows: HeldBytes(maker.rows)])
        for part in parts {
            switch part {
            case .rows: break
            case .lengths: made.parts[part] = HeldBytes(try maker.lengths())
            case .outlets: made.parts[part] = HeldBytes(try maker.values(of: "outlet_key"))
            case .sections: made.parts[part] = HeldBytes(try maker.values(of: "section_key"))
            case .languages: made.parts[part] = HeldBytes(try maker.values(of: "language_id"))
            case .tags:
                made.parts[part] = HeldBytes(
                    try maker.lists(
                        of: "t.key_id",
                        in: "article_tags AS l ON l.article_id = r.article_id CROSS JOIN tags AS t ON t.id = l.tag_id"))
            case .entities:
                made.parts[part] = HeldBytes(
                    try maker.lists(of: "l.entity_id", in: "article_entities AS l ON l.article_id = r.article_id"))
            }
        }
        return made
    }
}

/// Reads what is told of the rows of a block out of the tables, in the order of the rows.
private struct BlockMaker {
    private let db: Database
    private let range: ClosedRange<Int64>
    /// The rows, each less the first possible one.
    let rows: [UInt32]

    init(_ block: Int64, in db: Database) throws {
        self.db = db
        range = IndexRow.rows(ofBlock: block)
        let found = try Int64.fetchCursor(
            db.cachedStatement(sql: "SELECT row FROM index_rows WHERE row BETWEEN ? AND ?"),
            arguments: [range.lowerBound, range.upperBound])
        var rows: [UInt32] = []
        while let row = try found.next() { rows.append(UInt32(truncatingIfNeeded: row - range.lowerBound)) }
        self.rows = rows
    }

    /// The words of the text columns. A row that the index leaves out has none.
    func lengths() throws -> [UInt16] {
        var lengths = [UInt16](repeating: 0, count: rows.count)
        try forEach("SELECT id, sz FROM article_fts_docsize WHERE id BETWEEN ? AND ? ORDER BY id") { row, place in
            lengths[place] = UInt16(clamping: try row.withUnsafeData(atIndex: 1) { Self.textLength($0 ?? Data()) })
        }
        return lengths
    }

    /// A column of `index_rows`, 0 where there is nothing.
    func values(of column: String) throws -> [UInt32] {
        var values = [UInt32](repeating: 0, count: rows.count)
        try forEach("SELECT row, \(column) FROM index_rows WHERE row BETWEEN ? AND ?") { row, place in
            values[place] = try Self.number(row[1] ?? 0)
        }
        return values
    }

    /// Where the list of each row begins and where the last one ends, then all lists, no number twice in one.
    func lists(of column: String, in tables: String) throws -> [UInt32] {
        var ends = [UInt32](repeating: 0, count: rows.count + 1)
        var numbers: [UInt32] = []
        var place = 0
        let sql = "SELECT r.row, \(column) FROM index_rows AS r CROSS JOIN \(tables) WHERE r.row BETWEEN ? AND ?"
        try forEach(sql + " ORDER BY r.row") { row, found in
            while place < found {
                place += 1
                ends[place] = UInt32(numbers.count)
            }
            let number = try Self.number(row[1])
            if !numbers[Int(ends[place])...].contains(number) { numbers.append(number) }
        }
        while place < rows.count {
            place += 1
            ends[place] = UInt32(numbers.count)
        }
        return ends + numbers
    }

    /// Gives each row of a statement about the rows of this block, which comes in their order, with its place among them.
    private func forEach(_ sql: String, _ body: (Row, Int) throws -> Void) throws {
        let found = try Row.fetchCursor(
            db.cachedStatement(sql: sql), arguments: [range.lowerBound, range.upperBound])
        var place = 0
        while let row = try found.next() {
            let key = UInt32(truncatingIfNeeded: (row[0] as Int64) - range.lowerBound)
            while place < rows.count, rows[place] < key { place += 1 }
            guard place < rows.count else { return }
            if rows[place] == key { try body(row, place) }
        }
    }

    private static func number(_ id: Int64) throws -> UInt32 {
        guard let number = UInt32(exactly: id) else {
            throw DatabaseError(message: "the number \(id) of a value is greater than blocks have room for")
        }
        return number
    }

    /// The words of the text columns in a row of `article_fts_docsize`: a number for each column.
    private static func textLength(_ sizes: some Collection<UInt8>) -> Int {
        var numbers = VariableNumbers(Array(sizes)[...])
        return IndexTable.articles.textColumns.reduce(0) { total, _ in total + Int(clamping: numbers.next() ?? 0) }
    }
}
