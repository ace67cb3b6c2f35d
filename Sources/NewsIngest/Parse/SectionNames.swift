import NewsText

/// The names that outlets commonly give their sections.
enum SectionNames {
    /// Whether `text` is, but for its case, the name of a section.
    static func contains(_ text: String) -> Bool {
        text.utf8.count <= 40 && names.contains(foldedKey(text))
    }

    private static let names: Set<String> = Set(
        [
            "World", "Politics", "Business", "Economy", "Science", "Technology", "Tech", "Health", "Sport", "Sports",
            "Football", "Culture", "Arts", "Opinion", "Local", "Local news", "Region", "National", "International",
            "Europe", "Asia", "Africa", "Americas", "Environment", "Climate", "Education", "Travel", "Society", "Life",
            "Lifestyle", "Entertainment", "Crime", "Military", "Science & Technology", "Science and Technology",
            "Media",
            "Panorama", "Politik", "Wirtschaft", "Wissenschaft", "Wissen", "Kultur", "Gesellschaft", "Lokales",
            "Regional",
            "Ausland", "Inland", "Gesundheit", "Technik", "Reise", "Umwelt", "Politique", "Économie", "Monde",
            "Société",
            "Sciences", "Santé", "Planète", "Faits divers", "Política", "Economía", "Mundo", "Sociedad", "Ciencia",
            "Deportes", "Cultura", "Salud", "Internacional", "Tecnología", "Politica", "Economia", "Mondo", "Scienza",
            "Cronaca", "Esteri", "Salute", "Esporte", "Esportes", "Ciência", "Saúde", "Desporto", "Sociedade", "Брасил",
            "Политика", "Экономика", "Мир", "В мире", "Общество", "Наука", "Культура", "Спорт", "Происшествия",
            "Технологии", "Polityka", "Gospodarka", "Świat", "Kraj", "Nauka", "Kultura", "Sport", "Zdrowie", "Politika",
            "Ekonomika", "Svět", "Domácí", "Zahraničí", "Věda", "Kultura", "Dünya", "Siyaset", "Ekonomi", "Spor",
            "Bilim",
            "Kültür", "Gündem", "Politiek", "Economie", "Wetenschap", "Binnenland", "Buitenland", "Cultuur", "Inrikes",
            "Utrikes", "Ekonomi", "Vetenskap", "Indland", "Udland", "Videnskab", "Innenriks", "Utenriks", "Kotimaa",
            "Ulkomaat", "Talous", "Urheilu", "Tiede", "Kulttuuri", "سياسة", "اقتصاد", "العالم", "رياضة", "علوم",
            "ثقافة",
            "国际", "国内", "政治", "经济", "经济", "社会", "科学", "科技", "体育", "文化", "国際", "経済", "スポーツ", "정치",
            "경제", "사회", "국제", "스포츠", "문화", "Belföld", "Külföld", "Gazdaság", "Tudomány", "Politică", "Știință",
        ].map { foldedKey($0) })
}
