import NewsText

extension Archive {
    /// All saved searches, by name.
    public func savedSearches() throws -> [SavedSearch] {
        try read { db in try SavedSearchTable.fetchAll(in: db) }
    }

    /// Forgets the search that goes by `name`, with what it told of; gives it, or `nil` when there is none.
    public func forgetSearch(named name: String) throws -> SavedSearch? {
        try write { db in
            guard let search = try SavedSearchTable.find(name, in: db) else { return nil }
            try SavedSearchTable.delete(search.id, in: db)
            return search
        }
    }
}
