/// pl.sputniknews.com.
let sputnikPolish = Layout.sputnik(
    edition: "pl", otherNames: ["Sputnik Polska"],
    domains: ["pl.sputniknews.com"],
    form: Layout.Form(
        anchors: ["Krótki link", "Skrócony link", "Krótki adres URL", "Krótki URL"],
        chrome: ["Słuchaj radia", "Radio", "Na żywo", "Szukaj", "Subskrybuj", "Drukuj"],
        frames: [("skomentuj przez", ""), ("komentuj przez", "")],
        closing: ["Standardy społeczności", "Zasady społeczności", "Dyskusja", "Skomentuj", "Komentarze"],
        storyline: ["Temat", "Dossier"],
        related: ["Zobacz również", "Zobacz także", "Czytaj także", "CZYTAJ TAKŻE", "Powiązane"],
        tags: ["Tagi"],
        modified: ["Aktualizacja", "Zaktualizowano", "Ostatnia aktualizacja"],
        morePhotos: ["Więcej zdjęć"]))
