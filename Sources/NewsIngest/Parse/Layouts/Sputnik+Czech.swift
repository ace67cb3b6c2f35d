/// cz.sputniknews.com.
let sputnikCzech = Layout.sputnik(
    edition: "cs", otherNames: ["Sputnik Česká republika", "Sputnik ČR"],
    domains: ["cz.sputniknews.com"],
    form: Layout.Form(
        anchors: ["Krátká URL", "Zkrácená URL", "Krátký odkaz", "Krátké URL"],
        chrome: ["Poslouchat rádio", "Rádio", "Živě", "Hledat", "Odebírat", "Tisk"],
        frames: [("komentovat přes", ""), ("komentovat pomocí", "")],
        closing: ["Pravidla komunity", "Standardy komunity", "Pravidla diskuse", "Diskuse", "Komentáře", "Komentovat"],
        storyline: ["Téma", "Dossier"],
        related: ["Související", "Více", "Čtěte také", "ČTĚTE TAKÉ", "Související zprávy"],
        tags: ["Tagy", "Štítky"],
        modified: ["Aktualizováno", "Poslední aktualizace"],
        morePhotos: ["Další fotky", "Více fotek"]))
