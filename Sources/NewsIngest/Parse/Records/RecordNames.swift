import NewsText

/// The fields of an article that records have under many names.
enum RecordField: String, CaseIterable, Sendable {
    case headline, text, html, standfirst, url, outlet, published, modified, captured, authors, language, section, tags
    case captions, related

    /// The field of that name: one of ours, as JSON or people write it, or one that data sets use for it.
    init?(named name: String) {
        let key = RecordNames.key(name)
        if let field = Self.allCases.first(where: { $0.rawValue == key }) ?? Self.ours[key] {
            self = field
        } else if let field = Self.allCases.first(where: { RecordNames.names(of: $0).contains(key) }) {
            self = field
        } else {
            return nil
        }
    }

    private static let ours: [String: RecordField] = [
        "body": .text, "title": .headline, "publishedat": .published, "date": .published, "modifiedat": .modified,
        "capturedat": .captured, "byline": .authors, "author": .authors, "lang": .language,
        "relatedheadlines": .related,
    ]

    /// The field as notes and sources name it.
    var jsonName: String {
        switch self {
        case .text, .html: "body"
        case .published: "published_at"
        case .modified: "modified_at"
        case .captured: "captured_at"
        case .authors: "byline"
        case .related: "related_headlines"
        default: rawValue
        }
    }
}

/// The names that common data sets use: CC-News, RealNews, GDELT, Webhose, Kaggle's All the News, newspaper3k and 4k,
/// trafilatura, news-please, Media Cloud, NewsAPI, the APIs of newspapers, JSON Feed, schema.org.
enum RecordNames {
    /// A name so that case and the signs between its words do not count.
    static func key(_ name: String) -> String {
        String(decoding: name.utf8.lazy.filter { $0 >= 0x80 || isLetterOrDigit($0) }.map(lowercased), as: UTF8.self)
    }

    /// The names of a field in the order in which they are looked for.
    static func names(of field: RecordField) -> [String] { table[field] ?? [] }

    /// Whether one of `names` holds a story, or a headline.
    static func holdStory(_ names: [String], map: [String: String]?) -> Bool {
        let keys = Set(names.map(key))
        let mapped = (map ?? [:]).filter { RecordField(named: $0.key).map(holders.contains) ?? false }
        if mapped.values.contains(where: { names.contains($0) || keys.contains(key($0)) }) { return true }
        return holders.contains { field in self.names(of: field).contains(where: keys.contains) }
    }

    private static let holders: [RecordField] = [.text, .html, .headline, .standfirst]

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    private static let table: [RecordField: [String]] = lists.mapValues { $0.split(separator: " ").map(String.init) }

    private static let lists: [RecordField: String] = [
        .headline: """
        headline title headlinemain articletitle webtitle head newstitle storytitle hl hl1 ogtitle titlepage titlerss \
        pagetitle name titel titre titulo titolo überschrift schlagzeile
        """,
        .text: """
        maintext articlebody articletext bodytext fulltext text body content article contenttext textcontent story \
        storytext maincontent plaintext articlecontent newstext cleanedtext cleantext rawtext document contents \
        paragraphs transcript volltext inhalt artikel texte contenu texto contenido testo
        """,
        .html: """
        contenthtml articlehtml bodyhtml html rawhtml pagehtml sourcehtml htmlcontent htmltext fullhtml pagesource
        """,
        .standfirst: """
        standfirst subtitle subheadline subhead deck dek summary description abstract excerpt metadescription \
        trailtext teaser snippet ogdescription leadparagraph untertitel vorspann chapo chapeau entradilla
        """,
        .url: """
        url link articleurl canonicalurl canonicallink weburl permalink shareurl newsurl pageurl originalurl \
        mainentityofpage uri href sourceurl externalurl originallink finalurl
        """,
        .outlet: """
        outlet publication publisher publishername sourcename medianame sitename newspaper newspapername newssource \
        medium media source sourcedomain domain hostname sourcehostname site threadsite provider feedtitle agency zeitung quelle
        """,
        .published: """
        publishedat datepublished publishdate datepublish published publicationdate pubdate webpublicationdate \
        publishtime publishedtime articledate releasedate firstpublished firstpublicationdate publishedon dateofpublication \
        publisheddate publicationtime isodate datetime date time createdat datecreated created createdutc posted postedat \
        dateposted datum erscheinungsdatum fecha
        """,
        .modified: """
        modifiedat datemodified datemodify modified updatedat updated lastmodified lastupdated lastupdate modifieddate \
        dateupdated updatedate moddate updatetime
        """,
        .captured: """
        capturedat datedownload downloaddate crawldate crawled crawledat datecrawled scrapedat scrapedate datescraped \
        fetchedat fetched retrieved retrievedat dateretrieved accessdate warcdate seendate collectdate timestamp
        """,
        .authors: """
        byline bylineoriginal authors author authorname authornames writer writers creator creators reporter journalist \
        authorsname dccreator autor autoren auteur autores
        """,
        .language: "language lang languagecode inlanguage metalang locale sprache langue idioma",
        .section:
            "section sectionname articlesection category newsdesk desk rubric ressort rubrik rubrique seccion channel",
        .tags: """
        tags keywords newskeywords metakeywords tag keyword topics topic subjects subject categories labels \
        schlagworte schlagwörter
        """,
        .captions: "captions caption imagecaption imagecaptions photocaption imagedescription",
        .related: "related relatedheadlines relatedarticles relatednews relatedstories seealso",
    ]
}
