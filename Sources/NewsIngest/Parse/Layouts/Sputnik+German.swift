/// de.sputniknews.com and its later name snanews.de.
let sputnikGerman = Layout.sputnik(
    edition: "de", otherNames: ["Sputnik Deutschland", "SNA", "SNA News"],
    domains: ["de.sputniknews.com", "snanews.de"],
    form: Layout.Form(
        anchors: ["Zum Kurzlink", "Kurzlink"],
        chrome: ["SNA Radio", "Radio", "Live hören", "Abonnieren", "Suche", "Suchen", "Alle Nachrichten", "Drucken"],
        frames: [("via", "kommentieren")],
        closing: ["Gemeinschaftsstandards", "Diskussion", "Kommentieren", "Kommentare"],
        storyline: ["Dossier", "Storyline"],
        related: ["Zum Thema", "Mehr zum Thema", "MEHR ZUM THEMA", "Lesen Sie auch", "Lesen Sie mehr", "Mehr"],
        tags: ["Tags", "Stichwörter"],
        modified: ["Zuletzt aktualisiert", "Aktualisiert", "Letztes Update"],
        morePhotos: ["Weitere Bilder", "Weitere Fotos", "Mehr Fotos"]))
