/// What the class names of an element say of the metadata in it.
struct MetadataRole: OptionSet, Sendable {
    let rawValue: UInt32

    /// Holds the names of writers.
    static let writer = MetadataRole(rawValue: 1)
    /// Holds a date.
    static let date = MetadataRole(rawValue: 2)
    /// Holds tags.
    static let tags = MetadataRole(rawValue: 4)
    /// A teaser of another story, a comment.
    static let card = MetadataRole(rawValue: 8)
    /// Navigation, head or foot of the page.
    static let frame = MetadataRole(rawValue: 16)
    /// Says when the story was changed.
    static let change = MetadataRole(rawValue: 32)
    /// Says when the story was published.
    static let publication = MetadataRole(rawValue: 64)

    static let vocabulary: [(MetadataRole, String)] = [
        (
            .writer,
            """
            byline bylines author authors autor autores autoren autore autori auteur auteurs redakteur redaktor penulis \
            reporter yazar writer writers authorname authorlink contributors skribent forfatter journalist
            """
        ),
        (
            .date,
            """
            date dates pubdate published publish posted postdate datum fecha timestamp datetime published-at tarih \
            tanggal dato pubtime publishdate pubdatetime
            """
        ),
        (
            .tags,
            """
            tags tag-list taglist topics topic-list topiclist keywords schlagworte schlagwoerter temas tag-links \
            etiquetas article-tag themen tagi emneord temi stichworte
            """
        ),
        (
            .card,
            """
            related teaser teasers recommend recommended recommendation recommendations card cards promo promos popular \
            trending sidebar latest comment comments mostread most-read more-stories more-news more-from more-on
            """
        ),
        (.frame, "nav navigation menu header footer navbar breadcrumb breadcrumbs topbar masthead"),
        (
            .change,
            """
            updated update modified modify lastmod aktualisiert actualizado aggiornato changed lastupdate updated-at \
            dateupdated datemodified
            """
        ),
        (
            .publication,
            "published publish publication pubdate entry-date post-date article byline date datepublished posted"
        ),
    ]
}

/// What the class names on the elements of a page say, each distinct set of names looked at once.
struct MetadataRoleReader {
    private let tree: HTMLTree
    private var known: [UInt64: MetadataRole] = [:]

    init(_ tree: HTMLTree) { self.tree = tree }

    private static let attributes: [HTMLAttribute] = [.class, .id, .dataTestid, .dataComponent]
    private static let vocabulary = WordPhrases(names: MetadataRole.vocabulary)

    /// What the names on `node` say.
    mutating func role(of node: HTMLTree.Node) -> MetadataRole {
        var hash: UInt64 = 0
        for name in Self.attributes {
            guard let value = tree.value(name, of: node), !value.isEmpty else { continue }
            if hash == 0 { hash = 0xCBF2_9CE4_8422_2325 }
            for byte in value { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0x20) &* 0x100_0000_01B3
        }
        guard hash != 0 else { return [] }
        if let found = known[hash] { return found }
        var words: [UInt8] = []
        for name in Self.attributes {
            guard let value = tree.value(name, of: node), !value.isEmpty else { continue }
            if !words.isEmpty && words.last != 0x20 { words.append(0x20) }
            ClassReader.appendWords(of: value, to: &words)
        }
        let hashes = words.split(separator: 0x20).map { FNV.hash($0) }
        let role = Self.vocabulary.meaning(in: hashes)
        known[hash] = role
        return role
    }
}

/// The addresses of pages that collect the stories of a topic.
enum TopicAddress {
    /// Whether a link leads to the page of a topic: `/tag/floods`, `/thema/hochwasser`.
    static func isTopic(_ address: ArraySlice<UInt8>) -> Bool {
        let offset: UInt64 = 0xCBF2_9CE4_8422_2325
        var hash = offset
        var length = 0
        var isBehindFolder = false
        for byte in address {
            if byte == 0x3F || byte == 0x23 { break }
            guard byte == 0x2F else {
                // The folder of topics is never the last part.
                if isBehindFolder { return true }
                if length < 16 { hash = (hash ^ UInt64(byte | 0x20)) &* 0x100_0000_01B3 }
                length += 1
                continue
            }
            isBehindFolder = isBehindFolder || (length > 0 && length < 16 && folders.contains(hash))
            (hash, length) = (offset, 0)
        }
        return false
    }

    private static let folders: Set<UInt64> = Set(
        """
        tag tags topic topics thema themen tema temas argomenti etiket etiketa etiqueta etiquetas keyword keywords \
        schlagwort schlagworte hub dossier dossiers sujet sujets konular konu tagi emne noticias-de subject subjects \
        theme themes temat tematy stichwort stichworte begriff trefwoord onderwerp etiquette
        """.split(separator: " ").map { FNV.hash($0.utf8.lazy.map { $0 | 0x20 }) })
}
