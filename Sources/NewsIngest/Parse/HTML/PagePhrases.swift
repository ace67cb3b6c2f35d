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
    /// Opens a heading above stories that many read, or the latest ones, which have nothing to do with this one.
    static let popular = PhraseRole(rawValue: 32)
}

/// Phrases by what they say of a block; each list is in no order that matters.
enum PagePhrases {
    static let anywhere = WordPhrases<PhraseRole>(printed: [(.frame, frame), (.call, calls)])
    static let opening = WordPhrases<PhraseRole>(printed: [
        (.pointer, pointers + GeneralPhrases.related), (.byline, bylines), (.tail, tails + GeneralPhrases.related),
        (.tail, GeneralPhrases.tags + GeneralPhrases.closing), (.popular, popular),
    ])

    /// What the words of `text` say; `isAnywhere` tells what they say wherever they stand.
    static func role(of text: String) -> PhraseRole {
        let words = WordPhrases<PhraseRole>.words(of: text)
        var role = anywhere.meaning(in: words).union(opening.meaning(at: 0, of: words))
        for (phrase, meaning) in unspaced where text.contains(phrase) { role.formUnion(meaning) }
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
        "about the author", "about the authors", "about author", "author", "tags", "topics", "topics in this article",
        "more stories", "more news", "more from", "more on", "more in", "latest", "latest news", "most read",
        "most popular", "trending", "popular", "comments", "share", "share this", "sources", "newsletter",
        "newsletters",
        "sign up", "subscribe", "editor s picks", "top stories", "read next", "up next", "keep reading",
        "recommended", "what to read next", "you might also like", "you may also like", "related", "contact",
        "get the latest", "follow", "advertisement", "mehr zum thema", "mehr zum", "mehr aus", "weitere", "themen",
        "zur startseite", "das könnte", "auch interessant", "meistgelesen", "über den autor", "kommentare", "neueste",
        "sur le même", "à lire", "lire aussi", "les plus lus", "pour aller plus loin", "l auteur", "te puede", "más",
        "más noticias", "lo más", "temas", "relacionadas", "leggi anche", "articoli correlati", "i più letti",
        "leia também", "leia mais", "veja também", "mais lidas", "lees ook", "meest gelezen", "czytaj", "zobacz",
        "polecane", "ilgili", "en çok okunan", "diğer", "související", "čtěte", "nejčtenější", "läs mer",
        "mest läst", "les også", "mest lest", "baca juga", "terpopuler", "berita terkait", "читайте", "самое",
        "по теме", "читайте також", "populaire", "in this story", "on this topic", "keyword", "keywords",
    ]

    static let popular = [
        "most read", "most viewed", "most popular", "popular", "trending", "latest", "top stories", "editor s picks",
        "meistgelesen", "neueste", "aktuell", "aktuelle", "les plus lus", "lo más", "más leídas", "más leídos",
        "più letti", "i più letti", "mais lidas", "meest gelezen", "en çok", "najczęściej", "najnowsze", "nejčtenější",
        "mest lest", "mest läst", "senaste", "siste", "terpopuler", "terkini", "самое читаемое", "популярное",
        "последние", "найпопулярніше", "останні",
    ]

    /// The same for languages that set no blanks between words, wherever they stand.
    private static let unspaced: [(String, PhraseRole)] = [
        ("ランキング", .popular), ("最新", .popular), ("関連", [.tail, .pointer]), ("あわせて読みたい", [.tail, .pointer]),
        ("相关", [.tail, .pointer]), ("相關", [.tail, .pointer]), ("延伸閱讀", [.tail, .pointer]),
        ("延伸阅读", [.tail, .pointer]), ("관련", [.tail, .pointer]), ("無断転載", .frame), ("版权所有", .frame),
        ("無断転載を禁じます", .frame), ("会員登録", .call), ("有料会員", .call), ("無料会員", .call), ("무단전재", .frame),
        ("무단 전재", .frame), ("저작권자", .frame),
    ]
}
