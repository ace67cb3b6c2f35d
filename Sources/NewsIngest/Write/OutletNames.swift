import NewsModel
import NewsStorage
import NewsText

/// The outlets of the archive, whose names may stand behind a headline.
struct OutletNames: Sendable {
    /// Folded, so that they are compared as headlines are.
    private let folded: Set<String>
    private let archived: Set<String>

    init(_ archive: Archive) throws {
        archived = Set(try archive.outletNames())
        folded = Set(archived.map(foldedKey))
    }

    /// These and the outlet of the article in hand.
    func adding(_ outlet: String?) -> Set<String> {
        guard let key = outlet.map(foldedKey), !folded.contains(key) else { return folded }
        return folded.union([key])
    }

    /// Gives headlines that end with an outlet's name the right key when the archive has come to know new outlets, so
    /// that it does not matter whether the outlet or the headline came first.
    func settleKeys(in archive: Archive) throws {
        guard Set(try archive.outletNames()) != archived else { return }
        let names = try OutletNames(archive).folded
        try archive.updateHeadlineKeys { headline in HeadlineKey(headline, outlets: names) }
    }
}
