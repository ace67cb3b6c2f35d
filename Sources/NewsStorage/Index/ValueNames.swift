import GRDB
import NewsModel
import NewsText

/// How a counted value is shown.
package struct ValueName: Sendable {
    /// Of names that differ only in case, diacritics or quotes the greatest in byte order; for languages the code.
    package var text: String
    /// The kind of an entity; `nil` for other values.
    package let kind: String?
}

extension CountedValue {
    /// The names of `numbers`, which ascend, in their order. Looks each up, or reads all names when that takes less.
    ///
    /// - Throws: SQLITE_CORRUPT when one has no name.
    package func names(of numbers: [Int], in db: Database) throws -> [ValueName] {
        let rows = try Int.fetchOne(db, sql: "SELECT max(id) FROM \(table)") ?? 0
        let names = try numbers.count > rows / 8 ? scanned(numbers, in: db) : lookedUp(numbers, in: db)
        return try zip(names, numbers).map { name, number in
            guard let name else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "\(rawValue) \(number) has no name")
            }
            return name
        }
    }

    /// The numbers of the values that begin with `prefix`; case, diacritics and quotes do not count.
    package func numbers(startingWith prefix: String, in db: Database) throws -> Set<Int> {
        let folded = foldedKey(prefix)
        return try Int.fetchSet(
            db, sql: "SELECT \(key) FROM \(table) WHERE \(comparable) >= ? AND \(comparable) < ? || char(1114111)",
            arguments: [folded, folded])
    }

    private func lookedUp(_ numbers: [Int], in db: Database) throws -> [ValueName?] {
        let sql =
            label == nil
            ? "SELECT \(name), \(kind) FROM \(table) WHERE id = ?"
            : "SELECT max(name), NULL FROM \(table) WHERE folded = (SELECT folded FROM \(table) WHERE id = ?)"
        let find = try db.cachedStatement(sql: sql)
        return try numbers.map { number in
            guard let row = try Row.fetchOne(find, arguments: [number]) else { return nil }
            return (row[0] as String?).map { ValueName(text: $0, kind: row[1]) }
        }
    }

    private func scanned(_ numbers: [Int], in db: Database) throws -> [ValueName?] {
        var names = [ValueName?](repeating: nil, count: numbers.count)
        let rows = try Row.fetchCursor(db, sql: "SELECT \(key), \(name), \(kind) FROM \(table) ORDER BY id")
        while let row = try rows.next() {
            guard let place = numbers.place(of: row[0]) else { continue }
            let text: String = row[1]
            if let held = names[place]?.text, !held.utf8.lexicographicallyPrecedes(text.utf8) { continue }
            names[place] = ValueName(text: text, kind: row[2])
        }
        return names
    }

    // MARK: Where names are

    private var label: LabelTable? {
        switch self {
        case .outlet: .outlets
        case .section: .sections
        case .tag: .tags
        case .language, .entity: nil
        }
    }

    private var table: String { label?.rawValue ?? (self == .entity ? "entities" : "index_languages") }
    private var key: String { label == nil ? "id" : "key_id" }
    private var name: String { self == .language ? "code" : "name" }
    private var comparable: String { self == .language ? "code" : "folded" }
    private var kind: String { self == .entity ? "kind" : "NULL" }
}

extension [Int] {
    /// Where `number` stands in an ascending list.
    fileprivate func place(of number: Int) -> Int? {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low < endIndex && self[low] == number ? low : nil
    }
}
