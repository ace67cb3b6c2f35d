/// What the words of a short block say of it, in the languages of news.
struct PhraseRole: OptionSet, Sendable {
    let rawValue: UInt32

    init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Part of the page's frame, wherever it stands in a short block.
    static let frame = PhraseRole(rawValue: 1)
    /// Opens a line that points to another story.
    static let pointer = PhraseRole(rawValue: 2)
    /// Opens a line that names writers or tells when it was written.
    static let byline = PhraseRole(rawValue: 4)
    /// Opens a heading behind which the story has ended.
    static let tail = PhraseRole(rawValue: 8)
    /// Asks the reader to subscribe, follow, write or give, at the story's end.
    static let call = PhraseRole(rawValue: 16)
    /// A label above stories that many read, or the latest ones, which have nothing to do with this one.
    static let popular = PhraseRole(rawValue: 32)
    /// A label above stories that have to do with this one.
    static let related = PhraseRole(rawValue: 64)
    /// A label above stories of one section or writer.
    static let section = PhraseRole(rawValue: 128)
}

/// Phrases by what they say of a block; each list is in no order that matters.
enum PagePhrases {
    private static let anywhere = WordPhrases<PhraseRole>(printed: [(.frame, frame), (.call, calls)])
    private static let opening = WordPhrases<PhraseRole>(printed: [
        (.pointer, pointers + GeneralPhrases.related), (.byline, bylines), (.tail, openTails), (.related, openLabels),
        (.popular, openPopular), (.section, openSections),
    ])
    /// Phrases that say so only when nothing else is said: "Share" ends a story, "Share prices fall" does not.
    private static let whole = WordPhrases<PhraseRole>(printed: [
        (.tail, tails + GeneralPhrases.related + GeneralPhrases.tags + GeneralPhrases.closing + popular),
        (.related, GeneralPhrases.related + labels), (.popular, popular),
    ])

    /// What the words of `text` say.
    static func role(of text: String) -> PhraseRole { role(of: text, key: textKey(text)) }

    /// What the words of `text` say, whose `textKey` is `key`.
    static func role(of text: String, key: String) -> PhraseRole {
        let words = WordPhrases<PhraseRole>.words(ofKey: key)
        var role = anywhere.meaning(in: words).union(opening.meaning(at: 0, of: words))
        role.formUnion(whole.meaning(ofAll: words))
        // Only text of these scripts can hold them; that of most pages does not.
        if text.utf8.contains(where: { (0xE3...0xED).contains($0) }) {
            for (phrase, meaning) in unspaced where text.range(ofPart: phrase) != nil { role.formUnion(meaning) }
        }
        return role
    }

    private static let frame = [
        "use cookies", "uses cookies", "accept cookies", "cookie policy", "cookie settings", "privacy policy",
        "terms of service", "terms of use", "terms and conditions", "all rights reserved", "advertisement",
        "story continues below", "article continues below", "continue reading below", "enable javascript",
        "browser does not support", "browser doesn t support", "video is not available", "please log in",
        "already a subscriber", "already have an account", "create an account", "register to continue",
        "you have reached your", "view comments", "leave a comment", "back to top", "getty images", "image copyright",
        "photo by", "photo credit", "image credits", "image credit", "file photo", "image source", "min read",
        "minute read", "mins read",
        "minutes read", "share this article", "share this story", "skip to", "loading", "this article was amended",
        "alle rechte vorbehalten", "artikel teilen", "cookies zu", "cookies akzeptieren", "min lesezeit", "lesezeit",
        "tous droits réservés", "temps de lecture", "réservé aux abonnés", "il vous reste", "derechos reservados",
        "min de lectura", "tutti i diritti riservati", "riproduzione riservata", "direitos reservados",
        "wszelkie prawa zastrzeżone", "tüm hakları saklıdır", "všechna práva", "alle rettigheter", "kopiera länk",
        "dilarang mengutip", "все права защищены", "javascript", "scroll to continue", "tap to", "click to",
        "playback", "autoplay",
    ]

    private static let calls = [
        "sign up for", "sign up to", "subscribe to", "subscribe now", "subscribe here", "our newsletter", "newsletter",
        "newsletters", "follow us on", "follow us", "like us on facebook", "click here", "support our journalism",
        "download our app", "download the app", "join our whatsapp", "join our telegram", "join us on",
        "whatsapp channel", "telegram channel", "google news", "jetzt abonnieren", "newsletter anmelden",
        "folgen sie uns", "abonnez vous", "inscrivez vous", "suivez nous", "suscríbete", "suscribite", "síguenos",
        "regístrate", "apúntate", "iscriviti", "seguici", "abbonati", "assine", "inscreva se", "siga nos",
        "clique aqui", "zapisz się", "dołącz do", "obserwuj nas", "abone ol", "takip edin", "odebírejte",
        "sledujte nás", "prenumerera", "følg oss", "schrijf je in", "volg ons", "ikuti kami", "dapatkan",
        "подписывайтесь", "подпишитесь", "підписуйтесь", "підписатися", "have your say", "let us know",
        "do you have a story", "got a story", "get in touch", "email us", "contact us", "write to us", "send us",
        "read more of our", "read the full", "for more stories", "for more news", "stay up to date", "stay informed",
        "whatsapp kanal", "ihr feedback", "ihre meinung ist uns wichtig", "unterstützen sie uns", "einer spende",
        "schreiben sie uns", "haben sie fragen", "donate",
    ]

    private static let pointers = [
        "read more", "read also", "also read", "see also", "also see", "related", "more on", "more from", "watch",
        "watch also", "listen", "must read", "don t miss", "read next", "up next", "you may also", "recommended",
        "in pictures", "in photos", "explore more", "click here", "learn more", "find out more", "opinion",
        "lesen sie", "mehr zum", "mehr zu", "mehr dazu", "mehr aus", "lies auch", "auch interessant", "hier lesen",
        "lire aussi", "à lire", "lire plus", "voir aussi", "sur le même sujet", "a lire", "lee también", "lea también",
        "le puede interesar", "te puede interesar", "puedes leer", "mira también", "más información", "leggi anche",
        "leggi", "guarda anche", "approfondisci", "leia também", "leia mais", "veja também", "saiba mais",
        "lees ook", "lees meer", "bekijk ook", "czytaj", "czytaj także", "zobacz", "zobacz także", "przeczytaj",
        "ilgili haber", "bunlar da", "ayrıca bkz", "čtěte také", "přečtěte si", "mohlo by vás", "läs också", "läs mer",
        "läs även", "les også", "les mer", "læs også", "lue myös", "baca juga", "simak juga", "lihat juga",
        "читайте", "читайте также", "читать", "смотрите", "читайте також", "дивіться", "xem thêm", "đọc thêm",
        "soma", "pia soma", "lees",
    ]

    private static let bylines = [
        "by", "published", "updated", "last updated", "posted", "posted on", "written by", "reported by",
        "first published",
        "von", "veröffentlicht", "aktualisiert", "stand", "zuletzt aktualisiert", "par", "publié", "publié le",
        "mis à jour", "mis à jour le", "modifié", "por", "publicado", "actualizado", "di", "pubblicato", "aggiornato",
        "atualizado", "door", "geplaatst", "bijgewerkt", "autor", "autorin", "author", "redakcja", "opublikowano",
        "aktualizacja", "yayınlanma", "güncelleme", "giriş", "vydáno", "aktualizováno", "publicerad", "uppdaterad",
        "publisert", "oppdatert", "opdateret", "oleh", "penulis", "editor", "reporter", "опубликовано", "обновлено",
        "автор", "опубліковано", "оновлено", "текст",
    ]

    private static let tails = [
        "about the author", "about the authors", "about author", "author", "topics in this article", "more stories",
        "more news", "share", "share this", "sources", "newsletter", "newsletters", "sign up", "subscribe",
        "keep reading", "what to read next", "contact", "contact us", "follow", "follow us", "advertisement",
        "zur startseite", "über den autor", "über die autorin", "zum autor", "zur person", "l auteur", "in this story",
        "on this topic", "quellen", "fuentes", "fonti", "źródła", "zdroje", "kaynaklar",
    ]

    private static let openTails = [
        "more on this", "more from", "more in", "you might also", "you may also", "recommended for you",
        "get the latest",
        "mehr zum thema", "mehr zum", "mehr aus", "mehr von", "weitere artikel", "weitere themen", "das könnte",
        "das könnte sie", "sur le même", "pour aller plus loin", "te puede interesar", "le puede interesar",
        "más noticias", "articoli correlati", "ilgili haber", "související články", "berita terkait", "читайте также",
        "читайте також", "по теме", "related stories", "related articles", "related news", "related topics",
        "leia também", "leia mais", "lees ook", "läs mer", "les også", "baca juga", "leggi anche", "lesen sie auch",
    ]

    /// Labels besides those of the general reader.
    private static let labels = [
        "noticia relacionada", "contenido relacionado", "contenidos relacionados", "para saber más", "ähnliche artikel",
        "à découvrir également", "à découvrir", "lest auch", "lesen sie dazu", "mehr dazu", "zum thema",
        "related video", "related links", "hintergrund", "artikel terkait", "topik terkait", "keep reading",
        "what to read next", "read this next", "powiązane artykuły", "polecane", "dalším čtení", "mohlo by vás zajímat",
        "more stories like this", "more stories like this one", "more like this", "more articles like this",
        "เรื่องที่เกี่ยวข้อง", "ข่าวที่เกี่ยวข้อง", "บทความที่เกี่ยวข้อง",
    ]

    private static let openLabels = [
        "mehr zum thema", "mehr zu diesem thema", "more on this", "more on this story", "lesen sie auch",
        "lesen sie hier", "lire aussi", "sur le même sujet", "te puede interesar", "le puede interesar", "leggi anche",
        "read also", "you may also", "you might also", "related stories", "related articles", "related news",
        "das könnte sie auch", "pour aller plus loin", "baca juga", "leia também", "lees ook", "läs också", "les også",
        "читайте также", "читайте також", "по теме", "související články", "ilgili haberler", "berita terkait",
    ]

    static let popular = [
        "most read", "most viewed", "most popular", "popular", "trending", "trending now", "latest", "latest news",
        "top stories", "editor s picks", "headlines", "meistgelesen", "schlagzeilen", "neueste", "neueste nachrichten",
        "aktuell", "aktuelles", "aktuelle news", "aktuelle nachrichten", "aktuelle meldungen", "top story",
        "les plus lus", "lo más leído", "lo más", "más leídas", "más leídos", "lo último",
        "i più letti", "più letti", "ultime notizie", "mais lidas", "últimas", "meest gelezen", "en çok okunan",
        "en çok okunanlar", "son dakika", "najczęściej czytane", "najnowsze", "nejčtenější", "mest lest", "mest läst",
        "senaste", "siste", "siste nytt", "terpopuler", "terkini", "самое читаемое", "популярное", "последние новости",
        "найпопулярніше", "останні новини", "similar topics", "ähnliche themen", "související témata",
    ]

    private static let openPopular = [
        "lesen sie mehr zu diesen", "mehr lesen über", "most read", "most viewed", "most popular", "meistgelesen",
        "latest from", "latest in", "les plus", "lo más", "i più", "en çok", "mest lest", "mest läst", "neueste",
    ]

    private static let openSections = [
        "more from", "more in", "mehr aus", "mehr von", "más de", "plus de", "altro da", "weitere artikel",
    ]

    /// The same for languages that set no blanks between words, wherever they stand.
    private static let unspaced: [(String, PhraseRole)] = [
        ("ランキング", .popular), ("最新", .popular), ("主要ニュース", .popular), ("関連キーワード", [.tail, .popular]),
        ("関連記事", [.tail, .pointer, .related]), ("関連ニュース", [.tail, .pointer, .related]),
        ("時系列で見る", [.tail, .related]), ("あわせて読みたい", [.tail, .pointer, .related]),
        ("相关新闻", [.tail, .pointer, .related]), ("相关阅读", [.tail, .pointer, .related]),
        ("相關新聞", [.tail, .pointer, .related]), ("相關閱讀", [.tail, .pointer, .related]),
        ("延伸閱讀", [.tail, .pointer, .related]), ("延伸阅读", [.tail, .pointer, .related]),
        ("관련 기사", [.tail, .pointer, .related]), ("관련기사", [.tail, .pointer, .related]),
        ("メールアドレス", .frame), ("ニュースレター", .call), ("の続きを読む", .call), ("無断転載", .frame), ("版权所有", .frame),
        ("無断転載を禁じます", .frame), ("会員登録", .call), ("有料会員", .call), ("無料会員", .call), ("무단전재", .frame),
        ("무단 전재", .frame), ("저작권자", .frame),
    ]
}
