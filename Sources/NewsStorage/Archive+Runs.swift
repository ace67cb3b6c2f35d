import GRDB
import NewsModel
import NewsText

extension Archive {
    /// Records that an ingest begins; gives its number.
    package func startRun(program: String) throws -> Int64 {
        try write { db in try RunTable.start(program: program, in: db) }
    }

    /// Records what an ingest has done so far, or in the end. A finished one that changed nothing is forgotten.
    package func updateRun(_ id: Int64, counts: IngestCounts, isFinished: Bool) throws {
        try write { db in try RunTable.update(id, counts: counts, isFinished: isFinished, in: db) }
    }

    /// Keeps FTS5 from merging while much is loaded; `endLoad` makes up for it.
    ///
    /// The log may grow to 128 MB before it is written into the file, so that pages which change with every batch are
    /// written once for many of them.
    package func beginLoad() throws {
        try readUnmapped()
        try write { db in try ArticleIndex.setAutomerge(0, in: db) }
        try withoutTransaction { db in try db.execute(sql: "PRAGMA wal_autocheckpoint = 8192") }
    }

    /// Has the file read through the cache alone until the archive is closed or a load of it has ended. An ingest meets
    /// every page of a file in time, and what is mapped counts as memory of the process.
    package func readUnmapped() throws {
        try queue.inDatabase { db in try db.execute(sql: "PRAGMA mmap_size = 0") }
    }

    /// Ends an ingest: lengths for ranking, the index merged when `merges`, the log written into the file.
    ///
    /// - Parameters:
    ///   - merges: Whether to merge the index into one part.
    ///   - shouldStop: Asked between steps of the merge; what is left then is merged by later ingests.
    /// - Throws: `ArchiveError`.
    package func endLoad(merges: Bool, shouldStop: () -> Bool) throws {
        try write { db in
            try ArticleIndex.setAutomerge(4, in: db)
            try RowBlock.refresh(db)
        }
        if merges { try mergeIndex(shouldStop: shouldStop) } else { try thinIndex(shouldStop: shouldStop) }
        try withoutTransaction { db in
            try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA mmap_size = \(mappedBytes)")
        }
    }

    /// Merges the index into one part.
    ///
    /// - Parameter shouldStop: Asked every few milliseconds; what is left then is merged by later ingests.
    package func mergeIndex(shouldStop: () -> Bool) throws {
        for table in IndexTable.allCases {
            do {
                if try write({ try IndexSegments.merge(table, in: $0, shouldStop: shouldStop) }) { continue }
            } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
                return
            }
            var isFirst = true
            while !shouldStop(), try write({ try ArticleIndex.merge(table, pages: 2_000, starting: isFirst, in: $0) }) {
                isFirst = false
            }
        }
    }

    /// Merges parts of the index where many are of one age; what is left then is merged by later ingests.
    private func thinIndex(shouldStop: () -> Bool) throws {
        do {
            for table in IndexTable.allCases {
                try write { try IndexSegments.thin(table, in: $0, shouldStop: shouldStop) }
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
            return
        }
    }
}
