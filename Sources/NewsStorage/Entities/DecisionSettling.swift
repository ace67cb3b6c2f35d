import GRDB
import NewsModel
import NewsText

/// Brings the tables of entities in line with the decisions.
///
/// Merging, renaming and rejecting change rows of `entities` alone, which searches follow: nothing of an article is
/// written. Only what the index cannot tell apart writes articles again: names split off, and taking back what was
/// folded. Cost: some milliseconds for a thousand decisions, and about a millisecond for each article written again.
struct DecisionSettling {
    private let db: Database
    private let outcome: DecisionOutcome
    /// The rows of the entities that decisions speak of.
    private var ids: [EntityKey: Int64] = [:]
    /// What must be written again.
    private var articles: Set<ArticleID> = []
    /// The folded names whose entities of unclear kind may be others now.
    private var unclear: Set<String> = []

    /// Settles what all decisions of the archive say.
    static func settle(in db: Database) throws {
        var settling = try DecisionSettling(db)
        try settling.settleEntities()
        try settling.settleSplits()
        try settling.settleAliases()
        try UnclearKinds.settle(settling.unclear, in: db)
        try ArticleIndex.write(settling.articles, folds: false, in: db)
    }

    private init(_ db: Database) throws {
        self.db = db
        outcome = DecisionOutcome(try DecisionTable.fetchAll(in: db).map(\.decision))
        for (key, name) in outcome.spelled { ids[key] = try EntityTables.id(of: key, name: name, in: db) }
    }

    // MARK: Entities

    /// What is decided of an entity.
    private struct State: Equatable {
        var mergedInto: Int64?
        var isRejected = false
        var name: String?
        var foldedInto: Int64?
    }

    private mutating func settleEntities() throws {
        let stored = try storedStates()
        var wanted = stored.mapValues { State(foldedInto: $0.foldedInto) }
        for (key, id) in ids {
            let root = outcome.root(key)
            wanted[id, default: State()].mergedInto = root == key ? nil : ids[root]
            wanted[id, default: State()].isRejected = outcome.isRejected(key)
            wanted[id, default: State()].name = outcome.named.contains(key) ? outcome.spelled[key] : nil
        }
        var unnamed: [Int64] = []
        var changed: Set<Int64> = []
        for (id, var new) in wanted {
            let old = stored[id] ?? State()
            if let folded = new.foldedInto, !Self.agree(new, of: id, folded, wanted) {
                articles.formUnion(try Self.articles(of: id, in: db))
                new.foldedInto = nil
            }
            guard new != old else { continue }
            try write(new, of: id)
            changed.formUnion([id, old.mergedInto, new.mergedInto].compactMap { $0 })
            if old.name != nil, new.name == nil { unnamed.append(id) }
        }
        try EntityTables.settleNames(unnamed.sorted(), in: db)
        unclear = Set(outcome.all.map(\.folded)).union(try UnclearKinds.names(takenFor: changed, in: db))
        for id in changed { try noteUnclear(id) }
    }

    private mutating func noteUnclear(_ id: Int64) throws {
        let name = try String.fetchOne(
            db.cachedStatement(sql: "SELECT folded FROM entities WHERE id = ?"), arguments: [id])
        if let name { unclear.insert(name) }
    }

    /// Whether articles that stand with `folded` instead of `id` are still found as decided.
    private static func agree(_ state: State, of id: Int64, _ folded: Int64, _ all: [Int64: State]) -> Bool {
        guard folded != 0 else { return state.isRejected }
        let other = all[folded] ?? State()
        return (state.mergedInto ?? id) == (other.mergedInto ?? folded) && state.isRejected == other.isRejected
    }

    private func storedStates() throws -> [Int64: State] {
        let columns = "id, merged_into, is_rejected, iif(is_named, name, NULL), folded_into"
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT \(columns) FROM entities WHERE merged_into IS NOT NULL AND is_guessed = 0
                UNION SELECT \(columns) FROM entities WHERE \(EntityTables.isDecided) AND is_guessed = 0
                """)
        var states: [Int64: State] = [:]
        while let row = try rows.next() {
            states[row[0]] = State(mergedInto: row[1], isRejected: row[2], name: row[3], foldedInto: row[4])
        }
        return states
    }

    private func write(_ state: State, of id: Int64) throws {
        try db.cachedStatement(
            sql: """
                UPDATE entities SET merged_into = ?, is_guessed = 0, is_rejected = ?, is_named = ?, name = coalesce(?, name),
                    folded_into = ? WHERE id = ?
                """
        ).run([state.mergedInto, state.isRejected, state.name != nil, state.name, state.foldedInto, id])
    }

    // MARK: Splits

    private mutating func settleSplits() throws {
        var wanted: [Split: Int64] = [:]
        for alias in Set(outcome.splits.map(\.alias)) {
            for (key, id) in ids {
                let meant = outcome.meant(by: alias, of: key)
                if meant != key { wanted[Split(entity: id, alias: alias)] = ids[meant] }
            }
        }
        let stored = try Dictionary(
            uniqueKeysWithValues: Row.fetchAll(db, sql: "SELECT entity_id, folded, split_into FROM entity_splits").map {
                (Split(entity: $0[0], alias: $0[1]), $0[2] as Int64)
            })
        for split in Set(wanted.keys).union(stored.keys) where wanted[split] != stored[split] {
            try write(split, wanted[split])
        }
    }

    private struct Split: Hashable {
        let entity: Int64
        let alias: String
    }

    private mutating func write(_ split: Split, _ other: Int64?) throws {
        try db.execute(
            sql: "DELETE FROM entity_splits WHERE entity_id = ? AND folded = ?", arguments: [split.entity, split.alias])
        if let other {
            try db.execute(
                sql: "INSERT INTO entity_splits (entity_id, folded, split_into) VALUES (?, ?, ?)",
                arguments: [split.entity, split.alias, other])
        }
        let before = try Int64.fetchSet(
            db,
            sql: "SELECT split_into FROM entity_aliases WHERE entity_id = ? AND folded = ? AND split_into IS NOT NULL",
            arguments: [split.entity, split.alias])
        try db.execute(
            sql: "UPDATE entity_aliases SET split_into = ? WHERE entity_id = ? AND folded = ?",
            arguments: [other, split.entity, split.alias])
        articles.formUnion(
            try Self.articles(
                withNames: "entity_id = ? AND folded = ?", [split.entity, split.alias],
                carrying: Self.carriers(of: before.union([split.entity]), in: db), in: db))
    }

    // MARK: Aliases

    /// Entities are found by the names that people gave them, whether articles print them or not.
    private mutating func settleAliases() throws {
        let wanted = Set(outcome.aliases.compactMap { ids[$0] })
        let stored = try Int64.fetchSet(db, sql: "SELECT entity_id FROM entity_aliases WHERE source = 'decision'")
        for id in stored.subtracting(wanted) {
            try db.execute(
                sql: "UPDATE entity_aliases SET source = 'text' WHERE entity_id = ? AND source = 'decision'",
                arguments: [id])
            try noteUnclear(id)
        }
        for (key, id) in ids where outcome.aliases.contains(key) && !stored.contains(id) {
            let name = outcome.spelled[key] ?? key.folded
            try EntityTables.insertAlias(name, of: id, source: .decision, in: db)
            try db.execute(
                sql: "UPDATE entity_aliases SET source = 'decision' WHERE entity_id = ? AND name = ?",
                arguments: [id, name])
        }
    }
}

// MARK: - Articles of entities

extension DecisionSettling {
    /// The articles that mention the entity `id`, as recognized.
    private static func articles(of id: Int64, in db: Database) throws -> Set<ArticleID> {
        try articles(
            withNames: "entity_id = ? AND split_into IS NULL OR split_into = ?", [id, id],
            carrying: carriers(of: [id], in: db), in: db)
    }

    /// The entities that articles may stand with which name one of `entities`; `nil` when they may stand with none, as what
    /// was folded away left nothing in the index.
    private static func carriers(of entities: Set<Int64>, in db: Database) throws -> Set<Int64>? {
        let find = try db.cachedStatement(sql: "SELECT folded_into FROM entities WHERE id = ?")
        let folded = try entities.compactMap { try Int64.fetchOne(find, arguments: [$0]) }
        return folded.contains(0) ? nil : entities.union(folded)
    }

    /// The articles that mention an entity by one of the names that `test` tells, of those found by one of `carriers`;
    /// of all for `nil`.
    private static func articles(
        withNames test: String, _ values: [any DatabaseValueConvertible], carrying carriers: Set<Int64>?,
        in db: Database
    ) throws -> Set<ArticleID> {
        let names = try Int64.fetchAll(
            db, sql: "SELECT id FROM entity_aliases WHERE articles > 0 AND (\(test))",
            arguments: StatementArguments(values))
        guard !names.isEmpty else { return [] }
        let list = names.map(String.init).joined(separator: ", ")
        guard let carriers else {
            return try ArticleID.fetchSet(
                db, sql: "SELECT DISTINCT article_id FROM mentions WHERE alias_id IN (\(list))")
        }
        let mentions = try db.makeStatement(
            sql: "SELECT 1 FROM mentions WHERE article_id = ? AND alias_id IN (\(list)) LIMIT 1")
        return try ArticleIndex.articles(with: carriers.map(FilterToken.entity), in: db).filter { article in
            try Bool.fetchOne(mentions, arguments: [article.rawValue]) ?? false
        }
    }
}

extension EntityTables {
    /// The entities that are `id`, itself among them.
    static func members(of id: Int64, in db: Database) throws -> [Int64] {
        try [id]
            + Int64.fetchAll(
                db.cachedStatement(sql: "SELECT id FROM entities WHERE merged_into = ? ORDER BY id"), arguments: [id])
    }
}

extension ArticleIndex {
    /// The articles that one of `tokens` stands with.
    static func articles(with tokens: [FilterToken], in db: Database) throws -> Set<ArticleID> {
        let phrases = tokens.map { "\"\($0.text)\"" }.joined(separator: " OR ")
        return try ArticleID.fetchSet(
            db,
            sql: """
                SELECT r.article_id FROM article_fts AS f CROSS JOIN index_rows AS r ON r.row = f.rowid
                WHERE article_fts MATCH ?
                """, arguments: ["filters : (\(phrases))"])
    }

    /// Writes anew by which entities `articles` are found, in their tables and in the index. About a millisecond each.
    static func write(_ articles: some Collection<ArticleID>, folds: Bool, in db: Database) throws {
        guard !articles.isEmpty else { return }
        let words = WordCollector()
        for id in articles.sorted() {
            try remove(id, words: words, in: db)
            try EntityTables.settle(id, folds: folds, in: db)
        }
        try add(articles, words: words, in: db)
        try RowBlock.refresh(db)
    }
}
