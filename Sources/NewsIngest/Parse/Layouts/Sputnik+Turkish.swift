/// tr.sputniknews.com.
let sputnikTurkish = Layout.sputnik(
    edition: "tr", otherNames: ["Sputnik Türkiye"],
    domains: ["tr.sputniknews.com", "sputniknews.com.tr", "anlatilaninotesi.com.tr"],
    form: Layout.Form(
        anchors: ["Kısa link", "Kısa URL", "Kısa linki al"],
        chrome: ["Radyoyu dinle", "Canlı dinle", "Radyo", "Canlı", "Ara", "Abone ol"],
        frames: [("yorum yap", "")],
        closing: ["Topluluk kuralları", "Topluluk standartları", "Tartışma", "Yorum yap", "Yorumlar"],
        storyline: ["Konu", "Dosya"],
        related: ["İlgili", "Ayrıca oku", "BUNU DA OKUYUN", "İlgili haberler"],
        tags: ["Etiketler", "Etiket"],
        modified: ["Güncelleme", "Güncellendi", "Son güncelleme"],
        morePhotos: ["Daha fazla fotoğraf", "Diğer fotoğraflar"]))
