/// it.sputniknews.com.
let sputnikItalian = Layout.sputnik(
    edition: "it", otherNames: ["Sputnik Italia"],
    domains: ["it.sputniknews.com"],
    form: Layout.Form(
        anchors: ["URL abbreviato", "URL breve", "Link breve"],
        chrome: ["Ascolta la radio", "Radio", "In diretta", "Ricerca", "Cerca", "Abbonati", "Iscriviti", "Stampa"],
        frames: [("commenta via", ""), ("commenta con", "")],
        closing: ["Regole della comunità", "Standard della comunità", "Discussione", "Commenta", "Commenti"],
        storyline: ["Tema", "Dossier"],
        related: ["Correlati", "Leggi anche", "Correlata", "Leggi di più"],
        tags: ["Tags", "Tag"],
        modified: ["Aggiornato", "Ultimo aggiornamento"],
        morePhotos: ["Altre foto", "Più foto"]))
