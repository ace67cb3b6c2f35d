import CSearch
import Foundation
import GRDB
import NewsModel

extension Statement {
    /// Executes with `values` bound; for statements whose number of parameters is known.
    ///
    /// Without the arrays of boxed values that GRDB binds, which cost as much as writing a short row does.
    func run(_ values: [any BoundValue]) throws {
        let statement = UnsafeMutableRawPointer(sqliteStatement)
        var status: Int32 = 0
        for (index, value) in values.enumerated() where status == 0 {
            status = value.bind(to: statement, at: Int32(index + 1))
        }
        if status == 0 { status = csearch_execute(statement) }
        guard status == 0 else {
            throw DatabaseError(
                resultCode: ResultCode(rawValue: status),
                message: csearch_message(statement).map { String(cString: $0) },
                sql: sql)
        }
    }
}

/// What a parameter of a statement can be.
protocol BoundValue {
    /// Gives `statement` this value as its parameter number `place`; returns an SQLite result code.
    func bind(to statement: UnsafeMutableRawPointer, at place: Int32) -> Int32
}

extension Int64: BoundValue {
    func bind(to statement: UnsafeMutableRawPointer, at place: Int32) -> Int32 {
        csearch_bind_number(statement, place, self)
    }
}

extension Int: BoundValue {
    func bind(to statement: UnsafeMutableRawPointer, at place: Int32) -> Int32 {
        csearch_bind_number(statement, place, Int64(self))
    }
}

extension Bool: BoundValue {
    func bind(to statement: UnsafeMutableRawPointer, at place: Int32) -> Int32 {
        csearch_bind_number(statement, place, self ? 1 : 0)
    }
}

extension String: BoundValue {
    func bind(to statement: UnsafeMutableRawPointer, at place: Int32) -> Int32 {
        var text = self
        return text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                csearch_bind_text(statement, place, $0.baseAddress, $0.count)
            }
        }
    }
}

extension Data: BoundValue {
    func bind(to statement: UnsafeMutableRawPointer, at place: Int32) -> Int32 {
        withUnsafeBytes { csearch_bind_bytes(statement, place, $0.baseAddress, $0.count) }
    }
}

extension [UInt8]: BoundValue {
    func bind(to statement: UnsafeMutableRawPointer, at place: Int32) -> Int32 {
        withUnsafeBytes { csearch_bind_bytes(statement, place, $0.baseAddress, $0.count) }
    }
}

extension ArticleID: BoundValue {
    func bind(to statement: UnsafeMutableRawPointer, at place: Int32) -> Int32 {
        rawValue.bind(to: statement, at: place)
    }
}

extension Optional: BoundValue where Wrapped: BoundValue {
    func bind(to statement: UnsafeMutableRawPointer, at place: Int32) -> Int32 {
        map { $0.bind(to: statement, at: place) } ?? csearch_bind_null(statement, place)
    }
}

extension ArticleID: DatabaseValueConvertible {
    /// The number.
    public var databaseValue: DatabaseValue { rawValue.databaseValue }

    /// The article numbered `value`; `nil` when it is no number.
    public static func fromDatabaseValue(_ value: DatabaseValue) -> ArticleID? {
        Int64.fromDatabaseValue(value).map(ArticleID.init)
    }
}
